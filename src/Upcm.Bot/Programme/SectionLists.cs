using System.Collections.Immutable;
using System.Globalization;

namespace Upcm.Bot.Programme;

/// <summary>The lists and numbers of a section.</summary>
internal sealed partial class Section
{
    /// <summary>A mapping of ids to things; each is read in turn, in the order of the file, and no id comes twice.</summary>
    /// <param name="kind">What the ids are of. Criteria and steps are unique within their own list only.</param>
    public ImmutableArray<T> Each<T>(string key, Kind kind, Func<string, Section, T> read)
    {
        var things = ImmutableArray.CreateBuilder<T>();
        foreach (var entry in Members(key))
        {
            var id = entry.Key;
            var node = entry.Value;
            var where = $"{Path(key)}/{id.Value}";
            CheckId(id, where);
            if (kind is not (Kind.Criterion or Kind.Step or Kind.Figure))
            {
                findings.Declare(kind, where, id);
            }

            if (node is YamlMap inner)
            {
                var section = new Section(inner, where, findings);
                things.Add(read(id.Value, section));
                section.Done();
            }
            else
            {
                findings.Report(node.At, $"{where}: a group of keys is wanted here, not {Spoken(node)}.");
            }
        }

        return things.ToImmutable();
    }

    /// <summary>A mapping of ids to nothing but a text in two languages.</summary>
    public ImmutableArray<T> EachText<T>(string key, Kind kind, Func<string, Domain.Words, T> make)
    {
        var things = ImmutableArray.CreateBuilder<T>();
        foreach (var entry in Members(key))
        {
            var id = entry.Key;
            var node = entry.Value;
            var where = $"{Path(key)}/{id.Value}";
            CheckId(id, where);
            if (kind is not Kind.Step)
            {
                findings.Declare(kind, where, id);
            }

            things.Add(make(id.Value, WordsOf(node, where)));
        }

        return things.ToImmutable();
    }

    /// <summary>A list of texts in two languages.</summary>
    public ImmutableArray<Domain.Words> WordsListIfAny(string key) =>
        [.. List(key, required: false).Select(node => WordsOf(node, Path(key)))];

    /// <summary>A section within this one.</summary>
    public Section? Inner(string key, bool required = true)
    {
        switch (Find(key))
        {
            case YamlMap inner:
                return new Section(inner, Path(key), findings);
            case null:
                return required ? Missing<Section?>(key, null, "a group of keys") : null;
            case var other:
                Report(other.At, key, $"a group of keys is wanted here, not {Spoken(other)}.");
                return null;
        }
    }

    public IEnumerable<Section> Rows(string key)
    {
        foreach (var node in List(key, required: false))
        {
            if (node is YamlMap row)
            {
                yield return new Section(row, Path(key), findings);
            }
            else
            {
                Report(node.At, key, $"a group of keys is wanted here, not {Spoken(node)}.");
            }
        }
    }

    public List<YamlText> Texts(string key)
    {
        var texts = new List<YamlText>();
        foreach (var node in List(key, required: true))
        {
            if (TextOf(node, Path(key)) is { } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    /// <summary>Ids of things that stand elsewhere in the programme; at least one.</summary>
    public ImmutableArray<string> Ids(string key, Kind kind)
    {
        var ids = Texts(key);
        ids.ForEach(id => findings.Name(kind, Path(key), id));
        if (ids.Count == 0 && Has(key))
        {
            Report(PlaceOf(key), key, "this is empty.");
        }

        return [.. ids.Select(static id => id.Value)];
    }

    public decimal Number(string key) =>
        Find(key) is { } node
            ? TextOf(node, Path(key)) is { } text ? NumberOf(text, Path(key)) : 0
            : Missing(key, 0m, "a number");

    /// <summary>A number that may be left out, between two others.</summary>
    public decimal NumberWithin(string key, decimal otherwise, decimal least, decimal most)
    {
        if (Find(key) is not { } node || TextOf(node, Path(key)) is not { } text || ParsedOf(text, Path(key)) is not { } number)
        {
            return otherwise;
        }

        if (number < least || number > most)
        {
            Report(text.At, key, string.Create(CultureInfo.InvariantCulture, $"this has to be from {least} to {most}."));
        }

        return number;
    }

    public int WholeNumberWithin(string key, int otherwise, int least, int most)
    {
        var number = NumberWithin(key, otherwise, least, most);
        if (!decimal.IsInteger(number))
        {
            Report(PlaceOf(key), key, "a whole number is wanted here.");
        }

        return (int)Math.Clamp(number, least, most);
    }

    public bool YesOr(string key, bool otherwise) => OneOfIfAny(key, ["true", "false"]) switch
    {
        null => otherwise,
        var said => said == "true",
    };

    public decimal NumberOf(YamlText text, string where) => ParsedOf(text, where) ?? 0;

    private decimal? ParsedOf(YamlText text, string where)
    {
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(text.Value, Plain, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        findings.Report(text.At, $"{where}: '{text.Value}' is not a number. Write 1250.5: a point for decimals, nothing between thousands.");
        return null;
    }

    private List<YamlNode> List(string key, bool required)
    {
        switch (Find(key))
        {
            case YamlList list:
                return list.Items;
            case null:
                return required ? Missing<List<YamlNode>>(key, [], "a list") : [];
            case var other:
                Report(other.At, key, $"a list is wanted here, [ … ], not {Spoken(other)}.");
                return [];
        }
    }

    private List<YamlEntry> Members(string key)
    {
        switch (Find(key))
        {
            case YamlMap members when members.Entries.Count > 0:
                CheckTwice(members, Path(key));
                return members.Entries;
            case null:
                return Missing<List<YamlEntry>>(key, [], "a group of ids");
            case YamlMap empty:
                Report(empty.At, key, "this is empty.");
                return [];
            case var other:
                Report(other.At, key, $"a group of ids is wanted here, not {Spoken(other)}.");
                return [];
        }
    }

    private void CheckTwice(YamlMap members, string where)
    {
        var seen = new Dictionary<string, YamlText>(StringComparer.Ordinal);
        foreach (var entry in members.Entries)
        {
            var id = entry.Key;
            if (!seen.TryAdd(id.Value, id))
            {
                findings.Report(id.At, $"{where}/{id.Value}: the id '{id.Value}' is used twice; the first is on {seen[id.Value].At.SeenFrom(id.At)}.");
            }
        }
    }

    // Ids end up in stored records, in buttons and in addresses.
    private void CheckId(YamlText id, string where)
    {
        foreach (var letter in id.Value)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '.'))
            {
                findings.Report(id.At, $"{where}: an id is made of letters, digits, hyphens and points; '{letter}' cannot be in it.");
                return;
            }
        }

        if (id.Value.Length == 0)
        {
            findings.Report(id.At, $"{where}: the id is empty.");
        }
    }
}
