namespace Upcm.Bot.Programme;

/// <summary>The kinds of things that other things in the file name by id.</summary>
internal enum Kind
{
    Pillar,
    Team,
    ProjectType,
    Horizon,
    Phase,
    Gate,
    Criterion,
    Role,
    Force,
    Statement,
    ValueSystem,
    StakeholderKind,
    StakeholderSide,
    Scale,
    Step,
    InnovationFunction,
    PerformanceGoal,
    EffectGoal,
    IntendedEffect,
    Band,
    Strategy,
    Cluster,
    ProductGroup,
    Region,
    Figure,
    Table,
    Round,
    Test,
    DashboardIndicator,
    Term,
}

/// <summary>What reading has brought up so far: problems, the ids that exist, and the ids that were named.</summary>
internal sealed class Findings
{
    private readonly List<ProgrammeProblem> problems = [];
    private readonly Dictionary<string, YamlText>?[] declared = new Dictionary<string, YamlText>?[(int)Kind.Term + 1];
    private readonly List<Naming> named = [];

    /// <summary>In the order of the file, so that someone can work from top to bottom.</summary>
    public IReadOnlyList<ProgrammeProblem> Problems =>
        [.. problems.Distinct().OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column)];

    public bool Any => problems.Count > 0;

    public void Report(Place at, string message) =>
        problems.Add(new ProgrammeProblem(at.File, at.Line, at.Column, message));

    public void Declare(Kind kind, string path, YamlText id)
    {
        var ids = declared[(int)kind] ??= new Dictionary<string, YamlText>(StringComparer.Ordinal);
        if (!ids.TryAdd(id.Value, id))
        {
            Report(id.At, $"{path}: the id '{id.Value}' is used twice; the first is on {ids[id.Value].At.SeenFrom(id.At)}.");
        }
    }

    public void Name(Kind kind, string path, YamlText id) => named.Add(new Naming(kind, path, id));

    /// <summary>Only when everything is read is known which ids exist.</summary>
    public void CheckNames()
    {
        foreach (var name in named)
        {
            var ids = declared[(int)name.Kind];
            if (ids is null || !ids.ContainsKey(name.Id.Value))
            {
                var known = ids is null ? "none" : string.Join(", ", ids.Keys.Take(20));
                Report(name.Id.At, $"{name.Path}: there is no {Spoken(name.Kind)} '{name.Id.Value}'. Known are: {known}.");
            }
        }
    }

    private sealed record Naming(Kind Kind, string Path, YamlText Id);

    private static string Spoken(Kind kind) => kind switch
    {
        Kind.ProductGroup => "product group",
        Kind.ValueSystem => "value system",
        Kind.StakeholderKind => "kind of stakeholders",
        Kind.StakeholderSide => "side of stakeholders",
        Kind.ProjectType => "project type",
        Kind.IntendedEffect => "intended effect",
        Kind.PerformanceGoal => "performance goal",
        Kind.EffectGoal => "effect goal",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
