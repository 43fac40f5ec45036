using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.People;

/// <summary>Who holds an office.</summary>
public static class OfficeHolders
{
    /// <param name="team">Team id; null for an office of the workspace.</param>
    public static ValueTask<IReadOnlyList<Somebody>> Of(Turn turn, string? team, string office) => Of(turn.Reader, team, office);

    public static async ValueTask<IReadOnlyList<Somebody>> Of(Reader reader, string? team, string office) =>
        [.. (await reader.Find(Kinds.Appointments, $"team={team ?? "-"}|{office}|", 60)).Select(hit => hit.Document.Person)];

    /// <summary>The holders as people one can write to.</summary>
    public static ValueTask<IReadOnlyList<Person>> Reachable(Turn turn, string? team, string office) => Reachable(turn.Reader, team, office);

    public static async ValueTask<IReadOnlyList<Person>> Reachable(Reader reader, string? team, string office)
    {
        List<Person> people = [];
        foreach (var holder in await Of(reader, team, office))
        {
            if (await reader.Load(Kinds.People, holder.Id.Value) is { } stored)
            {
                people.Add(stored.Document);
            }
        }

        return people;
    }
}
