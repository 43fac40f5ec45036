using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace Upcm.Bot.Channels.Teams.Authentication;

/// <summary>Which addresses may be called with the bot's token: whole host names, never a suffix that anyone can register under.</summary>
internal sealed class ServiceUrls(IOptions<TeamsOptions> options, IHostEnvironment environment)
{
    private readonly FrozenSet<string> hosts = options.Value.Trusted.ServiceHosts.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private readonly bool named = options.Value.HasCredentials;
    private readonly bool development = environment.IsDevelopment();

    public bool Allows(string? serviceUrl) => Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address) && Allows(address);

    public bool Allows(Uri? address)
    {
        if (address is null || address.UserInfo.Length > 0 || address.Fragment.Length > 0 || (named && !hosts.Contains(address.Host)))
        {
            return false;
        }

        return address.IsLoopback
            ? development && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            : named && address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort;
    }
}
