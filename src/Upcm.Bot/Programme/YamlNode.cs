namespace Upcm.Bot.Programme;

/// <summary>A place in a file, counted from 1.</summary>
internal readonly record struct Place(string File, int Line, int Column);

/// <summary>What the file says, with where it says so: the only thing the rest of this folder knows of YAML.</summary>
internal abstract record YamlNode(Place At);

internal sealed record YamlText(Place At, string Value) : YamlNode(At);

internal sealed record YamlList(Place At, List<YamlNode> Items) : YamlNode(At);

internal sealed record YamlMap(Place At, List<YamlEntry> Entries) : YamlNode(At);

internal readonly record struct YamlEntry(YamlText Key, YamlNode Value);
