using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.JudgingImpact;

/// <summary>Between a sheet and the answers of its form.</summary>
internal static class ImpactAnswers
{
    /// <summary>The canonical answers that give this sheet, without its date.</summary>
    public static IEnumerable<(string Key, string? Told)> Of(ImpactSheet sheet) =>
    [
        ("goals", sheet.Goals), ("results", sheet.Results), ("milestones", sheet.Milestones), ("activities", sheet.Activities),
        ("cluster", sheet.Cluster), ("groups", string.Join(", ", sheet.ProductGroups)),
        ("modules", Lines(sheet.Modules)), ("materials", string.Join(", ", sheet.CriticalMaterials)), ("volumes", sheet.Volumes),
        ("stakeholders", Lines(sheet.Stakeholders)), ("targets", Lines(sheet.TargetGroups)), ("makers", Lines(sheet.ChangeMakers)),
        .. sheet.Co2PerBand.Select(band => ($"co2.{band.Key}", Number(band.Value))),
        ("co2", Number(sheet.Co2)), ("supply-risk", sheet.SupplyRisk), ("value", Number(sheet.ValueAdded)),
        .. sheet.EffectGoals.SelectMany(goal => new[] { ($"effect.{goal.Goal}.horizon", goal.Horizon), ($"effect.{goal.Goal}.text", (string?)goal.Text) }),
        .. sheet.InnovationFunctions.Select(one => ($"function.{one.Key}", (string?)one.Value)),
        .. sheet.PerformanceGoals.Select(one => ($"goal.{one.Key}", (string?)one.Value)),
    ];

    /// <summary>The sheet that these answers give; who made it and its version are not known here.</summary>
    public static ImpactSheet Sheet(Answers answers, InitiativeNumber number, DateOnly date, WorkingMethod method) => new()
    {
        Number = number,
        Version = 0,
        StatusDate = date,
        By = default,
        Goals = answers["goals"],
        Results = answers["results"],
        Milestones = answers["milestones"],
        Activities = answers["activities"],
        Cluster = answers["cluster"],
        ProductGroups = [.. SbiCodes.In(answers["groups"] ?? "").Distinct()],
        Modules = Split(answers["modules"], '\n', ';'),
        CriticalMaterials = Split(answers["materials"], '\n', ';', ','),
        Volumes = answers["volumes"],
        Stakeholders = Split(answers["stakeholders"], '\n', ';'),
        TargetGroups = Split(answers["targets"], '\n', ';'),
        ChangeMakers = Split(answers["makers"], '\n', ';'),
        Co2PerBand = method.Bands
            .Where(band => answers[$"co2.{band.Id}"] is not null)
            .ToImmutableSortedDictionary(band => band.Id, band => Number(answers[$"co2.{band.Id}"])),
        Co2 = Number(answers["co2"]),
        SupplyRisk = answers["supply-risk"],
        ValueAdded = Number(answers["value"]),
        EffectGoals =
        [
            .. method.EffectGoals
                .Select(goal => new EffectGoal(goal.Id, answers[$"effect.{goal.Id}.horizon"], answers[$"effect.{goal.Id}.text"] ?? ""))
                .Where(goal => goal.Horizon is not null || goal.Text.Length > 0),
        ],
        InnovationFunctions = Rated("function", method.InnovationFunctions, answers),
        PerformanceGoals = Rated("goal", method.PerformanceGoals, answers),
    };

    private static ImmutableSortedDictionary<string, string> Rated(string key, ImmutableArray<Indicator> indicators, Answers answers) => indicators
        .Where(indicator => answers[$"{key}.{indicator.Id}"] is not null)
        .ToImmutableSortedDictionary(indicator => indicator.Id, indicator => answers[$"{key}.{indicator.Id}"]!);

    private static ImmutableArray<string> Split(string? text, params char[] marks) =>
        [.. (text ?? "").Split(marks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static string Lines(ImmutableArray<string> lines) => string.Join('\n', lines);

    private static decimal? Number(string? canonical) => canonical is null ? null : decimal.Parse(canonical, CultureInfo.InvariantCulture);

    private static string? Number(decimal? value) => value?.ToString("0.############", CultureInfo.InvariantCulture);
}
