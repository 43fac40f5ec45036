namespace Upcm.Bot.Flows;

/// <summary>Cuts a text where there is room for a glance only; the sign at its end shows that there is more.</summary>
public static class Shorter
{
    public static string Than(int most, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= most)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1; // never half a character
        return string.Concat(text.AsSpan(0, end).TrimEnd(), "…");
    }
}
