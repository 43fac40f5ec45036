using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.RaisingTensions;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Telling;

/// <summary>
/// One tap in the digest: a tension that one team has for another goes on the agenda of that other's role meeting. The linking
/// pin of either team may.
/// </summary>
public sealed class CarryTension(Standings standings, TensionNews news) : IButton
{
    private const string Name = "tension.carry";

    public string Verb => Name;

    public static Press Press(TensionId tension) => new(Name, ("tension", tension.ToString()));

    public async ValueTask Press(Turn turn, Pressed pressed)
    {
        if (await turn.Load(Kinds.Tensions, pressed.Press.Data.GetValueOrDefault("tension") ?? "") is not { } stored)
        {
            turn.Say("Deze spanning bestaat niet meer.", "This tension no longer exists.");
            return;
        }

        var tension = stored.Document;
        var team = turn.Method.Team(tension.Team);
        var (nl, en) = (team?.The.Nl ?? tension.Team, team?.The.En ?? tension.Team);
        if (tension is { State: TensionState.Open, Table: Tables.RoleMeeting })
        {
            turn.Say($"Spanning {tension.Id} staat al op de agenda van {nl}.", $"Tension {tension.Id} is on the agenda of {en} already.");
            return;
        }

        var may = await Tensions.MayHandle(turn, standings, tension)
            || (tension.FromTeam is { } from && (await standings.InTeam(turn, from)).Is(Offices.LinkingPin));
        switch (TensionLaws.Move(tension, Tables.RoleMeeting, tension.Team, may))
        {
            case Accepted<Tension> { Value: var moved }:
                turn.Changes.Put(Kinds.Tensions, moved, stored.Version);
                turn.Record(History.TensionMoved, moved.Initiative, moved.Team, words: TensionWords.Place(moved.Table, moved.Team, turn.Method), subject: TensionCard.SubjectOf(moved.Id));
                await news.Moved(turn, moved, tension.Team);
                turn.Say(
                    $"Spanning {moved.Id} staat op de agenda van het roloverleg van {nl}: {moved.Text}", $"Tension {moved.Id} is on the agenda of the role meeting of {en}: {moved.Text}");
                break;
            case Refused<Tension> refused:
                await TensionWords.Say(turn, refused.Reasons, tension);
                break;
        }
    }
}
