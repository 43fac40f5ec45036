using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Documents;
using Upcm.Bot.Flows.Exporting;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Overseeing;

/// <summary><c>dashboard</c>: all horizons at a glance; <c>dashboard 0-2 jaar</c>: one of them, value by value.</summary>
public sealed class ShowDashboard(IStore store, Standings standings) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["dashboard"], ["dashboard"],
        new Phrase("hoe het programma ervoor staat: dashboard {horizon}", "how the programme is doing: dashboard {horizon}"), new Phrase("termijn", "horizon"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (rest.Trim().Length == 0)
        {
            turn.Replace(await Overview(turn));
        }
        else if (Horizons.Named(turn.Method, rest) is { } horizon)
        {
            turn.Replace(await Of(turn, horizon));
        }
        else
        {
            turn.Say(
                $"De termijn \"{rest.Trim()}\" ken ik niet. Hieronder staan de termijnen die er zijn.",
                $"I do not know the horizon \"{rest.Trim()}\". The horizons there are stand below.");
            turn.Replace(await Overview(turn));
        }
    }

    private async ValueTask<Card> Overview(Turn turn)
    {
        var en = turn.Culture.IsEnglish();
        var counts = await DashboardReading.Counts(store, turn.Workspace, turn.Cancel);
        var values = await DashboardReading.Values(store, turn.Workspace, turn.Method, counts, null, turn.Cancel);
        var before = await DashboardReading.Before(store, turn.Workspace, turn.Now, turn.Cancel);
        var changes = before?.Changes(values) ?? [];
        var entered = values.Where(static one => one.Measured is null).ToList();
        return new Card("Dashboard")
        {
            Status = (en ? "As it is on " : "Stand op ") + DashboardWords.Day(turn.Today, turn.Culture) + Since(before, turn),
            Body =
            [
                .. Coverage.Lines(counts, turn.Method.Claims, turn.Culture).Take(2),
                new Text(en
                    ? $"Somebody entered {entered.Count(static one => one.IsKnown)} of {entered.Count} values; the bot counts the other {values.Count - entered.Count}."
                    : $"Van de {entered.Count} waarden die mensen invullen, zijn er {entered.Count(static one => one.IsKnown)} ingevuld. De andere {values.Count - entered.Count} telt de bot.", Tone.Subtle),
                .. turn.Method.Horizons.Select(horizon => Row(turn, horizon, values, changes)),
            ],
            Buttons =
            [
                Sayings.Button(en ? "By product group" : "Per productgroep", en ? "portfolio by product group" : "portfolio per productgroep"),
                Sayings.Button(en ? "By effect goal" : "Per effectdoel", en ? "portfolio by effect goal" : "portfolio per effectdoel"),
                Sayings.Button(en ? "What changed" : "Wat veranderde", en ? "compare dashboard" : "vergelijk dashboard"),
                .. ExportButtons.Of(DashboardExport.Called, "", Format.OfBooks, turn.Culture),
            ],
        };
    }

    private static Row Row(Turn turn, Horizon horizon, IReadOnlyList<DashboardValue> values, IReadOnlyList<DashboardChange> changes)
    {
        var en = turn.Culture.IsEnglish();
        var own = values.Where(one => one.Indicator.Horizon == horizon.Id).ToList();
        var main = own.Find(static one => one.Indicator.Column == DashboardColumn.Performance);
        var changed = changes.Count(change => change.Indicator.Horizon == horizon.Id);
        return new Row(
            $"{horizon.Name.In(turn.Culture)} · {horizon.ChangeStrategy.In(turn.Culture)}",
            (main is null ? "" : $"{main.Indicator.Name.In(turn.Culture)}: {DashboardWords.Value(main, turn.Culture)} · ")
                + (en ? $"{own.Count(static one => one.IsKnown)} of {own.Count} known" : $"{own.Count(static one => one.IsKnown)} van {own.Count} bekend")
                + (changed == 0 ? "" : en ? $" · {changed} changed" : $" · {changed} veranderd"),
            Sayings.Button(en ? "Show" : "Toon", $"dashboard {horizon.Id}"));
    }

    private async ValueTask<Card> Of(Turn turn, Horizon horizon)
    {
        var en = turn.Culture.IsEnglish();
        var values = await DashboardReading.Values(store, turn.Workspace, turn.Method, horizon.Id, turn.Cancel);
        var before = await DashboardReading.Before(store, turn.Workspace, turn.Now, turn.Cancel);
        var changes = (before?.Changes(values) ?? []).ToDictionary(static change => change.Indicator.Id, StringComparer.Ordinal);
        List<Element> body = [];
        foreach (var column in values.GroupBy(one => DashboardWords.Column(one.Indicator, turn.Method, turn.Culture)))
        {
            body.Add(new Text(column.Key, Tone.Heading));
            foreach (var value in column)
            {
                var indicator = value.Indicator;
                var mayFill = indicator.Kind != MeasureKind.Derived && Rights.May(Deed.FillDashboard, await FillDashboardFlow.StandingFor(turn, standings, indicator));
                body.Add(new Row(
                    $"{indicator.Name.In(turn.Culture)}: {DashboardWords.Value(value, turn.Culture)}",
                    DashboardWords.Kind(value, turn.Culture) + (changes.TryGetValue(indicator.Id, out var change) ? $" · {DashboardWords.Change(change, turn.Culture)}" : ""),
                    mayFill && !value.IsKnown
                        ? Sayings.Button(en ? "Fill in" : "Vul in", $"{(en ? "fill in" : "vul in")} {indicator.Id}")
                        : Sayings.Button(en ? "Origin" : "Herkomst", $"{(en ? "origin" : "herkomst")} {indicator.Id}")));
            }
        }

        var at = turn.Method.Horizons.IndexOf(horizon);
        var next = turn.Method.Horizons[(at + 1) % turn.Method.Horizons.Length];
        return new Card($"Dashboard {horizon.Name.In(turn.Culture)}")
        {
            Status = horizon.ChangeStrategy.In(turn.Culture) + Since(before, turn),
            Body = body.Count > 0 ? body : [new Text(en ? "The programme has no indicators on this horizon." : "Het programma heeft op deze termijn geen indicatoren.")],
            Buttons =
            [
                Sayings.Button((en ? "Next: " : "Volgende: ") + next.Name.In(turn.Culture), $"dashboard {next.Id}", ButtonTone.Main),
                Sayings.Button(en ? "All horizons" : "Alle termijnen", "dashboard"),
                Sayings.Button(en ? "Change strategy" : "Veranderstrategie", $"{(en ? "change strategy" : "veranderstrategie")} {horizon.Id}"),
            ],
        };
    }

    private static string Since(DashboardSnapshot? before, Turn turn) => before is null ? ""
        : (turn.Culture.IsEnglish() ? " · changes since " : " · veranderingen sinds ") + DashboardWords.Day(before.At, turn.Culture);
}
