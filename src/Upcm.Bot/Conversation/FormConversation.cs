using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Cards.Talk;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Bot.Telemetry;

namespace Upcm.Bot.Conversation;

/// <summary>Carries a person through a form, by talk or by card, over any number of days and releases.</summary>
public sealed class FormConversation(Lazy<IEnumerable<IFlow>> flows)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    /// <summary>Opens a form, or goes on with the draft there is. In a channel it goes on with the person alone.</summary>
    /// <param name="said">What was answered already in the sentence that opens it, by question key.</param>
    public async ValueTask Open(Turn turn, IFlow flow, string subject, Answers? prefilled = null, IReadOnlyDictionary<string, string>? said = null)
    {
        var id = Draft.IdOf(flow.Id, subject, turn.Person.Id);
        var stored = await turn.Load(Kinds.Drafts, id);
        var draft = stored?.Document ?? new Draft
        {
            Id = id,
            Flow = flow.Id,
            Subject = subject,
            Person = turn.Person.Id,
            Answers = prefilled ?? Answers.None,
            Prefilled = prefilled,
            Started = turn.Now,
            Updated = turn.Now,
        };
        turn.Person = turn.Person with { ActiveDraft = id };
        if (await flow.FormFor(turn, draft) is not { } form)
        {
            return;
        }

        var heard = form.Hear(draft.Answers, said ?? new Dictionary<string, string>(), turn.Culture);
        draft = draft with { Answers = heard.Answers };
        turn.Changes.Put(Kinds.Drafts, draft, stored?.Version ?? 0);
        turn.Steps.Add(new FormStep(flow.Id, stored is null ? "begun" : "resumed"));

        if (!turn.IsPersonal)
        {
            turn.Say(
                $"{form.Title.In(turn.Culture)}: ik ga met jou alleen verder, in ons eigen gesprek.",
                $"{form.Title.In(turn.Culture)}: I will go on with you alone, in our own conversation.");
            turn.Write(turn.Person, "form", $"form/{id}/{Kinds.Sortable(turn.Now)}", FormCards.Page(form, draft.Answers, id, 0, turn.Culture));
            return;
        }

        if (stored is not null)
        {
            turn.Say(
                "Hier was je al mee begonnen. Je gaat verder waar je was; zeg \"opnieuw\" om leeg te beginnen.",
                "You had already begun this. You go on where you were; say \"restart\" to start empty.");
        }

        turn.Show(turn.Arrival.Surface == Surface.Text ? await Asking(turn, flow, draft, stored?.Version ?? 0, heard.Problems.Values.FirstOrDefault() ?? Unclear(form, draft.Answers, turn.Culture))
            : form.Next(draft.Answers) is null && form.IsComplete(draft.Answers) ? await Summary(turn, flow, form, draft, stored?.Version ?? 0)
            : FormCards.Page(form, draft.Answers, id, 0, turn.Culture));
    }

    /// <summary>
    /// True where the text is one of the answers that the open form offers to choose from, or a part of it that can be gone to from
    /// its summary: then it is that, whatever else it may mean.
    /// </summary>
    public async ValueTask<bool> Offers(Turn turn, string text) =>
        turn.Person.ActiveDraft is { } id
        && await Opened(turn, id) is var (stored, _, form)
        && (form.Next(stored.Document.Answers) is { } next
            ? next.Suggestions(turn.Culture).Any(option => option.Label.Equals(text.TrimEnd('.'), StringComparison.OrdinalIgnoreCase))
            : FormCards.Pages(form, stored.Document.Answers).Any(page => page[0].Page?.In(turn.Culture).Equals(text, StringComparison.OrdinalIgnoreCase) == true));

    /// <summary>
    /// Reminds of the form that a person left waiting to ask something else: the next thing they say is taken for its answer.
    /// Of a form nobody touched for an hour it says nothing.
    /// </summary>
    public async ValueTask Remind(Turn turn)
    {
        if (turn.Steps.Count == 0 && turn.Person.ActiveDraft is { } id && await Opened(turn, id) is var (stored, _, form)
            && turn.Now - stored.Document.Updated < Fresh && form.Next(stored.Document.Answers) is { } next)
        {
            turn.Append($"{form.Title.Nl} staat nog open: {next.Prompt.Nl}", $"{form.Title.En} is still open: {next.Prompt.En}");
        }
    }

    /// <summary>Takes free text as the answer to the open form; false where no form is open.</summary>
    public async ValueTask<bool> Hear(Turn turn, Said said)
    {
        if (turn.Person.ActiveDraft is not { } id || await Opened(turn, id) is not var (stored, flow, form))
        {
            return false;
        }

        var text = form.Next(stored.Document.Answers) is PeopleQuestion ? await PeopleSearch.Answered(turn, said.Text, said.Mentions) : said.Text;
        var heard = FormTalk.Hear(form, stored.Document.Answers, text, turn.Culture);
        if (heard.Move == TalkMove.Confirm)
        {
            await Finish(turn, stored, flow, form);
            return true;
        }

        var draft = stored.Document with { Answers = heard.Answers, Updated = turn.Now };
        turn.Changes.Put(Kinds.Drafts, draft, stored.Version);
        switch (heard.Move)
        {
            case TalkMove.Park:
                Park(turn, flow, form, draft);
                break;
            case TalkMove.AskRestart:
                turn.Say(
                    "Alles weggooien en opnieuw beginnen? Zeg \"ja\", of \"nee\" om door te gaan.",
                    "Throw everything away and start anew? Say \"yes\", or \"no\" to go on.");
                break;
            case TalkMove.Restart:
                turn.Show(await Asking(turn, flow, draft, stored.Version, null));
                break;
            case TalkMove.Ask when turn.Arrival.Surface == Surface.Cards && text.Contains('\n', StringComparison.Ordinal)
                && form.Next(draft.Answers) is { } unread && draft.Answers.Unread.ContainsKey(unread.Key):
                // Several lines of which some are wrong are mended where they stand, not typed again.
                turn.Show(FormCards.Page(form, draft.Answers, id, FormCards.PageOf(form, draft.Answers, unread), turn.Culture));
                break;
            default:
                turn.Show(await Asking(turn, flow, draft, stored.Version, heard.Note, heard.Tone, stored.Document.Answers));
                break;
        }

        return true;
    }

    /// <summary>Takes a press on a form's card; false where the button is not a form's.</summary>
    public async ValueTask<bool> Press(Turn turn, Pressed pressed)
    {
        if (!pressed.Press.Verb.StartsWith("form.", StringComparison.Ordinal))
        {
            return false;
        }

        var id = pressed.Press.Data.GetValueOrDefault("draft") ?? "";
        if (await Opened(turn, id) is not var (stored, flow, form))
        {
            turn.Replace(BegunForms.Gone(turn, isKept: await turn.Load(Kinds.Drafts, id) is not null));
            return true;
        }

        if (stored.Document.Person != turn.Person.Id)
        {
            turn.Say("Dit formulier is van iemand anders. Alleen die persoon kan het invullen.", "This form is somebody else's. Only that person can fill it in.");
            return true;
        }

        if (NothingSent.Is(form, stored.Document.Answers, pressed))
        {
            turn.Person = turn.Person with { ActiveDraft = id };
            NothingSent.Say(turn, form, stored.Document.Answers, pressed);
            return true;
        }

        var page = int.TryParse(pressed.Press.Data.GetValueOrDefault("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var heard = await Submitted(turn, form, stored.Document.Answers, pressed);
        var draft = stored.Document with { Answers = heard.Answers, Updated = turn.Now };
        turn.Person = turn.Person with { ActiveDraft = id };
        if (pressed.Press.Verb == FormCards.ConfirmVerb && form.IsComplete(draft.Answers))
        {
            // With what came along with the press: it may be what made the form complete.
            await Finish(turn, stored with { Document = draft }, flow, form);
            return true;
        }

        turn.Changes.Put(Kinds.Drafts, draft, stored.Version);
        if (pressed.Press.Verb == FormCards.ParkVerb)
        {
            Park(turn, flow, form, draft);
        }
        else if (pressed.Press.Verb == FormCards.AnswerVerb)
        {
            turn.Replace(await Asking(turn, flow, draft, stored.Version, heard.Problems.Values.FirstOrDefault(), before: stored.Document.Answers));
        }
        else
        {
            turn.Replace(await PageOrSummary(turn, flow, await flow.FormFor(turn, draft) ?? form, draft, stored.Version, heard, pressed.Press.Verb == FormCards.ShowVerb, page));
        }

        return true;
    }

    private static async ValueTask<Card> PageOrSummary(Turn turn, IFlow flow, Form form, Draft draft, int version, HeardAnswers heard, bool show, int page)
    {
        var culture = turn.Culture;
        var wrong = form.Asked(draft.Answers).FirstOrDefault(question => heard.Problems.ContainsKey(question.Key));
        if (wrong is not null)
        {
            return FormCards.Page(form, draft.Answers, draft.Id, FormCards.PageOf(form, draft.Answers, wrong), culture);
        }

        if (show || page < FormCards.Pages(form, draft.Answers).Count)
        {
            return FormCards.Page(form, draft.Answers, draft.Id, page, culture);
        }

        return form.Next(draft.Answers) is { } missing && (!missing.Optional || draft.Answers[missing.Key] is not null)
            ? FormCards.Page(form, draft.Answers, draft.Id, FormCards.PageOf(form, draft.Answers, missing), culture) with
            {
                Status = culture.IsEnglish() ? $"Still needed: {missing.Name.En}" : $"Nog nodig: {missing.Name.Nl}",
            }
            : await Summary(turn, flow, form, draft, version);
    }

    /// <summary>Keeps with the draft what it tells of another's changes: what was told need not be told again before it is recorded.</summary>
    private static async ValueTask<Card> Summary(Turn turn, IFlow flow, Form form, Draft draft, int version)
    {
        if (Clashes(form, draft) is { Length: > 0 } clashes)
        {
            turn.Changes.Put(Kinds.Drafts, draft with { Told = clashes }, version);
        }

        return FormCards.Summary(await flow.ForReview(turn, draft, form), draft.Answers, draft.Id, turn.Culture, draft.Prefilled);
    }

    /// <summary>What is wrong with what was said already to the question that is asked next, or null.</summary>
    private static Phrase? Unclear(Form form, Answers answers, CultureInfo culture) =>
        form.Next(answers) is { } next && answers.Unread.TryGetValue(next.Key, out var typed) ? next.Hear(typed, culture).Problem : null;

    private static string Clashes(Form form, Draft draft) =>
        string.Join('\n', Meanwhile.Clashes(form, draft.Prefilled, draft.Answers).Select(clash => $"{clash.Question.Key}={clash.Before}")
            .Concat(form.Replaces(draft.Answers).Select(static replaced => replaced.Nl)));

    private static async ValueTask<HeardAnswers> Submitted(Turn turn, Form form, Answers answers, Pressed pressed)
    {
        var inputs = new Dictionary<string, string>(pressed.Inputs, StringComparer.Ordinal);
        if (pressed.Press.Verb == FormCards.AnswerVerb && pressed.Press.Data.TryGetValue("key", out var key))
        {
            inputs[key] = pressed.Press.Data.GetValueOrDefault("answer") ?? "";
        }
        else if (pressed.Press.Verb is FormCards.SubmitVerb or FormCards.ParkVerb && inputs.Count > 0)
        {
            // A platform leaves empty inputs out: what stood on the page and did not come back was emptied.
            foreach (var question in NothingSent.Shown(form, answers, pressed))
            {
                inputs.TryAdd(question.Key, "");
            }
        }

        foreach (var question in form.Questions(answers).OfType<PeopleQuestion>().Where(question => inputs.ContainsKey(question.Key)))
        {
            inputs[question.Key] = await PeopleSearch.Answered(turn, inputs[question.Key], []);
        }

        return form.Hear(answers, inputs, turn.Culture);
    }

    private static async ValueTask<Card> Asking(Turn turn, IFlow flow, Draft draft, int version, Phrase? note, Tone tone = Tone.Warning, Answers? before = null)
    {
        var form = (await flow.FormFor(turn, draft))!;
        return form.Next(draft.Answers) is { } next
            ? FormCards.Ask(form, draft.Answers, next, draft.Id, note, turn.Culture, tone, before)
            : await Summary(turn, flow, form, draft, version) is var summary && note is not null
                ? summary with { Body = [new Text(note.In(turn.Culture), tone), .. summary.Body] }
                : summary;
    }

    private static async ValueTask Finish(Turn turn, Stored<Draft> stored, IFlow flow, Form form)
    {
        if (Clashes(form, stored.Document) is { Length: > 0 } clashes && clashes != stored.Document.Told)
        {
            turn.Say(
                "Iemand anders veranderde intussen hetzelfde. Er is nog niets vastgelegd: kijk of het zo klopt.",
                "Somebody else meanwhile changed the same. Nothing is recorded yet: see whether it is right like this.");
            turn.Replace(await Summary(turn, flow, form, stored.Document, stored.Version));
        }
        else if (await flow.Finish(turn, stored.Document, form))
        {
            turn.Changes.Delete(Kinds.Drafts, stored.Document.Id, stored.Version);
            turn.Steps.Add(new FormStep(flow.Id, "finished"));
            turn.Person = turn.Person with { ActiveDraft = null };
        }
        else if (turn.Answer.Utterances.All(static said => said is Say))
        {
            turn.Say("Wat je invulde blijft bewaard.", "What you filled in is kept.");
        }
    }

    /// <summary>In the place of the form, so that nothing is filled in there that nobody sees any more.</summary>
    private static void Park(Turn turn, IFlow flow, Form form, Draft draft)
    {
        turn.Person = turn.Person with { ActiveDraft = null };
        turn.Steps.Add(new FormStep(flow.Id, "left"));
        turn.Replace(new Card(form.Title.In(turn.Culture))
        {
            Status = turn.Culture.IsEnglish() ? "Kept for later" : "Bewaard voor later",
            Body =
            [
                new Text(turn.Culture.IsEnglish()
                    ? "Go on whenever it suits you. You also find it under \"my overview\"."
                    : "Ga verder wanneer het je uitkomt. Je vindt het ook onder \"mijn overzicht\"."),
            ],
            Buttons = [BegunForms.GoOn(flow, draft, turn.Culture)],
        });
    }

    private async ValueTask<(Stored<Draft> Stored, IFlow Flow, Form Form)?> Opened(Turn turn, string id) =>
        await turn.Load(Kinds.Drafts, id) is { } stored
        && flows.Value.FirstOrDefault(flow => flow.Id == stored.Document.Flow) is { } flow
        && await flow.FormFor(turn, stored.Document) is { } form
            ? (stored, flow, form)
            : null;
}
