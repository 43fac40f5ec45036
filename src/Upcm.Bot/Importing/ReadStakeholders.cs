using System.Collections.Immutable;
using Upcm.Domain;

namespace Upcm.Bot.Importing;

/// <summary>Reads the stakeholders of an initiative: organisations and roles, each once.</summary>
internal static class ReadStakeholders
{
    public static ImmutableArray<Stakeholder> Of(IEnumerable<Group> rows, WorkingMethod method)
    {
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        return [.. rows.Select(row => Of(row, seen, method))];
    }

    private static Stakeholder Of(Group row, Dictionary<string, int> seen, WorkingMethod method)
    {
        var name = row.Needed("name", 100);
        var read = new Stakeholder
        {
            Name = name,
            Kind = row.OneOf("kind", method.StakeholderKinds.Select(kind => kind.Id)),
            Side = row.OneOf("side", method.StakeholderSides.Select(side => side.Id)),
            Influence = row.Whole("influence", 1, 5),
            Interest = row.Whole("interest", 1, 5),
            Against = row.OneOf("against", ["true", "false"]) == "true",
            Wins = row.Text("wins"),
            Loses = row.Text("loses"),
            Approach = row.Text("approach"),
            Contact = row.Text("contact", 100),
        };
        row.Done();
        if (name.Length > 0 && !seen.TryAdd(StakeholderMap.Plain(name), row.At.Line))
        {
            var line = seen[StakeholderMap.Plain(name)];
            row.Report("name", $"\"{name}\" staat er twee keer, ook op regel {line}.", $"\"{name}\" stands here twice, also on line {line}.");
        }

        return read;
    }
}
