using FuzzySharp;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Overseeing;

/// <summary><c>herkomst volgers</c>: where a value of the dashboard comes from: the records it was counted from, or who entered it.</summary>
public sealed class ShowOrigin(IStore store, Standings standings) : ICommand
{
    private const int ShownRecords = 6;
    private const int ShownParts = 15;
    private const int ShownEntries = 12;
    private const int MeantFrom = 70;

    public Sentence Sentence { get; } = new(
        ["herkomst", "waar komt", "waar komt vandaan"], ["origin", "origin of", "where does"],
        new Phrase("waar een waarde van het dashboard vandaan komt: herkomst {value}", "where a value of the dashboard comes from: origin {value}"),
        new Phrase("waarde", "value"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Named(turn, rest) is not { } indicator)
        {
            return;
        }

        var counts = await DashboardReading.Counts(store, turn.Workspace, turn.Cancel);
        var value = (await DashboardReading.Values(store, turn.Workspace, turn.Method, counts, indicator.Horizon, turn.Cancel)).First(one => one.Indicator.Id == indicator.Id);
        var en = turn.Culture.IsEnglish();
        var before = await DashboardReading.Before(store, turn.Workspace, turn.Now, turn.Cancel);
        var change = before?.Changes([value]) is [var changed] ? changed : null;
        var mayFill = indicator.From is null && Rights.May(Deed.FillDashboard, await FillDashboardFlow.StandingFor(turn, standings, indicator));
        turn.Replace(new Card(indicator.Name.In(turn.Culture))
        {
            Status = DashboardWords.Value(value, turn.Culture) + (change is null ? "" : $" · {DashboardWords.Change(change, turn.Culture)} {(en ? "since" : "sinds")} {DashboardWords.Day(before!.At, turn.Culture)}"),
            Body = indicator.From is { } from ? await Derived(turn, from, value.Measured!) : await Entered(turn, indicator, mayFill),
            Buttons =
            [
                .. mayFill ? [Sayings.Button(en ? "Fill in" : "Vul in", $"{(en ? "fill in" : "vul in")} {indicator.Id}", ButtonTone.Main)] : Array.Empty<Button>(),
                Sayings.Button($"Dashboard {turn.Method.Horizon(indicator.Horizon)?.Name.In(turn.Culture)}", $"dashboard {indicator.Horizon}"),
            ],
        });
    }

    /// <summary>The indicator somebody means, or null after having said which there are.</summary>
    internal static ValueTask<DashboardIndicator?> Named(Turn turn, string text, bool entered = false)
    {
        var wanted = Asked(text.ToLowerInvariant());
        var among = turn.Method.Dashboard.Where(one => !entered || one.From is null).ToList();
        var best = among
            .Select(one => (one, score: one.Id == wanted ? 101 : new[] { one.Name.Nl, one.Name.En }.Max(name => Fuzz.WeightedRatio(wanted, name.ToLowerInvariant()))))
            .OrderByDescending(static candidate => candidate.score)
            .ToList();
        if (wanted.Length > 1 && best is [var first, ..] && first.score >= MeantFrom)
        {
            return new(first.one);
        }

        var en = turn.Culture.IsEnglish();
        var words = entered ? en ? "fill in" : "vul in" : en ? "origin" : "herkomst";
        var shown = wanted.Length > 1 ? best.Take(6).Select(static candidate => candidate.one) : [];
        turn.Replace(new Card(en ? "Which value of the dashboard?" : "Welke waarde van het dashboard?")
        {
            Body =
            [
                new Text(wanted.Length > 1
                    ? en ? $"I do not know \"{text.Trim()}\". Did you mean one of these, or look for it on a horizon?" : $"\"{text.Trim()}\" ken ik niet. Bedoel je een van deze, of zoek je hem op een termijn?"
                    : en ? "Choose a horizon; beside each value is a button." : "Kies een termijn; bij elke waarde staat een knop."),
                .. shown.Select(one => new Row(one.Name.In(turn.Culture), turn.Method.Horizon(one.Horizon)?.Name.In(turn.Culture), Sayings.Button(en ? "This one" : "Deze", $"{words} {one.Id}"))),
            ],
            Buttons = [.. turn.Method.Horizons.Select(horizon => Sayings.Button(horizon.Name.In(turn.Culture), $"dashboard {horizon.Id}"))],
        });
        return new((DashboardIndicator?)null);
    }

    /// <summary>Without what a question ends with: <c>waar komt … vandaan?</c></summary>
    private static string Asked(string text)
    {
        var wanted = text.Trim().TrimEnd('?').TrimEnd();
        return Array.Find<string>([" vandaan", " come from", " comes from"], end => wanted.EndsWith(end, StringComparison.Ordinal)) is { } end ? wanted[..^end.Length] : wanted;
    }

    private async ValueTask<IReadOnlyList<Element>> Derived(Turn turn, Derivation from, Measured measured)
    {
        var en = turn.Culture.IsEnglish();
        var parts = (await Parts(turn, from, measured)).OrderByDescending(static part => part.Count).ToList();
        var shown = parts.Take(ShownParts).ToList();
        List<Element> body = [new Text(DashboardWords.Origin(from, turn.Method, turn.Culture))];
        if (shown.Count > 0)
        {
            body.Add(new Table(
                [en ? "What" : "Wat", en ? "How many" : "Aantal"],
                [.. shown.Select(part => (IReadOnlyList<string>)[part.Name.In(turn.Culture) + (part.Counted ? "" : en ? " (does not count)" : " (telt niet mee)"), Numbers.Show(part.Count, turn.Culture)])]));
            if (parts.Count > shown.Count)
            {
                body.Add(new Text(en ? $"And {parts.Count - shown.Count} more." : $"En nog {parts.Count - shown.Count}.", Tone.Subtle));
            }
        }

        var records = from.Name == Derivations.Entrepreneurs ? await Reports(turn) : await Initiatives(turn, shown);
        return records.Count == 0 ? body :
        [
            .. body, new Text(en ? "Records it comes from" : "Gegevens waar het uit komt", Tone.Heading), .. records.Take(ShownRecords),
            .. records.Count > ShownRecords ? [new Text(en ? $"These are the newest {ShownRecords}; there are more." : $"Dit zijn de nieuwste {ShownRecords}; er zijn er meer.", Tone.Subtle)] : Array.Empty<Element>(),
        ];
    }

    /// <summary>What people name as they like is not known to the programme: the names themselves are the parts.</summary>
    private async ValueTask<IEnumerable<MeasuredPart>> Parts(Turn turn, Derivation from, Measured measured) =>
        Measuring.NamesOf(from) is { } start
            ? (await store.Counters(turn.Workspace, start, 1000, turn.Cancel)).Select(one => new MeasuredPart(new Words(one.Key[start.Length..], one.Key[start.Length..]), one.Value, true, [one.Key]))
            : measured.Parts;

    /// <summary>One more than is shown tells that there are more.</summary>
    private static async ValueTask<IReadOnlyList<Element>> Initiatives(Turn turn, IEnumerable<MeasuredPart> parts)
    {
        Dictionary<InitiativeNumber, Initiative> found = [];
        foreach (var counter in parts.Where(static part => part is { Counted: true, Count: > 0 }).SelectMany(static part => part.Counters))
        {
            foreach (var hit in await turn.Find(Kinds.Initiatives, $"{counter}|", ShownRecords + 1, descending: true))
            {
                found.TryAdd(hit.Document.Number, hit.Document);
            }
        }

        return await Asking.Initiatives.Rows(turn, [.. found.Values.OrderByDescending(static it => it.Number).Take(ShownRecords + 1)]);
    }

    private static async ValueTask<IReadOnlyList<Element>> Reports(Turn turn) =>
    [
        .. (await turn.Find(Kinds.Reports, $"{Tally.Prefix}{Tallies.EntrepreneursHelped}|", ShownRecords + 1, descending: true)).Select(hit => new Row(
            hit.Document.Number.ToString(),
            turn.Culture.IsEnglish()
                ? $"{hit.Document.EntrepreneursHelped} in the report of {DashboardWords.Day(hit.Document.ReportedAt, turn.Culture)}"
                : $"{hit.Document.EntrepreneursHelped} in de melding van {DashboardWords.Day(hit.Document.ReportedAt, turn.Culture)}",
            Sayings.Button(turn.Culture.IsEnglish() ? "Show" : "Toon", $"{(turn.Culture.IsEnglish() ? "progress" : "voortgang")} {hit.Document.Number} {(turn.Culture.IsEnglish() ? "version" : "versie")} {hit.Document.Version}"))),
    ];

    private static async ValueTask<IReadOnlyList<Element>> Entered(Turn turn, DashboardIndicator indicator, bool mayFill)
    {
        var en = turn.Culture.IsEnglish();
        var entries = (await turn.Find(Kinds.DashboardEntries, $"day={indicator.Id}|", ShownEntries + 1, descending: true)).Select(static hit => hit.Document).ToList();
        return entries.Count == 0
            ? [new Text(en ? "Nobody has entered this yet." : "Dit heeft nog niemand ingevuld.")]
            :
            [
                new Text(en ? "Entered, the latest day first" : "Ingevuld, de laatste dag eerst", Tone.Heading),
                .. entries.Take(ShownEntries).Select((entry, at) => new Row(
                    $"{DashboardWords.Day(entry.Date, turn.Culture)}: {DashboardWords.Value(indicator, entry.Value, null, entry.Text, turn.Culture)}",
                    $"{(en ? "source" : "bron")}: {entry.Source} · {entry.By.Name}, {DashboardWords.Day(entry.At, turn.Culture)}",
                    mayFill && at == 0 ? Sayings.Button(en ? "Take away" : "Haal weg", $"{(en ? "withdraw value" : "haal waarde weg")} {indicator.Id}") : null)),
                .. entries.Count > ShownEntries ? [new Text(en ? $"These are the last {ShownEntries}; there are more." : $"Dit zijn de laatste {ShownEntries}; er zijn er meer.", Tone.Subtle)] : Array.Empty<Element>(),
            ];
    }
}
