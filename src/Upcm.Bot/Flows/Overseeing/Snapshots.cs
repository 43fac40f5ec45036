using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Overseeing;

/// <summary><c>momentopname</c>: keeps the dashboard as it is now, to compare with later.</summary>
public sealed class KeepDashboard(IStore store, Standings standings) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["momentopname", "momentopname dashboard"], ["snapshot", "snapshot dashboard"],
        new Phrase("het dashboard bewaren zoals het nu is", "keep the dashboard as it is now"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (!await Refusals.Allows(turn, Deed.FillDashboard, await standings.InAnyOf(turn, [.. turn.Method.Teams.Select(static team => team.Id)]), null))
        {
            return;
        }

        var snapshot = await DashboardReading.Snapshot(store, turn.Workspace, turn.Method, turn.Speaker, turn.Now, turn.Cancel);
        var before = await DashboardReading.Before(store, turn.Workspace, turn.Now, turn.Cancel);
        turn.Changes.Insert(Kinds.DashboardSnapshots, snapshot);
        turn.Record(History.DashboardKept, null, null);
        var values = await DashboardReading.Values(store, turn.Workspace, turn.Method, null, turn.Cancel);
        turn.Replace(SnapshotCard.Of(before, values, turn.Now, turn.Method, turn.Culture, kept: true));
    }
}

/// <summary><c>vergelijk dashboard</c>: what changed since the last snapshot, or since an earlier day.</summary>
public sealed class CompareDashboard(IStore store) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["vergelijk dashboard", "dashboard vergelijken"], ["compare dashboard"],
        new Phrase("wat er op het dashboard veranderde: vergelijk dashboard 1 oktober", "what changed on the dashboard: compare dashboard 1 October"), new Phrase("dag", "day"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var until = turn.Now;
        if (rest.Trim().Length > 0)
        {
            var day = new Cards.Forms.DateQuestion("day", Phrase.Same(""), turn.Today) { Name = Phrase.Same(""), HasBeen = true };
            if (day.Hear(rest.Replace("met ", "", StringComparison.OrdinalIgnoreCase).Replace("with ", "", StringComparison.OrdinalIgnoreCase), turn.Culture) is not { Understood: true, Value: { } read })
            {
                turn.Say($"\"{rest.Trim()}\" lees ik niet als een dag. Schrijf bijvoorbeeld 1 oktober.", $"I cannot read \"{rest.Trim()}\" as a day. Write for instance 1 October.");
                return;
            }

            var end = DateOnly.Parse(read, CultureInfo.InvariantCulture).AddDays(1).ToDateTime(TimeOnly.MinValue);
            until = new DateTimeOffset(end, Clock.Amsterdam.GetUtcOffset(end));
        }

        var values = await DashboardReading.Values(store, turn.Workspace, turn.Method, null, turn.Cancel);
        var before = await DashboardReading.Before(store, turn.Workspace, until < turn.Now ? until : turn.Now, turn.Cancel);
        var card = SnapshotCard.Of(before, values, turn.Now, turn.Method, turn.Culture);
        var earlier = before is null ? null : await DashboardReading.Before(store, turn.Workspace, before.At, turn.Cancel);
        turn.Replace(earlier is null ? card : card with
        {
            Buttons =
            [
                .. card.Buttons,
                Sayings.Button(
                    (turn.Culture.IsEnglish() ? "Since " : "Sinds ") + DashboardWords.Day(earlier.At, turn.Culture),
                    $"{Sentence.Name(turn.Culture)} {TimeZoneInfo.ConvertTime(earlier.At, Clock.Amsterdam).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"),
            ],
        });
    }
}

/// <summary>The dashboard against a snapshot; also what the support team is sent every month.</summary>
public static class SnapshotCard
{
    private const int MostRows = 30;

    /// <param name="before">Null where there is none to compare with.</param>
    public static Card Of(DashboardSnapshot? before, IReadOnlyList<DashboardValue> now, DateTimeOffset at, WorkingMethod method, CultureInfo culture, bool kept = false)
    {
        var en = culture.IsEnglish();
        var changes = before?.Changes(now) ?? [];
        return new Card(en ? "What changed on the dashboard" : "Wat er veranderde op het dashboard")
        {
            Status = kept
                ? en ? $"Kept as it was on {DashboardWords.Day(at, culture)}" : $"Bewaard zoals het was op {DashboardWords.Day(at, culture)}"
                : before is null ? null
                : $"{DashboardWords.Day(before.At, culture)} → {DashboardWords.Day(at, culture)}",
            Body = before is null
                ? [new Text(kept
                    ? en ? "This is the first snapshot. The dashboard says from now on what changed since." : "Dit is de eerste momentopname. Het dashboard zegt voortaan wat er sindsdien veranderde."
                    : en ? "There is no snapshot to compare with yet. Every month one is made; say \"snapshot\" to make one now." : "Er is nog geen momentopname om mee te vergelijken. Elke maand komt er een; zeg \"momentopname\" om er nu een te maken.")]
                : changes.IsEmpty
                    ? [new Text(en ? "Nothing has changed since." : "Er is sindsdien niets veranderd.")]
                    :
                    [
                        .. method.Horizons.SelectMany(horizon => Rows(horizon, [.. changes.Take(MostRows).Where(change => change.Indicator.Horizon == horizon.Id)], culture)),
                        .. changes.Length > MostRows
                            ? [new Text(en ? $"And {changes.Length - MostRows} more; each horizon shows its own." : $"En nog {changes.Length - MostRows}; elke termijn toont de zijne.", Tone.Subtle)]
                            : Array.Empty<Element>(),
                    ],
            Buttons = [Sayings.Button("Dashboard", "dashboard")],
        };
    }

    private static IEnumerable<Element> Rows(Horizon horizon, IReadOnlyList<DashboardChange> changes, CultureInfo culture) => changes.Count == 0 ? [] :
    [
        new Text(horizon.Name.In(culture), Tone.Heading),
        new Bullets([.. changes.Select(change => Line(change, culture))]),
    ];

    private static string Line(DashboardChange change, CultureInfo culture)
    {
        var indicator = change.Indicator;
        var now = DashboardWords.Value(change.Now, culture);
        return change.Difference is not null
            ? $"{indicator.Name.In(culture)}: {now} ({DashboardWords.Change(change, culture)})"
            : $"{indicator.Name.In(culture)}: {now} · {DashboardWords.Change(change, culture)}";
    }
}
