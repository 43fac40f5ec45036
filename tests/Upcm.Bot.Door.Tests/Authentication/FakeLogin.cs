using Upcm.Bot.Channels.Teams.Authentication;

namespace Upcm.Bot.Door.Tests.Authentication;

/// <summary>Where the bot gets its own tokens, at whatever address: gives t1, t2, … and notes what was asked.</summary>
internal sealed class FakeLogin : HttpMessageHandler, IHttpClientFactory
{
    public List<(Uri Address, string Form)> Asked { get; } = [];

    /// <summary>What answers in its place.</summary>
    public Func<HttpResponseMessage>? Instead { get; set; }

    public HttpClient CreateClient(string name)
    {
        Assert.Equal(ConnectorTokens.Client, name);
        return new HttpClient(this, disposeHandler: false);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add((request.RequestUri!, request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
        return Instead?.Invoke() ?? FakeConnector.Json($$"""{"token_type":"Bearer","expires_in":86399,"access_token":"t{{Asked.Count}}"}""");
    }
}
