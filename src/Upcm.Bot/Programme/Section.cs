using System.Collections.Immutable;

using Upcm.Domain;

namespace Upcm.Bot.Programme;

/// <summary>
/// One mapping of the file, asked key by key. What is missing or wrong is reported and answered with something empty, so
/// that reading goes on and every problem comes out at once; whoever asks need not look. Keys nobody asked for are unknown.
/// </summary>
internal sealed partial class Section
{
    private readonly YamlMap map;
    private readonly string path;
    private readonly Findings findings;
    private readonly List<string> asked = [];

    public Section(YamlMap map, string path, Findings findings)
    {
        this.map = map;
        this.path = path;
        this.findings = findings;
    }

    public Place At => map.At;

    public string Path(string key) => path.Length == 0 ? key : $"{path}/{key}";

    public void Report(Place at, string key, string message) => findings.Report(at, $"{Path(key)}: {message}");

    public bool Has(string key) => Entry(key) is not null;

    /// <summary>Where a key stands, for rules that are checked after reading; the section itself where it does not.</summary>
    public Place PlaceOf(string key)
    {
        return Entry(key)?.Key.At ?? map.At;
    }

    /// <summary>To be called once everything has been asked: what is left nobody understands.</summary>
    public void Done()
    {
        foreach (var entry in map.Entries)
        {
            var key = entry.Key;
            if (Entry(key.Value) is { } first && !ReferenceEquals(first, entry))
            {
                Report(key.At, key.Value, $"this key stands here twice; the first is on {first.Key.At.SeenFrom(key.At)}.");
            }
            else if (!asked.Contains(key.Value))
            {
                Report(key.At, key.Value, $"the key '{key.Value}' means nothing here. Known are: {string.Join(", ", asked)}.");
            }
        }
    }

    public Words Words(string key) =>
        Find(key) is { } node ? WordsOf(node, Path(key)) : Missing(key, new Words(string.Empty, string.Empty), "{nl: …, en: …}");

    public Words? WordsIfAny(string key) => Find(key) is { } node ? WordsOf(node, Path(key)) : null;

    public string Text(string key) =>
        Find(key) is { } node ? TextOf(node, Path(key))?.Value ?? string.Empty : Missing(key, string.Empty, "a text");

    public string? TextIfAny(string key) => Find(key) is { } node ? TextOf(node, Path(key))?.Value : null;

    public ImmutableArray<string> TextsIfAny(string key)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var node in List(key, required: false))
        {
            if (TextOf(node, Path(key)) is { } text)
            {
                texts.Add(text.Value);
            }
        }

        return texts.ToImmutable();
    }

    /// <summary>The id of something that stands elsewhere in the programme.</summary>
    public string Id(string key, Kind kind) => IdIfAny(key, kind) ?? (Has(key) ? string.Empty : Missing(key, string.Empty, "an id"));

    public string? IdIfAny(string key, Kind kind)
    {
        if (Find(key) is not { } node || TextOf(node, Path(key)) is not { } id)
        {
            return null;
        }

        findings.Name(kind, Path(key), id);
        return id.Value;
    }

    /// <summary>Ids of things that stand elsewhere in the programme.</summary>
    public ImmutableArray<string> IdsIfAny(string key, Kind kind)
    {
        var ids = ImmutableArray.CreateBuilder<string>();
        foreach (var node in List(key, required: false))
        {
            if (TextOf(node, Path(key)) is { } id)
            {
                findings.Name(kind, Path(key), id);
                ids.Add(id.Value);
            }
        }

        return ids.ToImmutable();
    }

    /// <summary>An id, or a word that stands for none in particular; which of the two has to be said.</summary>
    public string? IdOr(string key, Kind kind, string none)
    {
        if (Find(key) is { } node)
        {
            return node is YamlText text && text.Value == none ? null : IdIfAny(key, kind);
        }

        return Missing<string?>(key, null, $"an id, or {none}");
    }

    /// <summary>An id that is given here, for others to name.</summary>
    public string NewId(string key, Kind kind)
    {
        if (Find(key) is not { } node)
        {
            return Missing(key, string.Empty, "an id");
        }

        if (TextOf(node, Path(key)) is not { } id)
        {
            return string.Empty;
        }

        CheckId(id, Path(key));
        findings.Declare(kind, Path(key), id);
        return id.Value;
    }

    /// <summary>For a row that goes by the id of what it is about.</summary>
    public void NameItself(string id, Kind kind) => findings.Name(kind, path, new YamlText(map.At, id));

    /// <summary>One of a fixed list of words that the code knows.</summary>
    public string? OneOfIfAny(string key, IReadOnlyCollection<string> known)
    {
        if (Find(key) is not { } node || TextOf(node, Path(key)) is not { } text)
        {
            return null;
        }

        if (!known.Contains(text.Value))
        {
            Report(text.At, key, $"'{text.Value}' is not one of: {string.Join(", ", known)}.");
        }

        return text.Value;
    }

    public string OneOf(string key, IReadOnlyCollection<string> known) =>
        OneOfIfAny(key, known) ?? (Has(key) ? string.Empty : Missing(key, string.Empty, $"one of: {string.Join(", ", known)}"));

    private YamlNode? Find(string key)
    {
        if (!asked.Contains(key))
        {
            asked.Add(key);
        }

        return Entry(key)?.Value;
    }

    private YamlEntry? Entry(string key)
    {
        foreach (var entry in map.Entries)
        {
            if (entry.Key.Value == key)
            {
                return entry;
            }
        }

        return null;
    }

    private T Missing<T>(string key, T instead, string wanted)
    {
        Report(map.At, key, $"this is missing; wanted is {wanted}.");
        return instead;
    }

    private YamlText? TextOf(YamlNode node, string where)
    {
        switch (node)
        {
            case YamlText { Value.Length: > 0 } text:
                return text;
            case YamlText:
                findings.Report(node.At, $"{where}: this is empty.");
                return null;
            default:
                findings.Report(node.At, $"{where}: a text is wanted here, not {Spoken(node)}.");
                return null;
        }
    }

    private Words WordsOf(YamlNode node, string where)
    {
        if (node is not YamlMap both)
        {
            findings.Report(node.At, $"{where}: a text in two languages is wanted here, {{nl: …, en: …}}, not {Spoken(node)}.");
            return new Words(string.Empty, string.Empty);
        }

        var section = new Section(both, where, findings);
        var words = new Words(section.Tongue("nl", "Dutch"), section.Tongue("en", "English"));
        section.Done();
        return words;
    }

    private string Tongue(string key, string language)
    {
        if (Find(key) is { } node)
        {
            return TextOf(node, Path(key))?.Value ?? string.Empty;
        }

        findings.Report(map.At, $"{path}: the {language} text ({key}) is missing.");
        return string.Empty;
    }

    private static string Spoken(YamlNode node) => node switch
    {
        YamlText { Value.Length: 0 } => "nothing",
        YamlText text => $"the text '{(text.Value.Length > 30 ? text.Value[..30] + "…" : text.Value)}'",
        YamlList => "a list",
        _ => "a group of keys",
    };
}
