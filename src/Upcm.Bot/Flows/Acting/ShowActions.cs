using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.PassingGates;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Acting;

/// <summary><c>acties 20-004</c>: what was agreed about an initiative, open first; <c>acties realisatie</c>: what a team still has to do.</summary>
public sealed class ShowActions(Standings standings) : ICommand
{
    private const int Most = 100;
    private const int Shown = 15;

    public Sentence Sentence { get; } = new(
        ["acties"], ["actions"], new Phrase("wat er is afgesproken: acties 20-004, acties {team}", "what was agreed: actions 20-004, actions {team}"), new Phrase("nummer of team", "number or team"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (Teams.Named(turn.Method, rest, turn.Method.Teams) is { } team)
        {
            var may = Rights.May(Deed.ChangeAction, await standings.InTeam(turn, team.Id));
            turn.Show(Card(turn, team.Name.In(turn.Culture), team.Id, await Of(turn, team), may, []));
        }
        else if (await Initiatives.Named(turn, rest) is { } initiative)
        {
            var may = Rights.May(Deed.ChangeAction, await standings.Towards(turn, initiative));
            var gate = Sayings.Button(turn.Culture.IsEnglish() ? "Gate" : "Fasepoort", $"{(turn.Culture.IsEnglish() ? "gate" : "fasepoort")} {initiative.Number}");
            turn.Show(Card(turn, $"{initiative.Number} {initiative.Title}", initiative.Number.ToString(), await Of(turn, initiative.Number), may, [gate]));
        }
    }

    /// <summary>What a team still has to do, the first due first.</summary>
    internal static async ValueTask<IReadOnlyList<AgreedAction>> Of(Turn turn, Team team) =>
        [.. (await turn.Find(Kinds.Actions, $"team={team.Id}|", Most)).Select(found => found.Document).OrderBy(action => action.Due).ThenBy(action => action.Id, StringComparer.Ordinal)];

    /// <summary>Open ones first, the first due first: their place in this order is the number they are called by.</summary>
    internal static async ValueTask<IReadOnlyList<AgreedAction>> Of(Turn turn, InitiativeNumber number) =>
    [
        .. (await turn.Find(Kinds.Actions, $"initiative={number}|", Most)).Select(found => found.Document)
            .OrderBy(action => action.DoneAt is not null).ThenBy(action => action.Due).ThenBy(action => action.Id, StringComparer.Ordinal),
    ];

    /// <param name="of">The number or the team that actions are called by.</param>
    private static Card Card(Turn turn, string title, string of, IReadOnlyList<AgreedAction> actions, bool may, IReadOnlyList<Button> buttons)
    {
        var en = turn.Culture.IsEnglish();
        return new Card(title)
        {
            Status = en
                ? $"Actions · {actions.Count(action => action.DoneAt is null)} open, {actions.Count(action => action.DoneAt is not null)} done"
                : $"Acties · {actions.Count(action => action.DoneAt is null)} open, {actions.Count(action => action.DoneAt is not null)} gedaan",
            Body =
            [
                .. actions.Count == 0 ? [new Text(en ? "Nothing was agreed yet." : "Er is nog niets afgesproken.")] : Array.Empty<Element>(),
                .. actions.Take(Shown).Select((action, index) => Row(turn, of, action, index + 1, may)),
                .. actions.Count > Shown ? [new Text(en ? $"And {actions.Count - Shown} more." : $"En nog {actions.Count - Shown}.", Tone.Subtle)] : Array.Empty<Element>(),
            ],
            Buttons = buttons,
        };
    }

    private static Row Row(Turn turn, string of, AgreedAction action, int nth, bool may)
    {
        var en = turn.Culture.IsEnglish();
        var due = action.Due.ToString("ddd d MMMM yyyy", turn.Culture);
        var state = action.DoneAt is null ? action.Due < turn.Today ? en ? "late" : "te laat" : "open" : en ? "done" : "gedaan";
        var button = action.DoneAt is not null
            ? may || action.Owner.Id == turn.Person.Id ? new Button(en ? "Not done after all" : "Toch niet gedaan", new Press(TakeUpAgain.Name, ("action", action.Id)), $"{(en ? "not done after all" : "toch niet gedaan")} {of} {nth}") : null
            : action.Owner.Id == turn.Person.Id ? FinishAction.Button(action, turn.Culture)
            : may ? Sayings.Button(en ? "Change" : "Wijzig", $"{(en ? "edit action" : "bewerk actie")} {of} {nth}") : null;
        return new Row($"{nth}. {action.Text}", $"{action.Owner.Name} · {(en ? "by" : "uiterlijk")} {due} · {state}", button);
    }
}
