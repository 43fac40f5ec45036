using Microsoft.Extensions.Options;

namespace Upcm.Bot.Channels.Teams;

/// <summary>Which addresses may be called with the bot's token: whole host names, never a suffix that anyone can register under.</summary>
internal sealed class ServiceUrls(IOptions<TeamsOptions> options, IHostEnvironment environment)
{
    private readonly HashSet<string> hosts = new(options.Value.ServiceHosts, StringComparer.OrdinalIgnoreCase);
    private readonly bool onlyLoopback = !options.Value.HasCredentials && environment.IsDevelopment();

    public bool Allows(string? serviceUrl) => Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address) && Allows(address);

    public bool Allows(Uri? address)
    {
        if (address is null || address.UserInfo.Length > 0 || address.Fragment.Length > 0)
        {
            return false;
        }

        return onlyLoopback
            ? address.IsLoopback && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            : address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && hosts.Contains(address.Host);
    }
}
