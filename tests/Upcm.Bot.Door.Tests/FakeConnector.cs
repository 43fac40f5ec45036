using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Upcm.Bot.Door.Tests;

/// <summary>Stands where the network begins: notes what is called and answers as told.</summary>
internal sealed class FakeConnector : HttpMessageHandler
{
    private int messages;

    public ConcurrentQueue<Call> Calls { get; } = new();

    public Func<Call, HttpResponseMessage>? Answers { get; set; }

    /// <summary>What a call waits for before it arrives.</summary>
    public Func<Call, Task>? Way { get; set; }

    /// <summary>The calls as method and path, for reading.</summary>
    public IEnumerable<string> Lines => Calls.Select(call => $"{call.Method} {call.Address.AbsolutePath}");

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken));
        var call = new Call(request.Method.Method, request.RequestUri!, body, request.Headers.Authorization?.ToString());
        if (Way is { } way)
        {
            await way(call);
        }

        Calls.Enqueue(call);
        return Answers?.Invoke(call) ?? Json($$"""{"id":"m{{Interlocked.Increment(ref messages)}}"}""");
    }

    internal sealed record Call(string Method, Uri Address, JsonNode? Body, string? Authorization);
}
