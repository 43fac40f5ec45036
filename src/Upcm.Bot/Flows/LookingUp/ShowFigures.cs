using FuzzySharp;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.LookingUp;

/// <summary><c>cijfers 27.2</c>: what the handbook prints of a product group, a province or a cluster, and what initiatives there are.</summary>
public sealed class ShowFigures : ICommand
{
    private const int MeantFrom = 75;
    private const int Shown = 8;
    private const int Added = 50;
    private const string Groups = "product-groups";
    private const string Provinces = "provinces";
    private const string Clusters = "clusters";

    public Sentence Sentence { get; } = new(
        ["cijfers", "cijfers van", "cijfers over"], ["figures", "figures of"],
        new("cijfers van een productgroep, {region} of cluster: cijfers {group}", "figures of a product group, {region} or cluster: figures {group}"), new("{product-code} of naam", "{product-code} or name"));

    /// <param name="Table">Of the printed figures.</param>
    /// <param name="Key">By which initiatives about it are found.</param>
    private sealed record Subject(string Title, string Table, IndustryRow Row, string Key, string? Remark = null);

    public async ValueTask Run(Turn turn, string rest)
    {
        var asked = rest.Trim().TrimEnd('.');
        if (asked.Length == 0)
        {
            turn.Replace(Which(turn, null));
        }
        else if (Named(turn, asked) is { } subject)
        {
            turn.Replace(await Of(turn, subject));
        }
        else
        {
            turn.Replace(Which(turn, asked));
        }
    }

    private static async ValueTask<Card> Of(Turn turn, Subject subject)
    {
        var en = turn.Culture.IsEnglish();
        var figures = turn.Method.Figures;
        var differences = FigureWords.Differences(turn.Method, subject.Table, turn.Culture).ToList();
        return new Card(subject.Title)
        {
            Status = figures.Source.In(turn.Culture),
            Body =
            [
                .. subject.Remark is { } remark ? [new Text(remark, Tone.Warning)] : Array.Empty<Element>(),
                FigureWords.First(subject.Row, turn.Method, turn.Culture),
                new Section(en ? "Further figures" : "Verdere cijfers", [FigureWords.Further(subject.Row, turn.Method, turn.Culture)], Folded: true),
                .. await Initiatives(turn, subject.Key),
                .. differences.Count == 0 ? Array.Empty<Element>()
                    : [new Section(en ? "What does not add up in the printed table" : "Wat er in de gedrukte tabel niet klopt", [new Bullets(differences)], Folded: true)],
            ],
        };
    }

    /// <summary>The newest initiatives about it, and what their newest impact sheets claim per band.</summary>
    private static async ValueTask<IEnumerable<Element>> Initiatives(Turn turn, string key)
    {
        var en = turn.Culture.IsEnglish();
        var found = (await turn.Find(Kinds.Initiatives, key, Added + 1, descending: true)).Select(hit => hit.Document).DistinctBy(it => it.Number).ToList();
        if (found.Count == 0)
        {
            return [new Text(en ? "No initiative is about this yet." : "Er is nog geen initiatief dat hierover gaat.", Tone.Subtle)];
        }

        var counted = found.Count > Added ? (en ? $"more than {Added}" : $"meer dan {Added}") : found.Count.ToString(turn.Culture);
        Dictionary<string, decimal> claimed = new(StringComparer.Ordinal);
        foreach (var it in found.Take(Added))
        {
            var sheets = await turn.Find(Kinds.ImpactSheets, $"initiative={it.Number}|", 1, descending: true);
            foreach (var band in sheets.SelectMany(sheet => sheet.Document.Co2PerBand).Where(band => band.Value is not null))
            {
                claimed[band.Key] = claimed.GetValueOrDefault(band.Key) + band.Value!.Value;
            }
        }

        return
        [
            new Section(
                en ? $"Initiatives ({counted})" : $"Initiatieven ({counted})",
                [.. await Asking.Initiatives.Rows(turn, [.. found.Take(Shown)])]),
            .. claimed.Count == 0 ? Array.Empty<Element>()
                : [new Section(
                    en ? "What these initiatives claim together" : "Wat deze initiatieven samen claimen",
                    [
                        new Facts([.. turn.Method.Bands.Where(band => claimed.ContainsKey(band.Id)).Select(band => new Fact(
                            band.Name.In(turn.Culture), $"{FigureWords.Show(claimed[band.Id], turn.Culture)} {turn.Method.Claims.Amount.In(turn.Culture)}"))]),
                        new Text(en
                            ? "No reductions are printed for these parts; they are claims of impact sheets, also where an initiative is about more than this."
                            : "Voor deze delen is geen vermindering gedrukt; dit zijn claims uit impactsheets, ook waar een initiatief over meer gaat dan dit.", Tone.Subtle),
                    ])],
        ];
    }

    private static Subject? Named(Turn turn, string asked)
    {
        var (method, culture) = (turn.Method, turn.Culture);
        var figures = method.Figures;
        if (asked.Any(char.IsAsciiDigit))
        {
            return SbiCodes.AreCodes(asked) && PrintedFigures.RowOf(asked, figures.ProductGroups) is { } row ? Group(asked, row) : null;
        }

        List<(IndustryRow Row, string Table, string[] Names)> all =
        [
            .. figures.Clusters.Select(row => (row, Clusters, NamesOf(row, method.Clusters))),
            .. figures.Provinces.Select(row => (row, Provinces, NamesOf(row, method.Regions))),
            .. figures.ProductGroups.Select(row => (row, Groups, method.ProductGroup(row.Id) is { } group ? [row.Name, group.Name.Nl, group.Name.En] : new[] { row.Name })),
        ];
        var best = all
            .Select(one => (one.Row, one.Table, one.Names, Score: one.Names.Max(name => Score(asked, name))))
            .MaxBy(one => one.Score);
        return best.Score < MeantFrom ? null
            : best.Table == Groups ? Group(best.Row.Id, best.Row)
            : new Subject(
                (best.Table == Clusters ? method.Clusters : method.Regions).FirstOrDefault(item => item.Id == best.Row.Id)?.Name.In(culture) ?? best.Row.Name,
                best.Table, best.Row, best.Table == Clusters ? $"cluster={best.Row.Id}|" : $"region={best.Row.Id}|");

        Subject Group(string code, IndustryRow row)
        {
            var name = method.ProductGroup(code)?.Name.In(culture);
            var printed = method.ProductGroup(row.Id)?.Name.In(culture) ?? row.Name;
            return new Subject(
                $"{code}{(name is null && code != row.Id ? "" : " " + (name ?? printed))}", Groups, row, code == row.Id ? $"group={code}" : $"group={code}|",
                code == row.Id ? null : culture.IsEnglish()
                    ? $"Figures are printed for {row.Id} {printed} as a whole, not for {code}. They are these."
                    : $"Er zijn cijfers gedrukt voor {row.Id} {printed} als geheel, niet voor {code}. Dit zijn die.");
        }
    }

    private static string[] NamesOf(IndustryRow row, IEnumerable<Item> items) =>
        items.FirstOrDefault(item => item.Id == row.Id) is { } item ? [row.Name, item.Id, item.Name.Nl, item.Name.En] : [row.Name];

    private static int Score(string asked, string name) =>
        name.StartsWith(asked, StringComparison.OrdinalIgnoreCase) && asked.Length >= 4 ? 95 : Fuzz.Ratio(asked.ToLowerInvariant(), name.ToLowerInvariant());

    private static Card Which(Turn turn, string? unknown)
    {
        var en = turn.Culture.IsEnglish();
        var (method, figures) = (turn.Method, turn.Method.Figures);
        string Words(string said) => $"{(en ? "figures" : "cijfers")} {said}";
        var example = figures.ProductGroups.FirstOrDefault()?.Id ?? figures.Provinces.FirstOrDefault()?.Name ?? "";
        return new Card(en ? "Figures of what?" : "Cijfers waarvan?")
        {
            Body =
            [
                .. unknown is null ? Array.Empty<Element>()
                    : [new Text(en ? $"I have no figures of \"{Shorter.Than(60, unknown)}\". There are figures of these." : $"Van \"{Shorter.Than(60, unknown)}\" heb ik geen cijfers. Wel hiervan.", Tone.Warning)],
                new Text("Clusters", Tone.Heading),
                new Choices([.. figures.Clusters.Select(row => Sayings.Button(method.Clusters.FirstOrDefault(one => one.Id == row.Id)?.Name.In(turn.Culture) ?? row.Name, Words(row.Id)))]),
                new Section(en ? "Product groups" : "Productgroepen", [new Bullets([.. figures.ProductGroups.Select(row => $"{row.Id} {method.ProductGroup(row.Id)?.Name.In(turn.Culture) ?? row.Name}")])], Folded: unknown is null),
                new Section(Capital.Of(method.Names.Region.Many.In(turn.Culture)), [new Text(string.Join(", ", figures.Provinces.Select(row => row.Name)))], Folded: unknown is null),
                new Text(en ? $"Say for instance \"{Words(example)}\"." : $"Zeg bijvoorbeeld \"{Words(example)}\".", Tone.Subtle),
            ],
        };
    }
}
