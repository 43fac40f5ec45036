using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Upcm.Bot.People;
using Upcm.Domain;

namespace Upcm.Bot.Privacy;

/// <summary>
/// Puts a pseudonym in the place of a person in what is kept: their id wherever it stands, their name beside it, what their
/// conversations are called, and their name in texts.
/// </summary>
/// <param name="nameIsTheirs">False where somebody else has the same name: then a text that names it alone may mean the other.</param>
public sealed class Redaction(string pseudonym, PersonId person, Person? known, bool nameIsTheirs)
{
    private const string BesideIds = "/~|,:;\n";
    private readonly HashSet<string> names = known is null ? [] : [known.Name];

    private readonly string[] ids =
        [.. new[] { person.Value, known?.ChannelId, known?.PersonalPlace, known?.PersonalAddress }.OfType<string>().Where(static one => one.Length > 0).Distinct().OrderByDescending(static one => one.Length)];

    /// <summary>What stands for the person's id.</summary>
    public PersonId Id { get; } = IdOf(pseudonym);

    /// <summary>What stands for the name, in both languages: nomen nescio.</summary>
    public string Name { get; } = NameOf(pseudonym);

    public PersonId Person { get; } = person;

    public static PersonId IdOf(string pseudonym) => new($"erased-{pseudonym}");

    public static string NameOf(string pseudonym) => $"N.N. {pseudonym[..6]}";

    /// <summary>True for an id that stands for somebody who was erased.</summary>
    public static bool IsErased(PersonId person) => person.Value.StartsWith("erased-", StringComparison.Ordinal);

    /// <summary>The same without the person; null where they are not in it.</summary>
    /// <param name="written">It was put together by the bot: a name in it is a person's.</param>
    public byte[]? Of(ReadOnlySpan<byte> json, bool written)
    {
        var namesThem = Has(json, ids);
        if (!namesThem && !Has(json, names))
        {
            return null;
        }

        var root = JsonNode.Parse(json)!;
        return Redacted(root, namesThem || nameIsTheirs ? name => namesThem || written || IsFullName(name) : static _ => false)
            ? Encoding.UTF8.GetBytes(root.ToJsonString())
            : null;
    }

    /// <summary>A first name alone may be a word, or somebody else: "Roos", "Mark".</summary>
    private static bool IsFullName(string name) => name.Contains(' ', StringComparison.Ordinal);

    private bool Redacted(JsonNode? node, Func<string, bool> may)
    {
        var changed = false;
        if (node is JsonObject known)
        {
            if (Text(known[nameof(Somebody.Id)]) == Person.Value && Text(known[nameof(Somebody.Name)]) is { } name && name != Name)
            {
                names.Add(name); // perhaps an earlier one
                known[nameof(Somebody.Name)] = Name;
                changed = true;
            }

            foreach (var (key, value) in known.ToList())
            {
                if (Text(value) is { } text && Redacted(text, may) is var redacted && redacted != text)
                {
                    known[key] = redacted;
                    changed = true;
                }
                else
                {
                    changed |= Redacted(value, may);
                }
            }
        }
        else if (node is JsonArray items)
        {
            for (var at = 0; at < items.Count; at++)
            {
                if (Text(items[at]) is { } text && Redacted(text, may) is var redacted && redacted != text)
                {
                    items[at] = redacted;
                    changed = true;
                }
                else
                {
                    changed |= Redacted(items[at], may);
                }
            }
        }

        return changed;
    }

    private string Redacted(string text, Func<string, bool> may)
    {
        foreach (var id in ids)
        {
            text = Replaced(text, id, Id.Value, static c => BesideIds.Contains(c, StringComparison.Ordinal));
        }

        foreach (var name in names)
        {
            text = may(name) ? Replaced(text, name, Name, static c => !char.IsLetterOrDigit(c)) : text;
        }

        return text;
    }

    /// <param name="beside">What may stand beside it, for it to stand by itself.</param>
    private static string Replaced(string text, string what, string by, Func<char, bool> beside)
    {
        for (var at = text.IndexOf(what, StringComparison.Ordinal); at >= 0; at = text.IndexOf(what, at, StringComparison.Ordinal))
        {
            var end = at + what.Length;
            if ((at == 0 || beside(text[at - 1])) && (end == text.Length || beside(text[end])))
            {
                text = string.Concat(text.AsSpan(0, at), by, text.AsSpan(end));
                at += by.Length;
            }
            else
            {
                at = end;
            }
        }

        return text;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>As it is written in JSON, where letters such as é stand for themselves nowhere.</summary>
    private static bool Has(ReadOnlySpan<byte> json, IEnumerable<string> any)
    {
        foreach (var one in any)
        {
            if (json.IndexOf(JsonEncodedText.Encode(one).EncodedUtf8Bytes) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
