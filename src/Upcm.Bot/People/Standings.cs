using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.People;

/// <summary>What somebody is to an initiative, a team and the workspace: what the table of rights is asked with.</summary>
public sealed class Standings(IConfiguration settings)
{
    /// <param name="team">Team id, or null where it is about no team.</param>
    public ValueTask<Standing> InTeam(Turn turn, string? team) => InAnyOf(turn, team is null ? [] : [team]);

    /// <summary>What somebody is who holds an office in one team or another of some.</summary>
    public async ValueTask<Standing> InAnyOf(Turn turn, IReadOnlyCollection<string> teams)
    {
        var held = (await turn.Find(Kinds.Appointments, $"person={turn.Person.Id}|", 100)).Select(hit => hit.Document).Where(one => one.On(turn.Today)).ToList();
        return new Standing
        {
            InTeam = [.. held.Where(one => one.Team is not null && teams.Contains(one.Team)).Select(one => one.Office)],
            SupportTeam = held.Any(one => one.Office == Offices.SupportTeam),
            Administrator = held.Any(one => one.Office == Offices.Administrator) || IsNamedBySetting(turn.Person.Id),
        };
    }

    public async ValueTask<Standing> Towards(Turn turn, Initiative initiative) => await InTeam(turn, initiative.Team) with
    {
        ProjectLeader = initiative.Leader?.Id == turn.Person.Id,
        Registrant = initiative.RegisteredBy.Id == turn.Person.Id,
    };

    /// <summary>Everybody who administers the workspace and ever spoke with the bot, as people one can write to.</summary>
    public async ValueTask<IReadOnlyList<Person>> Administrators(Reader reader)
    {
        List<Person> people = [];
        foreach (var id in (await reader.Find(Kinds.Appointments, $"office={Offices.Administrator}|", 50)).Select(found => found.Document.Person.Id.Value)
            .Concat(settings.GetSection("Administrators").GetChildren().Select(one => one.Value).OfType<string>()).Distinct(StringComparer.Ordinal))
        {
            if (await reader.Load(Kinds.People, id) is { } known)
            {
                people.Add(known.Document);
            }
        }

        return people;
    }

    /// <summary>The first administrators are named by setting: directory object ids.</summary>
    private bool IsNamedBySetting(PersonId person) => settings.GetSection("Administrators").GetChildren().Any(id => id.Value == person.Value);
}
