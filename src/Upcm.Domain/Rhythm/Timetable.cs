namespace Upcm.Domain;

/// <summary>The programme's rhythm: which occasions fall between two moments. Nothing here knows what was done already.</summary>
/// <param name="Digest">When the weekly digest goes out.</param>
/// <param name="RoleMeeting">When the support team's role meeting starts.</param>
/// <param name="Lead">How long ahead of the role meeting its summary is due, on the clock on the wall.</param>
public sealed record Timetable(Recurrence Digest, Recurrence RoleMeeting, TimeSpan Lead, TimeZoneInfo Zone)
{
    /// <summary>Every occasion after the first moment, up to and including the last, in order.</summary>
    public IEnumerable<Occasion> Between(DateTimeOffset after, DateTimeOffset until) =>
        Enum.GetValues<OccasionKind>()
            .SelectMany(kind => Between(kind, after, until))
            .OrderBy(occasion => occasion.At).ThenBy(occasion => occasion.Kind);

    /// <summary>The occasions of one kind after the first moment, up to and including the last, in order.</summary>
    public IEnumerable<Occasion> Between(OccasionKind kind, DateTimeOffset after, DateTimeOffset until)
    {
        var lead = kind == OccasionKind.Summary ? (int)Math.Ceiling(Lead.TotalDays) : 0;
        var first = LocalTime.DayOf(after, Zone);
        var last = LocalTime.DayOf(until, Zone).AddDays(lead);
        return (kind == OccasionKind.Digest ? Digest : RoleMeeting).Days(first, last)
            .Select(day => On(kind, day))
            .Where(occasion => occasion.At > after && occasion.At <= until);
    }

    /// <summary>The first occasion of a kind after a moment.</summary>
    public Occasion Next(OccasionKind kind, DateTimeOffset after) => Between(kind, after, after + TimeSpan.FromDays(60)).First();

    /// <summary>The first occasion of which what it is ahead of is still to come: its own moment may have passed.</summary>
    public Occasion Upcoming(OccasionKind kind, DateTimeOffset now) =>
        Between(kind, now - Lead - TimeSpan.FromDays(1), now + TimeSpan.FromDays(60)).First(occasion => occasion.About > now);

    private Occasion On(OccasionKind kind, DateOnly day)
    {
        if (kind == OccasionKind.Digest)
        {
            var at = LocalTime.At(day, Digest.Time, Zone);
            return new Occasion(kind, Occasion.DigestId(day), at, at);
        }

        var meeting = day.ToDateTime(RoleMeeting.Time);
        return new Occasion(kind, Occasion.SummaryId(day), LocalTime.At(meeting - Lead, Zone), LocalTime.At(meeting, Zone));
    }
}
