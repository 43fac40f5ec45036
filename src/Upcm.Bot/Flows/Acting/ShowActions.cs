using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.PassingGates;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Acting;

/// <summary><c>acties 20-004</c>: what was agreed about an initiative, open first.</summary>
public sealed class ShowActions(Standings standings) : ICommand
{
    private const int Most = 100;
    private const int Shown = 15;

    public Sentence Sentence { get; } = new(
        ["acties"], ["actions"], new Phrase("wat er is afgesproken: acties 20-004", "what was agreed: actions 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Initiatives.Named(turn, rest) is { } initiative)
        {
            var may = Rights.May(Deed.ChangeAction, await standings.Towards(turn, initiative));
            turn.Show(Card(turn, initiative, await Of(turn, initiative.Number), may));
        }
    }

    /// <summary>Open ones first, the first due first: their place in this order is the number they are called by.</summary>
    internal static async ValueTask<IReadOnlyList<AgreedAction>> Of(Turn turn, InitiativeNumber number) =>
    [
        .. (await turn.Find(Kinds.Actions, $"initiative={number}|", Most)).Select(found => found.Document)
            .OrderBy(action => action.DoneAt is not null).ThenBy(action => action.Due).ThenBy(action => action.Id, StringComparer.Ordinal),
    ];

    private static Card Card(Turn turn, Initiative initiative, IReadOnlyList<AgreedAction> actions, bool may)
    {
        var en = turn.Culture.IsEnglish();
        return new Card($"{initiative.Number} {initiative.Title}")
        {
            Status = en
                ? $"Actions · {actions.Count(action => action.DoneAt is null)} open, {actions.Count(action => action.DoneAt is not null)} done"
                : $"Acties · {actions.Count(action => action.DoneAt is null)} open, {actions.Count(action => action.DoneAt is not null)} gedaan",
            Body =
            [
                .. actions.Count == 0 ? [new Text(en ? "Nothing was agreed yet." : "Er is nog niets afgesproken.")] : Array.Empty<Element>(),
                .. actions.Take(Shown).Select((action, index) => Row(turn, initiative, action, index + 1, may)),
                .. actions.Count > Shown ? [new Text(en ? $"And {actions.Count - Shown} more." : $"En nog {actions.Count - Shown}.", Tone.Subtle)] : Array.Empty<Element>(),
            ],
            Buttons = [Sayings.Button(en ? "Gate" : "Fasepoort", $"{(en ? "gate" : "fasepoort")} {initiative.Number}")],
        };
    }

    private static Row Row(Turn turn, Initiative initiative, AgreedAction action, int nth, bool may)
    {
        var en = turn.Culture.IsEnglish();
        var due = action.Due.ToString("ddd d MMMM yyyy", turn.Culture);
        var state = action.DoneAt is null ? action.Due < turn.Today ? en ? "late" : "te laat" : "open" : en ? "done" : "gedaan";
        var button = action.DoneAt is not null
            ? may || action.Owner.Id == turn.Person.Id ? new Button(en ? "Not done after all" : "Toch niet gedaan", new Press(TakeUpAgain.Name, ("action", action.Id)), $"{(en ? "not done after all" : "toch niet gedaan")} {initiative.Number} {nth}") : null
            : action.Owner.Id == turn.Person.Id ? FinishAction.Button(action, turn.Culture)
            : may ? Sayings.Button(en ? "Change" : "Wijzig", $"{(en ? "edit action" : "bewerk actie")} {initiative.Number} {nth}") : null;
        return new Row($"{nth}. {action.Text}", $"{action.Owner.Name} · {(en ? "by" : "uiterlijk")} {due} · {state}", button);
    }
}
