using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Upcm.Domain;

namespace Upcm.Bot.Rhythm;

/// <summary>That an occasion ran, kept for good: its id can be written once, so that it runs once per workspace.</summary>
public sealed record OccasionRun
{
    /// <summary>The occasion's id; <c>digest/start</c> for where a workspace's count begins, which tells nobody.</summary>
    public required string Id { get; init; }

    public required OccasionKind Kind { get; init; }

    /// <summary>Whose meeting it is ahead of; null for the support team, and for what is of no team.</summary>
    public string? Team { get; init; }

    /// <summary>When it was due.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What it is ahead of.</summary>
    public required DateTimeOffset About { get; init; }

    /// <summary>What it tells happened after this moment, …</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>… up to and including this one: when it ran.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Earlier occasions that were missed and are told together in this one.</summary>
    public ImmutableArray<string> Missed { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Who should have heard and cannot be reached: names.</summary>
    public ImmutableArray<string> Unreached { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Null while posts are still being made.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>It came too late to be of use, and nobody was told: a summary of a meeting that had begun.</summary>
    public bool TooLate { get; init; }

    [JsonIgnore]
    public bool IsLate => TooLate || Until - At > TimeSpan.FromMinutes(30);

    /// <summary>Where counting began; nobody was told anything.</summary>
    [JsonIgnore]
    public bool IsStart => Id.EndsWith("/start", StringComparison.Ordinal);

    /// <summary>Where counting begins in a workspace that has not heard of this kind before.</summary>
    public static OccasionRun Start(OccasionKind kind, string? team, DateTimeOffset now) => new()
    {
        Id = $"{Enum.GetName(kind)!.ToLowerInvariant()}/{(team is null ? "" : team + "/")}start",
        Kind = kind,
        Team = team,
        At = now,
        About = now,
        Since = now - Period(kind),
        Until = now - Period(kind),
        DoneAt = now,
    };

    /// <summary>
    /// One run for everything that is due: what was missed before is told along with the last. Only meetings that are still to come
    /// have each their own, because each has an agenda.
    /// </summary>
    /// <param name="told">Up to when the run before told.</param>
    public static IEnumerable<OccasionRun> Of(IReadOnlyList<Occasion> due, DateTimeOffset told, DateTimeOffset now, string? team)
    {
        var ahead = due.Where(occasion => occasion.About > now).ToList();
        var past = due.Except(ahead).ToList();
        List<List<Occasion>> runs = ahead.Count > 0 ? [[.. past, ahead[0]], .. ahead.Skip(1).Select(occasion => new List<Occasion> { occasion })] : [past];
        return runs.Where(run => run.Count > 0).Select(run => One(run, told, now, team));
    }

    /// <summary>The time that one occasion tells about, as planned.</summary>
    public static TimeSpan Period(OccasionKind kind) => TimeSpan.FromDays(kind switch
    {
        OccasionKind.Digest => 7,
        OccasionKind.Summary => 14,
        OccasionKind.Snapshot => 31,
        _ => 1,
    });

    private static OccasionRun One(List<Occasion> due, DateTimeOffset told, DateTimeOffset now, string? team)
    {
        var last = due[^1];
        var tooLate = last.Kind == OccasionKind.Summary && last.About <= now;
        return new OccasionRun
        {
            Id = last.Id,
            Kind = last.Kind,
            Team = team,
            At = due.Max(static occasion => occasion.At),
            About = last.About,
            Since = told,
            Until = tooLate ? told : now,
            TooLate = tooLate,
            DoneAt = tooLate ? now : null,
            Missed = [.. due.SkipLast(1).Select(occasion => occasion.Id)],
        };
    }
}

/// <summary>Since when a project owes a report, to find those that are overdue.</summary>
/// <param name="Since">The day of the last report, or the day on which reports became owed.</param>
public sealed record ReportOwed(InitiativeNumber Number, string Team, DateOnly Since);

/// <summary>How far the journal was followed.</summary>
public sealed record Followed(string Id, string Bookmark);
