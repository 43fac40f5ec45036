using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Upcm.Domain;

/// <summary>The laws of a stakeholder map, by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StakeholderLaw>))]
public enum StakeholderLaw
{
    NameIsStated,

    /// <summary>Two entries of one map never go by the same name. Subject: the name.</summary>
    NameIsNew,

    /// <summary>Subject: what was given.</summary>
    InfluenceIsOneToFive,

    /// <summary>Subject: what was given.</summary>
    InterestIsOneToFive,

    /// <summary>Subject: the id that is no kind of the programme.</summary>
    KindIsKnown,

    /// <summary>Subject: the id that is no side of the programme.</summary>
    SideIsKnown,

    /// <summary>Who was removed meanwhile is not changed or removed again.</summary>
    StakeholderIsThere,

    /// <summary>A map holds <see cref="StakeholderMap.Most"/>.</summary>
    MapHasRoom,
}

/// <summary>A law of stakeholder maps is broken.</summary>
/// <param name="Index">Which of those that were to be added, from 0.</param>
public sealed record StakeholderLawBroken(StakeholderLaw Law, string? Subject = null, int? Index = null) : Reason;

/// <summary>What may happen to a stakeholder map.</summary>
public static class StakeholderLaws
{
    /// <summary>Adds all or none of them; their ids follow on the last one given.</summary>
    public static Verdict<StakeholderMap> Add(StakeholderMap map, ImmutableArray<Stakeholder> added, WorkingMethod method, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(map);
        var broken = new List<Reason>();
        var names = map.Stakeholders.Select(one => StakeholderMap.Plain(one.Name)).ToHashSet(StringComparer.Ordinal);
        for (var index = 0; index < added.Length; index++)
        {
            broken.AddRange(Broken(added[index], method, index));
            broken.AddRange(Unless(names.Add(StakeholderMap.Plain(added[index].Name)), StakeholderLaw.NameIsNew, added[index].Name, index));
        }

        broken.AddRange(Unless(map.Stakeholders.Length + added.Length <= StakeholderMap.Most, StakeholderLaw.MapHasRoom));
        return Verdict.Of(broken, () => map with
        {
            Last = map.Last + added.Length,
            Stakeholders = [.. map.Stakeholders, .. added.Select((one, index) => Dated(null, one with { Id = map.Last + index + 1 }, at))],
        });
    }

    /// <summary>Puts what is now known of one stakeholder in the place of what was.</summary>
    public static Verdict<StakeholderMap> Change(StakeholderMap map, Stakeholder changed, WorkingMethod method, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(changed);
        var before = map.Of(changed.Id);
        return Verdict.Of(
            [
                .. Unless(before is not null, StakeholderLaw.StakeholderIsThere),
                .. Broken(changed, method, null),
                .. Unless(map.Named(changed.Name) is not { } same || same.Id == changed.Id, StakeholderLaw.NameIsNew, changed.Name),
            ],
            () => map with { Stakeholders = map.Stakeholders.Replace(before!, Dated(before, changed, at)) });
    }

    public static Verdict<StakeholderMap> Remove(StakeholderMap map, int id)
    {
        ArgumentNullException.ThrowIfNull(map);
        return Verdict.Of(
            Unless(map.Of(id) is not null, StakeholderLaw.StakeholderIsThere),
            () => map with { Stakeholders = map.Stakeholders.RemoveAll(one => one.Id == id) });
    }

    /// <summary>The fifth step: somebody looked at the whole map and finds it right.</summary>
    public static StakeholderMap Recalibrate(StakeholderMap map, Somebody by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map with { RecalibratedAt = at, RecalibratedBy = by };
    }

    /// <summary>With the day on which each part of it was last worked on.</summary>
    private static Stakeholder Dated(Stakeholder? before, Stakeholder now, DateTimeOffset at) => now with
    {
        AddedAt = before?.AddedAt ?? at,
        KnownAt = (before?.Name, before?.Side, before?.Kind) == (now.Name, now.Side, now.Kind) ? before?.KnownAt : at,
        PlacedAt = When(before is null ? default : (before.Influence, before.Interest, before.Against), (now.Influence, now.Interest, now.Against), before?.PlacedAt, at),
        IssuesAt = When((before?.Wins, before?.Loses), (now.Wins, now.Loses), before?.IssuesAt, at),
        ApproachAt = When((before?.Approach, before?.Contact), (now.Approach, now.Contact), before?.ApproachAt, at),
    };

    private static DateTimeOffset? When<T>(T before, T now, DateTimeOffset? then, DateTimeOffset at)
        where T : struct => before.Equals(now) ? then : at;

    private static IEnumerable<Reason> Broken(Stakeholder one, WorkingMethod method, int? index) =>
    [
        .. Unless(!string.IsNullOrWhiteSpace(one.Name), StakeholderLaw.NameIsStated, null, index),
        .. Unless(one.Influence is null or (>= 1 and <= 5), StakeholderLaw.InfluenceIsOneToFive, $"{one.Influence}", index),
        .. Unless(one.Interest is null or (>= 1 and <= 5), StakeholderLaw.InterestIsOneToFive, $"{one.Interest}", index),
        .. Unless(one.Kind is null || method.StakeholderKinds.Any(kind => kind.Id == one.Kind), StakeholderLaw.KindIsKnown, one.Kind, index),
        .. Unless(one.Side is null || method.StakeholderSides.Any(side => side.Id == one.Side), StakeholderLaw.SideIsKnown, one.Side, index),
    ];

    private static StakeholderLawBroken[] Unless(bool kept, StakeholderLaw law, string? subject = null, int? index = null) =>
        kept ? [] : [new StakeholderLawBroken(law, subject, index)];
}
