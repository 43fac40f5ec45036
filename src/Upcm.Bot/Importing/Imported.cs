using System.Collections.Immutable;

namespace Upcm.Bot.Importing;

/// <summary>
/// What an import wrote for one initiative (or for all offices, or all roles, together), so that a later import changes what the file changed
/// and leaves alone what people changed since.
/// </summary>
public sealed record ImportedRecord
{
    /// <summary>The number of the initiative, <see cref="Offices"/>, <see cref="Roles"/> or <see cref="Parties"/>.</summary>
    public required string Id { get; init; }

    public const string Offices = "offices";

    public const string Roles = "roles";

    public const string Parties = "parties";

    /// <summary>The key the file knows it by, where it has one.</summary>
    public string? Key { get; init; }

    /// <summary>What the file said, in short; null where something of it was left alone.</summary>
    public string? Print { get; init; }

    /// <summary>The first time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>By collection and id.</summary>
    public ImmutableSortedDictionary<string, ImportedDocument> Documents { get; init => field = value ?? ImmutableSortedDictionary<string, ImportedDocument>.Empty; } =
        ImmutableSortedDictionary<string, ImportedDocument>.Empty;
}

/// <param name="Print">What was written, in short; where the document has another by now, somebody changed it.</param>
public sealed record ImportedDocument(string Print);

/// <summary>An import of a file, while it lasts and after.</summary>
/// <param name="File">The name of the file without its folder.</param>
/// <param name="Done">How many initiatives were written.</param>
/// <param name="Finished">Null while half of it may be there: the same import again completes it.</param>
public sealed record ImportRun(string File, DateTimeOffset Started, int Done, int Total, DateTimeOffset? Finished)
{
    public const string Unfinished = "unfinished|";
}
