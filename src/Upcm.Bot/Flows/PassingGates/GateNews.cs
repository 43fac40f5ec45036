using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary>Who hears of a gate (method 10). One card each, updated in place when advice comes in and when it is decided.</summary>
public static class GateNews
{
    /// <summary>Tells the decider, the steering members and the channel that a decision is wanted.</summary>
    public static async ValueTask Requested(Turn turn, GateView view)
    {
        var deciders = await OfficeHolders.Reachable(turn, view.Initiative.Team, view.Decides);
        var advisers = await OfficeHolders.Reachable(turn, view.Initiative.Team, Offices.SteeringMember);
        foreach (var person in deciders.Concat(advisers).DistinctBy(person => person.Id))
        {
            var standing = new Standing
            {
                InTeam =
                [
                    .. deciders.Any(one => one.Id == person.Id) ? [view.Decides] : Array.Empty<string>(),
                    .. advisers.Any(one => one.Id == person.Id) ? [Offices.SteeringMember] : Array.Empty<string>(),
                ],
            };
            var card = (await GateCard.Of(turn, view, Cultures.Of(person.Language))).For(standing);
            turn.Write(person, "gate-requested", Occasion(view), card);
        }

        var shown = (await GateCard.Of(turn, view, Cultures.Dutch)).ForChannel(deciders);
        await turn.Tell(view.Initiative.Team, "gate-requested", Occasion(view), _ => shown);
        if (deciders.Count == 0)
        {
            var office = Refusals.OfficeName(turn.Method, view.Decides);
            turn.Say(
                $"Let op: {view.Initiative.Team} heeft nog geen {office.Nl} die ik kan bereiken. Het ondersteuningsteam kan iemand benoemen.",
                $"Note: {view.Initiative.Team} has no {office.En} yet whom I can reach. The support team can appoint somebody.");
        }
    }

    /// <summary>Brings every card about the request up to date.</summary>
    public static async ValueTask Changed(Turn turn, GateView view)
    {
        var deciders = await OfficeHolders.Reachable(turn, view.Initiative.Team, view.Decides);
        foreach (var sent in await turn.Find(Kinds.Posts, $"occasion={Occasion(view)}|", 200))
        {
            var card = await GateCard.Of(turn, view, Cultures.Of(sent.Document.Language));
            turn.Update(sent, view.Review.State == GateReviewState.Decided ? card.Outcome() : sent.Document.Person is { } person ? card.For(await StandingOf(turn, view, person)) : card.ForChannel(deciders));
        }
    }

    /// <summary>Tells the channel, the project leader and the linking pin what was decided; each condition's owner hears of it.</summary>
    public static async ValueTask Decided(Turn turn, GateView view)
    {
        await Changed(turn, view);
        List<PersonId> hearing = [.. (await OfficeHolders.Of(turn, view.Initiative.Team, Offices.LinkingPin)).Select(person => person.Id)];
        hearing.AddRange([(view.Initiative.Leader ?? view.Initiative.RegisteredBy).Id, .. view.Review.Decision!.Conditions.Select(condition => condition.Owner)]);
        foreach (var id in hearing.Distinct().Where(id => id != turn.Person.Id))
        {
            if (await turn.Load(Kinds.People, id.Value) is { Document: { } person })
            {
                var card = await GateCard.Of(turn, view, Cultures.Of(person.Language));
                turn.Write(person, "gate-decided", $"gate-decided/{Kinds.GateReviews.Id(view.Review)}", card.For(Standing.None));
            }
        }

        var shown = (await GateCard.Of(turn, view, Cultures.Dutch)).ForChannel([]);
        await turn.Tell(view.Initiative.Team, "gate-decided", $"gate-decided/{Kinds.GateReviews.Id(view.Review)}", _ => shown);
    }

    private static string Occasion(GateView view) => $"gate-requested/{Kinds.GateReviews.Id(view.Review)}";

    private static async ValueTask<Standing> StandingOf(Turn turn, GateView view, PersonId person) => new()
    {
        InTeam = [.. (await turn.Find(Kinds.Appointments, $"person={person}|", 100))
            .Select(hit => hit.Document)
            .Where(one => one.Team == view.Initiative.Team)
            .Select(one => one.Office)],
    };
}
