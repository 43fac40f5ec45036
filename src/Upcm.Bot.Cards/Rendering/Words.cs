namespace Upcm.Bot.Cards.Rendering;

/// <summary>The few words a renderer adds of its own.</summary>
internal static class Words
{
    public static readonly Phrase More = new("Meer", "More");
    public static readonly Phrase Show = new("Toon", "Show");
    public static readonly Phrase Hide = new("Verberg", "Hide");
    public static readonly Phrase WhatIsThis = new("Wat is dat?", "What is this?");
    public static readonly Phrase Choose = new("Kies", "Choose");
    public static readonly Phrase Typed = new("Je typte: \"{0}\"", "You typed: \"{0}\"");
    public static readonly Phrase Say = new("zeg: {0}", "say: {0}");
    public static readonly Phrase Needed = new("nodig", "needed");
    public static readonly Phrase Now = new("Nu: {0}", "Now: {0}");
    public static readonly Phrase Several = new("Meer dan een mag.", "You may choose several.");
    public static readonly Phrase Picture = new("Plaatje: {0}", "Picture: {0}");

    private static readonly Phrase Green = new("Groen", "Green");
    private static readonly Phrase Amber = new("Oranje", "Amber");
    private static readonly Phrase Red = new("Rood", "Red");

    /// <summary>The word of a light, for where the caller gave none: a light is never a colour alone.</summary>
    public static Phrase? Of(Light light) => light switch
    {
        Light.Green => Green,
        Light.Amber => Amber,
        Light.Red => Red,
        _ => null,
    };

    /// <summary>A sign that differs in shape too, for who does not see the colours.</summary>
    public static string Sign(Light light) => light switch
    {
        Light.Green => "●",
        Light.Amber => "▲",
        Light.Red => "■",
        _ => "",
    };
}
