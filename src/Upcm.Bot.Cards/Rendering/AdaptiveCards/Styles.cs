namespace Upcm.Bot.Cards.Rendering.AdaptiveCards;

/// <summary>How a text looks, in Adaptive Cards' own words.</summary>
internal readonly record struct Style
{
    public string? Size { get; init; }

    public string? Colour { get; init; }

    public string? Spacing { get; init; }

    public bool Bold { get; init; }

    public bool Subtle { get; init; }

    /// <summary>A screen reader can jump to it.</summary>
    public bool Heading { get; init; }

    public bool ToTheRight { get; init; }
}

/// <summary>Sizes as Teams has them: "Medium" is as large as "Default", and a heading without a size is larger than a title.</summary>
internal static class Styles
{
    public static Style Normal => default;
    public static readonly Style Title = new() { Size = "Large", Bold = true, Heading = true };
    public static readonly Style Status = new() { Spacing = "None" };
    public static readonly Style Heading = new() { Size = "Medium", Bold = true, Heading = true, Spacing = "Medium" };
    public static readonly Style Quiet = new() { Subtle = true, Size = "Small", Spacing = "None" };
    public static readonly Style FactName = new() { Subtle = true };
    public static readonly Style Bullet = new() { Spacing = "Small" };
    public static readonly Style ColumnName = new() { Bold = true, Size = "Small", Subtle = true };
    public static readonly Style RowName = new() { Bold = true };
    public static readonly Style Hint = new() { Subtle = true, Size = "Small", Spacing = "Small" };
    public static readonly Style Problem = new() { Colour = "Attention", Spacing = "Small" };
    public static readonly Style Link = new() { Colour = "Accent", Size = "Small", Spacing = "Small" };

    public static Style Of(Tone tone) => tone switch
    {
        Tone.Normal => Normal,
        Tone.Strong => new() { Bold = true },
        Tone.Subtle => new() { Subtle = true },
        Tone.Heading => Heading,
        Tone.Good => new() { Colour = "Good" },
        Tone.Warning => Normal, // known by its sign: the colour for it is yellow, which nobody can read on white
        Tone.Problem => new() { Colour = "Attention" },
        _ => throw new ArgumentOutOfRangeException(nameof(tone), tone, "This tone has no style."),
    };

    public static string Colour(Light light) => light switch
    {
        Light.Green => "Good",
        Light.Amber => "Warning",
        Light.Red => "Attention",
        _ => "Default",
    };
}
