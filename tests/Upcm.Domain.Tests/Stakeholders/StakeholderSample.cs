using System.Collections.Immutable;

namespace Upcm.Domain.Tests.Stakeholders;

/// <summary>A programme with two kinds and one side, for the tests of stakeholder maps.</summary>
internal static class StakeholderSample
{
    public static readonly WorkingMethod Method = new()
    {
        Id = "klein",
        Name = Sample.Text("klein"),
        Names = Sample.Names,
        Claims = Sample.Claims,
        Pillars = [],
        Teams = [],
        Horizons = [Horizon("0-3m"), Horizon("0-1j"), Horizon("0-2j")],
        Phases = Sample.Phases,
        Gates = [],
        Roles = [],
        Forces = [],
        Scales = [],
        StakeholderKinds = [Sort("change-maker", "0-3m"), Sort("ketenpartner", "0-2j"), Sort("sleutelspeler")],
        StakeholderSides = [Sort("beslisser"), Sort("gebruiker", "0-1j")],
        InnovationFunctions = [],
        PerformanceGoals = [],
        EffectGoals = [],
        IntendedEffects = [],
        Strategies = [],
        Bands = [],
        Clusters = [],
        ProductGroups = [],
        Regions = [],
        Figures = new IndustryFigures(Sample.Text("bron"), [], Row, [], Row, [], Row, []),
        Terms = [],
        Norms = new Norms(),
    };

    public static readonly StakeholderMap Empty = new() { Number = Sample.Number };

    private static IndustryRow Row => new("total", "Totaal", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, null, 0);

    public static Stakeholder Called(string name, int? influence = null, int? interest = null, string? kind = null) =>
        new() { Name = name, Influence = influence, Interest = interest, Kind = kind };

    public static StakeholderMap With(params ImmutableArray<Stakeholder> stakeholders) =>
        Assert.IsType<Accepted<StakeholderMap>>(StakeholderLaws.Add(Empty, stakeholders, Method, Sample.Moment)).Value;

    private static Horizon Horizon(string id) => new(id, Sample.Text(id), Sample.Text("x"), Sample.Text("x"));

    private static StakeholderSort Sort(string id, params ImmutableArray<string> horizons) => new(id, Sample.Text(id), Sample.Text("x"), horizons);
}
