using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Surveying;

/// <summary><c>contextscan herinneren 20-004</c>: writes to those who have not answered, once a day at most.</summary>
public sealed class RemindOfSurvey<TRound>(Standings standings, Survey<TRound> survey) : ICommand
    where TRound : SurveyRound
{
    public Sentence Sentence => survey.Words.ToRemind;

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Initiatives.Named(turn, rest) is not { } initiative
            || !await Refusals.Allows(turn, survey.Deeds.Start, await standings.Towards(turn, initiative), initiative.Team, initiative)
            || !Rounds.IsWorkedOn(turn, initiative)
            || await Rounds.Newest(turn, survey, initiative.Number) is var stored && !Rounds.IsOpen(turn, survey, initiative.Number, stored?.Document))
        {
            return;
        }

        var round = stored!.Document;
        var reminded = await Invitations.Remind(turn, survey, initiative, round);
        var waiting = Rounds.Waiting(round).ToList();
        if (reminded.Count > 0)
        {
            var names = await Rounds.Names(turn, reminded);
            turn.Say($"Herinnerd: {names}.", $"Reminded: {names}.");
        }
        else if (waiting.Count == 0)
        {
            turn.Say(
                $"Iedereen heeft ronde {round.Round} ingevuld. Zeg \"{survey.Words.ToClose.Nl[0]} {round.Number}\" om de uitslag vast te leggen.",
                $"Everybody has answered round {round.Round}. Say \"{survey.Words.ToClose.En[0]} {round.Number}\" to settle the result.");
        }
        else if (waiting is [var only] && only == turn.Person.Id)
        {
            turn.Say(
                $"Alleen jij moet nog invullen. Zeg \"{survey.Words.ToAnswer.Nl[0]} {round.Number}\".",
                $"Only you have yet to answer. Say \"{survey.Words.ToAnswer.En[0]} {round.Number}\".");
        }
        else
        {
            turn.Say(
                "Wie nog niet invulde, kreeg vandaag al een herinnering. Morgen kan het weer.",
                "Those who have not answered were reminded today already. You can do so again tomorrow.");
        }
    }
}
