using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary><c>hervat 20-004</c>: takes an initiative that was put on hold up again.</summary>
public sealed class ResumeInitiative(Standings standings) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["hervat"], ["resume"],
        new Phrase("verder met wat in de wacht stond: hervat 20-004", "go on with what was on hold: resume 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Initiatives.Named(turn, rest) is not { } named
            || await turn.Load(Kinds.Initiatives, named.Number.ToString()) is not { } stored
            || !await Refusals.Allows(turn, Deed.HoldOrStop, await standings.Towards(turn, named), named.Team, named))
        {
            return;
        }

        var initiative = stored.Document;
        if (initiative.Status != InitiativeStatus.OnHold)
        {
            turn.Say($"{initiative.Number} staat niet in de wacht.", $"{initiative.Number} is not on hold.");
            return;
        }

        var resumed = initiative with { Status = InitiativeStatus.Active };
        turn.Changes.Put(Kinds.Initiatives, resumed, stored.Version);
        turn.Record(History.InitiativeResumed, resumed.Number, resumed.Team);
        var dossier = await Dossier.Of(turn, resumed);
        turn.Replace(InitiativeCard.Of(dossier, turn.Method, turn.Culture, dossier.LightsOn(turn.Today, turn.Method)));
    }
}
