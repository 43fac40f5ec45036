using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.ChangingCourse;

/// <summary><c>hervat 20-004</c>: takes up again what was put on hold, or was stopped by mistake.</summary>
public sealed class ResumeInitiative(Standings standings) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["hervat"], ["resume"],
        new Phrase("verder met wat in de wacht stond: hervat 20-004", "go on with what was on hold: resume 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Initiatives.Named(turn, rest) is not { } named || await turn.Load(Kinds.Initiatives, named.Number.ToString()) is not { } stored)
        {
            return;
        }

        switch (Course.Resume(stored.Document, await standings.Towards(turn, named)))
        {
            case Accepted<Initiative> resumed:
                turn.Changes.Put(Kinds.Initiatives, resumed.Value, stored.Version);
                turn.Record(History.InitiativeResumed, resumed.Value.Number, resumed.Value.Team);
                await CourseNews.Tell(turn, resumed.Value);
                var dossier = await Dossier.Of(turn, resumed.Value);
                turn.Replace(InitiativeCard.Of(dossier, turn.Method, turn.Culture, dossier.LightsOn(turn.Today, turn.Method)));
                break;
            case Refused<Initiative> refused:
                foreach (var reason in refused.Reasons)
                {
                    var said = reason is MayNot may ? await Refusals.Text(turn, may, named.Team, named) : CourseWords.Of((CourseLawBroken)reason, stored.Document);
                    turn.Say(said.Nl, said.En);
                }

                break;
        }
    }
}
