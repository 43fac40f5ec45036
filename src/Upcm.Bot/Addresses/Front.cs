using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Upcm.Bot.Configuration;

namespace Upcm.Bot.Addresses;

/// <summary>What holds for whoever knocks, before anybody looks at what they want.</summary>
internal static class Front
{
    /// <summary>A message of some KB comes at once; who sends it byte by byte only holds the line.</summary>
    private static readonly MinDataRate Slowest = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(3));

    private static readonly TimeSpan Headers = TimeSpan.FromSeconds(10);

    /// <summary>The hosts answered to are those of Home and Urls and this machine's own, unless AllowedHosts names others.</summary>
    public static IServiceCollection AddFront(this IServiceCollection services, IConfiguration settings)
    {
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MinRequestBodyDataRate = Slowest;
            kestrel.Limits.RequestHeadersTimeout = Headers;
        });
        return string.IsNullOrEmpty(settings["AllowedHosts"])
            ? services.Configure<HostFilteringOptions>(filter => filter.AllowedHosts = [.. Hosts(settings).Distinct(StringComparer.OrdinalIgnoreCase)])
            : services;
    }

    private static IEnumerable<string> Hosts(IConfiguration settings) =>
        ["localhost", "127.0.0.1", "[::1]", settings.HomeOf().Host, .. settings.Of(Settings.Urls)!.Split(';').Select(Host).OfType<string>()];

    /// <summary>Null where it listens to all there are.</summary>
    private static string? Host(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Host is not ("0.0.0.0" or "[::]") ? address.Host : null;
}
