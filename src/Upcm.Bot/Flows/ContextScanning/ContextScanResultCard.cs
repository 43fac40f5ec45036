using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Pictures;
using Upcm.Domain;

namespace Upcm.Bot.Flows.ContextScanning;

/// <summary>The profile of every organisation and of the collaboration, where they differ most, and what that asks for.</summary>
public sealed class ContextScanResultCard(Initiative initiative, ContextScanRound round, WorkingMethod method, CultureInfo culture)
{
    /// <summary>As many organisations as can be told apart in one picture and one row of a table.</summary>
    private const int MostOrganisations = 12;

    private readonly bool en = culture.IsEnglish();
    private readonly ContextScanResult result = ContextScanResult.Of(round, method.ValueSystems);

    public Card Of(Illustrations illustrations)
    {
        ArgumentNullException.ThrowIfNull(illustrations);
        var open = round.ClosedAt is null;
        var answered = string.Create(culture, $"{round.Answers.Length} {(en ? "of" : "van")} {round.Invited.Length} {(en ? "answered" : "ingevuld")}");
        var known = result.Organisations.Any(one => one.Means.Any(mean => mean is not null));
        return new Card(en
            ? $"{round.Number} {initiative.Title}: context scan, round {round.Round}"
            : $"{round.Number} {initiative.Title}: contextscan, ronde {round.Round}")
        {
            Status = $"{(open ? en ? "So far" : "Tussenstand" : en ? "Result" : "Uitslag")} · {answered}",
            Body = known
                ? [.. Profiles(illustrations), .. Differences(), .. Asks(), .. Open()]
                : [new Text(en ? "Nobody gave a number, so there is nothing to reckon with." : "Niemand gaf een cijfer, dus er valt niets te berekenen.")],
        };
    }

    private IEnumerable<Element> Profiles(Illustrations illustrations)
    {
        var shown = result.Organisations.Take(MostOrganisations).ToList();
        yield return illustrations.Of(new ProfilePicture(
            en ? "en" : "nl",
            [.. method.ValueSystems.Select(system => system.Name.In(culture))],
            [.. shown.Select((one, at) => new ProfileRow(Letter(at), Rounded(one)))],
            Rounded(result.Together)));
        yield return new Bullets([.. shown.Select((one, at) =>
            $"{Letter(at)}. {one.Name}{(one.Answers > 1 ? string.Create(culture, $" ({one.Answers} {(en ? "answers" : "antwoorden")})") : "")}")]);
        if (result.Organisations.Length > shown.Count)
        {
            var more = (result.Organisations.Length - shown.Count).ToString(culture);
            yield return new Text(en ? $"And {more} more organisations; they count in the collaboration." : $"En nog {more} organisaties; ze tellen mee in de samenwerking.", Tone.Subtle);
        }

        yield return new Table(
            [en ? "Value system" : "Waardesysteem", en ? "Collaboration" : "Samenwerking", en ? "Organisations" : "Organisaties"],
            [.. method.ValueSystems.Select((system, at) => (IReadOnlyList<string>)
            [
                system.Name.In(culture),
                Number(result.Together.Means[at]),
                string.Join(" · ", shown.Select((one, nth) => $"{Letter(nth)} {Number(one.Means[at])}")),
            ])]);
    }

    private IEnumerable<Element> Differences()
    {
        if (result.Organisations.Length < 2)
        {
            yield return new Text(en ? "One organisation answered, so there is nothing to compare yet." : "Een organisatie vulde in, dus er valt nog niets te vergelijken.");
        }
        else if (result.Differences.IsEmpty)
        {
            yield return new Text(en ? "The organisations do not differ on any value system." : "De organisaties verschillen op geen enkel waardesysteem.");
        }
        else
        {
            yield return new Section(
                en ? "Talk about this: you differ most here" : "Praat hierover: hier verschillen jullie het meest",
                [new Bullets([.. result.Differences.Select(one =>
                    $"{method.ValueSystems[one.System].Name.In(culture)}: {one.Highest.Name} {Number(one.Highest.Means[one.System])}, {one.Lowest.Name} {Number(one.Lowest.Means[one.System])}. {method.ValueSystems[one.System].Explanation.In(culture)}")])]);
        }
    }

    private IEnumerable<Element> Asks()
    {
        var strongest = result.Together.Strongest;
        if (strongest.IsEmpty)
        {
            yield return new Text(en ? "In the collaboration no value system stands out." : "In de samenwerking springt geen waardesysteem eruit.");
        }
        else
        {
            yield return new Section(
                en ? $"The collaboration goes by {Named(strongest)}" : $"De samenwerking draait op {Named(strongest)}",
                [new Bullets([.. strongest.SelectMany(at => new[]
                {
                    $"{(en ? "Communication" : "Communicatie")}: {method.ValueSystems[at].Communication.In(culture)}",
                    $"{(en ? "Decisions" : "Besluiten")}: {method.ValueSystems[at].Decisions.In(culture)}",
                })])]);
        }

        var others = result.Organisations.Take(MostOrganisations).Where(one => !one.Strongest.IsEmpty && !one.Strongest.Intersect(strongest).Any()).ToList();
        if (others.Count > 0)
        {
            yield return new Section(
                en ? "Who needs something else" : "Wie iets anders nodig heeft",
                [new Bullets([.. others.Select(one =>
                    $"{one.Name} ({Named(one.Strongest)}): {method.ValueSystems[one.Strongest[0]].Communication.In(culture)} {method.ValueSystems[one.Strongest[0]].Decisions.In(culture)}")])]);
        }
    }

    private IEnumerable<Element> Open()
    {
        if (round.ClosedAt is null)
        {
            yield return new Text(round.Answers.Length < round.Invited.Length
                ? en ? "The result may still change: not everybody has answered." : "De uitslag kan nog veranderen: niet iedereen heeft ingevuld."
                : en ? "Everybody has answered. The round can be closed." : "Iedereen heeft ingevuld. De ronde kan dicht.");
        }
    }

    private string Named(IEnumerable<int> systems) =>
        string.Join(en ? " and " : " en ", systems.Select(at => method.ValueSystems[at].Name.In(culture).ToLower(culture)));

    private string Number(decimal? mean) => mean is { } known ? known.ToString("0.0", culture) : "–";

    private static decimal?[] Rounded(ValueProfile profile) => [.. profile.Means.Select(mean => mean is { } known ? decimal.Round(known, 1) : (decimal?)null)];

    private static string Letter(int at) => ((char)('A' + at)).ToString();
}
