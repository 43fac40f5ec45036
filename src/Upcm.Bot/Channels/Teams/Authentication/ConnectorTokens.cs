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

    private readonly Lazy<SignIn?> signIn = new(() => SignIns.Of(options.Value, new Clients(http)));

    private long freshAt = long.MinValue;

    public async ValueTask<string?> Get(bool fresh, CancellationToken cancel) =>
        signIn.Value is { } way ? (await way(fresh && MayBeFresh(), cancel)).AccessToken : null;

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
