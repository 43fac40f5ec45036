using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>How role meetings go (method 9): what the programme says of tables, rounds and objections.</summary>
public sealed record MeetingRules
{
    public static MeetingRules Usual { get; } = new();

    /// <summary>Where tensions are handled, see <see cref="Domain.Tables"/>.</summary>
    public ImmutableArray<TensionTable> Tables { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The rounds of a meeting and the steps of an item, see <see cref="MeetingRounds"/>.</summary>
    public ImmutableArray<MeetingRound> Rounds { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The questions an objection is tested by; it stands when all are answered with yes. See <see cref="ObjectionTests"/>.</summary>
    public ImmutableArray<Item> Tests { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether who says nothing about a circulated proposal agrees with it.</summary>
    public bool SilenceIsConsent { get; init; }

    /// <summary>How many days a circulated proposal can be answered.</summary>
    public int ProposalDays { get; init; } = 5;

    public TensionTable? Table(string id) => Tables.FirstOrDefault(table => table.Id == id);

    public MeetingRound? Round(string id) => Rounds.FirstOrDefault(round => round.Id == id);
}

/// <param name="Words">What people say when a tension belongs here, in both languages.</param>
public sealed record TensionTable(string Id, Words Name, Words Explanation, ImmutableArray<string> Words);

/// <param name="Lead">What the facilitator asks or says.</param>
/// <param name="Minutes">The timebox.</param>
public sealed record MeetingRound(string Id, Words Name, Words Lead, int Minutes);

/// <summary>The rounds and steps that the code knows. The programme file gives them their words.</summary>
public static class MeetingRounds
{
    public const string CheckIn = "check-in";
    public const string Administrative = "administrative";
    public const string Agenda = "agenda";
    public const string Present = "present";
    public const string Clarify = "clarify";
    public const string React = "react";
    public const string Amend = "amend";
    public const string Objections = "objections";
    public const string Integrate = "integrate";
    public const string Record = "record";
    public const string Closing = "closing";

    public static ImmutableArray<string> All { get; } =
        [CheckIn, Administrative, Agenda, Present, Clarify, React, Amend, Objections, Integrate, Record, Closing];

    public static ImmutableArray<string> StepsOfItem { get; } = [Present, Clarify, React, Amend, Objections, Integrate, Record];
}

/// <summary>The usual questions. The programme file gives them their words.</summary>
public static class ObjectionTests
{
    public const string Harm = "harm";
    public const string Created = "created";
    public const string KnownNow = "known-now";
    public const string OwnRole = "own-role";

    public static ImmutableArray<string> All { get; } = [Harm, Created, KnownNow, OwnRole];
}
