using YamlDotNet.Core.Events;

namespace Upcm.Bot.Programme;

/// <summary>A large file part by part, so that only one part is in memory.</summary>
internal sealed partial class YamlTree
{
    /// <summary>The key of the list that is being read, or null.</summary>
    private YamlText? list;

    /// <summary>
    /// Each entry of the file, which is one mapping; of an entry that is a list each item on its own, with the entry's key.
    /// Ends early where the file cannot be read; the findings then say why.
    /// </summary>
    public static IEnumerable<YamlEntry> Parts(TextReader yaml, string file, Findings findings)
    {
        var tree = new YamlTree(yaml, file, findings);
        if (tree.Guarded(tree.Opening) is null)
        {
            yield break;
        }

        while (tree.Guarded(tree.Part) is { } part)
        {
            yield return part;
        }
    }

    /// <summary>The parser stands on the opening of the root mapping afterwards.</summary>
    private object? Opening()
    {
        while (parser.MoveNext() && parser.Current is StreamStart or DocumentStart)
        {
        }

        if (parser.Current is MappingStart opening)
        {
            return opening;
        }

        findings.Report(new Place(file, 1, 1), "a group of keys is wanted here.");
        return null;
    }

    private YamlEntry? Part()
    {
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case SequenceEnd:
                    list = null;
                    break;
                case MappingEnd when list is null:
                    return null;
                case var _ when list is not null:
                    return new YamlEntry(list, Node(level: 2));
                default:
                    var name = Node(level: 2);
                    var key = name as YamlText ?? new YamlText(name.At, string.Empty);
                    parser.MoveNext();
                    if (parser.Current is SequenceStart)
                    {
                        list = key;
                        break;
                    }

                    return new YamlEntry(key, Node(level: 2));
            }
        }

        return null;
    }
}
