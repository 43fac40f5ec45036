using System.Collections.Immutable;

namespace Upcm.Domain;

public sealed record Scale(string Id, ImmutableArray<Item> Steps)
{
    /// <summary>The scale that statements of the fingerprint are answered on.</summary>
    public const string Agreement = "agreement";

    public Item? Step(string id) => Steps.FirstOrDefault(step => step.Id == id);
}

/// <summary>Something an impact sheet rates on a scale.</summary>
/// <param name="Scale">The id of a <see cref="Domain.Scale"/>.</param>
public sealed record Indicator(string Id, Words Name, string Scale, string? Horizon, Words Explanation);
