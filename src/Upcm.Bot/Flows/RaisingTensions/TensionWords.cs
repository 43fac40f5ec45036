using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Flows.RaisingTensions;

/// <summary>Tables, ages and refusals in plain words.</summary>
public static class TensionWords
{
    public static Phrase Table(string id, WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return method.Meetings.Table(id)?.Name is { } name ? new Phrase(name.Nl, name.En) : Phrase.Same(id);
    }

    /// <summary>The table and whose it is: "roloverleg van Team Realisatie".</summary>
    public static Phrase Place(string table, string team, WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(method);
        var (name, of) = (Table(table, method), method.Team(team)?.The ?? new Words(team, team));
        return table == Tables.OtherTeam ? new Phrase(of.Nl, of.En) : new Phrase($"{name.Nl} van {of.Nl}", $"{name.En} of {of.En}");
    }

    /// <summary>The suggestion, and what in the sentence says so.</summary>
    public static Phrase Reason(Suggestion suggestion, WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        var place = Place(suggestion.Table, suggestion.Team, method);
        return suggestion.Because is { } word
            ? new Phrase(
                $"Mijn voorstel: {place.Nl}, omdat je het hebt over \"{word}\". Past dat niet? Zeg \"wijzig tafel\" of \"wijzig team\".",
                $"My suggestion: {place.En}, because you speak of \"{word}\". Does that not fit? Say \"change table\" or \"change team\".")
            : new Phrase(
                $"Mijn voorstel: {place.Nl}, omdat niets wijst naar een andere plek. Past dat niet? Zeg \"wijzig tafel\" of \"wijzig team\".",
                $"My suggestion: {place.En}, because nothing points elsewhere. Does that not fit? Say \"change table\" or \"change team\".");
    }

    public static string Age(Tension tension, DateTimeOffset now, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(tension);
        var en = culture.IsEnglish();
        return tension.Age(now) switch
        {
            <= 0 => en ? "since today" : "sinds vandaag",
            1 => en ? "1 day old" : "1 dag oud",
            var days => en ? $"{days} days old" : $"{days} dagen oud",
        };
    }

    public static Phrase State(Tension tension) => tension.State switch
    {
        TensionState.Open => new("Open", "Open"),
        TensionState.Withdrawn => new("Ingetrokken", "Withdrawn"),
        TensionState.Merged => new($"Samengevoegd met spanning {tension.Into}", $"Merged into tension {tension.Into}"),
        TensionState.Dropped => new("Niets mee gedaan", "Dropped"),
        _ => new("Afgehandeld", "Handled"),
    };

    /// <summary>Says every reason of a refusal.</summary>
    public static async ValueTask Say(Turn turn, IReadOnlyList<Reason> reasons, Tension tension)
    {
        List<Phrase> said = [];
        foreach (var broken in reasons.OfType<TensionLawBroken>())
        {
            said.Add(broken.Law switch
            {
                TensionLaw.HandledByRaiserOrTable => await Refusals.Text(turn, new MayNot(Deed.TriageTension, Rights.WhoMay(Deed.TriageTension)), tension.Team),
                TensionLaw.IsOpen => new Phrase($"Spanning {tension.Id} is niet meer open: {State(tension).Nl.ToLower(Cultures.Dutch)}.", $"Tension {tension.Id} is no longer open: {State(tension).En.ToLower(Cultures.English)}."),
                TensionLaw.OtherIsOpen => new Phrase($"Spanning {broken.Subject} is niet meer open.", $"Tension {broken.Subject} is no longer open."),
                TensionLaw.OtherIsAnother => new Phrase("Noem twee verschillende spanningen.", "Please name two different tensions."),
                _ => new Phrase($"Spanning {tension.Id} ligt daar al.", $"Tension {tension.Id} is there already."),
            });
        }

        turn.Say(string.Join('\n', said.Select(one => one.Nl)), string.Join('\n', said.Select(one => one.En)));
    }
}
