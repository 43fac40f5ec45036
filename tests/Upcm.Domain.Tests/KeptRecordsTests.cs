using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Upcm.Domain.Tests;

/// <summary>Every record that is kept comes back from JSON as it was written.</summary>
public sealed class KeptRecordsTests
{
    [Fact]
    public void A_report_comes_back() => ComesBack(Sample.Report, Kept.Default.ProgressReport);

    [Fact]
    public void An_impact_sheet_comes_back() => ComesBack(ImpactSample.Sheet, Kept.Default.ImpactSheet);

    [Fact]
    public void A_fingerprint_round_comes_back() => ComesBack(
        new FingerprintRound
        {
            Number = Sample.Number,
            Round = 2,
            Phase = "definitie",
            OpenedAt = Sample.Moment,
            OpenedBy = Sample.Ann,
            Invited = [Sample.Ann],
            Answers =
            [
                new SurveyAnswers(
                    Sample.Ann, Sample.Moment, ImmutableSortedDictionary<string, int?>.Empty.Add("v1", 3).Add("v2", null)),
            ],
        },
        Kept.Default.FingerprintRound);

    [Fact]
    public void A_context_scan_comes_back() => ComesBack(
        new ContextScanRound
        {
            Number = Sample.Number,
            Round = 1,
            Phase = "initiatie",
            OpenedAt = Sample.Moment,
            OpenedBy = Sample.Ann,
            Invited = [Sample.Ann],
            Spokespeople = [new Spokesperson(Sample.Ann, "Provincie")],
            Answers = [new SurveyAnswers(Sample.Ann, Sample.Moment, ImmutableSortedDictionary<string, int?>.Empty.Add("own.o1", 3))],
        },
        Kept.Default.ContextScanRound);

    [Fact]
    public void A_gate_review_comes_back() => ComesBack(
        new GateReview
        {
            Number = Sample.Number,
            Team = "realisatie",
            Gate = "uit-initiatie",
            Round = 1,
            State = GateReviewState.Decided,
            Criteria = [new CriterionEntry("scope", CriterionState.NotApplicable) { Reason = "r", Links = ["https://example.org"] }],
            Advice = [new Advice(Sample.Ben, AdviceKind.AgreeIf, "mits", Sample.Moment)],
            Decision = new GateDecision
            {
                Kind = DecisionKind.GoWithConditions,
                By = Sample.Ann,
                OnBehalfOf = Sample.Ben,
                At = Sample.Moment,
                MeetingDate = Sample.Today,
                Conditions = [new GateCondition("begroting", Sample.Cas, Sample.Today)],
            },
        },
        Kept.Default.GateReview);

    [Fact]
    public void A_stakeholder_map_comes_back() => ComesBack(
        new StakeholderMap
        {
            Number = Sample.Number,
            Last = 2,
            Stakeholders = [new Stakeholder { Id = 2, Name = "RVO", Influence = 4, Interest = 2, Against = true, AddedAt = Sample.Moment }],
            RecalibratedAt = Sample.Moment,
            RecalibratedBy = new Somebody(Sample.Ann, "Ann"),
        },
        Kept.Default.StakeholderMap);

    private static void ComesBack<T>(T record, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        var written = JsonSerializer.Serialize(record, type);
        Assert.Equal(written, JsonSerializer.Serialize(JsonSerializer.Deserialize(written, type)!, type));
        Assert.DoesNotContain("Balance", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_without_its_lists_comes_back_with_empty_ones()
    {
        const string bare = """{"Number":{"Year":20,"Sequence":4},"Team":"realisatie","Gate":"uit-initiatie","Round":1}""";
        var review = JsonSerializer.Deserialize(bare, Kept.Default.GateReview)!;
        Assert.Equal((Sample.Number, GateReviewState.Collecting), (review.Number, review.State));
        Assert.False(review.Criteria.IsDefault);
        Assert.Equal(CriterionState.Open, review.Entry("scope").State);

        const string sheet = """{"Number":{"Year":20,"Sequence":4},"Version":1,"StatusDate":"2020-10-15","By":{"Value":"ann"}}""";
        Assert.Empty(JsonSerializer.Deserialize(sheet, Kept.Default.ImpactSheet)!.Co2PerBand);
    }
}

[JsonSerializable(typeof(ProgressReport))]
[JsonSerializable(typeof(ImpactSheet))]
[JsonSerializable(typeof(FingerprintRound))]
[JsonSerializable(typeof(GateReview))]
[JsonSerializable(typeof(StakeholderMap))]
[JsonSerializable(typeof(ContextScanRound))]
internal sealed partial class Kept : JsonSerializerContext;
