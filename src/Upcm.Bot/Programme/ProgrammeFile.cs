using Upcm.Domain;

namespace Upcm.Bot.Programme;

/// <summary>
/// Reads the programme: one YAML file, or a folder of them that together are one programme. What comes out is whole, or is
/// a list of everything that is wrong; bad input never throws.
/// </summary>
public static class ProgrammeFile
{
    /// <summary>The programme that comes with the bot, beside its assembly. The setting <c>Programme</c> names another.</summary>
    public static string Shipped { get; } = Path.Combine(AppContext.BaseDirectory, "programmes", "upcm");

    /// <param name="yaml">A whole programme in one text.</param>
    /// <param name="name">How problems name the file.</param>
    public static ProgrammeReading Read(string yaml, string name) => ReadAll(name, [new Source(name, yaml)]);

    /// <param name="path">A file, or a folder of which every <c>*.yaml</c> is read.</param>
    public static ProgrammeReading ReadFrom(string path)
    {
        try
        {
            if (!Directory.Exists(path))
            {
                return Read(File.ReadAllText(path), Path.GetFileName(path));
            }

            var files = Directory.GetFiles(path, "*.yaml");
            Array.Sort(files, StringComparer.Ordinal);
            return files.Length > 0
                ? ReadAll(Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), [.. files.Select(file => new Source(Path.GetFileName(file), File.ReadAllText(file)))])
                : Refused(path, "there is no *.yaml file in this folder.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Refused(path, $"this cannot be read: {fault.Message}");
        }
    }

    private static ProgrammeReading Refused(string path, string why) => new(null, [new ProgrammeProblem(path, 1, 1, why)]);

    private static ProgrammeReading ReadAll(string name, List<Source> files)
    {
        var findings = new Findings();
        var all = new List<YamlEntry>();
        foreach (var file in files)
        {
            all.AddRange(TopOf(file.Yaml, file.Name, findings));
        }

        // Of a file that is not YAML only that is told: all it should have held would otherwise seem missing.
        if (findings.Any)
        {
            return new ProgrammeReading(null, findings.Problems);
        }

        var root = new Section(new YamlMap(new Place(name, 1, 1), all), string.Empty, findings);
        var programme = Whole(root);
        root.Done();
        findings.CheckNames();
        return findings.Any ? new ProgrammeReading(null, findings.Problems) : new ProgrammeReading(programme, []);
    }

    private static List<YamlEntry> TopOf(string yaml, string name, Findings findings)
    {
        switch (YamlTree.Parse(yaml, name, findings))
        {
            case YamlMap map:
                return map.Entries;
            case null when findings.Any:
                return [];
            case null:
                findings.Report(new Place(name, 1, 1), "this file is empty.");
                return [];
            case var other:
                findings.Report(other.At, "a programme is a group of keys: id, name, teams, gates and so on.");
                return [];
        }
    }

    private static WorkingMethod Whole(Section root)
    {
        var phases = ReadGates.Phases(root);
        var method = new WorkingMethod
        {
            Id = root.Text("id"),
            Name = root.Words("name"),
            Short = root.WordsIfAny("short-name")!,
            ExampleTeam = root.IdIfAny("example-team", Kind.Team)!,
            Names = ReadNames.Names(root),
            Claims = ReadNames.Claims(root),
            Pillars = ReadTeams.Pillars(root),
            Teams = ReadTeams.Teams(root),
            Horizons = ReadTeams.Horizons(root),
            Roles = ReadTeams.Roles(root),
            Phases = phases,
            Gates = ReadGates.Gates(root, phases),
            Forces = ReadFingerprint.Forces(root),
            ValueSystems = ReadContextScan.ValueSystems(root),
            StakeholderKinds = ReadStakeholders.Sorts(root, "stakeholder-kinds", Kind.StakeholderKind),
            StakeholderSides = ReadStakeholders.Sorts(root, "stakeholder-sides", Kind.StakeholderSide),
            Scales = ReadFingerprint.Scales(root),
            InnovationFunctions = ReadImpact.Indicators(root, "innovation-functions", Kind.InnovationFunction),
            PerformanceGoals = ReadImpact.Indicators(root, "performance-goals", Kind.PerformanceGoal),
            EffectGoals = ReadImpact.Items(root, "effect-goals", Kind.EffectGoal),
            IntendedEffects = ReadImpact.Items(root, "intended-effects", Kind.IntendedEffect),
            Strategies = ReadImpact.Strategies(root),
            Bands = ReadImpact.Bands(root),
            Clusters = ReadImpact.Items(root, "clusters", Kind.Cluster),
            ProductGroups = ReadImpact.ProductGroups(root),
            Regions = ReadImpact.Regions(root),
            Figures = ReadFigures.Read(root),
            Terms = ReadWords.Terms(root),
            Norms = ReadWords.Norms(root),
            Meetings = ReadMeetings.Rules(root),
        };
        return method with { Dashboard = ReadDashboard.Indicators(root, method) };
    }

    private sealed record Source(string Name, string Yaml);
}
