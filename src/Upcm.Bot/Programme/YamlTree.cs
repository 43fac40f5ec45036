using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Upcm.Bot.Programme;

/// <summary>
/// Builds our own small tree from YamlDotNet's events. Not its deserialiser, which works by reflection, costs most of the
/// time the service has to start in, stops at the first fault and forgets on which line things stood.
/// </summary>
internal sealed partial class YamlTree
{
    // The programme is some six levels deep. A limit keeps a hostile file from exhausting the stack.
    private const int DeepestLevel = 20;

    private readonly string file;
    private readonly Findings findings;
    private readonly Scanner scanner;
    private readonly Parser parser;

    private YamlTree(TextReader yaml, string file, Findings findings)
    {
        this.file = file;
        this.findings = findings;
        scanner = new Scanner(yaml, skipComments: true);
        parser = new Parser(scanner);
    }

    /// <summary>The root of the file, or null where it cannot be read at all; the findings then say why.</summary>
    public static YamlNode? Parse(string yaml, string file, Findings findings)
    {
        var tree = new YamlTree(new StringReader(yaml), file, findings);
        return tree.Guarded(tree.Root);
    }

    /// <summary>Bad input never throws: what cannot be read is a finding, and null.</summary>
    private T? Guarded<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (YamlException fault)
        {
            // Of a stray tab YamlDotNet tells where the mapping began, which is the top of the file.
            var start = fault.Start is { Line: 1, Column: 1 } ? scanner.CurrentPosition : fault.Start;
            return Unreadable<T>(start, fault.Message);
        }
        catch (InvalidOperationException)
        {
            // How YamlDotNet 18.1 gives up on a text that a new line cuts off between brackets.
            return Unreadable<T>(scanner.CurrentPosition, "a bracket or brace before this is not closed");
        }
        catch (ArgumentException)
        {
            return Unreadable<T>(scanner.CurrentPosition, "this escape stands for no character");
        }
    }

    private T? Unreadable<T>(Mark mark, string why)
        where T : class
    {
        var at = new Place(file, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));
        findings.Report(at, $"this is not readable as YAML: {why.TrimEnd('.')}.");
        return null;
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
