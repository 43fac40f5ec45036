using System.Globalization;
using Upcm.Bot.Cards.Forms;

namespace Upcm.Bot.Cards.Talk;

/// <summary>A form as cards: a page with inputs, one question in talk, and the summary before anything is recorded.</summary>
public static class FormCards
{
    public const string SubmitVerb = "form.submit";
    public const string ConfirmVerb = "form.confirm";
    public const string ShowVerb = "form.show";
    public const string ParkVerb = "form.park";
    public const string DropVerb = "form.drop";
    public const string AnswerVerb = "form.answer";

    /// <summary>The pages of a form, in order: questions with the same <see cref="Question.Page"/> stand together.</summary>
    public static IReadOnlyList<IReadOnlyList<Question>> Pages(Form form, Answers answers) =>
        [.. form.Asked(answers).GroupBy(question => question.Page).Select(page => (IReadOnlyList<Question>)[.. page])];

    public static Card Page(Form form, Answers answers, string draft, int page, CultureInfo culture)
    {
        var pages = Pages(form, answers);
        page = Math.Clamp(page, 0, pages.Count - 1);
        var isLast = page == pages.Count - 1;
        var heading = pages[page][0].Page?.In(culture);
        List<Button> buttons =
        [
            new(isLast ? Say("Controleer", "Review", culture) : Say("Verder", "Next", culture), Press(SubmitVerb, draft, page + 1, page), Tone: ButtonTone.Main)
            {
                TakesInput = true,
            },
        ];
        if (page > 0)
        {
            buttons.Add(new(Say("Terug", "Back", culture), Press(SubmitVerb, draft, page - 1, page)) { TakesInput = true });
        }

        buttons.Add(new(Say("Bewaar voor later", "Keep for later", culture), Press(ParkVerb, draft, page, page), "stop") { TakesInput = true });
        return new Card(form.Title.In(culture))
        {
            Status = pages.Count == 1 ? heading : $"{heading} · {page + 1}/{pages.Count}",
            Body = [.. pages[page].Select(question => question.Field(answers, culture))],
            Buttons = buttons,
        };
    }

    /// <summary>The next question alone, with the answers to choose from as buttons where the list is short.</summary>
    /// <param name="note">What is said before the question.</param>
    public static Card Ask(Form form, Answers answers, Question question, string draft, Phrase? note, CultureInfo culture, Tone tone = Tone.Warning)
    {
        List<Element> body = [];
        if (note is not null)
        {
            body.Add(new Text(note.In(culture), tone));
        }

        if (LastHeard(form, answers, question) is { } last && note is null)
        {
            body.Add(new Text($"{last.Name.In(culture)}: {last.Echo(answers[last.Key]!, culture)}", Tone.Subtle));
        }

        body.Add(new Text(question.Prompt.In(culture), Tone.Strong));
        if (question.Hint is { } hint)
        {
            body.Add(new Text(hint.In(culture), Tone.Subtle));
        }

        var options = question.Suggestions(culture);
        if (options.Count > 6)
        {
            body.Add(new Text(string.Join('\n', options.Select((option, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {option.Label}")))));
        }

        if (question is ChoicesQuestion)
        {
            body.Add(new Text(Say("Meer dan een mag, met komma's ertussen.", "You may choose several, with commas in between.", culture), Tone.Subtle));
        }

        if (question.Optional)
        {
            body.Add(new Text(Say("Dit mag je overslaan: zeg \"sla over\". Genoeg ingevuld? Zeg \"klaar\".", "You may pass this over: say \"skip\". Enough filled in? Say \"done\".", culture), Tone.Subtle));
        }

        return new Card(form.Title.In(culture))
        {
            Body = body,
            Buttons = options.Count is > 0 and <= 6
                ? [.. options.Select(option => new Button(
                    option.Label, new Press(AnswerVerb, ("draft", draft), ("key", question.Key), ("answer", option.Id)), option.Label))]
                : [],
        };
    }

    public static Card Summary(Form form, Answers answers, string draft, CultureInfo culture)
    {
        List<Element> body =
        [
            new Facts([.. form.Asked(answers)
                .Where(question => question.IsAnswered(answers))
                .Select(question => new Fact(question.Name.In(culture), question.Echo(answers[question.Key]!, culture)))]),
        ];
        body.AddRange(form.Remarks(answers).Select(remark => new Text(remark.In(culture), Tone.Warning)));
        var open = form.Open(answers);
        if (open.Count > 0)
        {
            body.Add(new Text(
                Say("Nog open: ", "Still open: ", culture) + string.Join(", ", open.Select(question => question.Name.In(culture))) + ".", Tone.Subtle));
        }

        return new Card(form.Title.In(culture))
        {
            Status = Say("Klopt dit?", "Is this right?", culture),
            Body = body,
            Buttons =
            [
                new(Say("Ja, leg vast", "Yes, record it", culture), Press(ConfirmVerb, draft, 0), Say("ja", "yes", culture), ButtonTone.Main),
                new(Say("Wijzig", "Change", culture), Press(ShowVerb, draft, 0), Say("wijzig …", "change …", culture)),
                .. open.Count == 0 ? Array.Empty<Button>() : [new Button(Say("Vul aan", "Add more", culture), Press(ShowVerb, draft, PageOf(form, answers, open[0])), Say("meer", "more", culture))],
                new(Say("Bewaar voor later", "Keep for later", culture), Press(ParkVerb, draft, 0), "stop"),
            ],
        };
    }

    /// <summary>The page a question stands on.</summary>
    public static int PageOf(Form form, Answers answers, Question question) =>
        Pages(form, answers).TakeWhile(page => page.All(other => other.Key != question.Key)).Count();

    private static Question? LastHeard(Form form, Answers answers, Question next) => form.Asked(answers)
        .TakeWhile(question => question.Key != next.Key)
        .LastOrDefault(question => question.IsAnswered(answers));

    private static Press Press(string verb, string draft, int page) =>
        new(verb, ("draft", draft), ("page", page.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Tells which page was in sight, so that what was emptied there is known.</summary>
    private static Press Press(string verb, string draft, int page, int from) =>
        new(verb, ("draft", draft), ("from", from.ToString(CultureInfo.InvariantCulture)), ("page", page.ToString(CultureInfo.InvariantCulture)));

    private static string Say(string nl, string en, CultureInfo culture) => culture.IsEnglish() ? en : nl;
}
