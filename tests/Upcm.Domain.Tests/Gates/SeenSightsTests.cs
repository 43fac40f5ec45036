using System.Collections.Immutable;
using Upcm.Domain.Tests.Stakeholders;

namespace Upcm.Domain.Tests.Gates;

/// <summary>What the bot sees for itself, each sight from what makes it and not from less.</summary>
public sealed class SeenSightsTests
{
    private static readonly Somebody Ann = new(Sample.Ann, "Ann");

    private static readonly WorkingMethod Method = new()
    {
        Id = "x",
        Name = Sample.Text("x"),
        Names = Sample.Names,
        Claims = Sample.Claims,
        Pillars = [],
        Teams = [],
        Horizons = [],
        Phases = Sample.Phases,
        Gates = [],
        Roles = [],
        Forces = [new Force("voedend", Sample.Text("x"), Sample.Text("x"), [new Statement("v1", Sample.Text("x"))])],
        Scales = [],
        InnovationFunctions = [],
        PerformanceGoals = [],
        EffectGoals = [],
        IntendedEffects = [],
        Strategies = [],
        Bands = [],
        Clusters = [],
        ProductGroups = [],
        Regions = [],
        Figures = null!,
        Terms = [],
        Norms = new Norms(),
    };

    private static readonly Initiative Bare = new()
    {
        Number = Sample.Number,
        Title = "Batterijen",
        Result = "",
        Team = "realisatie",
        Phase = "commitment",
        PhaseSince = Sample.Moment,
        RegisteredBy = Ann,
        RegisteredAt = Sample.Moment,
    };

    private static readonly FingerprintRound Strong = new()
    {
        Number = Sample.Number,
        Round = 1,
        Phase = "commitment",
        OpenedAt = Sample.Moment,
        OpenedBy = Sample.Ann,
        ClosedAt = Sample.Moment,
        Answers = [new SurveyAnswers(Sample.Ann, Sample.Moment, ImmutableSortedDictionary<string, int?>.Empty.Add("v1", 4))],
    };

    private static readonly StakeholderMap Map = StakeholderSample.With(
        StakeholderSample.Called("RVO", 4, 4), StakeholderSample.Called("TNO", 3, 3), StakeholderSample.Called("Buurt", 1, 4));

    private static readonly ProjectContract Contract = new() { Number = Sample.Number, Version = 1, By = Ann, At = Sample.Moment };

    [Fact]
    public void Of_an_initiative_without_anything_nothing_is_seen() => Assert.Empty(Seen(new RecordedFacts(Bare)));

    [Fact]
    public void A_fingerprint_counts_in_its_own_phase_and_round_only()
    {
        Assert.Equal([Sights.FingerprintMade, Sights.FingerprintStrong], Seen(new RecordedFacts(Bare) { Fingerprint = Strong }).Order());
        Assert.Empty(Seen(new RecordedFacts(Bare) { Fingerprint = Strong with { Phase = "definitie" } }));
        Assert.Empty(Seen(new RecordedFacts(Bare with { PhaseSince = Sample.Moment.AddDays(1) }) { Fingerprint = Strong }));
        Assert.Empty(Seen(new RecordedFacts(Bare) { Fingerprint = Strong with { ClosedAt = null } }));
        Assert.Empty(Seen(new RecordedFacts(Bare) { Fingerprint = Strong with { Answers = [] } }));
        Assert.NotEmpty(Seen(new RecordedFacts(Bare with { PhaseSince = null }) { Fingerprint = Strong }));
    }

    [Fact]
    public void A_context_scan_counts_in_its_own_phase_and_round_only_and_an_older_one_is_worth_a_word()
    {
        var scan = new ContextScanRound
        {
            Number = Sample.Number,
            Round = 1,
            Phase = "commitment",
            OpenedAt = Sample.Moment,
            OpenedBy = Sample.Ann,
            ClosedAt = Sample.Moment,
            Answers = Strong.Answers,
        };
        Assert.Equal([Sights.ContextScanMade], Seen(new RecordedFacts(Bare) { ContextScan = scan }));
        foreach (var old in new RecordedFacts[]
        {
            new(Bare) { ContextScan = scan with { Phase = "definitie" } },
            new(Bare with { PhaseSince = Sample.Moment.AddTicks(1) }) { ContextScan = scan },
        })
        {
            Assert.Empty(Seen(old));
            Assert.Equal([Sights.ContextScanMade], SeenSights.Outdated(old, Method, Sample.Today));
        }

        var open = new RecordedFacts(Bare) { ContextScan = scan with { ClosedAt = null } };
        Assert.Empty(Seen(open));
        Assert.Empty(SeenSights.Outdated(open, Method, Sample.Today));
    }

    [Fact]
    public void A_map_is_seen_when_somebody_worked_on_it_or_found_it_right_in_this_round()
    {
        var later = Bare with { PhaseSince = Sample.Moment.AddTicks(1) };
        Assert.Equal([Sights.StakeholderMapMade], Seen(new RecordedFacts(Bare) { Stakeholders = Map }));
        Assert.Equal([Sights.StakeholderMapMade], Seen(new RecordedFacts(Bare with { PhaseSince = null }) { Stakeholders = Map }));
        Assert.Empty(Seen(new RecordedFacts(later) { Stakeholders = Map }));
        Assert.Equal([Sights.StakeholderMapMade], SeenSights.Outdated(new RecordedFacts(later) { Stakeholders = Map }, Method, Sample.Today));
        Assert.Equal([Sights.StakeholderMapMade], Seen(new RecordedFacts(later) { Stakeholders = StakeholderLaws.Recalibrate(Map, Ann, Sample.Moment.AddTicks(1)) }));
        Assert.Empty(Seen(new RecordedFacts(Bare) { Stakeholders = Map with { Stakeholders = Map.Stakeholders[..2] } }));
    }

    [Theory]
    [InlineData(26 * 7, true)]
    [InlineData((26 * 7) + 1, false)]
    public void A_map_nobody_looked_at_for_half_a_year_says_nothing_of_now(int days, bool seen) => Assert.Equal(
        seen, SeenSights.Of(new RecordedFacts(Bare) { Stakeholders = Map }, Method, Sample.Today.AddDays(days)).Contains(Sights.StakeholderMapMade));

    [Fact]
    public void What_is_too_old_to_be_seen_is_worth_a_word_and_what_was_never_made_is_not()
    {
        var old = new RecordedFacts(Bare) { Fingerprint = Strong with { Phase = "definitie" }, Report = Sample.Report with { Finance = null, ReportedAt = Sample.Today.AddDays(-57) } };
        Assert.Equal([Sights.FingerprintMade, Sights.FingerprintStrong, Sights.RiskAnalysisRecent], SeenSights.Outdated(old, Method, Sample.Today).Order());
        Assert.Empty(SeenSights.Outdated(new RecordedFacts(Bare), Method, Sample.Today));
        Assert.Empty(SeenSights.Outdated(new RecordedFacts(Bare) { Fingerprint = Strong, Stakeholders = Map }, Method, Sample.Today));
    }

    [Fact]
    public void A_contract_is_seen_part_by_part()
    {
        Assert.Empty(Seen(new RecordedFacts(Bare) { Contract = Contract }));
        Assert.Empty(Seen(new RecordedFacts(Bare) { Contract = Contract with { Scope = "Batterijen", MeansNeeded = 5, SignedOn = Sample.Today } }));
        Assert.Equal([Sights.ContractRecorded], Seen(new RecordedFacts(Bare) { Contract = Contract with { SignedOn = Sample.Today, SignedBy = ["Provincie"] } }));
        Assert.Equal([Sights.ContractSaysScopeAndResult], Seen(new RecordedFacts(Bare) { Contract = Contract with { Scope = "Batterijen", Result = "Hergebruik" } }));
        Assert.Equal([Sights.ContractSaysMeans], Seen(new RecordedFacts(Bare) { Contract = Contract with { MeansNeeded = 5, MeansGranted = 0 } }));
        Assert.Equal([Sights.ContractSaysTerm], Seen(new RecordedFacts(Bare) { Contract = Contract with { Term = Sample.Today } }));
        Assert.Equal([Sights.ContractSaysTests], Seen(new RecordedFacts(Bare) { Contract = Contract with { Tests = ["80 %"] } }));
        Assert.Equal([Sights.ContractShowsEarlierCriteria], Seen(new RecordedFacts(Bare) { Contract = Contract with { EarlierCriteria = "Bijlage 1" } }));
    }

    [Theory]
    [InlineData(56, true)]
    [InlineData(57, false)]
    public void A_risk_analysis_is_recent_for_eight_weeks(int days, bool recent) =>
        Assert.Equal(recent, Seen(new RecordedFacts(Bare) { Report = Sample.Report with { Finance = null, ReportedAt = Sample.Today.AddDays(-days) } }).Contains(Sights.RiskAnalysisRecent));

    [Fact]
    public void A_report_without_risks_is_no_risk_analysis() =>
        Assert.DoesNotContain(Sights.RiskAnalysisRecent, Seen(new RecordedFacts(Bare) { Report = Sample.Report with { Risks = [] } }));

    [Theory]
    [InlineData(56, true)]
    [InlineData(57, false)]
    public void Risks_are_as_old_as_when_they_were_last_gone_through_and_a_path_as_its_report(int days, bool recent)
    {
        var risks = Sample.Report with { ReportedAt = Sample.Today, RisksReviewedAt = Sample.Today.AddDays(-days) };
        Assert.Equal(recent, Seen(new RecordedFacts(Bare) { Report = risks }).Contains(Sights.RiskAnalysisRecent));
        var plan = Sample.Report with { ReportedAt = Sample.Today.AddDays(-days), Milestones = [new Milestone("a", Duration: 1), new Milestone("b", Duration: 1) { Waits = [0] }] };
        Assert.Equal(recent, Seen(new RecordedFacts(Bare) { Report = plan }).Contains(Sights.CriticalPathComputed));
        Assert.DoesNotContain(Sights.CriticalPathComputed, Seen(new RecordedFacts(Bare) { Report = plan with { Milestones = [plan.Milestones[0]] } }));
    }

    [Fact]
    public void An_evaluation_is_seen_once_it_is_recorded() =>
        Assert.Equal(
            [Sights.EvaluationRecorded],
            Seen(new RecordedFacts(Bare) { Evaluation = new EvaluationReport { Number = Sample.Number, Version = 1, By = Ann, At = Sample.Moment } }));

    [Fact]
    public void A_learning_meeting_counts_once_it_was_held()
    {
        var meeting = new LearningMeeting { Number = Sample.Number, Version = 1, By = Ann, At = Sample.Moment, HeldOn = Sample.Today, Outcome = "x" };
        Assert.Equal([Sights.LearningMeetingHeld], Seen(new RecordedFacts(Bare) { Learning = meeting }));
        Assert.Empty(Seen(new RecordedFacts(Bare) { Learning = meeting with { HeldOn = Sample.Today.AddDays(1) } }));
    }

    [Fact]
    public void What_the_initiative_says_of_itself_is_seen()
    {
        var told = Bare with { Result = "Hergebruik", Leader = Ann, Term = Sample.Today, MeansAmount = 1, Tests = "x", Client = "Provincie" };
        Assert.Equal(
            [Sights.ClientKnown, Sights.LeaderChosen, Sights.MeansSpecified, Sights.ResultStated, Sights.TermSet, Sights.TestsStated], Seen(new RecordedFacts(told)).Order());
        Assert.Equal([Sights.ClientKnown], Seen(new RecordedFacts(Bare) { TeamHasLead = true }));
        Assert.Contains(Sights.MeansSpecified, Seen(new RecordedFacts(Bare) { Report = Sample.Report }));
    }

    [Fact]
    public void A_profile_a_brief_and_a_sheet_are_seen_when_they_are_there()
    {
        var facts = new RecordedFacts(Bare)
        {
            Profile = new LeaderProfile { Number = Sample.Number, Version = 1, By = Ann, At = Sample.Moment, Skills = "x" },
            Brief = new ProjectBrief { Number = Sample.Number, Version = 1, By = Ann, At = Sample.Moment, Result = "x", Approach = "x" },
            Sheet = new ImpactSheet { Number = Sample.Number, Version = 1, StatusDate = Sample.Today, By = Sample.Ann },
        };
        Assert.Equal([Sights.ImpactSheetMade, Sights.LeaderProfileRecorded, Sights.ProjectBriefRecorded], Seen(facts).Order());
    }

    private static string[] Seen(RecordedFacts facts) => [.. SeenSights.Of(facts, Method, Sample.Today)];
}
