using System.Collections;
using Upcm.Bot.Cards;
using Upcm.Bot.Rhythm;

namespace Upcm.Bot.Configuration;

/// <summary>
/// Reads the settings the same way for every verb: <c>appsettings.json</c>, the environment, the command line, later ones
/// first. A name that is in no table, or a value that cannot be, keeps the bot from starting.
/// </summary>
internal static class SettingsReader
{
    private const string Prefix = "UPCM_";

    /// <summary>What ASP.NET itself reads from <c>appsettings.json</c>.</summary>
    private static readonly string[] OfTheFramework = ["Logging", "AllowedHosts", "Kestrel", "Environment", "ContentRoot", "ApplicationName"];

    /// <param name="folder">Where <c>appsettings.json</c> may be.</param>
    /// <param name="environment">Name to value.</param>
    /// <param name="said">Name to value, from the command line.</param>
    public static (IConfigurationRoot Settings, IReadOnlyList<SettingProblem> Problems) Read(
        string folder, IDictionary environment, IEnumerable<KeyValuePair<string, string?>> said)
    {
        var problems = new List<SettingProblem>();
        var stage = environment["ASPNETCORE_ENVIRONMENT"] as string ?? environment["DOTNET_ENVIRONMENT"] as string;
        var files = new ConfigurationManager();
        foreach (var file in (string[])["appsettings.json", .. stage is null ? Array.Empty<string>() : [$"appsettings.{stage}.json"]])
        {
            try
            {
                files.AddJsonFile(Path.Combine(folder, file), optional: true);
            }
            catch (Exception unreadable) when (unreadable is InvalidDataException or FormatException or IOException)
            {
                problems.Add(new SettingProblem(file, Phrase.Same((unreadable.InnerException ?? unreadable).Message)));
            }
        }

        List<KeyValuePair<string, string?>> given =
        [
            .. files.AsEnumerable().Where(one => one.Value is not null && !IsOfTheFramework(one.Key)),
            .. FromEnvironment(environment),
            .. said,
        ];
        problems.AddRange(given.Where(one => one.Value is { Length: > 0 }).Select(one => ProblemWith(one.Key, one.Value!)).OfType<SettingProblem>().Distinct());
        var settings = new ConfigurationManager();
        settings.AddConfiguration(files);
        settings.AddInMemoryCollection(given
            .GroupBy(one => one.Key, StringComparer.OrdinalIgnoreCase)
            .Select(same => same.Last()));
        if (problems.TrueForAll(static problem => !problem.Name.StartsWith(RhythmOptions.Section, StringComparison.OrdinalIgnoreCase)))
        {
            problems.AddRange(RhythmOptions.From(settings).Problems().Select(problem => new SettingProblem("", Phrase.Same(problem))));
        }

        return (settings, problems);
    }

    private static bool IsOfTheFramework(string name) => OfTheFramework.Contains(name.Split(':')[0], StringComparer.OrdinalIgnoreCase);

    /// <summary>Everything with our prefix; without it what begins like one of our settings in several parts, such as <c>Teams__AppId</c>.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> FromEnvironment(IDictionary environment)
    {
        var all = environment.Cast<DictionaryEntry>().Select(one => ((string)one.Key, Value: one.Value as string)).OrderBy(one => one.Item1, StringComparer.Ordinal).ToList();
        var bare = all.Where(one => one.Item1.Split("__") is [var first, _, ..] && Settings.All.Any(known => known.Name.Split(':')[0].Equals(first, StringComparison.OrdinalIgnoreCase)));
        var ours = all.Where(one => one.Item1.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)).Select(one => (one.Item1[Prefix.Length..], one.Value));
        return bare.Concat(ours).Select(one => new KeyValuePair<string, string?>(one.Item1.Replace("__", ":", StringComparison.Ordinal), one.Value));
    }

    private static SettingProblem? ProblemWith(string name, string value)
    {
        if (Settings.Named(name) is { } known)
        {
            return known.Several && known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
                ? new SettingProblem(name, new Phrase($"dit is een lijst: schrijf {name}:0, {name}:1.", $"this is a list: write {name}:0, {name}:1."))
                : known.Problem(value) is { } wrong ? new SettingProblem(name, wrong) : null;
        }

        var nearest = Settings.Nearest(name);
        return new SettingProblem(name, new Phrase(
            $"onbekende instelling{(nearest is null ? "." : $", bedoel je {nearest.Name}?")}",
            $"unknown setting{(nearest is null ? "." : $", did you mean {nearest.Name}?")}"));
    }
}
