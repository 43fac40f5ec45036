using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Upcm.Domain;

[JsonConverter(typeof(JsonStringEnumConverter<MeetingState>))]
public enum MeetingState
{
    /// <summary>Still to come: people say whether they come, and put tensions on the agenda.</summary>
    Gathering,
    Running,
    Closed,
}

[JsonConverter(typeof(JsonStringEnumConverter<ItemState>))]
public enum ItemState
{
    Waiting,
    AtHand,

    /// <summary>Something was agreed, or it was dropped.</summary>
    Done,

    /// <summary>Left for the next meeting.</summary>
    CarriedOver,
}

/// <summary>One role meeting of a team (method 9). It is state, not a conversation: anybody can look, leave, come back and take over.</summary>
public sealed record RoleMeeting
{
    /// <summary>The team and the day it was planned on: <c>ondersteuningsteam/2026-11-24</c>.</summary>
    public required string Id { get; init; }

    public required string Team { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public MeetingState State { get; init; }

    /// <summary>One of <see cref="MeetingRounds"/>: the round, or the step of the item at hand.</summary>
    public string Round { get; init; } = MeetingRounds.CheckIn;

    /// <summary>Since when the round lasts, to show its timebox.</summary>
    public DateTimeOffset? RoundSince { get; init; }

    public Somebody? Facilitator { get; init; }

    public Somebody? Secretary { get; init; }

    public ImmutableArray<Attendance> Attendance { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<MeetingItem> Items { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Administrative points that were noted.</summary>
    public ImmutableArray<string> Points { get; init => field = value.IsDefault ? [] : value; } = [];

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    [JsonIgnore]
    public MeetingItem? AtHand => Items.FirstOrDefault(item => item.State == ItemState.AtHand);

    /// <summary>Who said to come, and who was seen there.</summary>
    [JsonIgnore]
    public IEnumerable<Somebody> Present => Attendance.Where(one => one.Comes).Select(one => one.Person);

    /// <summary>Who wrote down what was agreed: the secretary where they were there, else who led.</summary>
    [JsonIgnore]
    public Somebody? Recorder => Present.FirstOrDefault(one => one.Id == Secretary?.Id) ?? Facilitator;

    /// <summary>True from the first item on until closing.</summary>
    [JsonIgnore]
    public bool IsAtItem => MeetingRounds.StepsOfItem.Contains(Round);

    /// <summary>True for who may record what is agreed.</summary>
    public bool Records(PersonId person) => Secretary?.Id == person || Facilitator?.Id == person;
}

/// <summary>Whether somebody said to come.</summary>
public sealed record Attendance(Somebody Person, bool Comes);

/// <summary>A tension on the agenda, with what the meeting makes of it.</summary>
public sealed record MeetingItem
{
    public required TensionId Tension { get; init; }

    public required string Text { get; init; }

    public required Somebody By { get; init; }

    public ItemState State { get; init; }

    /// <summary>As it stands now, after amendments.</summary>
    public string? Proposal { get; init; }

    public ImmutableArray<Objection> Objections { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<Outcome> Outcomes { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Objections that stand against the proposal as it is.</summary>
    [JsonIgnore]
    public IEnumerable<Objection> Standing => Objections.Where(objection => objection is { Stands: true, Integrated: false });
}

/// <summary>A reason why a proposal does harm, tested by the usual questions.</summary>
/// <param name="Failed">The ids of the <see cref="ObjectionTests"/> that were answered with no.</param>
public sealed record Objection(Somebody By, string Text, ImmutableArray<string> Failed)
{
    public ImmutableArray<string> Failed { get; init => field = value.IsDefault ? [] : value; } = Failed;

    /// <summary>The proposal as it was then.</summary>
    public string? Against { get; init; }

    /// <summary>The proposal was changed so that it no longer holds.</summary>
    public bool Integrated { get; init; }

    [JsonIgnore]
    public bool Stands => Failed.IsEmpty;
}
