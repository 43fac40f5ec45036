using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.Reporting;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary>
/// Everything a gate is decided on, as it stands at one moment: a plain record that a card and a document are made of. A handful
/// of look-ups by key, whatever the size of the portfolio.
/// </summary>
public sealed record GateDossier
{
    private const int MostDecisions = 200;
    private const int MostChanges = 50;
    private const int MostVersions = 60;

    public required DateTimeOffset At { get; init; }

    public required Initiative Initiative { get; init; }

    /// <summary>The gate the initiative stands before; for a closed one the last it passed.</summary>
    public required Gate Gate { get; init; }

    /// <summary>The review at hand, looked at with the bot's own eyes.</summary>
    public required GateReview Review { get; init; }

    /// <summary>The newest of everything recorded: impact sheet, fingerprint, report, contract.</summary>
    public required RecordedFacts Facts { get; init; }

    public FingerprintRound? PreviousFingerprint { get; init; }

    /// <summary>Null while no report is owed.</summary>
    public Lights? Lights { get; init; }

    /// <summary>Every decision taken, of all gates and rounds, the earliest first.</summary>
    public IReadOnlyList<GateReview> Decisions { get; init; } = [];

    /// <summary>What was agreed on: conditions of gates and outcomes of meetings, the first due first.</summary>
    public IReadOnlyList<AgreedAction> Actions { get; init; } = [];

    /// <summary>What happened since the last decision, the newest first.</summary>
    public IReadOnlyList<JournalLine> Changes { get; init; } = [];

    /// <summary>True where more happened than <see cref="Changes"/> holds.</summary>
    public bool HasMoreChanges { get; init; }

    /// <summary>The names of everybody named by id in the review and the decisions.</summary>
    public IReadOnlyDictionary<PersonId, string> Names { get; init; } = new Dictionary<PersonId, string>();

    /// <summary>The decision before the one at hand; null where there was none.</summary>
    public GateDecision? LastDecision => Before(Decisions, Review);

    /// <summary>The facts as they were at the last decision; null where there was none.</summary>
    public RecordedFacts? Then { get; init; }

    /// <summary>The criteria that are neither met nor waived.</summary>
    public IEnumerable<Criterion> Gaps => Gate.Criteria.Where(criterion => !Review.Entry(criterion.Id).IsSettled);

    public DateOnly Today => LocalTime.DayOf(At, Clock.Amsterdam);

    /// <summary>The milestones on the calendar, as they can still be; null where none were told.</summary>
    public Verdict<Plan>? Plan() => Plan(Facts);

    /// <summary>The same of what was known at another moment, reckoned from its own report.</summary>
    public Verdict<Plan>? Plan(RecordedFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Report is { Milestones.IsEmpty: false } report
            ? Domain.Plan.Of(report.Milestones, ShowPlan.StartOf(Initiative, report), report == Facts.Report ? Today : report.ReportedAt)
            : null;
    }

    public string NameOf(PersonId person) => Names.GetValueOrDefault(person) ?? person.Value;

    /// <summary>The dossier of an initiative; null only where it is past the last gate and none was ever decided.</summary>
    public static async ValueTask<GateDossier?> Of(Reader reader, WorkingMethod method, DateTimeOffset now, InitiativeNumber number) =>
        await GateView.Of(reader, method, now, number) is { } view ? await Of(reader, method, now, view) : await OfClosed(reader, method, now, number);

    /// <summary>The dossier of a gate that was read already.</summary>
    public static async ValueTask<GateDossier> Of(Reader reader, WorkingMethod method, DateTimeOffset now, GateView view) =>
        await Of(reader, method, now, view.Dossier, view.Gate, view.Review, await DecisionsOn(reader, view.Initiative.Number), view.Actions);

    private static async ValueTask<GateDossier?> OfClosed(Reader reader, WorkingMethod method, DateTimeOffset now, InitiativeNumber number)
    {
        var initiative = (await reader.Load(Kinds.Initiatives, number.ToString()))!.Document;
        var decisions = await DecisionsOn(reader, number);
        return decisions is [.., var last] && method.Gate(last.Gate) is { } gate
            ? await Of(reader, method, now, await Dossier.Of(reader, method, initiative), gate, last, decisions, [])
            : null;
    }

    private static async ValueTask<GateDossier> Of(
        Reader reader, WorkingMethod method, DateTimeOffset now, Dossier dossier, Gate gate, GateReview review, IReadOnlyList<GateReview> decisions, IReadOnlyList<AgreedAction> actions)
    {
        var initiative = dossier.Initiative;
        var last = Before(decisions, review);
        var changes = await Since(reader, initiative.Number, last?.At);
        return new GateDossier
        {
            At = now,
            Initiative = initiative,
            Gate = gate,
            Review = review,
            Facts = dossier.Facts,
            PreviousFingerprint = dossier.PreviousFingerprint,
            Lights = dossier.LightsOn(LocalTime.DayOf(now, Clock.Amsterdam), method),
            Decisions = decisions,
            Then = last is null ? null : await FactsAt(reader, dossier.Facts, last.At),
            Actions = actions,
            Changes = [.. changes.Take(MostChanges)],
            HasMoreChanges = changes.Count > MostChanges,
            Names = await PeopleOn.All(reader, [review, .. decisions]),
        };
    }

    private static async ValueTask<IReadOnlyList<GateReview>> DecisionsOn(Reader reader, InitiativeNumber number) =>
    [
        .. (await reader.Find(Kinds.GateReviews, $"initiative={number}|", MostDecisions))
            .Select(found => found.Document).Where(review => review.Decision is not null).OrderBy(review => review.Decision!.At),
    ];

    private static GateDecision? Before(IEnumerable<GateReview> decisions, GateReview review) =>
        decisions.LastOrDefault(one => Kinds.GateReviews.Id(one) != Kinds.GateReviews.Id(review))?.Decision;

    /// <summary>What has versions, as it stood at a moment; what was told on that very day counts as known then.</summary>
    private static async ValueTask<RecordedFacts> FactsAt(Reader reader, RecordedFacts now, DateTimeOffset at)
    {
        var (key, day) = ($"initiative={now.Initiative.Number}|", LocalTime.DayOf(at, Clock.Amsterdam));
        return now with
        {
            Sheet = await Newest(Kinds.ImpactSheets, sheet => sheet.StatusDate <= day),
            Report = await Newest(Kinds.Reports, report => report.ReportedAt <= day),
            Fingerprint = await Newest(Kinds.Fingerprints, round => round.OpenedAt <= at && !round.Answers.IsEmpty),
        };

        async ValueTask<T?> Newest<T>(Kind<T> kind, Func<T, bool> known)
            where T : class => (await reader.Find(kind, key, MostVersions, descending: true)).Select(found => found.Document).FirstOrDefault(known);
    }

    /// <summary>One line more than is kept tells that there is more.</summary>
    private static async ValueTask<IReadOnlyList<JournalLine>> Since(Reader reader, InitiativeNumber number, DateTimeOffset? decided) =>
    [
        .. (await reader.Find(Kinds.Journal, $"initiative={number}|", MostChanges + 1, descending: true))
            .Select(found => found.Document).TakeWhile(line => !(line.At <= decided)),
    ];
}

/// <summary>The names of the people whom reviews know by id.</summary>
public static class PeopleOn
{
    public static async ValueTask<IReadOnlyDictionary<PersonId, string>> All(Reader reader, IEnumerable<GateReview> reviews)
    {
        Dictionary<PersonId, string> names = [];
        foreach (var person in reviews.SelectMany(Of).OfType<PersonId>().Distinct())
        {
            names[person] = (await reader.Load(Kinds.People, person.Value))?.Document.Name ?? person.Value;
        }

        return names;
    }

    private static IEnumerable<PersonId?> Of(GateReview review) =>
    [
        review.RequestedBy, review.Decision?.By, review.Decision?.OnBehalfOf,
        .. review.Advice.Select(advice => (PersonId?)advice.Person),
        .. review.Criteria.Select(entry => entry.By),
        .. review.Decision?.Conditions.Select(condition => (PersonId?)condition.Owner) ?? [],
        .. review.Decision?.Corrections.SelectMany(one => one.ConditionsBefore.Select(condition => (PersonId?)condition.Owner).Append(one.By).Append(one.OnBehalfBefore)) ?? [],
    ];
}
