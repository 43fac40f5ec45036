namespace Upcm.Bot.Storage.LiteDb;

/// <summary>A key as a document gives it, in the order of the names of keys but without a name made for each: there are some twenty to a document.</summary>
internal readonly record struct GivenKey(DocumentName Document, string Key)
{
    private readonly string? edge;

    private GivenKey(string edge)
        : this(default, "") => this.edge = edge;

    /// <summary>Parts in order are names in order, since no part has a character as low as what stands between them (<see cref="Names.Check"/>).</summary>
    public static IComparer<GivenKey> InOrder { get; } = Comparer<GivenKey>.Create(static (one, other) =>
        one.edge is not null || other.edge is not null ? string.CompareOrdinal(one.Name, other.Name)
        : string.CompareOrdinal(one.Document.Workspace, other.Document.Workspace) is not 0 and var workspaces ? workspaces
        : string.CompareOrdinal(one.Document.Collection, other.Document.Collection) is not 0 and var collections ? collections
        : string.CompareOrdinal(one.Key, other.Key) is not 0 and var keys ? keys
        : string.CompareOrdinal(one.Document.Id, other.Document.Id));

    /// <summary>How the file calls it.</summary>
    public string Name => edge ?? Names.Key(Document, Key);

    /// <summary>The end of a <see cref="Span"/>, which need not be the whole of a name.</summary>
    public static GivenKey Edge(string name) => new(name);
}
