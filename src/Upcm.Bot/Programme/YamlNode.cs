namespace Upcm.Bot.Programme;

// Classes, not structs, and no enums as dictionary keys: collections of reference types share machine code that comes with
// the runtime, the others are compiled on the spot, and that was a third of the time it took to read the programme.

/// <summary>A place in a file, counted from 1.</summary>
internal sealed record Place(string File, int Line, int Column)
{
    /// <summary>How to speak of this place to someone who stands at another.</summary>
    public string SeenFrom(Place other) => File == other.File ? $"line {Line}" : $"line {Line} of {File}";
}

/// <summary>What the file says, with where it says so: the only thing the rest of this folder knows of YAML.</summary>
internal abstract record YamlNode(Place At);

internal sealed record YamlText(Place At, string Value) : YamlNode(At);

internal sealed record YamlList(Place At, List<YamlNode> Items) : YamlNode(At);

internal sealed record YamlMap(Place At, List<YamlEntry> Entries) : YamlNode(At);

internal sealed record YamlEntry(YamlText Key, YamlNode Value);
