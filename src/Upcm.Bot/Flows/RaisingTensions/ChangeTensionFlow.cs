using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.RaisingTensions;

/// <summary><c>bewerk spanning 12</c>: other words for a tension while it is open; what was posted of it follows.</summary>
public sealed class ChangeTensionFlow(FormConversation forms, Standings standings, TensionNews news) : IFlow
{
    public string Id => "tension-change";

    public Sentence Sentence { get; } = new(
        ["bewerk spanning", "spanning bewerken", "spanning wijzigen"], ["edit tension", "correct tension"],
        new Phrase("een spanning anders verwoorden: bewerk spanning 12", "word a tension otherwise: edit tension 12"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Tensions.Named(turn, rest) is not { Document: var tension })
        {
            return;
        }

        if (TensionLaws.Change(tension, tension.Text, tension.Explanation, tension.Proposal, await Tensions.MayHandle(turn, standings, tension)) is Refused<Tension> refused)
        {
            await TensionWords.Say(turn, refused.Reasons, tension);
            return;
        }

        await forms.Open(turn, this, tension.Id.ToString(), new ChangeTensionForm(tension).Now);
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) => await turn.Load(Kinds.Tensions, draft.Subject) is { } stored ? new ChangeTensionForm(stored.Document) : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        if (await Tensions.Named(turn, draft.Subject) is not { } stored)
        {
            return true;
        }

        var asked = (ChangeTensionForm)form;
        var answers = Meanwhile.Over(asked, draft.Prefilled, draft.Answers);
        var recorded = FieldChange.Of(asked, answers);
        if (recorded.IsEmpty)
        {
            turn.Say("Er is niets veranderd.", "Nothing has changed.");
            return true;
        }

        var (text, explanation, proposal) = asked.Finish(answers)!;
        switch (TensionLaws.Change(stored.Document, text, explanation, proposal, await Tensions.MayHandle(turn, standings, stored.Document)))
        {
            case Accepted<Tension> { Value: var changed }:
                turn.Changes.Put(Kinds.Tensions, changed, stored.Version);
                turn.Record(
                    History.TensionChanged, changed.Initiative, changed.Team, words: new Phrase($"spanning {changed.Id}", $"tension {changed.Id}"), changes: recorded,
                    subject: TensionCard.SubjectOf(changed.Id));
                await news.Changed(turn, changed, changed.Team);
                turn.Replace(await Tensions.CardOf(turn, standings, changed));
                return true;
            case Refused<Tension> refused:
                await TensionWords.Say(turn, refused.Reasons, stored.Document);
                return stored.Document.State != TensionState.Open;
            default:
                return false;
        }
    }
}

/// <summary>The words of a tension; where it lies is changed by moving it.</summary>
public sealed class ChangeTensionForm(Tension tension) : Form<ChangeTensionForm.Told>
{
    public sealed record Told(string Text, string? Explanation, string? Proposal);

    public override Phrase Title => new($"Spanning {tension.Id} bewerken", $"Edit tension {tension.Id}");

    public override Answers Now
    {
        get
        {
            var answers = RaiseTensionForm.Sentence.Prefill(Answers.None, tension.Text);
            answers = tension.Explanation is { } explanation ? RaiseTensionForm.Explanation.Prefill(answers, explanation) : answers;
            return tension.Proposal is { } proposal ? RaiseTensionForm.Proposal.Prefill(answers, proposal) : answers;
        }
    }

    public override IReadOnlyList<Question> Questions(Answers answers) => All;

    public override bool IsAsBefore(Question question, Answers answers) => answers[question.Key] == Now[question.Key];

    /// <summary>The question with this key, for who tells what was changed.</summary>
    public static Question? Question(string key) => Array.Find(All, question => question.Key == key);

    protected override Told Complete(Answers answers) =>
        new(RaiseTensionForm.Sentence.From(answers), RaiseTensionForm.Explanation.Maybe(answers), RaiseTensionForm.Proposal.Maybe(answers));

    private static Question[] All => [RaiseTensionForm.Sentence, RaiseTensionForm.Explanation, RaiseTensionForm.Proposal];
}
