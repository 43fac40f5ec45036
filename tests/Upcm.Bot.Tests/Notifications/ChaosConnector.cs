using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Upcm.Bot.Tests.Notifications;

/// <summary>
/// A connector on a virtual clock that does everything a connector can do wrong, and remembers what really arrived, which is
/// more than it tells.
/// </summary>
internal sealed class ChaosConnector(FakeTimeProvider time, int seed) : HttpMessageHandler
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Random random = new(seed);
    private readonly Lock gate = new();
    private readonly List<(DateTimeOffset Until, TaskCompletionSource Waits)> hanging = [];
    private int conversations;

    /// <param name="Said">The title of the card: the post's id.</param>
    /// <param name="SaysSo">The card says that it may have been received already.</param>
    internal sealed record Request(DateTimeOffset At, string Conversation, string Said, bool SaysSo, bool Arrived, TimeSpan? Wait);

    public List<Request> Requests { get; } = [];

    /// <summary>Conversations that answer 403, and those that are gone until they are opened anew.</summary>
    public HashSet<string> Blocked { get; } = [];

    public HashSet<string> Gone { get; } = [];

    /// <summary>From 0, nothing goes wrong, to 1.</summary>
    public double Trouble { get; set; } = 0.35;

    public int Hanging
    {
        get
        {
            lock (gate)
            {
                return hanging.Count;
            }
        }
    }

    public DateTimeOffset NextToGiveUp
    {
        get
        {
            lock (gate)
            {
                return hanging.Count == 0 ? DateTimeOffset.MaxValue : hanging.Min(one => one.Until);
            }
        }
    }

    /// <summary>Lets go of who has waited long enough.</summary>
    public void GiveUp()
    {
        List<TaskCompletionSource> over;
        lock (gate)
        {
            over = [.. hanging.Where(one => one.Until <= time.GetUtcNow()).Select(one => one.Waits)];
            hanging.RemoveAll(one => one.Until <= time.GetUtcNow());
        }

        over.ForEach(waits => waits.SetResult());
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
        if (path.EndsWith("/v3/conversations", StringComparison.Ordinal))
        {
            return Json(HttpStatusCode.Created, $$"""{"id":"new-{{Interlocked.Increment(ref conversations)}}-{{(string?)body["members"]![0]!["id"]}}"}""");
        }

        var conversation = Uri.UnescapeDataString(path.Split('/')[^2]);
        var said = (string?)body["summary"] ?? "";
        var saysSo = body.ToJsonString().Contains("Opnieuw verstuurd", StringComparison.Ordinal);
        TaskCompletionSource? waits = null;
        Func<HttpResponseMessage> outcome;
        lock (gate)
        {
            var (arrived, wait, hangs, then) = Decide(conversation);
            Requests.Add(new Request(time.GetUtcNow(), conversation, said, saysSo, arrived, wait));
            outcome = then;
            if (hangs)
            {
                hanging.Add((time.GetUtcNow() + Patience, waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)));
            }
        }

        if (waits is not null)
        {
            await waits.Task;
        }

        return outcome();
    }

    private (bool Arrived, TimeSpan? Wait, bool Hangs, Func<HttpResponseMessage> Then) Decide(string conversation)
    {
        if (Blocked.Contains(conversation))
        {
            return (false, null, false, static () => Error(HttpStatusCode.Forbidden, "ConversationBlockedByUser"));
        }

        if (Gone.Contains(conversation))
        {
            return (false, null, false, static () => Error(HttpStatusCode.NotFound, "ConversationNotFound"));
        }

        if (random.NextDouble() >= Trouble)
        {
            return (true, null, false, static () => Json(HttpStatusCode.Created, """{"id":"m"}"""));
        }

        var may = random.Next(2) == 0;
        var wait = TimeSpan.FromSeconds(random.Next(1, 180));
        return random.Next(10) switch
        {
            0 or 1 => (false, wait, false, () => TooMany(wait)),
            2 => (false, null, false, static () => Error(HttpStatusCode.PreconditionFailed, "ConcurrencyViolation")),
            3 => (may, null, false, static () => Error(HttpStatusCode.InternalServerError, "ServiceError")),
            4 => (may, null, false, static () => Error(HttpStatusCode.ServiceUnavailable, "ServiceUnavailable")),
            5 => (true, null, false, static () => Error(HttpStatusCode.BadGateway, "accepted, then failed")),
            6 => (may, null, true, static () => throw new TaskCanceledException("hung", new TimeoutException("hung", new TaskCanceledException()))),
            7 => (may, null, false, static () => throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset")),
            8 => (false, null, false, static () => throw new HttpRequestException(HttpRequestError.ConnectionError, "no connection")),
            _ => (may, null, false, static () => Error(HttpStatusCode.RequestTimeout, "RequestTimeout")),
        };
    }

    private static HttpResponseMessage TooMany(TimeSpan wait)
    {
        var response = Error(HttpStatusCode.TooManyRequests, "TooManyRequests");
        response.Headers.RetryAfter = new RetryConditionHeaderValue(wait);
        return response;
    }

    private static HttpResponseMessage Error(HttpStatusCode status, string code) => Json(status, $$$"""{"error":{"code":"{{{code}}}"}}""");

    private static HttpResponseMessage Json(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
