using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>What somebody wants to register. Only title, result and team are needed.</summary>
public sealed record RegisterInitiative
{
    public required string Title { get; init; }

    public required string Result { get; init; }

    public required string Team { get; init; }

    public ImmutableArray<string> Horizons { get; init => field = value.IsDefault ? [] : value; } = [];

    public string? Cluster { get; init; }

    public ImmutableArray<string> ProductGroups { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<string> Strategies { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<string> Effects { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<string> Regions { get; init => field = value.IsDefault ? [] : value; } = [];

    public string? Client { get; init; }

    public DateOnly? Term { get; init; }

    public string? Means { get; init; }

    public decimal? MeansAmount { get; init; }

    public string? Tests { get; init; }

    public Somebody? Leader { get; init; }

    public Initiative As(InitiativeNumber number, WorkingMethod method, Somebody by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(method);
        return Over(new Initiative
        {
            Number = number,
            Title = Title,
            Result = Result,
            Team = Team,
            Phase = method.Phases[0].Id,
            PhaseSince = at,
            RegisteredBy = by,
            RegisteredAt = at,
        });
    }

    /// <summary>The initiative with what is said here in place of what it said before.</summary>
    public Initiative Over(Initiative initiative)
    {
        ArgumentNullException.ThrowIfNull(initiative);
        return initiative with
        {
            Title = Title,
            Result = Result,
            Team = Team,
            Horizons = Horizons,
            Cluster = Cluster,
            ProductGroups = ProductGroups,
            Strategies = Strategies,
            Effects = Effects,
            Regions = Regions,
            Client = Client,
            Term = Term,
            Means = Means,
            MeansAmount = MeansAmount,
            Tests = Tests,
            Leader = Leader,
        };
    }
}
