using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>
/// One round of asking the organisations that work together what they go by, each for itself and for the collaboration
/// (method 7). People answer, each for an organisation.
/// </summary>
public sealed record ContextScanRound : SurveyRound
{
    /// <summary>Before the id of a statement: said of one's own organisation.</summary>
    public const string Own = "own.";

    /// <summary>Before the id of a statement: said of the collaboration.</summary>
    public const string Together = "together.";

    /// <summary>Who answers for which organisation; one person for one.</summary>
    public ImmutableArray<Spokesperson> Spokespeople { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The organisation a person answers for; null where that was never said.</summary>
    public string? OrganisationOf(PersonId person) => Spokespeople.FirstOrDefault(one => one.Person == person)?.Organisation;

    /// <summary>Every id that can be answered: each statement twice.</summary>
    public static IReadOnlySet<string> Statements(WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return method.ValueSystems.SelectMany(system => system.Statements).SelectMany(one => new[] { Own + one.Id, Together + one.Id }).ToHashSet(StringComparer.Ordinal);
    }
}

public sealed record Spokesperson(PersonId Person, string Organisation);
