namespace Upcm.Bot.Addresses;

internal static class Home
{
    /// <summary>A folder below where the bot is reached, whether or not that ends in a slash.</summary>
    public static Uri Below(this Uri home, string folder) =>
        new(home.AbsoluteUri.EndsWith('/') ? home : new Uri(home.AbsoluteUri + "/"), folder);
}
