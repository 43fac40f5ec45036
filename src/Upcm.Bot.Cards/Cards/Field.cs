namespace Upcm.Bot.Cards;

/// <summary>A place to fill something in.</summary>
/// <param name="Key">The question's key; also the input's id on every platform.</param>
public sealed record Field(string Key, string Label, FieldKind Kind) : Element
{
    /// <summary>What stands there already: canonical for a choice or a date, as typed otherwise.</summary>
    public string? Value { get; init; }

    public string? Hint { get; init; }

    /// <summary>Why it matters or what is meant, behind a tap.</summary>
    public string? Why { get; init; }

    /// <summary>What was wrong with what was typed; shown beside the field.</summary>
    public string? Problem { get; init; }

    public bool Required { get; init; }

    public int? AtMost { get; init; }

    public IReadOnlyList<Option> Options { get; init; } = [];
}

public enum FieldKind
{
    Line,
    Paragraph,

    /// <summary>A number or an amount, typed as the person writes it: a text input with a hint, never a platform's number box.</summary>
    Number,
    Date,

    /// <summary>One of at most five, all in sight.</summary>
    OneOf,

    /// <summary>One of many, in a list that opens.</summary>
    OneOfMany,
    ManyOf,
}

/// <param name="Id">What is stored; never contains a comma.</param>
public sealed record Option(string Id, string Label);
