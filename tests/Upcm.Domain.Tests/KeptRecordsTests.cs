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
                Corrections =
                [
                    new DecisionCorrection(Sample.Ann, Sample.Moment, "w", Sample.Today, "r", null) { KindBefore = DecisionKind.Back, BackToBefore = "definitie", ConditionsBefore = [new GateCondition("c", Sample.Ben, Sample.Today)] },
                ],
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

    [Fact]
    public void A_plan_and_a_risk_come_back()
    {
        var report = Sample.Report with
        {
            Risks = [new Risk("prijs", 2, 3, "m", "o") { Id = 7 }],
            HighestRisk = 9,
            RisksReviewedAt = Sample.Today,
            Milestones = [new Milestone("proef", Sample.Today, Duration: 5) { Waits = [1, 2] }],
        };
        ComesBack(report, Kept.Default.ProgressReport);
        var back = JsonSerializer.Deserialize(JsonSerializer.Serialize(report, Kept.Default.ProgressReport), Kept.Default.ProgressReport)!;
        Assert.Equal((7, 9, 5), (back.Risks[0].Id, back.HighestRisk, back.Milestones[0].Duration!.Value));
        Assert.Equal([1, 2], back.Milestones[0].Waits);
    }

    [Fact]
    public void An_evaluation_a_lesson_and_a_proposal_come_back()
    {
        var by = new Somebody(Sample.Ann, "Ann");
        ComesBack(
            new EvaluationReport
            {
                Number = Sample.Number,
                Version = 2,
                By = by,
                At = Sample.Moment,
                Criteria = [new CriterionResult("tien bedrijven", ResultVerdict.Partly, "acht getekend")],
                Impact = new SeenImpact(14, "beter", 1.5m, "minder volume"),
                Differently = ["eerder beginnen"],
            },
            Kept.Default.EvaluationReport);
        ComesBack(new Lesson { Id = "x", Number = Sample.Number, Text = "t", Team = "a", Title = "b", By = by, At = Sample.Moment, Phases = ["p"] }, Kept.Default.Lesson);
        ComesBack(new InstrumentProposal { Id = 1, Number = Sample.Number, Text = "t", By = by, At = Sample.Moment, State = ProposalState.TakenUp }, Kept.Default.InstrumentProposal);
    }

    [Fact]
    public void A_role_a_tension_a_meeting_and_a_proposal_come_back()
    {
        var role = new Role { Id = RoleId.Of("ot", "x"), Name = new Words("X", "X"), Purpose = new Words("p", "p"), Fillers = [new Filler(new Somebody(Sample.Ann, "Ann"), true, Sample.Today)] };
        ComesBack(role, Kept.Default.Role);
        ComesBack(new Tension { Id = new TensionId(1), Text = "t", By = new Somebody(Sample.Ann, "Ann"), At = Sample.Moment, Team = "ot", Table = Tables.RoleMeeting, Role = role.Id, Into = new TensionId(2) }, Kept.Default.Tension);
        var outcome = new Outcome { Kind = OutcomeKind.RoleEnded, Role = role.Id };
        var item = new MeetingItem
        {
            Tension = new TensionId(1),
            Text = "t",
            By = new Somebody(Sample.Ann, "Ann"),
            Objections = [new Objection(new Somebody(Sample.Ben, "Ben"), "o", ["harm"]) { Against = "p" }],
            Outcomes = [outcome],
        };
        ComesBack(new RoleMeeting { Id = "ot/1", Team = "ot", StartsAt = Sample.Moment, Items = [item], Attendance = [new Attendance(new Somebody(Sample.Ann, "Ann"), true)] }, Kept.Default.RoleMeeting);
        ComesBack(
            new Circulation
            {
                Id = "1/1",
                Tension = new TensionId(1),
                Team = "ot",
                Text = "t",
                Proposal = "p",
                Outcome = outcome,
                By = new Somebody(Sample.Ann, "Ann"),
                At = Sample.Moment,
                Deadline = Sample.Moment,
                Asked = [new Somebody(Sample.Ben, "Ben")],
                Replies = [new Reply(new Somebody(Sample.Ben, "Ben"), "o", Sample.Moment)],
            },
            Kept.Default.Circulation);
    }

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
        const string milestone = """{"Number":{"Year":20,"Sequence":4},"Version":1,"ReportedAt":"2020-10-15","By":{"Value":"ann"},"Phase":"x","Milestones":[{"Name":"proef"}]}""";
        Assert.Empty(JsonSerializer.Deserialize(milestone, Kept.Default.ProgressReport)!.Milestones[0].Waits);
        Assert.Equal(CriterionState.Open, review.Entry("scope").State);

        const string sheet = """{"Number":{"Year":20,"Sequence":4},"Version":1,"StatusDate":"2020-10-15","By":{"Value":"ann"}}""";
        Assert.Empty(JsonSerializer.Deserialize(sheet, Kept.Default.ImpactSheet)!.Co2PerBand);
    }
}

[JsonSerializable(typeof(ProgressReport))]
[JsonSerializable(typeof(ImpactSheet))]
[JsonSerializable(typeof(FingerprintRound))]
[JsonSerializable(typeof(GateReview))]
[JsonSerializable(typeof(Role))]
[JsonSerializable(typeof(Tension))]
[JsonSerializable(typeof(RoleMeeting))]
[JsonSerializable(typeof(Circulation))]
[JsonSerializable(typeof(StakeholderMap))]
[JsonSerializable(typeof(ContextScanRound))]
[JsonSerializable(typeof(EvaluationReport))]
[JsonSerializable(typeof(Lesson))]
[JsonSerializable(typeof(InstrumentProposal))]
internal sealed partial class Kept : JsonSerializerContext;
