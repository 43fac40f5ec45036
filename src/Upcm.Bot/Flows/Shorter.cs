namespace Upcm.Bot.Flows;

/// <summary>Cuts a text where there is room for a glance only; the sign at its end shows that there is more.</summary>
public static class Shorter
{
    public static string Than(int most, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= most ? text : string.Concat(text.AsSpan(0, most - 1).TrimEnd(), "…");
    }
}
