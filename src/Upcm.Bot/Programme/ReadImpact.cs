using System.Collections.Immutable;

using Upcm.Domain;

namespace Upcm.Bot.Programme;

/// <summary>What an impact sheet and a registration choose from.</summary>
internal static class ReadImpact
{
    public static ImmutableArray<Indicator> Indicators(Section root, string key, Kind kind) => root.Each(key, kind,
        (id, indicator) => new Indicator(
            id,
            indicator.Words("name"),
            indicator.Id("scale", Kind.Scale),
            indicator.IdIfAny("horizon", Kind.Horizon),
            indicator.Words("explanation")));

    public static ImmutableArray<Item> Items(Section root, string key, Kind kind) => root.Each(key, kind,
        (id, item) => new Item(id, item.Words("name"), item.WordsIfAny("explanation")));

    public static ImmutableArray<Item> Regions(Section root) =>
        root.EachText("regions", Kind.Region, (id, name) => new Item(id, name));

    public static ImmutableArray<Band> Bands(Section root) =>
        root.EachText("bands", Kind.Band, (id, name) => new Band(id, name));

    public static ImmutableArray<Strategy> Strategies(Section root) => root.Each("strategies", Kind.Strategy,
        (id, strategy) => new Strategy(id, strategy.Words("name"), strategy.Id("band", Kind.Band), strategy.Words("explanation")));

    public static ImmutableArray<ProductGroup> ProductGroups(Section root) => root.Each("product-groups", Kind.ProductGroup,
        (sbi, group) => new ProductGroup(sbi, group.Words("name"), group.IdIfAny("cluster", Kind.Cluster)));
}
