using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Acting;

/// <summary><c>bewerk actie 20-004 2</c>, or <c>bewerk actie realisatie 2</c> where it is a team's: another text, owner or last day for something that was agreed.</summary>
public sealed class EditActionFlow(FormConversation forms, Standings standings) : IFlow
{
    public string Id => "edit-action";

    public Sentence Sentence { get; } = new(
        ["bewerk actie", "actie bewerken"], ["edit action"],
        new Phrase("een afgesproken actie wijzigen: bewerk actie 20-004 1", "change an agreed action: edit action 20-004 1"), new Phrase("nummer en actie", "number and action"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await NumberedActions.Named(turn, rest, Sentence) is not var (initiative, action))
        {
            return;
        }

        var standing = await standings.InTeam(turn, action.Team);
        if (action.DoneAt is not null)
        {
            await ActionWords.Say(turn, [new ActionLawBroken(ActionLaw.IsNotDone)], action.Team);
        }
        else if (await Refusals.Allows(turn, Deed.ChangeAction, standing, action.Team, initiative))
        {
            await forms.Open(turn, this, action.Id, new EditActionForm(action, turn.Today).Now);
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) =>
        await turn.Load(Kinds.Actions, draft.Subject) is { Document: { } action } ? new EditActionForm(action, turn.Today) : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        if (await turn.Load(Kinds.Actions, draft.Subject) is not { } stored)
        {
            return false;
        }

        var (action, edit) = (stored.Document, (EditActionForm)form);
        var answers = Meanwhile.Over(edit, draft.Prefilled, draft.Answers);
        var told = edit.Finish(answers)!;
        switch (ActionLaws.Change(action, told.Text, told.Owner, told.Due, await standings.InTeam(turn, action.Team), turn.Today))
        {
            case Accepted<AgreedAction> accepted:
                turn.Changes.Put(Kinds.Actions, accepted.Value, stored.Version);
                turn.Record(History.ActionChanged, action.Number, action.Team, words: InShort(edit, answers));
                await TellOwner(turn, action, accepted.Value);
                turn.Say(
                    $"Gewijzigd: {told.Text} · {told.Owner.Name} · uiterlijk {told.Due.ToString("ddd d MMMM yyyy", Cultures.Dutch)}",
                    $"Changed: {told.Text} · {told.Owner.Name} · by {told.Due.ToString("ddd d MMMM yyyy", Cultures.English)}");
                return true;
            case Refused<AgreedAction> refused:
                await ActionWords.Say(turn, refused.Reasons, action.Team);
                return refused.Reasons is [ActionLawBroken { Law: ActionLaw.ChangesSomething }];
            default:
                return false;
        }
    }

    private static Phrase InShort(EditActionForm form, Answers answers)
    {
        string Told(CultureInfo culture) => string.Join(", ", Meanwhile.Changed(form, form.Now, answers).Select(change =>
            $"{change.Question.Name.In(culture)} {Shorter.Than(60, change.Question.Echo(change.Before!, culture))} → {Shorter.Than(60, change.Question.Echo(change.After!, culture))}"));
        return new Phrase(Told(Cultures.Dutch), Told(Cultures.English));
    }

    /// <summary>Who has it now hears of it, also where it was theirs already.</summary>
    private static async ValueTask TellOwner(Turn turn, AgreedAction before, AgreedAction after)
    {
        foreach (var id in new[] { before.Owner.Id, after.Owner.Id }.Distinct().Where(id => id != turn.Person.Id))
        {
            if (await turn.Load(Kinds.People, id.Value) is { Document: { } person })
            {
                turn.Write(person, "action-changed", $"action-changed/{after.Id}/{Kinds.Sortable(turn.Now)}", ActionWords.Changed(after, turn.Speaker, id, Cultures.Of(person.Language)));
            }
        }
    }
}

/// <summary>Text, owner and last day of an action.</summary>
public sealed class EditActionForm(AgreedAction action, DateOnly today) : Form<EditActionForm.Told>
{
    public sealed record Told(string Text, Somebody Owner, DateOnly Due);

    private static readonly TextQuestion Text = new("text", new("Wat moet er gebeuren?", "What has to be done?"))
    {
        Name = new("Actie", "Action"),
        AtMost = 300,
    };

    private static readonly PeopleQuestion Owner = new("owner", new("Wie zorgt ervoor?", "Who takes care of it?"))
    {
        Name = new("Eigenaar", "Owner"),
        Hint = new("Een naam of een @vermelding.", "A name or an @mention."),
    };

    private readonly DateQuestion due = new("due", new("Wanneer moet het klaar zijn?", "When must it be done?"), today)
    {
        Name = new("Uiterlijk", "Due"),
        Rule = day => day < today && day != action.Due ? new Phrase("Deze dag is al geweest.", "This day is past.") : null,
    };

    public override Phrase Title => new("Actie wijzigen", "Change an action");

    public override Answers Now =>
        due.Prefill(Owner.Prefill(Text.Prefill(Answers.None, action.Text), [new Named(action.Owner.Id.Value, action.Owner.Name)]), action.Due);

    public override IReadOnlyList<Question> Questions(Answers answers) => [Text, Owner, due];

    public override bool IsAsBefore(Question question, Answers answers) => answers[question.Key] == Now[question.Key];

    protected override Told Complete(Answers answers) =>
        new(Text.From(answers), new Somebody(new PersonId(Owner.From(answers)[0].Id), Owner.From(answers)[0].Name), due.From(answers));
}
