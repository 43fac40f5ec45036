using System.Net;
using System.Net.Http.Headers;

namespace Upcm.Bot.Channels.Teams.Authentication;

/// <summary>The one place where the bot's token goes on a request; looks once more at where the request goes.</summary>
internal sealed class ConnectorHandler(IConnectorTokens tokens, ServiceUrls serviceUrls, ILogger<ConnectorHandler> log) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!serviceUrls.Allows(request.RequestUri))
        {
            throw new HostNotAllowedException(request.RequestUri!.Host);
        }

        await Authorize(request, fresh: false, cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized || request.Headers.Authorization is null)
        {
            return response;
        }

        // Nothing was done with it yet, and bodies are in memory: it can go once more.
        response.Dispose();
        await Authorize(request, fresh: true, cancellationToken);
        response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            log.LogCritical("The connector does not accept the bot's credentials: check Teams:AppId, Teams:TenantId and what it signs in with");
        }

        return response;
    }

    private async ValueTask Authorize(HttpRequestMessage request, bool fresh, CancellationToken cancel)
    {
        if (await tokens.Get(fresh, cancel) is { } token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }
}

internal sealed class HostNotAllowedException(string host) : Exception($"The bot does not talk to '{host}'.");
