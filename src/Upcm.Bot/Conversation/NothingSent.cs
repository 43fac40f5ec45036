using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Cards.Talk;

namespace Upcm.Bot.Conversation;

/// <summary>
/// A page that was sent off without anything that stands on it. Some clients do that while the fields are filled in: then the card
/// must stay as it is, for what was typed is there and nowhere else, and nothing that was answered before counts as emptied.
/// </summary>
internal static class NothingSent
{
    /// <summary>True where something had to come along: a question was answered before, or has to be.</summary>
    public static bool Is(Form form, Answers answers, Pressed pressed) =>
        pressed.Press.Verb == FormCards.SubmitVerb && pressed.Inputs.Count == 0 && Shown(form, answers, pressed) is { Count: > 0 } page
        && page.Any(question => !question.Optional || answers[question.Key] is { Length: > 0 });

    /// <summary>The questions on the page that was pressed; none where it does not say which that was.</summary>
    public static IReadOnlyList<Question> Shown(Form form, Answers answers, Pressed pressed) =>
        pressed.Press.Data.TryGetValue("from", out var from) && int.TryParse(from, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var at)
            ? [.. FormCards.Pages(form, answers).ElementAtOrDefault(at) ?? []]
            : [];

    public static void Say(Turn turn, Form form, Answers answers, Pressed pressed)
    {
        var next = Shown(form, answers, pressed).FirstOrDefault(question => !question.Optional && answers[question.Key] is null);
        turn.Say(
            "Ik kreeg niets van wat er op de kaart staat. Vulde je al iets in? Dan staat het nog op de kaart: druk nog eens op de knop. Je kunt ook hier antwoorden"
                + (next is null ? "." : $": {next.Prompt.Nl}"),
            "Nothing of what is on the card reached me. Did you fill something in? It is still on the card then: press the button again. You can also answer here"
                + (next is null ? "." : $": {next.Prompt.En}"));
    }
}
