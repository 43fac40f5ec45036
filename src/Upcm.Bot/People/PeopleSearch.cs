using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;

namespace Upcm.Bot.People;

/// <summary>Finds somebody by (part of) a name, or the speaker by "ik".</summary>
public static class PeopleSearch
{
    /// <summary>The answer to a question after people, as the form keeps it: it knows no directory. Who is not found stays as typed.</summary>
    public static async ValueTask<string> Answered(Turn turn, string text, IReadOnlyList<Mention> mentions)
    {
        List<string> answered = [];
        foreach (var part in Listed.Parts(text))
        {
            if (await Known(part) is { } known)
            {
                answered.Add(known);
                continue;
            }

            foreach (var name in Listed.ByAnd(part))
            {
                answered.Add(await Known(name) ?? name);
            }
        }

        return string.Join('\n', answered);

        async ValueTask<string?> Known(string name) =>
            mentions.FirstOrDefault(mention => mention.Text == name) is { } mention ? $"{mention.Person.Id}|{mention.Person.Name}"
            : await One(turn, name) is { } person ? $"{person.Id}|{person.Name}"
            : null;
    }

    /// <summary>The one person meant, or null where nobody or more than one fits.</summary>
    public static async ValueTask<Person?> One(Turn turn, string name)
    {
        if (name.Trim().ToLowerInvariant() is "ik" or "mij" or "me" or "i" or "ikzelf" or "myself")
        {
            return turn.Person;
        }

        var words = SearchWords.In(name);
        if (words.Count == 0)
        {
            return null;
        }

        var found = await turn.Find(Kinds.People, $"name={words[^1]}", 50);
        var fitting = found
            .Select(hit => hit.Document)
            .DistinctBy(person => person.Id)
            .Where(person => words.All(word => SearchWords.In(person.Name).Any(part => part.StartsWith(word, StringComparison.Ordinal))))
            .ToList();
        var exactly = fitting.FindAll(person => person.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
        return fitting is [var only] ? only : exactly is [var one] ? one : null;
    }
}
