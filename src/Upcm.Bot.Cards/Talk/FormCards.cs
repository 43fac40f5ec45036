using System.Globalization;
using Upcm.Bot.Cards.Forms;

namespace Upcm.Bot.Cards.Talk;

/// <summary>A form as cards: a page with inputs, one question in talk, and the summary before anything is recorded.</summary>
public static class FormCards
{
    /// <summary>Beyond any page.</summary>
    private const int ToSummary = 999;

    /// <summary>More pages than this are gone to one by one from the summary, and open questions are told by page.</summary>
    private const int FewPages = 3;

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

        if (!isLast && form.Next(answers) is null)
        {
            buttons.Add(new(Say("Controleer", "Review", culture), Press(SubmitVerb, draft, ToSummary, page)) { TakesInput = true });
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
    public static Card Ask(Form form, Answers answers, Question question, string draft, Phrase? note, CultureInfo culture, Tone tone = Tone.Warning, Answers? before = null)
    {
        List<Element> body = [];
        if (note is not null)
        {
            body.Add(new Text(note.In(culture), tone));
        }

        if (note is null && LastHeard(form, answers, before, question) is { } last)
        {
            body.Add(new Text($"{last.Name.In(culture)}: {last.Echo(answers[last.Key]!, culture)}", Tone.Subtle));
        }

        if (note is null && answers[question.Key] is { } stands && question.ProblemWith(stands) is { } problem)
        {
            body.Add(new Text(problem.In(culture), Tone.Warning));
        }

        body.Add(new Text(question.Prompt.In(culture), Tone.Strong));
        if (question.Hint is { } hint)
        {
            body.Add(new Text(hint.In(culture), Tone.Subtle));
        }

        var options = question.Suggestions(culture);
        if (options.Count > 6)
        {
            body.Add(new Text(string.Join('\n', options.Select((option, index) => Numbered(question, option, index)))));
        }

        if (question is ChoicesQuestion)
        {
            body.Add(new Text(Say("Meer dan een mag, met komma's ertussen.", "You may choose several, with commas in between.", culture), Tone.Subtle));
        }

        if (question.IsAnswered(answers))
        {
            var now = question.Echo(answers[question.Key]!, culture);
            body.Add(new Text(Say($"Nu: {now}. Zo laten? Zeg \"sla over\".", $"Now: {now}. Leave it so? Say \"skip\".", culture), Tone.Subtle));
        }
        else if (question.Optional)
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

    /// <param name="began">How what it edits stood when the person began: what another changed since is told.</param>
    public static Card Summary(Form form, Answers answers, string draft, CultureInfo culture, Answers? began = null)
    {
        var answered = form.Asked(answers).Where(question => question.IsAnswered(answers)).ToLookup(question => form.IsAsBefore(question, answers));
        List<Element> body = [new Facts([.. answered[false].Select(question => Told(question, answers, culture))])];
        if (answered[true].Select(question => Told(question, answers, culture)).ToList() is { Count: > 0 } asBefore)
        {
            body.Add(new Section(Say($"Zoals het was ({asBefore.Count})", $"As it was ({asBefore.Count})", culture), [new Facts(asBefore)], Folded: true));
        }

        body.AddRange(form.Derived(answers).Select(derived => new Text(derived.In(culture))));
        body.AddRange(Meanwhile.Clashes(form, began, answers).Select(clash => new Text(Meanwhile.Told(clash).In(culture), Tone.Warning)));
        body.AddRange(form.Replaces(answers).Select(replaced => new Text(replaced.In(culture), Tone.Warning)));
        body.AddRange(form.Remarks(answers).Select(remark => new Text(remark.In(culture), Tone.Warning)));
        var open = form.Open(answers);
        if (open.Count > 0)
        {
            body.Add(new Text(Say("Nog open: ", "Still open: ", culture) + string.Join(", ", NamesOf(open, form, answers, culture)) + ".", Tone.Subtle));
        }

        if (Pages(form, answers) is { Count: > FewPages } pages)
        {
            body.Add(new Section(
                Say("Wijzig een onderdeel", "Change a part", culture),
                [.. pages.Select((page, at) => new Button(Heading(page, culture), Press(ShowVerb, draft, at), Heading(page, culture).ToLower(culture)))
                    .Chunk(FewPages).Select(row => new Choices(row))],
                Folded: true));
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

    private static Fact Told(Question question, Answers answers, CultureInfo culture) =>
        new(question.Name.In(culture), question.Echo(answers[question.Key]!, culture));

    private static string Heading(IReadOnlyList<Question> page, CultureInfo culture) => (page[0].Page ?? page[0].Name).In(culture);

    /// <summary>In a long form a page without any answer is named as a whole.</summary>
    private static IEnumerable<string> NamesOf(IReadOnlyList<Question> open, Form form, Answers answers, CultureInfo culture) =>
        Pages(form, answers) is { Count: > FewPages } pages
            ? pages.SelectMany(page => page.All(question => !question.IsAnswered(answers))
                ? [Heading(page, culture)]
                : page.Where(open.Contains).Select(question => question.Name.In(culture)))
            : open.Select(question => question.Name.In(culture));

    /// <summary>What was just understood; where that is not known, the answer before the next question.</summary>
    private static Question? LastHeard(Form form, Answers answers, Answers? before, Question next) =>
        (before is null ? null : form.Asked(answers).LastOrDefault(question => question.IsAnswered(answers) && answers[question.Key] != before[question.Key]))
        ?? form.Asked(answers).TakeWhile(question => question.Key != next.Key).LastOrDefault(question => question.IsAnswered(answers));

    private static Press Press(string verb, string draft, int page) =>
        new(verb, ("draft", draft), ("page", page.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Tells which page was in sight, so that what was emptied there is known.</summary>
    private static Press Press(string verb, string draft, int page, int from) =>
        new(verb, ("draft", draft), ("from", from.ToString(CultureInfo.InvariantCulture)), ("page", page.ToString(CultureInfo.InvariantCulture)));

    private static string Numbered(Question question, Option option, int index) =>
        question is not ChoicesQuestion { NumbersAreIds: true } ? string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {option.Label}")
        : option.Label.StartsWith(option.Id, StringComparison.Ordinal) ? option.Label
        : $"{option.Id}. {option.Label}";

    private static string Say(string nl, string en, CultureInfo culture) => culture.IsEnglish() ? en : nl;
}
