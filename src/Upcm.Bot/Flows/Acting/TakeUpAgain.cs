using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Acting;

/// <summary>Takes back that an action was done.</summary>
public sealed class TakeUpAgain(Standings standings) : IButton
{
    public const string Name = "action.undone";

    public string Verb => Name;

    public async ValueTask Press(Turn turn, Pressed pressed)
    {
        if (await turn.Load(Kinds.Actions, pressed.Press.Data.GetValueOrDefault("action") ?? "") is not { } stored)
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
