using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.People;

/// <summary>Who holds an office.</summary>
public static class OfficeHolders
{
    /// <param name="team">Team id; null for an office of the workspace.</param>
    public static ValueTask<IReadOnlyList<Somebody>> Of(Turn turn, string? team, string office) => Of(turn.Reader, team, office, turn.Today);

    /// <param name="today">Who held it until an earlier day is left out; null for everybody who was not ended.</param>
    public static async ValueTask<IReadOnlyList<Somebody>> Of(Reader reader, string? team, string office, DateOnly? today = null) =>
        [.. (await reader.Find(Kinds.Appointments, $"team={team ?? "-"}|{office}|", 60)).Select(hit => hit.Document).Where(one => today is null || one.On(today.Value)).Select(one => one.Person)];

    /// <summary>The holders as people one can write to.</summary>
    public static ValueTask<IReadOnlyList<Person>> Reachable(Turn turn, string? team, string office) => Reachable(turn.Reader, team, office, turn.Today);

    public static async ValueTask<IReadOnlyList<Person>> Reachable(Reader reader, string? team, string office, DateOnly? today = null)
    {
        List<Person> people = [];
        foreach (var holder in await Of(reader, team, office, today))
        {
            if (await reader.Load(Kinds.People, holder.Id.Value) is { } stored)
            {
                people.Add(stored.Document);
            }
        }

        return people;
    }
}
