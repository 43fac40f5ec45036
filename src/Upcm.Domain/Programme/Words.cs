using System.Globalization;

namespace Upcm.Domain;

/// <summary>One text in both screen languages.</summary>
public sealed record Words(string Nl, string En)
{
    /// <summary>English for an English culture, Dutch for any other.</summary>
    public string In(CultureInfo culture) =>
        string.Equals(culture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal) ? En : Nl;
}
