using System.Collections.Immutable;
using System.Globalization;
using FuzzySharp;
using Upcm.Bot.Programme;
using Upcm.Domain;

namespace Upcm.Bot.Importing;

/// <summary>
/// One mapping of a portfolio file, asked key by key. What is wrong is reported and answered with nothing, so that reading
/// goes on and every problem comes out at once. Keys nobody asked for are unknown.
/// </summary>
internal sealed partial class Group(YamlMap map, string path, ImportProblems problems)
{
    private const int MostItems = 200;

    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public Programme.Place At => map.At;

    public string Path(string key) => path.Length == 0 ? key : $"{path}.{key}";

    public void Report(string key, string nl, string en) => Report(Node(key)?.At ?? map.At, key, nl, en);

    public void Report(Programme.Place at, string key, string nl, string en) => problems.Report(at, Path(key), nl, en);

    public bool Has(string key) => Node(key) is not null;

    public YamlNode? Node(string key)
    {
        asked.Add(key);
        return map.Entries.Find(entry => entry.Key.Value == key)?.Value;
    }

    public void Missing(string key) => Report(map.At, key, "dit ontbreekt.", "this is missing.");

    public string? Text(string key, int atMost = 1000) => Node(key) is { } node ? TextOf(node, key, atMost) : null;

    public string Needed(string key, int atMost = 1000)
    {
        if (!Has(key))
        {
            Missing(key);
        }

        return Text(key, atMost) ?? string.Empty;
    }

    /// <summary>One of the ids that the programme or the code knows.</summary>
    public string? OneOf(string key, IEnumerable<string> known) => Node(key) is { } node ? OneOf(node, key, known) : null;

    public ImmutableArray<string> Texts(string key, int atMost = 300) =>
        [.. Items(key).Select((node, index) => TextOf(node, $"{key}[{index}]", atMost)).OfType<string>()];

    public decimal? Number(string key, decimal least = 0, decimal most = 1_000_000_000_000m)
    {
        if (Node(key) is not { } node || TextOf(node, key, 40) is not { } text)
        {
            return null;
        }

        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number))
        {
            Report(node.At, key,
                $"\"{text}\" is geen getal. Schrijf 1250.5: een punt voor decimalen, niets tussen duizendtallen.",
                $"\"{text}\" is not a number. Write 1250.5: a point for decimals, nothing between thousands.");
            return null;
        }

        if (number < least || number > most)
        {
            Report(node.At, key,
                string.Create(CultureInfo.InvariantCulture, $"{number} moet liggen van {least} tot en met {most}."),
                string.Create(CultureInfo.InvariantCulture, $"{number} must be from {least} to {most}."));
            return null;
        }

        return number;
    }

    public int? Whole(string key, int least, int most)
    {
        var number = Number(key, least, most);
        if (number is { } read && !decimal.IsInteger(read))
        {
            Report(key, "hier hoort een heel getal.", "a whole number is wanted here.");
            return null;
        }

        return (int?)number;
    }

    public DateOnly? Day(string key)
    {
        if (Node(key) is not { } node || TextOf(node, key, 40) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2200)
        {
            return day;
        }

        Report(node.At, key, $"\"{text}\" is geen datum. Schrijf 2026-10-12.", $"\"{text}\" is not a date. Write 2026-10-12.");
        return null;
    }

    /// <summary>A name, or <c>{name: …, id: …}</c>; the id is the directory's object id.</summary>
    public Somebody? Person(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlMap both:
                var group = new Group(both, Path(key), problems);
                var (name, id) = (group.Needed("name", 100), group.Text("id", 100));
                group.Done();
                return name.Length == 0 ? null : Named(name, id, key);
            case var node:
                return TextOf(node, key, 100) is { } only ? Named(only, null, key) : null;
        }
    }

    public Group? Inner(string key) => Node(key) switch
    {
        null => null,
        YamlMap inner => new Group(inner, Path(key), problems),
        var other => Wrong<Group>(other, key, "een groep velden", "a group of keys"),
    };

    public IEnumerable<Group> Rows(string key)
    {
        foreach (var (index, node) in Items(key).Index())
        {
            if (node is YamlMap row)
            {
                yield return new Group(row, $"{Path(key)}[{index}]", problems);
            }
            else
            {
                Wrong<Group>(node, $"{key}[{index}]", "een groep velden", "a group of keys");
            }
        }
    }

    /// <summary>The keys of a group whose keys are ids.</summary>
    public IEnumerable<string> Keys => map.Entries.Select(entry => entry.Key.Value);

    public List<YamlNode> Items(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case YamlList { Items.Count: <= MostItems } list:
                return list.Items;
            case YamlList list:
                Report(list.At, key, $"dit zijn er {list.Items.Count}; er passen er {MostItems}.", $"these are {list.Items.Count}; {MostItems} fit.");
                return [];
            case var other:
                Wrong<object>(other, key, "een lijst", "a list");
                return [];
        }
    }

    /// <summary>To be called once everything has been asked.</summary>
    public void Done()
    {
        foreach (var entry in map.Entries)
        {
            var key = entry.Key;
            if (map.Entries.Find(other => other.Key.Value == key.Value) is { } first && !ReferenceEquals(first, entry))
            {
                Report(key.At, key.Value, $"dit staat er twee keer, ook op regel {first.Key.At.Line}.", $"this stands here twice, also on line {first.Key.At.Line}.");
            }
            else if (!asked.Contains(key.Value))
            {
                var nearest = Nearest(key.Value, asked);
                Report(key.At, key.Value,
                    $"dit veld ken ik niet.{(nearest is null ? "" : $" Bedoel je {nearest}?")} Bekend zijn: {string.Join(", ", asked)}.",
                    $"I do not know this field.{(nearest is null ? "" : $" Did you mean {nearest}?")} Known are: {string.Join(", ", asked)}.");
            }
        }
    }

    private static string? Nearest(string text, IEnumerable<string> known) =>
        known.Select(one => (one, score: Fuzz.Ratio(text, one))).Where(near => near.score >= 70).OrderByDescending(near => near.score).Select(near => near.one).FirstOrDefault();
}
