namespace Upcm.Domain.Tests;

public sealed class RiskRegisterTests
{
    private static readonly ProgressReport Bare = Sample.Report with { Risks = [] };

    [Fact]
    public void New_risks_get_the_next_numbers()
    {
        var first = Numbered(null, new Risk("draagvlak"), new Risk("prijs"));
        Assert.Equal([1, 2], first.Risks.Select(risk => risk.Id));
        Assert.Equal(2, first.HighestRisk);
    }

    [Fact]
    public void A_risk_keeps_its_number_by_its_words_wherever_it_stands()
    {
        var first = Numbered(null, new Risk("draagvlak"), new Risk("prijs"));
        var second = Numbered(first, new Risk("Prijs", 4, 4), new Risk("vergunning"));
        Assert.Equal([2, 3], second.Risks.Select(risk => risk.Id));
    }

    [Fact]
    public void A_risk_in_other_words_keeps_its_number_by_its_place()
    {
        var first = Numbered(null, new Risk("draagvlak"), new Risk("prijs"));
        Assert.Equal([1, 2, 3], Numbered(first, new Risk("te weinig draagvlak"), new Risk("prijs"), new Risk("nieuw")).Risks.Select(risk => risk.Id));
    }

    [Fact]
    public void The_number_of_a_risk_that_left_is_not_given_again()
    {
        var first = Numbered(null, new Risk("draagvlak"), new Risk("prijs"));
        var second = Numbered(first, new Risk("draagvlak"));
        Assert.Equal(2, second.HighestRisk);
        Assert.Equal([1, 3], Numbered(second, new Risk("draagvlak"), new Risk("vorst")).Risks.Select(risk => risk.Id));
    }

    [Fact]
    public void Risks_from_before_numbers_are_numbered_by_their_place()
    {
        var old = Bare with { Risks = [new Risk("draagvlak"), new Risk("prijs")] };
        Assert.Equal([2, 3], Numbered(old, new Risk("prijs"), new Risk("nieuw"), new Risk("x")).Risks.Take(2).Select(risk => risk.Id));
    }

    [Fact]
    public void Risks_that_stay_as_they_were_keep_the_day_they_were_last_gone_through()
    {
        var first = Numbered(null, new Risk("prijs", 2, 2));
        var same = RiskRegister.Numbered(Later(first, 10), first, reviewed: false);
        Assert.Equal(first.ReportedAt, same.RiskAnalysisAt);
        Assert.Equal(Later(first, 20).ReportedAt, RiskRegister.Numbered(Later(first, 20), same, reviewed: true).RiskAnalysisAt);
        var changed = Later(first, 30) with { Risks = [new Risk("prijs", 3, 2)] };
        Assert.Equal(changed.ReportedAt, RiskRegister.Numbered(changed, same, reviewed: false).RiskAnalysisAt);
    }

    [Fact]
    public void Without_risks_there_is_no_analysis_unless_somebody_looked()
    {
        Assert.Null(Numbered(null).RiskAnalysisAt);
        Assert.Equal(Bare.ReportedAt, RiskRegister.Numbered(Bare, null, reviewed: true).RiskAnalysisAt);
        Assert.Equal(Sample.Today, Sample.Report.RiskAnalysisAt);
    }

    [Fact]
    public void A_risk_is_followed_through_all_reports_where_it_changed()
    {
        var first = Numbered(null, new Risk("prijs", 2, 2), new Risk("draagvlak"));
        var second = RiskRegister.Numbered(Later(first, 28) with { Version = 2 }, first, reviewed: false);
        var third = RiskRegister.Numbered(Later(second, 28) with { Version = 3, Risks = [new Risk("prijs", 5, 2)] }, second, reviewed: false);
        var fourth = RiskRegister.Numbered(Later(third, 28) with { Version = 4, Risks = [new Risk("prijs", 5, 2), new Risk("vorst", 1, 1)] }, third, reviewed: false);
        var tracks = RiskRegister.Of([first, second, third, fourth]);
        Assert.Equal([1, 2, 3], tracks.Select(track => track.Id));
        Assert.Equal([1, 3], tracks[0].Moments.Select(moment => moment.Version));
        Assert.Equal((5, third.ReportedAt), (tracks[0].Now!.Chance!.Value, tracks[0].Moments[1].ReportedAt));
        Assert.Equal([1, 3], tracks[1].Moments.Select(moment => moment.Version));
        Assert.Null(tracks[1].Now);
        Assert.Equal([4], tracks[2].Moments.Select(moment => moment.Version));
    }

    private static ProgressReport Later(ProgressReport report, int days) => report with { ReportedAt = report.ReportedAt.AddDays(days) };

    private static ProgressReport Numbered(ProgressReport? previous, params Risk[] risks) =>
        RiskRegister.Numbered(Bare with { Risks = [.. risks] }, previous, reviewed: false);
}
