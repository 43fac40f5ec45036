using System.Text.Json.Serialization;

namespace Upcm.Bot.Cards;

/// <summary>
/// What a person sees, in one language, knowing no platform. Every text is plain: a renderer escapes whatever its platform
/// would read as markup, so that what people typed is shown as they typed it.
/// </summary>
/// <param name="Title">One line: number and name, or what it is about. Also what a notification shows.</param>
public sealed record Card(string Title)
{
    /// <summary>One line under the title: phase, light with its word.</summary>
    public string? Status { get; init; }

    public Light Light { get; init; }

    public IReadOnlyList<Element> Body { get; init; } = [];

    /// <summary>The likeliest first. A renderer shows the first four and puts the rest behind "Meer".</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>Set where some people see more on this card than others: who they are, and what fetches their view.</summary>
    public PersonalView? Personal { get; init; }
}

/// <summary>Traffic light of a card or a fact; always shown with its word.</summary>
public enum Light
{
    None,
    Green,
    Amber,
    Red,
}

/// <summary>A view of the same card for some people only; at most 60 (Teams).</summary>
/// <param name="People">Ids as the channel knows them.</param>
/// <param name="Refresh">What is asked of the bot to get that view.</param>
public sealed record PersonalView(IReadOnlyList<string> People, Press Refresh);

public enum Tone
{
    Normal,
    Strong,
    Subtle,
    Heading,
    Good,
    Warning,
    Problem,
}

/// <summary>A part of a card. The names in JSON are persisted in messages that wait to be sent.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Facts), "facts")]
[JsonDerivedType(typeof(Bullets), "bullets")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(Picture), "picture")]
[JsonDerivedType(typeof(Section), "section")]
[JsonDerivedType(typeof(Row), "row")]
[JsonDerivedType(typeof(Choices), "choices")]
[JsonDerivedType(typeof(Field), "field")]
public abstract record Element;

public sealed record Text(string Value, Tone Tone = Tone.Normal) : Element;

/// <summary>Name and value, one under the other; six at most on a card that must read in five seconds.</summary>
public sealed record Facts(IReadOnlyList<Fact> Rows) : Element;

public sealed record Fact(string Name, string Value, Light Light = Light.None);

public sealed record Bullets(IReadOnlyList<string> Lines) : Element;

/// <summary>At most three columns: a phone shows no more.</summary>
public sealed record Table(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows) : Element;

/// <summary>A picture, with its numbers as text: what it shows is never only in the picture.</summary>
public sealed record Picture(Uri Address, string Alternative) : Element;

/// <summary>Elements under a heading; folded ones are one tap away.</summary>
public sealed record Section(string Heading, IReadOnlyList<Element> Body, bool Folded = false) : Element;

/// <summary>A line with its own button, for lists: an initiative and "Toon".</summary>
public sealed record Row(string Value, string? Detail, Button? Button) : Element;

/// <summary>Buttons inside the body, beside what they are about.</summary>
public sealed record Choices(IReadOnlyList<Button> Buttons) : Element;

public enum ButtonTone
{
    Normal,
    Main,
    Grave,
}

/// <summary>Something to press.</summary>
/// <param name="Label">At most 40 characters.</param>
/// <param name="Say">What to type for the same, where a surface has no buttons.</param>
public sealed record Button(string Label, Press Press, string? Say = null, ButtonTone Tone = ButtonTone.Normal)
{
    /// <summary>True where the inputs of the card must be filled in before it may be pressed.</summary>
    public bool TakesInput { get; init; }

    /// <summary>Set where it opens an address in a browser, and asks nothing of the bot.</summary>
    public Uri? Opens { get; init; }

    public static Button Opening(string label, Uri address, ButtonTone tone = ButtonTone.Normal) =>
        new(label, new Press("open"), null, tone) { Opens = address };
}

/// <summary>What a button asks: a verb and ids, never content. Verbs are persisted in cards already sent.</summary>
[method: JsonConstructor]
public sealed record Press(string Verb, IReadOnlyDictionary<string, string> Data)
{
    public Press(string verb, params ReadOnlySpan<(string Key, string Value)> data)
        : this(verb, ToDictionary(data))
    {
    }

    private static SortedDictionary<string, string> ToDictionary(ReadOnlySpan<(string Key, string Value)> data)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in data)
        {
            values.Add(key, value);
        }

        return values;
    }
}
