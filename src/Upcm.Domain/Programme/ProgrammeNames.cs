using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>What the programme calls something: in a list, in a sentence, and more than one of it.</summary>
/// <param name="The">With its article, as it stands in the middle of a sentence: <c>het KBO</c>.</param>
public sealed record ProgrammeName(Words One, Words The, Words Many);

/// <summary>What the programme calls the people and meetings that the code has mechanisms for.</summary>
public sealed record ProgrammeNames
{
    /// <summary>Decides at gates, see <see cref="Decider.SteeringMeeting"/>.</summary>
    public required ProgrammeName SteeringMeeting { get; init; }

    /// <summary>See <see cref="PartyKind.KeyPlayer"/>.</summary>
    public required ProgrammeName KeyPlayer { get; init; }

    /// <summary>A person or network that sets others in motion; counted as <see cref="Derivations.ChangeMakers"/>.</summary>
    public required ProgrammeName ChangeMaker { get; init; }

    /// <summary>Whom initiatives mean to reach; counted as <see cref="Derivations.TargetGroups"/>.</summary>
    public required ProgrammeName TargetGroup { get; init; }

    /// <summary>What product groups are told apart by: <c>SBI-code</c>.</summary>
    public required ProgrammeName ProductCode { get; init; }

    /// <summary>The areas that figures are printed for: <c>provincie</c>.</summary>
    public required ProgrammeName Region { get; init; }

    /// <summary>By office: every one of <see cref="Offices"/>.</summary>
    public required ImmutableDictionary<string, ProgrammeName> Offices { get; init; }

    /// <summary>Who advises in the steering meeting.</summary>
    public ProgrammeName SteeringMember => Offices[Domain.Offices.SteeringMember];
}

/// <summary>What an impact sheet claims, as it is said and measured.</summary>
/// <param name="Effect">What there is less of: <c>CO₂</c>.</param>
/// <param name="Unit">What it is measured in: <c>kton per jaar</c>.</param>
/// <param name="Amount">Both: <c>kton CO₂ per jaar</c>.</param>
/// <param name="ValueAgainst">What value added is compared with: <c>tegenover 2019</c>.</param>
public sealed record Claims(Words Effect, Words Unit, Words Amount, Words ValueAgainst);
