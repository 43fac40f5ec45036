using Upcm.Benchmarks.Doors;

namespace Upcm.Bot.Door.Tests;

/// <summary>The issuer behind the address of the real one: counts what is fetched, and can be down.</summary>
internal sealed class FakeAuthority : HttpMessageHandler
{
    private int reads;

    public Issuer Issuer { get; } = new();

    public bool Down { get; set; }

    /// <summary>What answers in its place.</summary>
    public Func<Uri, HttpResponseMessage?> Instead { get; set; } = _ => null;

    /// <summary>How often anything was fetched.</summary>
    public int Calls { get; private set; }

    /// <summary>How often the keys were fetched.</summary>
    public int Reads => reads;

    /// <summary>Held back for as long as this is not done.</summary>
    public Task Until { get; set; } = Task.CompletedTask;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Calls++;
        await Until;
        if (Down)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "down");
        }

        if (Instead(request.RequestUri!) is { } other)
        {
            return other;
        }

        if (!request.RequestUri!.AbsolutePath.EndsWith("/keys", StringComparison.Ordinal))
        {
            return FakeConnector.Json(Issuer.Metadata(new Uri(request.RequestUri, "keys").AbsoluteUri));
        }

        Interlocked.Increment(ref reads);
        return FakeConnector.Json(Issuer.Keys());
    }
}
