using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary>The owner of an action says that it is done.</summary>
public sealed class FinishAction : IButton
{
    public const string Name = "action.done";

    public string Verb => Name;

    public static Row Row(Turn turn, AgreedAction action)
    {
        var en = turn.Culture.IsEnglish();
        var late = action.Due < turn.Today ? en ? " · late" : " · te laat" : "";
        var due = action.Due.ToString("ddd d MMMM yyyy", turn.Culture);
        return new Row(
            action.Text,
            $"{(action.Number is { } number ? $"{number} · " : "")}{(en ? "by" : "uiterlijk")} {due}{late}",
            new Button(en ? "Done" : "Gedaan", new Press(Name, ("action", action.Id))));
    }

    public async ValueTask Press(Turn turn, Pressed pressed)
    {
        if (await turn.Load(Kinds.Actions, pressed.Press.Data.GetValueOrDefault("action") ?? "") is not { } stored)
        {
            turn.Say("Deze actie bestaat niet meer.", "This action no longer exists.");
            return;
        }

        var action = stored.Document;
        if (action.Owner.Id != turn.Person.Id)
        {
            turn.Say($"Deze actie is van {action.Owner.Name}. Alleen {action.Owner.Name} kan haar afmelden; wie besluit, kan haar aan iemand anders geven.", $"This action is {action.Owner.Name}'s. Only {action.Owner.Name} can say that it is done; who decides can give it to somebody else.");
        }
        else if (action.DoneAt is not null)
        {
            turn.Say("Deze actie was al gedaan.", "This action was already done.");
        }
        else
        {
            turn.Changes.Put(Kinds.Actions, action with { DoneAt = turn.Now, DoneBy = turn.Speaker }, stored.Version);
            turn.Record(History.ActionDone, action.Number, action.Team, words: Phrase.Same(action.Text));
            turn.Say($"Gedaan: {action.Text}", $"Done: {action.Text}");
        }
    }
}
