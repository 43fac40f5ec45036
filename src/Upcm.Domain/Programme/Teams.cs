using System.Collections.Immutable;

namespace Upcm.Domain;

public sealed record Pillar(string Id, Words Name, Words Obliges);

/// <param name="Pillar">Null for the support team, which serves all.</param>
/// <param name="ProjectType">Null for a team that runs no portfolio.</param>
/// <param name="KeepsInstruments">True for the team that keeps the instruments: proposals to change them are for it.</param>
/// <param name="OwnsRoleMeeting">True for the support team: its roles are adjusted in the role meeting.</param>
public sealed record Team(
    string Id, Words Name, string? Pillar, Words Level, Item? ProjectType, Words Explanation, bool OwnsRoleMeeting = false, bool KeepsInstruments = false)
{
    /// <summary>Its name within a sentence, where that is another: with its article.</summary>
    public Words? InSentence { get; init; }

    public Words The => InSentence ?? Name;
}

/// <param name="Team">The team the role belongs to, or null where every team has it.</param>
/// <param name="Horizon">Null where the method names none.</param>
/// <param name="Office">One of <see cref="Offices"/> where the bot gives the filler rights, otherwise null.</param>
public sealed record RoleDescription(
    string Id, Words Name, string? Team, string? Horizon, Words Purpose, string? Office = null)
{
    /// <summary>What others may expect of who fills it.</summary>
    public ImmutableArray<Words> Accountabilities { get; init => field = value.IsDefault ? [] : value; } = [];
}
