using System.Collections.Immutable;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Benchmarks.Dossiers;

/// <summary>Gives a registered initiative all that a dossier shows: two rounds of everything, a request, actions, a history.</summary>
internal static class ProjectSeed
{
    private const int JournalLines = 60;
    private static readonly DateTimeOffset Begun = new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Somebody Someone = new(new PersonId("person 1"), "Iemand");

    public static async Task Fill(IStore store, WorkspaceId workspace, InitiativeNumber number, WorkingMethod method, CancellationToken cancel)
    {
        var changes = new Changes(workspace);
        var stored = (await store.Load(Kinds.Initiatives, workspace, number.ToString(), cancel))!;
        var gate = method.GateFrom(method.Phases[2].Id)!;
        changes.Put(Kinds.Initiatives, stored.Document with { Phase = gate.From, Round = 2, PhaseSince = Begun, MeansAmount = 100_000 }, stored.Version);
        foreach (var version in (int[])[1, 2])
        {
            changes.Insert(Kinds.ImpactSheets, new ImpactSheet { Number = number, Version = version, StatusDate = new DateOnly(2026, 9, version), By = Someone.Id, Co2 = 26, ValueAdded = 238 });
            changes.Insert(Kinds.Fingerprints, Round(number, version, gate.From, method));
            changes.Insert(Kinds.Reports, Report(number, version, gate.From));
        }

        changes.Insert(Kinds.StakeholderMaps, new StakeholderMap
        {
            Number = number,
            Last = 12,
            Stakeholders =
            [
                .. Enumerable.Range(1, 12).Select(one => new Stakeholder
                {
                    Id = one, Name = $"Organisatie {one}", Kind = method.StakeholderKinds[one % method.StakeholderKinds.Length].Id, Influence = 1 + (one % 5), Interest = 1 + (one * 3 % 5),
                }),
            ],
        });
        changes.Insert(Kinds.Contracts, new ProjectContract
        {
            Number = number,
            Version = 1,
            By = Someone,
            At = Begun,
            Scope = "Batterijen uit voertuigen",
            Result = "Tien bedrijven hergebruiken batterijen",
            Tests = ["Minstens 80 % krijgt een tweede leven", "Tien bedrijven doen mee"],
            MeansNeeded = 100_000,
            MeansGranted = 80_000,
            SignedOn = new DateOnly(2026, 9, 20),
            SignedBy = ["Provincie", "Fabriek"],
        });
        changes.Insert(Kinds.GateReviews, Review(number, gate, 1) with
        {
            State = GateReviewState.Decided,
            Decision = new GateDecision { Kind = DecisionKind.Back, By = Someone.Id, At = Begun.AddDays(-1), Reason = "Te weinig draagvlak", BackTo = method.Phases[1].Id },
        });
        changes.Insert(Kinds.GateReviews, Review(number, gate, 2));
        changes.Insert(Kinds.Actions, new AgreedAction { Id = $"gate/{number}/{gate.Id}/0001/0", Number = number, Team = stored.Document.Team, Text = "Vraag twee provincies", Owner = Someone, Due = new DateOnly(2026, 11, 1) });
        for (var line = 0; line < JournalLines; line++)
        {
            var at = Begun.AddHours(line);
            changes.Insert(Kinds.Journal, new JournalLine { Id = $"{Kinds.Sortable(at)}~{number}", At = at, By = Someone, What = History.ProgressReported, Number = number, Team = stored.Document.Team });
        }

        await store.Commit(changes, cancel);
    }

    private static FingerprintRound Round(InitiativeNumber number, int round, string phase, WorkingMethod method) => new()
    {
        Number = number,
        Round = round,
        Phase = phase,
        OpenedAt = Begun.AddDays(round),
        OpenedBy = Someone.Id,
        ClosedAt = Begun.AddDays(round + 1),
        Answers = [.. Enumerable.Range(1, 8).Select(person => new SurveyAnswers(
            new PersonId($"person {person}"), Begun, method.Forces.SelectMany(force => force.Statements).ToImmutableSortedDictionary(statement => statement.Id, _ => (int?)(2 + (person % 3)))))],
    };

    private static ProgressReport Report(InitiativeNumber number, int version, string phase) => new()
    {
        Number = number,
        Version = version,
        ReportedAt = new DateOnly(2026, 9, version),
        By = Someone.Id,
        Phase = phase,
        Finance = new Finance(100_000, 80_000, 40_000),
        Milestones =
        [
            .. Enumerable.Range(0, 8).Select(one => new Milestone($"Mijlpaal {one + 1} van het project", new DateOnly(2026, 9, 1).AddDays(20 * one), null, 20) { Waits = one == 0 ? [] : [one - 1] }),
        ],
        Risks = [.. Enumerable.Range(1, 8).Select(risk => new Risk($"Risico {risk}: er komen te weinig producten terug", 1 + (risk % 5), 3, "Inzamelen bij garages"))],
    };

    private static GateReview Review(InitiativeNumber number, Gate gate, int round) => new()
    {
        Number = number,
        Team = gate.Id,
        Gate = gate.Id,
        Round = round,
        State = GateReviewState.Requested,
        RequestedBy = Someone.Id,
        RequestedAt = Begun,
        Criteria = [.. gate.Criteria.Select(criterion => new CriterionEntry(criterion.Id, CriterionState.Met) { Evidence = "Besproken met de projectarchitect en met sweet spots; het verslag staat in de teammap.", By = Someone.Id, At = Begun })],
        Advice = [.. Enumerable.Range(1, 4).Select(person => new Advice(new PersonId($"person {person}"), AdviceKind.AgreeIf, "Als de provincie meedoet", Begun))],
    };
}
