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

    [JsonIgnore]
    public bool IsLate => Until - At > TimeSpan.FromMinutes(30);

    /// <summary>Where counting began; nobody was told anything.</summary>
    [JsonIgnore]
    public bool IsStart => Since == Until;

    /// <summary>Where counting begins in a workspace that has not heard of this kind before.</summary>
    public static OccasionRun Start(OccasionKind kind, DateTimeOffset now) => new()
    {
        Id = kind == OccasionKind.Digest ? "digest/start" : "summary/start",
        Kind = kind,
        At = now,
        About = now,
        Since = now - Period(kind),
        Until = now - Period(kind),
        DoneAt = now,
    };

    /// <summary>The time that one occasion tells about, as planned.</summary>
    public static TimeSpan Period(OccasionKind kind) => TimeSpan.FromDays(kind == OccasionKind.Digest ? 7 : 14);
}

/// <summary>Since when a project owes a report, to find those that are overdue.</summary>
/// <param name="Since">The day of the last report, or the day on which reports became owed.</param>
public sealed record ReportOwed(InitiativeNumber Number, string Team, DateOnly Since);

/// <summary>How far the journal was followed.</summary>
public sealed record Followed(string Id, string Bookmark);
