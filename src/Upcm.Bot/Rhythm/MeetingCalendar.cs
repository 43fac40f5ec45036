using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Rhythm;

/// <summary>Occasions of one kind that follow each other, and of one team where they are ahead of its meetings.</summary>
/// <param name="Team">Null for the support team, and for what is of no team.</param>
public sealed record Series(OccasionKind Kind, string? Team, Timetable Timetable)
{
    /// <summary>By which the runs of the series are found.</summary>
    public string Key => KeyOf(Kind, Team);

    public static string KeyOf(OccasionKind kind, string? team) => $"kind={kind}{(team is null ? "" : $"/{team}")}|";

    /// <summary>
    /// What is due since the last run, and what somebody planned so late that its moment lies before that run while it still is of
    /// use: an extra meeting in the very minute of another summary, or before the series was known. Some may have run already.
    /// </summary>
    public IEnumerable<Occasion> DueSince(DateTimeOffset last, DateTimeOffset now) =>
        Timetable.StillOfUse(Kind, now).Where(occasion => occasion.At <= last)
            .Select((occasion, place) => occasion with { At = last.AddTicks(1 + place) }) // the last run stays the one that is found first
            .Concat(Timetable.Between(Kind, last, now))
            .OrderBy(occasion => occasion.At);
}

/// <summary>The timetable of a workspace: the settings, with what people set and changed about meetings.</summary>
public sealed class MeetingCalendar(IStore store, Timetable settings, WorkingMethod method)
{
    private const int MostTeams = 200;

    /// <summary>The timetable with the meetings of a team, or null where nobody gave that team a rhythm.</summary>
    public async ValueTask<Timetable?> Of(WorkspaceId workspace, string team, CancellationToken cancel) =>
        await store.Load(Kinds.MeetingRhythms, workspace, team, cancel) is { Document: var rhythm }
            ? With(rhythm)
            : team == Owner ? settings : null;

    /// <summary>The timetable with the meetings of the team that owns the role meeting.</summary>
    public async ValueTask<Timetable> OfOwner(WorkspaceId workspace, CancellationToken cancel) => await Of(workspace, Owner, cancel) ?? settings;

    /// <summary>Everything that comes round in a workspace, each to be run by itself.</summary>
    public async ValueTask<IReadOnlyList<Series>> Series(WorkspaceId workspace, CancellationToken cancel)
    {
        var rhythms = await store.Find(Kinds.MeetingRhythms, workspace, "team=", MostTeams, null, descending: false, cancel);
        var own = rhythms.FirstOrDefault(found => found.Document.Team == Owner)?.Document;
        var timetable = own is null ? settings : With(own);
        return
        [
            .. Enum.GetValues<OccasionKind>().Select(kind => new Series(kind, null, timetable)),
            .. rhythms.Select(found => found.Document).Where(rhythm => rhythm.Team != Owner)
                .Select(rhythm => new Series(OccasionKind.Summary, rhythm.Team, With(rhythm))),
        ];
    }

    /// <summary>The team whose role meeting the settings describe.</summary>
    public string Owner { get; } = method.Teams.FirstOrDefault(team => team.OwnsRoleMeeting)?.Id ?? "";

    private Timetable With(MeetingRhythm rhythm) => settings.With(rhythm, Owner);
}
