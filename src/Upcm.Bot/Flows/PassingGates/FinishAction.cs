using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary>The owner of an action says that it is done: by its button, or <c>actie gedaan: vraag twee bedrijven</c>.</summary>
public sealed class FinishAction : ICommand, IButton
{
    private const int LongestSaid = 60;
    private const int Most = 50;

    public const string Name = "action.done";

    public string Verb => Name;

    public Sentence Sentence { get; } = new(
        ["actie gedaan"], ["action done"],
        new Phrase("zeggen dat je een actie deed: actie gedaan: vraag twee bedrijven", "say that you did an action: action done: ask two companies"), new Phrase("actie", "action"))
    {
        Colon = true,
    };

    public static Button Button(AgreedAction action, CultureInfo culture) => new(
        culture.IsEnglish() ? "Done" : "Gedaan",
        new Press(Name, ("action", action.Id)),
        $"{(culture.IsEnglish() ? "action done" : "actie gedaan")}: {Shorter.Than(LongestSaid, action.Text)}");

    public static Row Row(Turn turn, AgreedAction action)
    {
        var en = turn.Culture.IsEnglish();
        var late = action.Due < turn.Today ? en ? " · late" : " · te laat" : "";
        var due = action.Due.ToString("ddd d MMMM yyyy", turn.Culture);
        return new Row(
            action.Text,
            $"{(action.Number is { } number ? $"{number} · " : "")}{(en ? "by" : "uiterlijk")} {due}{late}",
            Button(action, turn.Culture));
    }

    /// <summary>By how its text begins; where that is none or several, one's open actions are shown.</summary>
    public async ValueTask Run(Turn turn, string rest)
    {
        var own = (await turn.Find(Kinds.Actions, $"owner={turn.Person.Id}|", Most)).Select(found => found.Document).ToList();
        var said = rest.TrimEnd('…', '.', ' ');
        if (own.FindAll(action => said.Length > 0 && action.Text.StartsWith(said, StringComparison.OrdinalIgnoreCase)) is [var meant])
        {
            await Finish(turn, meant.Id);
            return;
        }

        var en = turn.Culture.IsEnglish();
        turn.Show(new Card(en ? "Which action is done?" : "Welke actie is gedaan?")
        {
            Body = own.Count == 0 ? [new Text(en ? "You have no open actions." : "Je hebt geen open acties.")] : [.. own.Select(action => Row(turn, action))],
        });
    }

    public ValueTask Press(Turn turn, Pressed pressed) => Finish(turn, pressed.Press.Data.GetValueOrDefault("action") ?? "");

    private static async ValueTask Finish(Turn turn, string id)
    {
        if (await turn.Load(Kinds.Actions, id) is not { } stored)
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
