using System.Globalization;
using System.Text;
using Upcm.Bot.Cards.Forms;

namespace Upcm.Bot.Cards.Talk;

/// <summary>What a sentence meant while a form was open.</summary>
public enum TalkMove
{
    /// <summary>It was an answer, understood or not, or a step back: ask what is next.</summary>
    Ask,

    /// <summary>Everything needed is there and the person said yes.</summary>
    Confirm,

    /// <summary>Keep the draft and leave it.</summary>
    Park,

    /// <summary>The person asks to start anew; needs a yes.</summary>
    AskRestart,

    Restart,
}

/// <param name="Note">What was wrong, or what was asked about, said before the next question.</param>
/// <param name="Tone">A warning where something was wrong.</param>
public sealed record TalkTurn(Answers Answers, TalkMove Move, Phrase? Note = null, Tone Tone = Tone.Warning);

/// <summary>A form as plain talk: one question at a time, with back, change, skip, stop and start anew.</summary>
public static class FormTalk
{
    private const string RestartAsked = "~restart";
    private const int ManyQuestions = 16;

    /// <summary>What steers a form and answers none of its questions.</summary>
    private static readonly string[] Moves =
    [
        "stop", "later", "pauze", "pause", "opnieuw", "restart", "start over", "terug", "back", "vorige", "undo", "meer", "more", "vul aan",
        "klaar", "genoeg", "done", "enough", "wijzig", "wijzigen", "change", "sla over", "overslaan", "skip", "nee", "no",
    ];

    private static readonly string[] DontKnow = ["weet niet", "weet ik niet", "ik weet het niet", "geen idee", "don't know", "dont know", "i don't know", "no idea"];

    private static readonly Phrase Kept = new("Goed, alles blijft staan.", "All right, everything stays.");

    private static readonly Phrase YesIsNoText = new(
        "Met alleen \"ja\" weet ik het nog niet. Zeg wat ik hier kan invullen.",
        "\"Yes\" alone does not tell me. Say what I can fill in here.");

    private static readonly Phrase NoMoreToTell = new(
        "Meer weet ik er niet over. Vul in wat je nu weet: je kunt het altijd nog wijzigen.",
        "That is all I know about it. Give what you know now: you can always change it later.");

    /// <summary>True for words that only mean something while a form is open.</summary>
    public static bool IsOfForms(string said) => Word(said) is var word && (Moves.Contains(word) || IsYes(word) || Change(word) is not null);

    public static TalkTurn Hear(Form form, Answers answers, string said, CultureInfo culture)
    {
        var text = said.Trim();
        var word = Word(said);
        var restartAsked = answers[RestartAsked] is not null;
        answers = answers.Without(RestartAsked);
        if (restartAsked && IsYes(word))
        {
            return new TalkTurn(Answers.None, TalkMove.Restart);
        }

        if (restartAsked && word is "nee" or "no" or "n")
        {
            return new TalkTurn(answers, TalkMove.Ask, Kept, Tone.Normal);
        }

        switch (word)
        {
            case "stop" or "later" or "pauze" or "pause":
                return new TalkTurn(answers, TalkMove.Park);
            case "opnieuw" or "restart" or "start over":
                return new TalkTurn(answers.With(RestartAsked, "ja"), TalkMove.AskRestart);
            case "terug" or "back" or "vorige" or "undo":
                return Back(form, answers);
            case "wat bedoel je" or "what do you mean" or "waarom" or "why" or "uitleg" or "wat is dat":
                return new TalkTurn(answers, TalkMove.Ask, form.Next(answers) is { } asked ? asked.Why ?? NoMoreToTell : Ready(form, answers), Tone.Normal);
            case "meer" or "more" or "vul aan":
                return new TalkTurn(answers.With(Form.MoreKey, "ja"), TalkMove.Ask);
            case "klaar" or "genoeg" or "done" or "enough":
                answers = answers.Without(Form.MoreKey).Without(Form.WantedKey);
                return new TalkTurn(answers, TalkMove.Ask, form.Next(answers) is { } needed
                    ? new Phrase($"Dit is nog nodig: {needed.Name.Nl}.", $"This is still needed: {needed.Name.En}.")
                    : null);
            case "wijzig" or "wijzigen" or "change":
                return new TalkTurn(answers, TalkMove.Ask, new Phrase(
                    $"Wat wil je wijzigen? Zeg bijvoorbeeld \"wijzig {Example(form, answers, Cultures.Dutch)}\". Dit kan: {Names(form, answers, Cultures.Dutch)}.",
                    $"What do you want to change? Say for instance \"change {Example(form, answers, Cultures.English)}\". You can change: {Names(form, answers, Cultures.English)}."),
                    Tone.Normal);
        }

        if (Change(word) is { } wanted)
        {
            return Find(form, answers, wanted) is { Count: > 0 } questions
                ? new TalkTurn(Form.Want(answers, questions), TalkMove.Ask)
                : new TalkTurn(answers, TalkMove.Ask, new Phrase(
                    $"Ik weet niet wat je wilt wijzigen met \"{wanted}\". Dit kan: {Names(form, answers, Cultures.Dutch)}.",
                    $"I do not know what to change by \"{wanted}\". You can change: {Names(form, answers, Cultures.English)}."));
        }

        if (form.Next(answers) is not { } next)
        {
            return IsYes(word)
                ? new TalkTurn(answers, TalkMove.Confirm)
                : Exactly(form, answers, word) is { Count: > 0 } named
                ? new TalkTurn(Form.Want(answers, named), TalkMove.Ask)
                : form.Asked(answers).FirstOrDefault(question => question.IsAnswered(answers) && question.IsMore(text)) is { } list
                ? More(form, answers, list, text, culture)
                : new TalkTurn(answers, TalkMove.Ask, Ready(form, answers), Tone.Normal);
        }

        // Where one more is asked for, people say yes or no to that, and neither is the name of anything.
        var newText = next is TextQuestion && !next.IsAnswered(answers);
        if (newText && IsYes(word))
        {
            return new TalkTurn(answers, TalkMove.Ask, YesIsNoText);
        }

        if ((word is "sla over" or "overslaan" or "skip" or "-" && (next.Optional || next.IsAnswered(answers)))
            || (newText && next.Optional && word is ("nee" or "no" or "n"))
            || (next.Optional && !next.IsAnswered(answers) && DontKnow.Contains(word) && (next.Suggestions(culture) is [] || !next.Hear(text, culture).Understood)))
        {
            // What stands there and no longer holds goes: it would be asked about again and again.
            var kept = next.IsAnswered(answers) ? answers : answers.Without(next.Key);
            return new TalkTurn(Form.Unwant(kept, next.Key).With(Form.SkippedPrefix + next.Key, "ja"), TalkMove.Ask);
        }

        if (word is "leeg" or "wis" or "empty" or "clear" && next.Optional)
        {
            return new TalkTurn(Form.Unwant(answers.Without(next.Key), next.Key).With(Form.SkippedPrefix + next.Key, "ja"), TalkMove.Ask);
        }

        var heard = form.Hear(answers, new Dictionary<string, string> { [next.Key] = text }, culture);
        return heard.Problems.TryGetValue(next.Key, out var problem)
            ? new TalkTurn(answers, TalkMove.Ask, problem)
            : new TalkTurn(heard.Answers, TalkMove.Ask);
    }

    /// <summary>What was understood before stays, also where what is added is not.</summary>
    private static TalkTurn More(Form form, Answers answers, Question list, string text, CultureInfo culture)
    {
        var heard = form.Hear(answers, new Dictionary<string, string> { [list.Key] = $"{answers[list.Key]}\n{text}" }, culture);
        return heard.Problems.TryGetValue(list.Key, out var problem)
            ? new TalkTurn(answers, TalkMove.Ask, problem)
            : new TalkTurn(heard.Answers, TalkMove.Ask);
    }

    private static TalkTurn Back(Form form, Answers answers)
    {
        var next = form.Next(answers);
        var asked = form.Asked(answers);
        var before = next is null ? asked : [.. asked.TakeWhile(question => question.Key != next.Key)];
        return before.LastOrDefault(question => question.IsAnswered(answers)) is { } last
            ? new TalkTurn(Reopened(answers, last), TalkMove.Ask)
            : new TalkTurn(answers, TalkMove.Ask, new Phrase("Dit is de eerste vraag.", "This is the first question."), Tone.Normal);
    }

    private static Answers Reopened(Answers answers, Question question) =>
        answers.Without(question.Key).Without(Form.SkippedPrefix + question.Key).With(Form.WantedKey, question.Key);

    private static Phrase Ready(Form form, Answers answers) => new(
        $"Alles wat nodig is, staat er. Zeg \"ja\" om het vast te leggen of \"wijzig {Example(form, answers, Cultures.Dutch)}\" om iets te wijzigen.",
        $"All that is needed is there. Say \"yes\" to record it, or \"change {Example(form, answers, Cultures.English)}\" to change something.");

    private static string Example(Form form, Answers answers, CultureInfo culture) => form.Asked(answers)[0].Name.In(culture).ToLower(culture);

    private static string? Change(string word) =>
        word.StartsWith("wijzig ", StringComparison.Ordinal) || word.StartsWith("change ", StringComparison.Ordinal)
            ? word[7..].Trim()
            : null;

    /// <summary>The questions meant: all on a page by its heading, one by its name, all about one thing by how their names begin.</summary>
    private static List<Question> Find(Form form, Answers answers, string wanted)
    {
        wanted = AsTyped(wanted);
        var asked = form.Asked(answers);
        List<Question> First(Func<string, bool> fits) => [.. asked.Where(question => Called(question).Any(fits)).Take(1)];
        List<Question> Any(params ReadOnlySpan<List<Question>> found) => found.ToArray().FirstOrDefault(some => some.Count > 0) ?? [];
        return Any(
            Exactly(form, answers, wanted),
            [.. asked.Where(question => Called(question).Any(name => name.StartsWith(wanted + " ", StringComparison.OrdinalIgnoreCase)))],
            First(name => name.StartsWith(wanted, StringComparison.OrdinalIgnoreCase)),
            First(name => wanted.Length > 1 && Choosing.HasWord(name, wanted)),
            First(name => Typos.Near(wanted, name)));
    }

    private static List<Question> Exactly(Form form, Answers answers, string wanted)
    {
        var asked = form.Asked(answers);
        bool Is(string? name) => AsTyped(wanted).Equals(AsTyped(name ?? ""), StringComparison.OrdinalIgnoreCase);
        var onPage = asked.Where(question => Is(question.Page?.Nl) || Is(question.Page?.En)).ToList();
        return onPage.Count > 0 ? onPage : [.. asked.Where(question => Called(question).Any(Is)).Take(1)];
    }

    private static IEnumerable<string> Called(Question question) => [AsTyped(question.Key), AsTyped(question.Name.Nl), AsTyped(question.Name.En)];

    /// <summary>CO2 for CO₂.</summary>
    private static string AsTyped(string name) => name.Normalize(NormalizationForm.FormKC);

    /// <summary>Of a long form what was answered, which is what one changes most, and the headings that the others stand under.</summary>
    private static string Names(Form form, Answers answers, CultureInfo culture)
    {
        var asked = form.Asked(answers);
        if (asked.Count <= ManyQuestions)
        {
            return string.Join(", ", asked.Select(question => question.Name.In(culture)));
        }

        var answered = asked.Where(question => question.IsAnswered(answers)).Take(ManyQuestions).Select(question => question.Name.In(culture));
        var headings = asked.Where(question => !question.IsAnswered(answers)).Select(question => (question.Page ?? question.Name).In(culture));
        return string.Join(", ", answered.Concat(headings).Distinct());
    }

    private static string Word(string said) => said.Trim().TrimEnd('.', '!', '?').ToLowerInvariant();

    private static bool IsYes(string word) => word is "ja" or "yes" or "j" or "y" or "ok" or "oke" or "klopt" or "akkoord";
}
