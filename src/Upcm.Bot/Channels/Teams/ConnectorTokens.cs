using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;

namespace Upcm.Bot.Channels.Teams;

/// <summary>The bot's own token for the connector.</summary>
internal interface IConnectorTokens
{
    /// <summary>Null on a developer's machine, where there is none.</summary>
    ValueTask<string?> Get(bool fresh, CancellationToken cancel);
}

internal sealed class ConnectorTokens(IOptions<TeamsOptions> options, TimeProvider time) : IConnectorTokens
{
    private static readonly TimeSpan BetweenFresh = TimeSpan.FromMinutes(1);
    private static readonly string[] Scope = ["https://api.botframework.com/.default"];

    private readonly Lazy<IConfidentialClientApplication> application = new(() => ConfidentialClientApplicationBuilder
        .Create(options.Value.AppId)
        .WithClientSecret(options.Value.AppPassword)
        .WithAuthority(AzureCloudInstance.AzurePublic, options.Value.TenantId)
        .WithInstanceDiscovery(false)
        .Build());

    private long freshAt = long.MinValue;

    public async ValueTask<string?> Get(bool fresh, CancellationToken cancel)
    {
        if (!options.Value.HasCredentials)
        {
            return null;
        }

        var token = await application.Value.AcquireTokenForClient(Scope).WithForceRefresh(fresh && MayBeFresh()).ExecuteAsync(cancel);
        return token.AccessToken;
    }

    /// <summary>Many requests that fail at once ask for one new token, not for one each.</summary>
    private bool MayBeFresh()
    {
        var (now, last) = (time.GetUtcNow().Ticks, Interlocked.Read(ref freshAt));
        return (last == long.MinValue || now - last >= BetweenFresh.Ticks) && Interlocked.CompareExchange(ref freshAt, now, last) == last;
    }
}
