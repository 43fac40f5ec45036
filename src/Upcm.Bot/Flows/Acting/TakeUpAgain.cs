using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Acting;

/// <summary>Takes back that an action was done: by its button, or <c>toch niet gedaan 20-004 2</c>.</summary>
public sealed class TakeUpAgain(Standings standings) : ICommand, IButton
{
    public const string Name = "action.undone";

    public string Verb => Name;

    public Sentence Sentence { get; } = new(
        ["toch niet gedaan"], ["not done after all"],
        new Phrase("een actie weer openen: toch niet gedaan 20-004 1", "open an action again: not done after all 20-004 1"), new Phrase("nummer en actie", "number and action"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await NumberedActions.Named(turn, rest, Sentence) is var (_, action))
        {
            await Open(turn, action.Id);
        }
    }

    public ValueTask Press(Turn turn, Pressed pressed) => Open(turn, pressed.Press.Data.GetValueOrDefault("action") ?? "");

    private async ValueTask Open(Turn turn, string id)
    {
        if (await turn.Load(Kinds.Actions, id) is not { } stored)
        {
            turn.Say("Deze actie bestaat niet meer.", "This action no longer exists.");
            return;
        }

        var action = stored.Document;
        switch (ActionLaws.TakeUpAgain(action, turn.Person.Id, await standings.InTeam(turn, action.Team)))
        {
            case Accepted<AgreedAction> accepted:
                turn.Changes.Put(Kinds.Actions, accepted.Value, stored.Version);
                turn.Record(History.ActionTakenUpAgain, action.Number, action.Team, words: Phrase.Same(action.Text));
                turn.Say($"Weer open: {action.Text} ({action.Owner.Name})", $"Open again: {action.Text} ({action.Owner.Name})");
                break;
            case Refused<AgreedAction> refused:
                await ActionWords.Say(turn, refused.Reasons, action.Team);
                break;
        }
    }
}
