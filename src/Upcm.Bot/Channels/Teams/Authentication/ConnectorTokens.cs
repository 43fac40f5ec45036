using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;

namespace Upcm.Bot.Channels.Teams.Authentication;

/// <summary>The bot's own token for the connector.</summary>
internal interface IConnectorTokens
{
    /// <summary>Null on a developer's machine, where there is none.</summary>
    ValueTask<string?> Get(bool fresh, CancellationToken cancel);
}

internal sealed class ConnectorTokens(IOptions<TeamsOptions> options, IHttpClientFactory http, TimeProvider time) : IConnectorTokens
{
    public const string Client = "teams-login";

    private static readonly TimeSpan BetweenFresh = TimeSpan.FromMinutes(1);

    private readonly string[] scope = [options.Value.Trusted.Scope];
    private readonly Lazy<IConfidentialClientApplication> application = new(() => ConfidentialClientApplicationBuilder
        .Create(options.Value.AppId)
        .WithClientSecret(options.Value.AppPassword)
        .WithAuthority($"{options.Value.Trusted.Login}/{options.Value.TenantId}")
        .WithInstanceDiscovery(false)
        .WithHttpClientFactory(new Clients(http))
        .Build());

    private long freshAt = long.MinValue;

    public async ValueTask<string?> Get(bool fresh, CancellationToken cancel)
    {
        if (options.Value.AppPassword.Length == 0)
        {
            return null;
        }

        var token = await application.Value.AcquireTokenForClient(scope).WithForceRefresh(fresh && MayBeFresh()).ExecuteAsync(cancel);
        return token.AccessToken;
    }

    /// <summary>Many requests that fail at once ask for one new token, not for one each.</summary>
    private bool MayBeFresh()
    {
        var (now, last) = (time.GetUtcNow().Ticks, Interlocked.Read(ref freshAt));
        return (last == long.MinValue || now - last >= BetweenFresh.Ticks) && Interlocked.CompareExchange(ref freshAt, now, last) == last;
    }

    private sealed class Clients(IHttpClientFactory http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http.CreateClient(Client);
    }
}
