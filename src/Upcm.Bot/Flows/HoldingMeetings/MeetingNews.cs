using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.HoldingMeetings;

/// <summary>Tells the channels of a meeting: one card ahead, one while it runs, one of minutes; each changes in its place.</summary>
public sealed class MeetingNews(SummaryCards summaries, Meetings meetings)
{
    private const int MostCopies = 100;

    /// <summary>The agenda changed: what was posted ahead of the meeting is brought up to date. False where nothing was posted.</summary>
    /// <param name="meeting">As it is after this turn, where it changed in it.</param>
    /// <param name="tension">As it is after this turn, where one changed.</param>
    public async ValueTask<bool> AgendaChanged(Turn turn, string team, RoleMeeting? meeting = null, Tension? tension = null)
    {
        if (turn.Method.Team(team) is not { } of || await meetings.Of(turn, of) is not { Occasion: { } occasion } view
            || await turn.Load(Kinds.Occasions, occasion) is not { Document: var run })
        {
            return false;
        }

        var posted = (await turn.Find(Kinds.Posts, $"occasion={occasion}|", MostCopies)).Where(found => found.Document.State != PostState.Moot).ToList();
        foreach (var sent in posted)
        {
            var about = sent.Document.Place is { } place && await turn.Load(Kinds.Channels, place) is { } bound ? bound.Document.Team : team;
            turn.Update(sent, await summaries.Of(turn.Workspace, about, run, turn.Now, Cultures.Of(sent.Document.Language), turn.Cancel, meeting ?? view.Meeting, tension));
        }

        return posted.Count > 0;
    }

    /// <summary>A channel that was bound when the agenda of a coming meeting had gone out gets it as well: of its team, and of the support team.</summary>
    public async ValueTask Bound(Turn turn, BoundChannel bound)
    {
        foreach (var team in turn.Method.Teams.Where(team => team.Id == bound.Team || team.OwnsRoleMeeting))
        {
            if (await meetings.Of(turn, team) is { Meeting.State: MeetingState.Gathering, Occasion: { } occasion } view
                && await turn.Load(Kinds.Occasions, occasion) is { Document: { TooLate: false } run }
                && await turn.Load(Kinds.Posts, $"{occasion}/{bound.Place}") is null)
            {
                turn.Changes.Insert(Kinds.Posts, new Post
                {
                    Id = $"{occasion}/{bound.Place}",
                    Occasion = occasion,
                    Kind = "summary",
                    Channel = bound.Channel,
                    Place = bound.Place,
                    Card = await summaries.Of(turn.Workspace, bound.Team, run, turn.Now, Cultures.Dutch, turn.Cancel, view.Meeting),
                    Language = "nl",
                    UseUntil = run.About,
                    Created = turn.Now,
                    Due = turn.Now,
                });
            }
        }
    }

    /// <summary>The posted agenda as who may lead sees it; null where the meeting it was for has begun.</summary>
    public async ValueTask<Card?> AgendaFor(Turn turn, string team, string occasion)
    {
        if (turn.Method.Team(team) is not { } of || await turn.Load(Kinds.Occasions, occasion) is not { Document: var run }
            || await meetings.Of(turn, of) is not { Meeting.State: MeetingState.Gathering } view || view.Occasion != occasion)
        {
            return null;
        }

        var about = await turn.Load(Kinds.Channels, turn.Arrival.Place.Id) is { } bound ? bound.Document.Team : team;
        var card = await summaries.Of(turn.Workspace, about, run, turn.Now, turn.Culture, turn.Cancel, view.Meeting);
        return card with { Buttons = [.. new AgendaCard(turn.Reader, turn.Method, turn.Culture).StartOn(view.Meeting, team, turn.Now), .. card.Buttons] };
    }

    /// <summary>The card of a meeting that begins.</summary>
    public async ValueTask Started(Turn turn, MeetingView view)
    {
        await AgendaChanged(turn, view.Team.Id, view.Meeting);
        var leaders = await Leaders(turn.Reader, view, turn.Today);
        var register = await Meetings.Register(turn, view.Meeting, view.Team.Id);
        await turn.Tell(view.Team.Id, "role-meeting", FollowedCards.Occasion(view.Meeting), culture => new MeetingCard(view, turn.Method, register, culture).ForChannel(leaders));
    }

    /// <summary>Brings every card of a meeting up to date: those in channels, and those that people follow it on.</summary>
    /// <param name="isShown">True where this turn shows the meeting by itself, where it is said.</param>
    public async ValueTask Changed(Turn turn, MeetingView view, bool isShown = false)
    {
        if (view.Meeting.State == MeetingState.Gathering)
        {
            await AgendaChanged(turn, view.Team.Id, view.Meeting);
            return;
        }

        var leaders = await Leaders(turn.Reader, view, turn.Today);
        var register = await Meetings.Register(turn, view.Meeting, view.Team.Id);
        foreach (var sent in await turn.Find(Kinds.Posts, $"occasion={FollowedCards.Occasion(view.Meeting)}|", MostCopies))
        {
            if (!isShown || !FollowedCards.IsHere(turn, sent.Document))
            {
                var card = new MeetingCard(view, turn.Method, register, Cultures.Of(sent.Document.Language));
                turn.Update(sent, sent.Document.Person is { } person ? card.For(person) : card.ForChannel(leaders));
            }
        }
    }

    /// <summary>Who may lead the meeting, leads it or records, as the channel knows them.</summary>
    public static async ValueTask<IReadOnlyList<string>> Leaders(Reader reader, MeetingView view, DateOnly today)
    {
        List<string> leaders = [];
        foreach (var person in new[] { view.Meeting.Facilitator, view.Meeting.Secretary }.OfType<Somebody>())
        {
            if (await reader.Load(Kinds.People, person.Id.Value) is { Document: { } known })
            {
                leaders.Add(known.ChannelId);
            }
        }

        leaders.AddRange(await Leaders(reader, view.Team.Id, today));
        return [.. leaders.Distinct()];
    }

    public static async ValueTask<IReadOnlyList<string>> Leaders(Reader reader, string team, DateOnly today)
    {
        List<string> leaders = [];
        foreach (var office in Rights.WhoMay(Deed.LeadRoleMeeting))
        {
            leaders.AddRange((await OfficeHolders.Reachable(reader, Appointment.IsOfWorkspace(office) ? null : team, office, today)).Select(person => person.ChannelId));
        }

        return [.. leaders.Distinct()];
    }
}
