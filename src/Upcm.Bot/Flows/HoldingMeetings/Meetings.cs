using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.KeepingRoles;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.HoldingMeetings;

/// <param name="Version">The stored version; 0 where nobody did anything with it yet.</param>
/// <param name="Occasion">What was posted ahead of it; null where nothing is posted ahead.</param>
public sealed record MeetingView(RoleMeeting Meeting, int Version, Team Team, string? Occasion);

/// <summary>Finds the meeting that people mean: the one that runs, else the next.</summary>
public sealed class Meetings(MeetingCalendar calendar)
{
    private const int MostRunning = 50;

    /// <summary>A meeting that nobody started on time still is the next for so long.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromHours(8);

    /// <summary>The meeting of a team that runs, or its next one.</summary>
    public async ValueTask<MeetingView> Of(Turn turn, Team team)
    {
        if (await turn.Find(Kinds.Meetings, $"running={team.Id}|", 1) is [var running])
        {
            return new MeetingView(running.Document, running.Version, team, null);
        }

        if (await calendar.Of(turn.Workspace, team.Id, turn.Cancel) is { } timetable)
        {
            var after = turn.Now - Late;
            while (timetable.Upcoming(OccasionKind.Summary, after) is { } next)
            {
                var planned = await View(turn, team, next.Planned, "", next.About, next.Id);
                if (planned.Meeting.State != MeetingState.Closed)
                {
                    return planned;
                }

                after = next.About;
            }
        }

        for (var again = 1; ; again++)
        {
            var unplanned = await View(turn, team, turn.Today, again == 1 ? "" : $"/{again}", turn.Now, null);
            if (unplanned.Meeting.State != MeetingState.Closed)
            {
                return unplanned;
            }
        }
    }

    /// <summary>The last one that was closed, or null.</summary>
    public static async ValueTask<RoleMeeting?> Last(Reader reader, string team) => await reader.Last(Kinds.Meetings, $"closed={team}|");

    /// <summary>
    /// The team whose meeting somebody means: the one that is named, that of the channel it is said in, the one whose meeting runs,
    /// or that of the support team. Null after having asked which.
    /// </summary>
    /// <param name="rest">What was said after the words; anything but a team's name is not looked at.</param>
    public static async ValueTask<Team?> Meant(Turn turn, string rest)
    {
        if (rest.Trim().Length > 0 && Teams.Named(turn.Method, rest, turn.Method.Teams) is { } named)
        {
            return named;
        }

        if (turn.Arrival.Place.Kind == PlaceKind.Channel && await turn.Load(Kinds.Channels, turn.Arrival.Place.Id) is { Document.Team: var bound })
        {
            return turn.Method.Team(bound);
        }

        var running = (await turn.Find(Kinds.Meetings, "running=", MostRunning)).Select(found => found.Document).ToList();
        var mine = running.FindAll(meeting => meeting.Records(turn.Person.Id) || meeting.Attendance.Any(one => one.Person.Id == turn.Person.Id && one.Comes));
        return (running.Count == 1 ? running : mine) is [var only]
            ? turn.Method.Team(only.Team)
            : turn.Method.Teams.FirstOrDefault(team => team.OwnsRoleMeeting) ?? turn.Method.Teams[0];
    }

    /// <summary>The roles of a team by id, with what the meeting agreed on so far.</summary>
    public static async ValueTask<ImmutableDictionary<RoleId, Role>> Register(Turn turn, RoleMeeting? meeting, string team)
    {
        var register = (await new RoleRegister(turn.Reader, turn.Method).OfTeam(team)).ToImmutableDictionary(kept => kept.Role.Id, kept => kept.Role);
        return meeting is not null && RoleLaws.Apply(register, MeetingLaws.Outcomes(meeting), turn.Today) is Accepted<ImmutableDictionary<RoleId, Role>> agreed
            ? register.SetItems(agreed.Value)
            : register;
    }

    private static async ValueTask<MeetingView> View(Turn turn, Team team, DateOnly day, string suffix, DateTimeOffset startsAt, string? occasion)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{team.Id}/{day:yyyy-MM-dd}{suffix}");
        return await turn.Load(Kinds.Meetings, id) is { } stored
            ? new MeetingView(stored.Document with { StartsAt = stored.Document.State == MeetingState.Gathering ? startsAt : stored.Document.StartsAt }, stored.Version, team, occasion)
            : new MeetingView(new RoleMeeting { Id = id, Team = team.Id, StartsAt = startsAt }, 0, team, occasion);
    }
}
