using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Rhythm;

/// <summary>What is due, with a button to do it now.</summary>
internal static class ReminderCard
{
    private const int Shown = 6;
    private const int LongestTitle = 60;

    public static Card Of(IReadOnlyList<Owed> owed, bool toLead, DateOnly today, WorkingMethod method, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var first = owed[0];
        var title = owed.Count == 1
            ? first.IsReport
                ? en ? $"Progress report due: {first.Number}" : $"Voortgang te melden: {first.Number}"
                : en ? $"Due: {Short(first.Words)}" : $"Te doen: {Short(first.Words)}"
            : en ? $"{owed.Count} things are due" : $"{owed.Count} dingen zijn aan de beurt";
        return new Card(toLead ? en ? $"Late in your team: {owed.Count}" : $"Te laat in je team: {owed.Count}" : title)
        {
            Status = toLead ? method.Team(first.Team)?.Name.In(culture) : en ? "Reminder" : "Herinnering",
            Body =
            [
                .. owed.Take(Shown).Select(one => Row(one, toLead, today, culture)),
                .. owed.Count > Shown
                    ? [new Text(en ? $"and {owed.Count - Shown} more: say \"my overview\"" : $"en nog {owed.Count - Shown}: zeg \"mijn overzicht\"", Tone.Subtle)]
                    : Array.Empty<Element>(),
            ],
        };
    }

    private static Row Row(Owed owed, bool toLead, DateOnly today, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var late = today.DayNumber - owed.Due.DayNumber;
        var when = late switch
        {
            0 => en ? "today" : "vandaag",
            1 => en ? "1 day late" : "1 dag te laat",
            > 1 => en ? $"{late} days late" : $"{late} dagen te laat",
            _ => owed.Due.ToString("ddd d MMMM", culture),
        };
        var value = owed.IsReport ? en ? $"Progress of {owed.Number} {Short(owed.Words)}" : $"Voortgang {owed.Number} {Short(owed.Words)}" : owed.Words;
        var detail = string.Join(" · ", new[] { owed.IsReport ? null : owed.Number?.ToString(), toLead ? owed.Owner.Name : null, when }.OfType<string>());
        return new Row(value, detail, toLead
            ? owed.Number is { } number ? Sayings.Button(en ? "Show" : "Toon", $"{(en ? "show" : "toon")} {number}") : null
            : owed.IsReport
                ? Sayings.Button(en ? "Report now" : "Meld nu", $"{(en ? "progress" : "voortgang")} {owed.Number}")
                : new Button(en ? "Done" : "Gedaan", new Press("action.done", ("action", owed.Id["action:".Length..]))));
    }

    private static string Short(string text) => text.Length <= LongestTitle ? text : string.Concat(text.AsSpan(0, LongestTitle - 1), "…");
}
