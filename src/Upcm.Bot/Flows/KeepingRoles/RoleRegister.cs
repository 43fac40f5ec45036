using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.KeepingRoles;

/// <param name="Version">Of the stored role; 0 where it still is as the programme describes it.</param>
public sealed record KeptRole(Role Role, int Version);

/// <summary>
/// The roles of the programme as they are now. It starts as the programme describes it; what was changed since is stored, and
/// stands over the description. For an office that one role of a team carries, the appointments say who fills it today.
/// </summary>
public sealed class RoleRegister(Reader reader, WorkingMethod method)
{
    private const int MostRoles = 300;
    private const int MostHolders = 100;

    private readonly Dictionary<string, IReadOnlyList<KeptRole>> teams = new(StringComparer.Ordinal);

    /// <summary>The roles of a team in the order of the programme, then those made since; ended ones included.</summary>
    public async ValueTask<IReadOnlyList<KeptRole>> OfTeam(string team)
    {
        if (teams.TryGetValue(team, out var known))
        {
            return known;
        }

        var stored = (await reader.Find(Kinds.Roles, $"team={team}|", MostRoles))
            .ToDictionary(found => found.Document.Id, found => new KeptRole(found.Document, found.Version));
        var described = RolesOfProgramme.Of(method, team).ToList();
        List<KeptRole> roles =
        [
            .. described.Select(role => stored.GetValueOrDefault(role.Id) ?? new KeptRole(role, 0)),
            .. stored.Values.Where(kept => described.TrueForAll(role => role.Id != kept.Role.Id)),
        ];
        for (var i = 0; i < roles.Count; i++)
        {
            roles[i] = roles[i] with { Role = await Filled(roles[i].Role, roles, team) };
        }

        return teams[team] = roles;
    }

    /// <summary>The roles that exist today.</summary>
    public async ValueTask<IReadOnlyList<Role>> Live(string team) => [.. (await OfTeam(team)).Select(kept => kept.Role).Where(role => role.EndedOn is null)];

    public async ValueTask<IReadOnlyList<Role>> AllLive()
    {
        List<Role> all = [];
        foreach (var team in method.Teams)
        {
            all.AddRange(await Live(team.Id));
        }

        return all;
    }

    public async ValueTask<KeptRole?> Load(RoleId id) => (await OfTeam(id.Team)).FirstOrDefault(kept => kept.Role.Id == id);

    /// <summary>What somebody fills today.</summary>
    public async ValueTask<IReadOnlyList<(Role Role, Filler Filler)>> Of(PersonId person, DateOnly today)
    {
        HashSet<string> where = [.. (await reader.Find(Kinds.Roles, $"filler={person}|", MostRoles)).Select(found => found.Document.Team)];
        foreach (var appointment in await reader.Find(Kinds.Appointments, $"person={person}|", MostHolders))
        {
            where.Add(appointment.Document.Team ?? method.Teams.FirstOrDefault(team => team.OwnsRoleMeeting)?.Id ?? "");
        }

        List<(Role, Filler)> filled = [];
        foreach (var team in method.Teams.Where(team => where.Contains(team.Id)))
        {
            filled.AddRange(from role in await Live(team.Id) from filler in role.FilledOn(today) where filler.Person.Id == person select (role, filler));
        }

        return filled;
    }

    /// <summary>True where this role alone carries its office in its team, so that appointment and filling are one.</summary>
    public static bool CarriesOfficeAlone(Role role, IEnumerable<Role> team)
    {
        ArgumentNullException.ThrowIfNull(role);
        return role.Office is not null && team.Count(other => other.EndedOn is null && other.Office == role.Office) == 1;
    }

    private async ValueTask<Role> Filled(Role role, IReadOnlyList<KeptRole> all, string team)
    {
        if (!CarriesOfficeAlone(role, all.Select(kept => kept.Role)))
        {
            return role;
        }

        var of = Appointment.IsOfWorkspace(role.Office!) ? "-" : team;
        var holders = (await reader.Find(Kinds.Appointments, $"team={of}|{role.Office}|", MostHolders)).Select(found => found.Document).ToList();
        var kept = role.Fillers.Where(filler => filler.Until is not null || holders.Exists(one => one.Person.Id == filler.Person.Id));
        var added = holders.Where(one => role.Fillers.All(filler => filler.Person.Id != one.Person.Id || filler.Until is not null && one.Until is null))
            .Select(one => new Filler(one.Person, one.Acting, LocalTime.DayOf(one.At, Clock.Amsterdam), one.Until));
        return role with { Fillers = [.. kept, .. added] };
    }
}
