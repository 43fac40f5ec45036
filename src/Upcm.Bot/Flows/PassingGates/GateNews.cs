using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Bot.People;
using Upcm.Bot.Pictures;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary>Who hears of a gate (method 10). One card each, updated in place when advice comes in and when it is decided.</summary>
public sealed class GateNews(Illustrations illustrations)
{
    private const int MostCopies = 500;

    public const string RequestedKind = "gate-requested";
    public const string DossierKind = "gate-dossier";

    /// <summary>Tells the decider, the steering members and the channel that a decision is wanted.</summary>
    public async ValueTask Requested(Turn turn, GateView view)
    {
        if (view.Review.Requests > 1)
        {
            await Changed(turn, view); // the cards of the request that was withdrawn
        }

        var deciders = await OfficeHolders.Reachable(turn, view.Initiative.Team, view.Decides);
        var advisers = await OfficeHolders.Reachable(turn, view.Initiative.Team, Offices.SteeringMember);
        foreach (var person in deciders.Concat(advisers).DistinctBy(person => person.Id))
        {
            var card = (await GateCard.Of(turn, view, Cultures.Of(person.Language))).For(await StandingOf(turn.Reader, view, person.Id));
            turn.Write(person, RequestedKind, Occasion(view.Review, view.Review.Requests), card, theirs: deciders.Any(one => one.Id == person.Id));
        }

        var shown = (await GateCard.Of(turn, view, Cultures.Dutch)).ForChannel(deciders);
        await turn.Tell(view.Initiative.Team, RequestedKind, Occasion(view.Review, view.Review.Requests), _ => shown);
        if (deciders.Count == 0)
        {
            var team = turn.Method.Team(view.Initiative.Team)?.The ?? new Words(view.Initiative.Team, view.Initiative.Team);
            var (office, support) = (Refusals.OfficeName(turn.Method, view.Decides), turn.Method.Names.Offices[Offices.SupportTeam].The);
            turn.Say(
                $"Let op: {team.Nl} heeft nog geen {office.Nl} die ik kan bereiken. {Capital.Of(support.Nl)} kan iemand benoemen.",
                $"Note: {team.En} has no {office.En} yet whom I can reach. {Capital.Of(support.En)} can appoint somebody.");
        }
    }

    /// <summary>Brings every card about the request up to date: the request itself, its dossiers, and what was shown in channels.</summary>
    public async ValueTask Changed(Turn turn, GateView view)
    {
        var deciders = await OfficeHolders.Reachable(turn, view.Initiative.Team, view.Decides);
        var dossier = await GateDossier.Of(turn.Reader, turn.Method, turn.Now, view);
        foreach (var occasion in Occasions(view.Review))
        {
            foreach (var sent in await turn.Find(Kinds.Posts, $"occasion={occasion}|", MostCopies))
            {
                turn.Update(sent, await CardFor(sent.Document));
            }
        }

        async ValueTask<Card> CardFor(Post post)
        {
            var culture = Cultures.Of(post.Language);
            var standing = post.Person is { } person ? await StandingOf(turn.Reader, view, person) : null;
            if (view.Review.State != GateReviewState.Decided && post.Kind == DossierKind)
            {
                var whole = new DossierCard(dossier, view, turn.Method, culture, illustrations);
                return standing is null ? whole.ForChannel(deciders) : whole.For(standing);
            }

            var card = await GateCard.Of(turn, view, culture);
            return view.Review.State == GateReviewState.Decided ? card.Outcome() : standing is null ? card.ForChannel(deciders) : card.For(standing);
        }
    }

    /// <summary>Tells the channel, the project leader and the linking pin what was decided; each condition's owner hears of it.</summary>
    public async ValueTask Decided(Turn turn, GateView view)
    {
        await Changed(turn, view);
        foreach (var person in await Hearing(turn, view.Initiative, view.Review.Decision!))
        {
            var card = await GateCard.Of(turn, view, Cultures.Of(person.Language));
            turn.Write(person, "gate-decided", DecidedOccasion(view.Review), card.For(Standing.None), theirs: view.Review.Decision!.Conditions.Any(condition => condition.Owner == person.Id));
        }

        var shown = (await GateCard.Of(turn, view, Cultures.Dutch)).ForChannel([]);
        await turn.Tell(view.Initiative.Team, "gate-decided", DecidedOccasion(view.Review), _ => shown);
    }

    /// <summary>Every card that shows the decision shows what was put right, and who heard of it hears of that.</summary>
    public async ValueTask Corrected(Turn turn, Initiative initiative, Gate gate, GateReview before, GateReview review)
    {
        foreach (var occasion in Occasions(review).Append(DecidedOccasion(review)))
        {
            foreach (var sent in await turn.Find(Kinds.Posts, $"occasion={occasion}|", MostCopies))
            {
                turn.Update(sent, await DecisionCard.Of(turn.Reader, initiative, gate, review, turn.Method, Cultures.Of(sent.Document.Language)));
            }
        }

        var again = $"gate-corrected/{Kinds.GateReviews.Id(review)}/{review.Decision!.Corrections.Length}";
        foreach (var person in await Hearing(turn, initiative, review.Decision, before.Decision!))
        {
            var theirs = review.Decision.Conditions.Any(condition => condition.Owner == person.Id);
            turn.Write(person, "gate-decided", again, await DecisionCard.Of(turn.Reader, initiative, gate, review, turn.Method, Cultures.Of(person.Language)), theirs);
        }

        if (before.Decision!.Kind != review.Decision.Kind)
        {
            var shown = await DecisionCard.Of(turn.Reader, initiative, gate, review, turn.Method, Cultures.Dutch);
            await turn.Tell(initiative.Team, "gate-decided", again, _ => shown);
        }
    }

    /// <summary>What a dossier goes out under, ahead of one meeting.</summary>
    public static string DossierOccasion(GateReview review, DateOnly meeting) =>
        string.Create(CultureInfo.InvariantCulture, $"gate-dossier/{Kinds.GateReviews.Id(review)}/{meeting:yyyy-MM-dd}");

    /// <summary>What cards that somebody asked for in a channel are kept under.</summary>
    public static string ShownOccasion(GateReview review) => $"gate-shown/{Kinds.GateReviews.Id(review)}";

    public static async ValueTask<Standing> StandingOf(Reader reader, GateView view, PersonId person) => new()
    {
        InTeam = [.. (await reader.Find(Kinds.Appointments, $"person={person}|", 100))
            .Select(hit => hit.Document)
            .Where(one => one.Team == view.Initiative.Team)
            .Select(one => one.Office)],
        ProjectLeader = view.Initiative.Leader?.Id == person,
        Registrant = view.Initiative.RegisteredBy.Id == person,
    };

    private static async ValueTask<IReadOnlyList<Person>> Hearing(Turn turn, Initiative initiative, params GateDecision[] decisions)
    {
        List<PersonId> hearing = [.. (await OfficeHolders.Of(turn, initiative.Team, Offices.LinkingPin)).Select(person => person.Id)];
        hearing.AddRange([(initiative.Leader ?? initiative.RegisteredBy).Id, .. decisions.SelectMany(decision => decision.Conditions).Select(condition => condition.Owner)]);
        List<Person> people = [];
        foreach (var id in hearing.Distinct().Where(id => id != turn.Person.Id))
        {
            if (await turn.Load(Kinds.People, id.Value) is { Document: { } person })
            {
                people.Add(person);
            }
        }

        return people;
    }

    private static IEnumerable<string> Occasions(GateReview review) =>
    [
        .. Enumerable.Range(1, Math.Max(1, review.Requests)).Select(request => Occasion(review, request)),
        .. review.DossierFor.Select(meeting => DossierOccasion(review, meeting)),
        ShownOccasion(review),
    ];

    /// <summary>A request that was withdrawn and made again is told anew.</summary>
    private static string Occasion(GateReview review, int request) =>
        $"gate-requested/{Kinds.GateReviews.Id(review)}{(request > 1 ? string.Create(CultureInfo.InvariantCulture, $"/{request}") : "")}";

    private static string DecidedOccasion(GateReview review) => $"gate-decided/{Kinds.GateReviews.Id(review)}";
}
