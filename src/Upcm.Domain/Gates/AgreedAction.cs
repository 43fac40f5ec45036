namespace Upcm.Domain;

/// <summary>Something that was agreed, with an owner and a last day: a condition of a gate, an outcome of a meeting.</summary>
public sealed record AgreedAction
{
    /// <summary>Unique by where it came from: <c>gate/26-001/uit-initiatie/1/0</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The initiative it belongs to, if any.</summary>
    public InitiativeNumber? Number { get; init; }

    public required string Team { get; init; }

    public required string Text { get; init; }

    public required Somebody Owner { get; init; }

    public required DateOnly Due { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    public Somebody? DoneBy { get; init; }
}
