namespace Upcm.Bot.Fonts;

/// <summary>The font that pictures and documents are set in.</summary>
internal static class ShippedFont
{
    public const string Family = "Source Sans 3";
    public const string Regular = "Regular";
    public const string Semibold = "Semibold";

    /// <param name="weight"><see cref="Regular"/> or <see cref="Semibold"/>.</param>
    public static Stream Open(string weight) =>
        typeof(ShippedFont).Assembly.GetManifestResourceStream($"Upcm.Bot.Fonts.SourceSans3-{weight}.ttf")
            ?? throw new InvalidOperationException($"The font {Family} {weight} is not in the assembly.");
}
