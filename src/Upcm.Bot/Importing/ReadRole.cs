using Upcm.Bot.Programme;
using Upcm.Domain;

namespace Upcm.Bot.Importing;

/// <summary>Reads one role: one of the programme's with what is different about it, or one of the file's own.</summary>
internal sealed class ReadRole(WorkingMethod method, ImportProblems problems)
{
    private const int LongestName = 60;
    private const int LongestText = 500;

    /// <summary>Null where there is a problem.</summary>
    public PortfolioRole? Read(YamlNode node, int index)
    {
        var path = $"roles[{index}]";
        if (node is not YamlMap map)
        {
            problems.Report(node.At, path, "hier hoort een groep velden.", "a group of keys is wanted here.");
            return null;
        }

        var before = problems.Count;
        var group = new Group(map, path, problems);
        _ = group.Needed("team");
        var team = group.OneOf("team", method.Teams.Select(one => one.Id));
        var described = team is null ? [] : RolesOfProgramme.Of(method, team).ToList();
        var known = group.OneOf("role", team is null && group.Text("role", LongestName) is { } any ? [any] : described.Select(role => role.Id.Value.Split('/')[1]));
        var name = group.Text("name", LongestName);
        var purpose = group.Text("purpose", LongestText);
        if (known is null && !group.Has("role") && (name is null || purpose is null))
        {
            group.Report("role",
                "geef het id van een rol uit het programma, of een eigen name en purpose.", "give the id of a role of the programme, or a name and purpose of its own.");
        }

        var horizon = group.OneOf("horizon", method.Horizons.Select(one => one.Id));
        var accountabilities = group.Texts("accountabilities", LongestText);
        List<RolePolicy> policies = [.. group.Rows("policies").Select(PolicyOf).OfType<RolePolicy>()];
        List<Filler> fillers = [.. group.Rows("fillers").Select(FillerOf).OfType<Filler>()];
        var ended = group.Day("ended");
        group.Done();
        if (problems.Count > before)
        {
            return null;
        }

        var role = described.Find(one => one.Id == RoleId.Of(team!, known ?? name!))
            ?? new Role { Id = RoleId.Of(team!, known ?? name!), Name = Both(name!), Purpose = Both(purpose!) };
        return new PortfolioRole(role with
        {
            Name = name is null ? role.Name : Both(name),
            Purpose = purpose is null ? role.Purpose : Both(purpose),
            Horizon = horizon ?? role.Horizon,
            Accountabilities = accountabilities.IsEmpty ? role.Accountabilities : [.. accountabilities.Select(Both)],
            Policies = [.. policies],
            Fillers = [.. fillers],
            EndedOn = ended,
        });
    }

    private static Filler? FillerOf(Group group)
    {
        var person = group.Person("person");
        if (person is null && !group.Has("person"))
        {
            group.Missing("person");
        }

        var acting = group.OneOf("acting", ["true", "false"]) == "true";
        _ = group.Needed("from", 40);
        var (from, until) = (group.Day("from"), group.Day("until"));
        if (from > until)
        {
            group.Report("until", "de laatste dag ligt voor de eerste.", "the last day is before the first.");
        }

        group.Done();
        return person is null || from is null ? null : new Filler(person, acting, from.Value, until);
    }

    private static RolePolicy? PolicyOf(Group group)
    {
        var text = group.Needed("text", LongestText);
        _ = group.Needed("since", 40);
        var since = group.Day("since");
        group.Done();
        return since is null ? null : new RolePolicy(text, since.Value);
    }

    private static Words Both(string text) => new(text, text);
}

/// <summary>A role as the file has it.</summary>
internal sealed record PortfolioRole(Role Role);
