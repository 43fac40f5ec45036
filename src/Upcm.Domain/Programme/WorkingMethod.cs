using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>
/// The programme as data: everything the programme file says. Code knows mechanisms, this knows the content.
/// Ids are persisted in every record that uses them: never rename or reuse one.
/// </summary>
public sealed record WorkingMethod
{
    /// <summary>For example <c>upcm</c>.</summary>
    public required string Id { get; init; }

    public required Words Name { get; init; }

    /// <summary>What people call it; the whole name where the file gives no short one.</summary>
    public Words Short { get => field ?? Name; init; }

    public required ProgrammeNames Names { get; init; }

    public required Claims Claims { get; init; }

    /// <summary>The team in examples of what can be said; the first with a portfolio where the file names none.</summary>
    public string ExampleTeam { get => field ?? Teams.FirstOrDefault(team => team.ProjectType is not null)?.Id ?? Teams[0].Id; init; }

    public required ImmutableArray<Pillar> Pillars { get; init; }

    public required ImmutableArray<Team> Teams { get; init; }

    public required ImmutableArray<Horizon> Horizons { get; init; }

    public required ImmutableArray<Phase> Phases { get; init; }

    public required ImmutableArray<Gate> Gates { get; init; }

    public required ImmutableArray<RoleDescription> Roles { get; init; }

    public required ImmutableArray<Force> Forces { get; init; }

    /// <summary>The value systems of the context scan; none where the programme has no such scan.</summary>
    public ImmutableArray<ValueSystem> ValueSystems { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Named scales of answers, for instance <c>contribution</c>: unknown, low, middle, high.</summary>
    public required ImmutableArray<Scale> Scales { get; init; }

    /// <summary>What a stakeholder can be: key player, change maker, target group, ….</summary>
    public ImmutableArray<StakeholderSort> StakeholderKinds { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>On which side of a project a stakeholder stands: user, doer, supplier, decider.</summary>
    public ImmutableArray<StakeholderSort> StakeholderSides { get; init => field = value.IsDefault ? [] : value; } = [];

    public required ImmutableArray<Indicator> InnovationFunctions { get; init; }

    public required ImmutableArray<Indicator> PerformanceGoals { get; init; }

    /// <summary>The effect goals of the impact sheet: environment, security of supply, economy.</summary>
    public required ImmutableArray<Item> EffectGoals { get; init; }

    /// <summary>What an initiative may intend to bring about, chosen when registering.</summary>
    public required ImmutableArray<Item> IntendedEffects { get; init; }

    public required ImmutableArray<Strategy> Strategies { get; init; }

    /// <summary>The bands the CO2 effect is told in: R0-R2, R3-R7, R8-R9.</summary>
    public required ImmutableArray<Band> Bands { get; init; }

    public required ImmutableArray<Item> Clusters { get; init; }

    public required ImmutableArray<ProductGroup> ProductGroups { get; init; }

    public required ImmutableArray<Item> Regions { get; init; }

    public required IndustryFigures Figures { get; init; }

    /// <summary>What is looked at on each horizon, in the order it is shown.</summary>
    public ImmutableArray<DashboardIndicator> Dashboard { get; init => field = value.IsDefault ? [] : value; } = [];

    public required ImmutableArray<Term> Terms { get; init; }

    public required Norms Norms { get; init; }

    public MeetingRules Meetings { get; init; } = MeetingRules.Usual;

    public Team? Team(string id) => Teams.FirstOrDefault(team => team.Id == id);

    public Phase? Phase(string id) => Phases.FirstOrDefault(phase => phase.Id == id);

    /// <summary>The gate out of a phase; null for the last phase.</summary>
    public Gate? GateFrom(string phase) => Gates.FirstOrDefault(gate => gate.From == phase);

    public Gate? Gate(string id) => Gates.FirstOrDefault(gate => gate.Id == id);

    public StakeholderSort? StakeholderKind(string? id) => StakeholderKinds.FirstOrDefault(kind => kind.Id == id);

    public StakeholderSort? StakeholderSide(string? id) => StakeholderSides.FirstOrDefault(side => side.Id == id);

    public Scale? Scale(string id) => Scales.FirstOrDefault(scale => scale.Id == id);

    public Horizon? Horizon(string id) => Horizons.FirstOrDefault(horizon => horizon.Id == id);

    public ProductGroup? ProductGroup(string sbi) => ProductGroups.FirstOrDefault(group => group.Sbi == sbi);
}

/// <summary>Something that only has a name, and perhaps an explanation in our own words.</summary>
public sealed record Item(string Id, Words Name, Words? Explanation = null);

/// <summary>A kind or a side of stakeholders.</summary>
/// <param name="ExpectedOn">Ids of the horizons on which an initiative should have at least one.</param>
/// <param name="CountsAs">One of <see cref="Derivations.Named"/> where those of this kind are counted on the dashboard.</param>
public sealed record StakeholderSort(string Id, Words Name, Words Explanation, ImmutableArray<string> ExpectedOn, string? CountsAs = null);

/// <summary>A word of the programme with its meaning, in our own words.</summary>
/// <param name="Also">Other spellings, plurals and abbreviations it is asked by.</param>
public sealed record Term(string Id, Words Name, Words Meaning, ImmutableArray<string> Also);
