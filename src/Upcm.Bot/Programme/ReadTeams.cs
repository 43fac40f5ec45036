using System.Collections.Immutable;

using Upcm.Domain;

namespace Upcm.Bot.Programme;

/// <summary>Who works on what, and how far ahead: pillars, horizons, teams and roles.</summary>
internal static class ReadTeams
{
    /// <summary>Said of a role that every team has. Left out by accident it would give everyone the role, so it is said.</summary>
    private const string EveryTeam = "every-team";

    /// <summary>Without these no gate is decided, no role given and no person's data erased.</summary>
    private static readonly ImmutableArray<string> Needed =
        [Offices.TeamLead, Offices.LinkingPin, Offices.SupportTeam, Offices.Administrator];

    public static ImmutableArray<Pillar> Pillars(Section root) => root.Each("pillars", Kind.Pillar,
        (id, pillar) => new Pillar(id, pillar.Words("name"), pillar.Words("obliges")));

    public static ImmutableArray<Horizon> Horizons(Section root) => root.Each("horizons", Kind.Horizon,
        (id, horizon) => new Horizon(id, horizon.Words("name"), horizon.Words("change-strategy"), horizon.Words("explanation")));

    public static ImmutableArray<Team> Teams(Section root) => root.Each("teams", Kind.Team,
        (id, team) => new Team(
            id,
            team.Words("name"),
            team.IdIfAny("pillar", Kind.Pillar),
            team.Words("level"),
            ProjectType(team),
            team.Words("explanation"),
            team.YesOr("owns-role-meeting", otherwise: false),
            team.YesOr("keeps-instruments", otherwise: false))
        { InSentence = team.WordsIfAny("the") });

    public static ImmutableArray<RoleDescription> Roles(Section root)
    {
        var roles = root.Each("roles", Kind.Role, (id, role) => new RoleDescription(
            id,
            role.Words("name"),
            role.IdOr("team", Kind.Team, EveryTeam),
            role.IdIfAny("horizon", Kind.Horizon),
            role.Words("purpose"),
            role.OneOfIfAny("office", Offices.All))
        {
            Accountabilities = role.WordsListIfAny("accountabilities"),
        });
        foreach (var office in Needed.Where(office => !roles.Any(role => role.Office == office)))
        {
            root.Report(root.PlaceOf("roles"), "roles", $"no role has the office '{office}'; nobody could do what hangs on it.");
        }

        return roles;
    }

    private static Item? ProjectType(Section team)
    {
        if (team.Inner("project-type", required: false) is not { } type)
        {
            return null;
        }

        var item = new Item(type.NewId("id", Kind.ProjectType), type.Words("name"), type.WordsIfAny("explanation"));
        type.Done();
        return item;
    }
}
