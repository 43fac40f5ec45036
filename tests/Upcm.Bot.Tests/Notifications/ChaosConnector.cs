using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Upcm.Bot.Tests.Notifications;

/// <summary>What goes wrong with a request.</summary>
internal enum Mishap
{
    None,
    WaitInSeconds,
    WaitUntilDate,
    TooManyAndNoWord,
    Conflict,
    Failed,
    Unavailable,
    UnavailableUntil,
    AcceptedThenFailed,
    Hangs,
    Reset,
    NoConnection,
    TimedOut,
    Bad,
    Blocked,
    Gone,
}

/// <summary>
/// A connector on a virtual clock that does everything a connector can do wrong, and remembers what really arrived, which is
/// more than it tells.
/// </summary>
/// <param name="next">What goes wrong with a request, by its conversation and what it says; it is asked one request at a time.</param>
internal sealed class ChaosConnector(FakeTimeProvider time, Func<string, string, Mishap> next, int seed) : HttpMessageHandler
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Random random = new(seed);
    private readonly Lock gate = new();
    private readonly List<(DateTimeOffset Until, TaskCompletionSource Waits)> hanging = [];
    private int conversations;

    /// <param name="Said">The title of the card: the post's id; empty where a conversation is opened.</param>
    /// <param name="SaysSo">The card says that it may have been received already.</param>
    /// <param name="Update">It takes the place of an earlier message, however often.</param>
    internal sealed record Request(DateTimeOffset At, string Conversation, string Said, bool SaysSo, bool Update, Mishap Mishap, bool Arrived, TimeSpan? Wait);

    public List<Request> Requests { get; } = [];

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
        var parts = request.RequestUri!.AbsolutePath.Split('/');
        var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
        var opens = parts[^1] == "conversations";
        var (conversation, said) = opens
            ? ((string?)body["members"]![0]!["id"] ?? "", "")
            : (Uri.UnescapeDataString(parts[Array.IndexOf(parts, "conversations") + 1]), (string?)body["summary"] ?? "");
        TaskCompletionSource? waits = null;
        Func<HttpResponseMessage> answer;
        lock (gate)
        {
            var mishap = next(conversation, said);
            (var arrived, var wait, answer) = Decide(mishap, opens ? $"new-{++conversations}-{conversation}" : "m");
            Requests.Add(new Request(
                time.GetUtcNow(), conversation, said, body.ToJsonString().Contains("Opnieuw verstuurd", StringComparison.Ordinal), request.Method == HttpMethod.Put, mishap, arrived, wait));
            if (mishap == Mishap.Hangs)
            {
                hanging.Add((time.GetUtcNow() + Patience, waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)));
            }
        }

        if (waits is not null)
        {
            await waits.Task;
        }

        return answer();
    }

    private (bool Arrived, TimeSpan? Wait, Func<HttpResponseMessage> Answer) Decide(Mishap mishap, string id)
    {
        var may = random.Next(2) == 0;
        var wait = TimeSpan.FromSeconds(random.Next(1, 180));
        // A date has whole seconds only: the connector means the first one that is not too early.
        var until = new DateTimeOffset((time.GetUtcNow() + wait).Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero).AddSeconds(1);
        return mishap switch
        {
            Mishap.None => (true, null, () => Json(HttpStatusCode.Created, $$"""{"id":"{{id}}"}""")),
            Mishap.WaitInSeconds => (false, wait, () => After(HttpStatusCode.TooManyRequests, new(wait))),
            Mishap.WaitUntilDate => (false, until - time.GetUtcNow(), () => After(HttpStatusCode.TooManyRequests, new(until))),
            Mishap.TooManyAndNoWord => (false, null, static () => Error(HttpStatusCode.TooManyRequests, "TooManyRequests")),
            Mishap.Conflict => (false, null, static () => Error(HttpStatusCode.PreconditionFailed, "ConcurrencyViolation")),
            Mishap.Failed => (may, null, static () => Error(HttpStatusCode.InternalServerError, "ServiceError")),
            Mishap.Unavailable => (may, null, static () => Error(HttpStatusCode.ServiceUnavailable, "ServiceUnavailable")),
            Mishap.UnavailableUntil => (may, wait, () => After(HttpStatusCode.ServiceUnavailable, new(wait))),
            Mishap.AcceptedThenFailed => (true, null, static () => Error(HttpStatusCode.BadGateway, "accepted, then failed")),
            Mishap.Hangs => (may, null, static () => throw new TaskCanceledException("hung", new TimeoutException("hung", new TaskCanceledException()))),
            Mishap.Reset => (may, null, static () => throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset")),
            Mishap.NoConnection => (false, null, static () => throw new HttpRequestException(HttpRequestError.ConnectionError, "no connection")),
            Mishap.TimedOut => (may, null, static () => Error(HttpStatusCode.RequestTimeout, "RequestTimeout")),
            Mishap.Bad => (false, null, static () => Error(HttpStatusCode.BadRequest, "BadSyntax")),
            Mishap.Blocked => (false, null, static () => Error(HttpStatusCode.Forbidden, "ConversationBlockedByUser")),
            Mishap.Gone => (false, null, static () => Error(HttpStatusCode.NotFound, "ConversationNotFound")),
            _ => throw new ArgumentOutOfRangeException(nameof(mishap), mishap, null),
        };
    }

    private static HttpResponseMessage After(HttpStatusCode status, RetryConditionHeaderValue wait)
    {
        var response = Error(status, status.ToString());
        response.Headers.RetryAfter = wait;
        return response;
    }

    private static HttpResponseMessage Error(HttpStatusCode status, string code) => Json(status, $$$"""{"error":{"code":"{{{code}}}"}}""");

    private static HttpResponseMessage Json(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
