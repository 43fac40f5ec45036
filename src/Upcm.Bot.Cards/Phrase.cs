using System.Globalization;

namespace Upcm.Bot.Cards;

/// <summary>One text in both screen languages, with places for values: <c>{0}</c>.</summary>
public sealed record Phrase(string Nl, string En)
{
    /// <summary>English for an English culture, Dutch for any other.</summary>
    public string In(CultureInfo culture) => culture.IsEnglish() ? En : Nl;

    /// <summary>The same with values filled in, written as the culture writes them.</summary>
    public string In(CultureInfo culture, params ReadOnlySpan<object?> values) =>
        string.Format(culture, In(culture), values);

    /// <summary>A phrase whose places are filled for both languages at once.</summary>
    public Phrase With(params object?[] values) => new(
        string.Format(Cultures.Dutch, Nl, [.. values.Select(value => Spoken(value, Cultures.Dutch))]),
        string.Format(Cultures.English, En, [.. values.Select(value => Spoken(value, Cultures.English))]));

    /// <summary>The same text in both languages: a name, a number, something a person wrote.</summary>
    public static Phrase Same(string text) => new(text, text);

    private static object? Spoken(object? value, CultureInfo culture) => value is Phrase phrase ? phrase.In(culture) : value;
}

/// <summary>The two cultures the bot speaks.</summary>
public static class Cultures
{
    public static CultureInfo Dutch { get; } = CultureInfo.GetCultureInfo("nl-NL");

    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en-GB");

    public static bool IsEnglish(this CultureInfo culture) =>
        string.Equals(culture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal);

    /// <summary>The culture for a language code; Dutch for anything that is not English.</summary>
    public static CultureInfo Of(string? language) =>
        language?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? English : Dutch;
}
