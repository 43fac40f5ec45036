using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Flows.Reporting;
using Upcm.Domain;

namespace Upcm.Bot.Importing;

/// <summary>Reads the milestones of a report; what they wait for is named by their own names.</summary>
internal static class ReadMilestones
{
    private const int LongestDuration = 36_500;

    public static ImmutableArray<Milestone> Of(IEnumerable<Group> rows)
    {
        List<(Group Row, Milestone Read, ImmutableArray<string> Waits)> read = [.. rows.Select(Bare)];
        List<string> names = [.. read.Select(one => one.Read.Name)];
        ImmutableArray<Milestone> milestones =
        [
            .. read.Select(one => one.Read with
            {
                Waits = [.. one.Waits.Select((name, at) => Place(one.Row, $"waits-for[{at}]", name, names)).OfType<int>().Distinct()],
            }),
        ];
        if (Network.Of([.. milestones.Select(one => new Activity(one.Name, one.Duration ?? 0, one.Waits))]) is Refused<Network> refused)
        {
            foreach (var circle in refused.Reasons.OfType<PlanLawBroken>().Where(broken => broken.Law == PlanLaw.HasNoCycle))
            {
                var said = PlanWords.Cycle(circle.Names);
                read.First(one => one.Read.Name == circle.Names[0]).Row.Report("waits-for", said.Nl, said.En);
            }
        }

        return milestones;
    }

    /// <summary>A milestone before the project was registered and began is a day that was mistyped.</summary>
    /// <param name="began">Null where nothing is known of that.</param>
    public static void CheckAgainst(DateOnly? began, IEnumerable<Group> rows)
    {
        foreach (var row in rows)
        {
            foreach (var key in (string[])["planned-end", "actual-end"])
            {
                if (row.Node(key) is Programme.YamlText { Value: var text }
                    && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < began)
                {
                    row.Report(key,
                        string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} ligt voor het begin van het project, {began:yyyy-MM-dd}."),
                        string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} lies before the project began, {began:yyyy-MM-dd}."));
                }
            }
        }
    }

    private static (Group Row, Milestone Read, ImmutableArray<string> Waits) Bare(Group row)
    {
        var read = new Milestone(row.Needed("name", 120), row.Day("planned-end"), row.Day("actual-end"), row.Whole("duration", 0, LongestDuration));
        var waits = row.Texts("waits-for", 120);
        row.Done();
        return (row, read, waits);
    }

    private static int? Place(Group row, string key, string name, List<string> names)
    {
        var meant = names.Index().Where(one => string.Equals(one.Item, name, StringComparison.OrdinalIgnoreCase)).ToList();
        switch (meant)
        {
            case [var only]:
                return only.Index;
            case []:
                var list = string.Join(", ", names);
                row.Report("waits-for", $"{key}: \"{name}\" is geen mijlpaal van deze melding. Kies uit: {list}.", $"{key}: \"{name}\" is no milestone of this report. Choose from: {list}.");
                return null;
            default:
                row.Report("waits-for", $"{key}: er zijn {meant.Count} mijlpalen die \"{name}\" heten.", $"{key}: there are {meant.Count} milestones named \"{name}\".");
                return null;
        }
    }
}
