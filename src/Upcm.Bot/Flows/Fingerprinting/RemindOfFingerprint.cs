using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Fingerprinting;

/// <summary><c>vingerafdruk herinneren 20-004</c>: writes to those who have not answered, once a day at most.</summary>
public sealed class RemindOfFingerprint(Standings standings) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["vingerafdruk herinneren", "herinner vingerafdruk"], ["remind fingerprint", "fingerprint remind"],
        new Phrase("wie nog niet invulde herinneren: vingerafdruk herinneren 20-004", "remind who has not answered: remind fingerprint 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Initiatives.Named(turn, rest) is not { } initiative
            || !await Refusals.Allows(turn, Deed.StartFingerprint, await standings.Towards(turn, initiative), initiative.Team, initiative)
            || !Rounds.IsWorkedOn(turn, initiative)
            || await Rounds.Newest(turn, initiative.Number) is var stored && !Rounds.IsOpen(turn, initiative.Number, stored?.Document))
        {
            return;
        }

        var round = stored!.Document;
        var reminded = await Invitations.Remind(turn, initiative, round);
        var waiting = Rounds.Waiting(round).ToList();
        if (reminded.Count > 0)
        {
            var names = await Rounds.Names(turn, reminded);
            turn.Say($"Herinnerd: {names}.", $"Reminded: {names}.");
        }
        else if (waiting.Count == 0)
        {
            turn.Say(
                $"Iedereen heeft ronde {round.Round} ingevuld. Zeg \"vingerafdruk sluiten {round.Number}\" om de uitslag vast te leggen.",
                $"Everybody has answered round {round.Round}. Say \"close fingerprint {round.Number}\" to settle the result.");
        }
        else if (waiting is [var only] && only == turn.Person.Id)
        {
            turn.Say(
                $"Alleen jij moet nog invullen. Zeg \"vingerafdruk invullen {round.Number}\".",
                $"Only you have yet to answer. Say \"answer fingerprint {round.Number}\".");
        }
        else
        {
            turn.Say(
                "Wie nog niet invulde, kreeg vandaag al een herinnering. Morgen kan het weer.",
                "Those who have not answered were reminded today already. You can do so again tomorrow.");
        }
    }
}
