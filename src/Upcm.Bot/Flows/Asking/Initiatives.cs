using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Asking;

/// <summary>Finding one initiative by what a person typed, and showing several.</summary>
public static class Initiatives
{
    private const int Offered = 6;

    /// <summary>The initiative, or null after having said why there is none.</summary>
    public static async ValueTask<Initiative?> Named(Turn turn, string text)
    {
        if (!IsNumber(text, out var number))
        {
            return await ByWords.Find(turn, text) switch
            {
                [var only] => only,
                { Count: > 1 } several => AskWhich(turn, text, several),
                _ => await AskWhich(turn, text),
            };
        }

        if (await turn.Load(Kinds.Initiatives, number.ToString()) is { } stored)
        {
            return stored.Document;
        }

        turn.Say(
            $"Initiatief {number} ken ik niet. Zeg \"zoek\" met een woord uit de titel, of \"portfolio\" voor de lijst van een team.",
            $"I do not know initiative {number}. Say \"search\" with a word from its title, or \"portfolio\" for a team's list.");
        return null;
    }

    /// <summary>The initiatives a person leads or registered, newest first.</summary>
    public static async ValueTask<IReadOnlyList<Initiative>> Of(Turn turn, int take) =>
    [
        .. (await turn.Find(Kinds.Initiatives, $"leader={turn.Person.Id}|", take, descending: true))
            .Concat(await turn.Find(Kinds.Initiatives, $"by={turn.Person.Id}|", take, descending: true))
            .Select(hit => hit.Document).DistinctBy(it => it.Number).Take(take),
    ];

    /// <summary>As people write it: <c>20-004</c>, <c>20004</c>, <c>20 004</c>, or with the dash that a keyboard makes of it.</summary>
    private static bool IsNumber(string text, out InitiativeNumber number)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        var plain = text.Trim().All(c => char.IsAsciiDigit(c) || c == ' ' || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation);
        number = default;
        return InitiativeNumber.TryParse(text, CultureInfo.InvariantCulture, out number)
            || (plain && digits.Length is >= 5 and <= 9 && InitiativeNumber.TryParse($"{digits[..2]}-{digits[2..]}", CultureInfo.InvariantCulture, out number));
    }

    /// <summary>Without a number the speaker's own initiatives are offered.</summary>
    private static async ValueTask<Initiative?> AskWhich(Turn turn, string text)
    {
        if (text.Trim().Length == 0 && Spoken(turn, text).Length > 0 && await Of(turn, Offered) is { Count: > 0 } mine)
        {
            return AskWhich(turn, text, mine);
        }

        turn.Say(
            "Noem het nummer van het initiatief, zoals 20-004. Weet je het niet? Zeg \"zoek\" met een woord uit de titel.",
            "Give the initiative's number, such as 20-004. Not sure? Say \"search\" with a word from its title.");
        return null;
    }

    /// <summary>Each is offered as what was said, with its number.</summary>
    private static Initiative? AskWhich(Turn turn, string text, IReadOnlyList<Initiative> several)
    {
        var words = Spoken(turn, text);
        turn.Show(new Card(turn.Culture.IsEnglish() ? "Which initiative?" : "Welk initiatief?")
        {
            Body = [.. several.Take(Offered).Select(it => new Row($"{it.Number} {it.Title}", InitiativeCard.StatusOf(it, turn.Method, turn.Culture), Sayings.Button(turn.Culture.IsEnglish() ? "This one" : "Deze", $"{words} {it.Number}")))],
        });
        return null;
    }

    /// <summary>What was said, without <paramref name="text"/>, which said which initiative.</summary>
    private static string Spoken(Turn turn, string text)
    {
        var said = turn.Words.TrimEnd('?');
        return said.EndsWith(text.Trim(), StringComparison.OrdinalIgnoreCase) ? said[..^text.Trim().Length].Trim() : said;
    }

    public static async ValueTask<Card> List(Turn turn, string title, string? status, IReadOnlyList<Initiative> initiatives) => new(title)
    {
        Status = status,
        Body = await Rows(turn, initiatives),
    };

    /// <summary>A row for each, with the light of those that were reported on: one look-up a row.</summary>
    public static async ValueTask<IReadOnlyList<Element>> Rows(Turn turn, IReadOnlyList<Initiative> initiatives)
    {
        List<Element> rows = [];
        foreach (var it in initiatives)
        {
            var report = await turn.Find(Kinds.Reports, $"initiative={it.Number}|", 1, descending: true);
            rows.Add(Row(turn, it, report is [var newest, ..] ? Lights.Of(newest.Document, turn.Method.Norms, turn.Today).Overall : null));
        }

        return rows;
    }

    private static Row Row(Turn turn, Initiative it, LightColour? light) => new(
        $"{it.Number} {it.Title}",
        InitiativeCard.StatusOf(it, turn.Method, turn.Culture) + (light is { } colour ? $" · {LightWords.Name(colour).In(turn.Culture)}" : ""),
        Sayings.Button(turn.Culture.IsEnglish() ? "Show" : "Toon", $"{(turn.Culture.IsEnglish() ? "show" : "toon")} {it.Number}"));
}
