using Upcm.Bot.Programme;
using Upcm.Domain;

namespace Upcm.Bot.Importing;

internal sealed partial class Group
{
    public string? TextOf(YamlNode node, string key, int atMost)
    {
        if (node is not YamlText text)
        {
            return Wrong<string>(node, key, "een tekst", "a text");
        }

        if (text.Value.Length == 0)
        {
            Report(node.At, key, "dit is leeg. Laat het veld weg als er niets te vertellen is.", "this is empty. Leave the field out where there is nothing to tell.");
            return null;
        }

        if (text.Value.Length > atMost)
        {
            Report(node.At, key, $"dit zijn {text.Value.Length} tekens, er passen er {atMost}.", $"these are {text.Value.Length} characters, {atMost} fit.");
            return null;
        }

        if (text.Value.Any(c => char.IsControl(c) && c is not '\n') || !IsWhole(text.Value))
        {
            Report(node.At, key, "hier staat een teken dat niemand kan lezen.", "there is a character here that nobody can read.");
            return null;
        }

        return text.Value;
    }

    public string? OneOf(YamlNode node, string key, IEnumerable<string> known)
    {
        if (TextOf(node, key, 100) is not { } text)
        {
            return null;
        }

        var ids = known.ToList();
        if (ids.Contains(text))
        {
            return text;
        }

        var nearest = Nearest(text, ids);
        var list = string.Join(", ", ids.Take(20)) + (ids.Count > 20 ? ", …" : "");
        Report(node.At, key,
            $"\"{text}\" bestaat niet.{(nearest is null ? "" : $" Bedoel je {nearest}?")} Kies uit: {list}.",
            $"there is no \"{text}\".{(nearest is null ? "" : $" Did you mean {nearest}?")} Choose from: {list}.");
        return null;
    }

    /// <summary>Who has no id in the directory is known by the name alone, the same in every import.</summary>
    private Somebody? Named(string name, string? id, string key)
    {
        if (name.Contains('\n', StringComparison.Ordinal) || (id ?? "").AsSpan().ContainsAny('|', '/', '\n'))
        {
            Report(key, "een naam staat op één regel, en in een id staat geen | of /.", "a name is on one line, and an id has no | or / in it.");
            return null;
        }

        return new Somebody(new PersonId(id ?? $"name:{name.Replace('|', ' ').Replace('/', ' ')}"), name);
    }

    private T? Wrong<T>(YamlNode node, string key, string nl, string en)
        where T : class
    {
        Report(node.At, key,
            $"hier hoort {nl}; ik lees een {Spoken(node).Nl}.",
            $"{en} is wanted here, not {Spoken(node).En}.");
        return null;
    }

    private static (string Nl, string En) Spoken(YamlNode node) => node switch
    {
        YamlMap => ("groep velden", "a group of keys"),
        YamlList => ("lijst", "a list"),
        _ => ("tekst", "a text"),
    };

    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
