using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Overseeing;

/// <summary><c>portfolio per productgroep</c>, and one group with its initiatives: <c>portfolio per productgroep 29.1</c>.</summary>
public sealed class ShowByProductGroup(IStore store) : ICommand
{
    private const int Shown = 20;
    private const int ShownInitiatives = 10;

    public Sentence Sentence { get; } = new(
        ["portfolio per productgroep", "productgroepen", "productgroep"], ["portfolio by product group", "product groups", "product group"],
        new Phrase("de portfolio per productgroep: portfolio per productgroep {group}", "the portfolio by product group: portfolio by product group {group}"), new Phrase("{product-code} of niets", "{product-code} or nothing"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var counts = await DashboardReading.Counts(store, turn.Workspace, turn.Cancel);
        var wanted = rest.Trim();
        var named = turn.Method.ProductGroups.FirstOrDefault(group => group.Sbi == wanted
            || string.Equals(group.Name.Nl, wanted, StringComparison.OrdinalIgnoreCase) || string.Equals(group.Name.En, wanted, StringComparison.OrdinalIgnoreCase));
        var code = named?.Sbi ?? wanted;
        if (wanted.Length > 0 && (named is not null || counts[$"{Tallies.Groups}/{code}"] > 0))
        {
            turn.Replace(await One(turn, code, counts));
            return;
        }

        if (wanted.Length > 0)
        {
            turn.Say(
                $"De productgroep \"{wanted}\" ken ik niet, en geen initiatief noemt hem. Hieronder staan de productgroepen met initiatieven.",
                $"I do not know the product group \"{wanted}\", and no initiative names it. The product groups with initiatives stand below.");
        }

        turn.Replace(All(turn, counts));
    }

    private static Card All(Turn turn, Counts counts)
    {
        var (en, claims) = (turn.Culture.IsEnglish(), turn.Method.Claims);
        var groups = counts.Of(Tallies.Groups).Where(static group => group.Key != Tallies.None)
            .OrderByDescending(static group => group.Value).ThenBy(static group => group.Key, StringComparer.Ordinal).ToList();
        var touched = groups.Count(group => turn.Method.ProductGroup(group.Key) is not null);
        var none = counts[$"{Tallies.Groups}/{Tallies.None}"];
        return new Card(en ? "Portfolio by product group" : "Portfolio per productgroep")
        {
            Status = en
                ? $"{touched} of the programme's {turn.Method.ProductGroups.Length} groups are touched"
                : $"{touched} van de {turn.Method.ProductGroups.Length} groepen van het programma komen voor",
            Body =
            [
                .. Coverage.Lines(counts, turn.Method.Claims, turn.Culture),
                .. none == 0 ? Array.Empty<Element>() : [new Text(en
                    ? $"{Numbers.Show(none, turn.Culture)} initiatives name no product group and are missing below."
                    : $"{Numbers.Show(none, turn.Culture)} initiatieven noemen geen productgroep en ontbreken hieronder.", Tone.Warning)],
                .. groups.Count == 0 ? Array.Empty<Element>() :
                [
                    new Table(
                        [en ? "Product group" : "Productgroep", en ? "Initiatives" : "Initiatieven", $"{(en ? "With a sheet" : "Met sheet")} · {claims.Amount.In(turn.Culture)}"],
                        [
                            .. groups.Take(Shown).Select(group => (IReadOnlyList<string>)
                            [
                                Measuring.NameOfGroup(turn.Method, group.Key).In(turn.Culture),
                                Numbers.Show(group.Value, turn.Culture),
                                WithSheet(turn, counts, group.Key),
                            ]),
                        ]),
                    .. groups.Count > Shown ? [new Text(en ? $"And {groups.Count - Shown} groups with fewer." : $"En nog {groups.Count - Shown} groepen met minder.", Tone.Subtle)] : Array.Empty<Element>(),
                    new Text(en
                        ? $"An initiative that names several groups stands with each of them, with its whole {claims.Effect.En} effect. So the column does not add up to the total."
                        : $"Een initiatief dat meer groepen noemt, staat bij elke groep, met zijn hele {claims.Effect.Nl}-effect. De kolom telt dus niet op tot het totaal.", Tone.Subtle),
                ],
            ],
            Buttons =
            [
                .. groups.Take(4).Select(group => Sayings.Button(Short(Measuring.NameOfGroup(turn.Method, group.Key).In(turn.Culture)), $"{(en ? "product group" : "productgroep")} {group.Key}")),
                Sayings.Button(en ? "By effect goal" : "Per effectdoel", en ? "portfolio by effect goal" : "portfolio per effectdoel"),
            ],
        };
    }

    private static string WithSheet(Turn turn, Counts counts, string group)
    {
        var sheets = counts[$"{Tallies.GroupSheets}/{group}"];
        var co2 = counts[$"{Tallies.GroupCo2}/{group}"];
        return sheets == 0 ? turn.Culture.IsEnglish() ? "none" : "geen"
            : $"{Numbers.Show(sheets, turn.Culture)} · {(co2 == 0 ? turn.Culture.IsEnglish() ? "not told" : "niet verteld" : Numbers.Show(Tally.FromThousandths(co2), turn.Culture))}";
    }

    private static async ValueTask<Card> One(Turn turn, string sbi, Counts counts)
    {
        var (en, claims) = (turn.Culture.IsEnglish(), turn.Method.Claims);
        var all = counts[$"{Tallies.Groups}/{sbi}"];
        var sheets = counts[$"{Tallies.GroupSheets}/{sbi}"];
        var row = turn.Method.Figures.ProductGroups.FirstOrDefault(one => one.Id == sbi);
        var strategies = counts.Of($"{Tallies.GroupStrategies}/{sbi}").OrderBy(static one => one.Key, StringComparer.Ordinal).ToList();
        var found = await turn.Find(Kinds.Initiatives, $"{Tally.Prefix}{Tallies.Groups}/{sbi}|", ShownInitiatives, descending: true);
        List<Fact> facts =
        [
            new(en ? "Initiatives" : "Initiatieven", Numbers.Show(all, turn.Culture)),
            new(en ? "With impact sheet" : "Met impactsheet", all == 0 ? "0" : $"{Numbers.Show(sheets, turn.Culture)} ({Coverage.Share(sheets, all, turn.Culture)})"),
            new(en ? $"{claims.Effect.En} effect claimed" : $"Genoemd {claims.Effect.Nl}-effect", counts[$"{Tallies.GroupCo2}/{sbi}"] is var co2 and not 0
                ? $"{Numbers.Show(Tally.FromThousandths(co2), turn.Culture)} {claims.Unit.In(turn.Culture)}{(en ? ", other groups of these initiatives included" : ", met de andere groepen van deze initiatieven erbij")}"
                : en ? "not told" : "niet verteld"),
        ];
        if (row is not null)
        {
            facts.Add(new(en ? "Expected of the programme" : "Verwacht van het programma", $"{Numbers.Show(-row.Co2Impact, turn.Culture)} {claims.Amount.In(turn.Culture)} ({turn.Method.Figures.Source.In(turn.Culture)})"));
        }

        if (strategies.Count > 0)
        {
            facts.Add(new(en ? "Strategies" : "Strategieën", string.Join(", ", strategies.Select(one => $"{one.Key} ({Numbers.Show(one.Value, turn.Culture)})"))));
        }

        return new Card(Measuring.NameOfGroup(turn.Method, sbi).In(turn.Culture))
        {
            Status = turn.Method.ProductGroup(sbi) is null
                ? en ? "Not in the programme's table of product groups" : "Staat niet in de tabel met productgroepen van het programma"
                : turn.Method.Clusters.FirstOrDefault(cluster => cluster.Id == turn.Method.ProductGroup(sbi)!.Cluster)?.Name.In(turn.Culture),
            Body =
            [
                new Facts(facts),
                .. found.Count == 0 ? [new Text(en ? "No initiative names this product group." : "Geen initiatief noemt deze productgroep.")] : await Initiatives.Rows(turn, [.. found.Select(static hit => hit.Document)]),
                .. all > found.Count ? [new Text(en ? $"These are the newest {found.Count}." : $"Dit zijn de nieuwste {found.Count}.", Tone.Subtle)] : Array.Empty<Element>(),
            ],
            Buttons = [Sayings.Button(en ? "All product groups" : "Alle productgroepen", en ? "portfolio by product group" : "portfolio per productgroep")],
        };
    }

    private static string Short(string label) => label.Length <= 40 ? label : string.Concat(label.AsSpan(0, 39), "…");
}
