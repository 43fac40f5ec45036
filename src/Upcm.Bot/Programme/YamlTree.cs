using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Upcm.Bot.Programme;

/// <summary>
/// Builds our own small tree from YamlDotNet's events. Not its deserialiser, which works by reflection, costs most of the
/// time the service has to start in, stops at the first fault and forgets on which line things stood.
/// </summary>
internal sealed class YamlTree
{
    // The programme is some six levels deep. A limit keeps a hostile file from exhausting the stack.
    private const int DeepestLevel = 20;

    private readonly string file;
    private readonly Findings findings;
    private readonly Parser parser;

    private YamlTree(string yaml, string file, Findings findings)
    {
        this.file = file;
        this.findings = findings;
        parser = new Parser(new StringReader(yaml));
    }

    /// <summary>The root of the file, or null where it cannot be read at all; the findings then say why.</summary>
    public static YamlNode? Parse(string yaml, string file, Findings findings)
    {
        try
        {
            return new YamlTree(yaml, file, findings).Root();
        }
        catch (YamlException fault)
        {
            var at = new Place(file, (int)Math.Max(1, fault.Start.Line), (int)Math.Max(1, fault.Start.Column));
            findings.Report(at, $"this is not readable as YAML: {fault.Message.TrimEnd('.')}.");
            return null;
        }
    }

    private YamlNode? Root()
    {
        YamlNode? root = null;
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case StreamStart or StreamEnd or DocumentEnd:
                    break;
                case DocumentStart start when root is not null:
                    findings.Report(At(start), "a second YAML document starts here; a programme file is one document.");
                    return root;
                case DocumentStart:
                    parser.MoveNext();
                    root = Node(level: 1);
                    break;
            }
        }

        return root;
    }

    private YamlNode Node(int level)
    {
        var current = parser.Current!;
        var at = At(current);
        if (level > DeepestLevel)
        {
            throw new SemanticErrorException(current.Start, current.End, "this is nested too deeply");
        }

        switch (current)
        {
            case Scalar scalar:
                return new YamlText(at, scalar.Value.Trim());
            case SequenceStart:
                var items = new List<YamlNode>();
                while (parser.MoveNext() && parser.Current is not SequenceEnd)
                {
                    items.Add(Node(level + 1));
                }

                return new YamlList(at, items);
            case MappingStart:
                return new YamlMap(at, Entries(level));
            default:
                findings.Report(at, "anchors and aliases (& and *) are not read here; write the text out.");
                return new YamlText(at, string.Empty);
        }
    }

    private List<YamlEntry> Entries(int level)
    {
        var entries = new List<YamlEntry>();
        while (parser.MoveNext() && parser.Current is not MappingEnd)
        {
            var key = Node(level + 1);
            parser.MoveNext();
            var value = Node(level + 1);
            if (key is YamlText name)
            {
                entries.Add(new YamlEntry(name, value));
            }
            else
            {
                findings.Report(key.At, "a key has to be a word, not a list or a mapping.");
            }
        }

        return entries;
    }

    private Place At(ParsingEvent happened) => new(file, (int)happened.Start.Line, (int)happened.Start.Column);
}
