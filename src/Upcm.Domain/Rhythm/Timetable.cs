using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>The programme's rhythm: which occasions fall between two moments. Nothing here knows what was done already.</summary>
/// <param name="Digest">When the weekly digest goes out.</param>
/// <param name="RoleMeeting">When the role meeting starts: the support team's, or that of <see cref="MeetingTeam"/>.</param>
/// <param name="Lead">How long ahead of the role meeting its summary is due, on the clock on the wall.</param>
public sealed record Timetable(Recurrence Digest, Recurrence RoleMeeting, TimeSpan Lead, TimeZoneInfo Zone)
{
    private const int LongestMove = 14;
    private const int LongestLookAhead = 60;

    public DaysOff DaysOff { get; init; } = DaysOff.None;

    public OnDayOff DigestOnDayOff { get; init; } = OnDayOff.Moved;

    public OnDayOff MeetingOnDayOff { get; init; } = OnDayOff.Moved;

    /// <summary>On every working day.</summary>
    public TimeOnly RemindersAt { get; init; } = new(9, 0);

    /// <summary>How many days before a steering meeting its dossiers go out, at the time of the reminders.</summary>
    public int DossierDays { get; init; } = 5;

    public TimeOnly SnapshotAt { get; init; } = new(9, 0);

    /// <summary>The day of the month; in a shorter month its last day.</summary>
    public int SnapshotDay { get; init; } = 1;

    /// <summary>False for a team that only has meetings that somebody added.</summary>
    public bool HasSeries { get; init; } = true;

    /// <summary>Whose meetings these are; null for the support team.</summary>
    public string? MeetingTeam { get; init; }

    /// <summary>What people changed about single meetings.</summary>
    public ImmutableArray<MeetingChange> MeetingChanges { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The last day that may have a planned meeting.</summary>
    public DateOnly? LastMeetingDay { get; init; }

    /// <summary>When somebody set the rhythm of the meetings; null where the settings say it.</summary>
    public DateTimeOffset? RhythmSince { get; init; }

    /// <summary>The same with the meetings of one team.</summary>
    /// <param name="supportTeam">The id of the support team, whose meetings have ids without a team.</param>
    public Timetable With(MeetingRhythm rhythm, string supportTeam)
    {
        ArgumentNullException.ThrowIfNull(rhythm);
        return this with
        {
            RoleMeeting = rhythm.Recurrence ?? RoleMeeting,
            HasSeries = rhythm.Recurrence is not null || rhythm.Team == supportTeam,
            MeetingTeam = rhythm.Team == supportTeam ? null : rhythm.Team,
            MeetingChanges = rhythm.Changes,
            LastMeetingDay = rhythm.LastDay,
            RhythmSince = rhythm.Since,
        };
    }

    /// <summary>Every occasion after the first moment, up to and including the last, in order.</summary>
    public IEnumerable<Occasion> Between(DateTimeOffset after, DateTimeOffset until) =>
        Enum.GetValues<OccasionKind>()
            .SelectMany(kind => Between(kind, after, until))
            .OrderBy(occasion => occasion.At).ThenBy(occasion => occasion.Kind);

    /// <summary>The occasions of one kind after the first moment, up to and including the last, in order.</summary>
    public IEnumerable<Occasion> Between(OccasionKind kind, DateTimeOffset after, DateTimeOffset until)
    {
        var first = LocalTime.DayOf(after, Zone);
        var last = LocalTime.DayOf(until, Zone);
        return (kind switch
        {
            OccasionKind.Digest => Digest.Days(first.AddDays(-LongestMove), last).Select(DigestOn),
            OccasionKind.Summary => Meetings(first, last.AddDays((int)Math.Ceiling(Lead.TotalDays) + LongestMove)).Select(Ahead),
            OccasionKind.Reminders => Days(first, last).Where(DaysOff.IsWorkday).Select(day => On(kind, Occasion.RemindersId(day), day, day, RemindersAt)),
            _ => Days(first.AddDays(-LongestMove), last).Where(IsSnapshotDay).Select(SnapshotOn),
        })
            .OfType<Occasion>()
            .Where(occasion => occasion.At > after && occasion.At <= until)
            .OrderBy(occasion => occasion.At);
    }

    /// <summary>
    /// The occasions of one kind whose moment has come while what they are ahead of has not: until then they are of use, however
    /// late somebody thought of the meeting.
    /// </summary>
    public IEnumerable<Occasion> StillOfUse(OccasionKind kind, DateTimeOffset now) =>
        Between(kind, now - Lead - TimeSpan.FromDays(LongestMove), now).Where(occasion => occasion.About > now);

    /// <summary>The meetings that start on these days, both ends included, in order.</summary>
    public IEnumerable<Meeting> Meetings(DateOnly from, DateOnly to)
    {
        var planned = RoleMeeting.Days(from.AddDays(-LongestMove), to)
            .Where(day => HasSeries && (LastMeetingDay is not { } last || day <= last) && MeetingChanges.All(change => change.Planned != day))
            .Select(day => Placed(RoleMeeting, day, MeetingOnDayOff) is { } placed ? new Meeting(day, placed.ToDateTime(RoleMeeting.Time)) : null);
        var changed = MeetingChanges.Select(change =>
            change.Day is { } day ? new Meeting(change.Planned, day.ToDateTime(change.Time ?? RoleMeeting.Time)) : null);
        return planned.Concat(changed)
            .OfType<Meeting>()
            .Where(meeting => DateOnly.FromDateTime(meeting.At) >= from && DateOnly.FromDateTime(meeting.At) <= to)
            .OrderBy(meeting => meeting.At);
    }

    /// <summary>The first meeting that starts after a moment, or null where there is none within two months.</summary>
    public Meeting? NextMeeting(DateTimeOffset after)
    {
        var day = LocalTime.DayOf(after, Zone);
        return Meetings(day, day.AddDays(LongestLookAhead)).FirstOrDefault(meeting => LocalTime.At(meeting.At, Zone) > after);
    }

    /// <summary>The first occasion of a kind after a moment, or null where there is none within two months.</summary>
    public Occasion? Next(OccasionKind kind, DateTimeOffset after) => Between(kind, after, after + TimeSpan.FromDays(LongestLookAhead)).FirstOrDefault();

    /// <summary>The first occasion of which what it is ahead of is still to come: its own moment may have passed.</summary>
    public Occasion? Upcoming(OccasionKind kind, DateTimeOffset now) =>
        Between(kind, now - Lead - TimeSpan.FromDays(LongestMove), now + TimeSpan.FromDays(LongestLookAhead)).FirstOrDefault(occasion => occasion.About > now);

    /// <summary>Where something goes that falls on a day off; null where it does not take place.</summary>
    private DateOnly? Placed(Recurrence recurrence, DateOnly day, OnDayOff rule)
    {
        if (rule == OnDayOff.Kept || !DaysOff.Include(day))
        {
            return day;
        }

        if (rule == OnDayOff.Skipped)
        {
            return null;
        }

        for (var later = day.AddDays(1); !recurrence.FallsOn(later) && later < day.AddDays(LongestMove); later = later.AddDays(1))
        {
            if (DaysOff.IsWorkday(later))
            {
                return later;
            }
        }

        return null;
    }

    private Occasion? DigestOn(DateOnly day) =>
        Placed(Digest, day, DigestOnDayOff) is { } placed ? On(OccasionKind.Digest, Occasion.DigestId(day), day, placed, Digest.Time) : null;

    /// <summary>A summary is read at work: where its moment is no working day, it comes on the last one before.</summary>
    private Occasion Ahead(Meeting meeting)
    {
        var due = meeting.At - Lead;
        var earliest = due.AddDays(-LongestMove);
        while (Lead > TimeSpan.Zero && due > earliest && !DaysOff.IsWorkday(DateOnly.FromDateTime(due)))
        {
            due = due.AddDays(-1);
        }

        // What was decided on later than the summary was due is told at once, and not taken for missed.
        var (at, starts) = (LocalTime.At(due, Zone), LocalTime.At(meeting.At, Zone));
        var decided = MeetingChanges.FirstOrDefault(change => change.Planned == meeting.Planned)?.At ?? RhythmSince;
        return new Occasion(OccasionKind.Summary, Occasion.SummaryId(meeting.Planned, MeetingTeam), decided > at && decided < starts ? decided.Value : at, starts)
        {
            Planned = meeting.Planned,
        };
    }

    private bool IsSnapshotDay(DateOnly day) => day.Day == Math.Min(SnapshotDay, DateTime.DaysInMonth(day.Year, day.Month));

    private Occasion? SnapshotOn(DateOnly day)
    {
        var placed = Enumerable.Range(0, LongestMove).Select(day.AddDays).Where(DaysOff.IsWorkday).Cast<DateOnly?>().FirstOrDefault();
        return placed is { } on ? On(OccasionKind.Snapshot, Occasion.SnapshotId(day), day, on, SnapshotAt) : null;
    }

    private Occasion On(OccasionKind kind, string id, DateOnly planned, DateOnly day, TimeOnly time)
    {
        var at = LocalTime.At(day, time, Zone);
        return new Occasion(kind, id, at, at) { Planned = planned };
    }

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
