using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Upcm.Benchmarks.Turns;

/// <summary>Somebody in a personal conversation who registers one initiative after another, a sentence at a time.</summary>
internal sealed class Visitor
{
    public const string Door = "/api/messages";
    private static readonly string[] Sentences =
    [
        "meld initiatief", "Batterijen uit de regio", "Hergebruik van li-ion batterijen in de maakindustrie", "team realisatie", "ja",
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static long activities;
    private readonly HttpClient http;
    private readonly Connector connector;
    private readonly string name;
    private int next;
    private volatile TaskCompletionSource heard = new();

    public Visitor(string name, HttpClient http, Connector connector)
    {
        this.name = name;
        this.http = http;
        this.connector = connector;
        connector.Introduce(this);
    }

    public string Place => $"a:{name}";

    public string Tenant { get; init; } = Seed.Tenant;

    /// <summary>Makes what is shown at the door; null where nobody asks for it.</summary>
    public Func<string>? Token { get; init; }

    public void Heard() => heard.TrySetResult();

    /// <summary>One turn, until the request is answered and a message has come.</summary>
    public async Task<TimeSpan> Turn(Uri server, CancellationToken cancel)
    {
        var took = await Say(Sentences[next % Sentences.Length], server, cancel);
        next++;
        return took;
    }

    /// <summary>The same with words of its own, beside what it registers.</summary>
    public async Task<TimeSpan> Say(string text, Uri server, CancellationToken cancel)
    {
        heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var content = new ByteArrayContent(Activity(text));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, Door)) { Content = content };
        request.Headers.Authorization = Token is null ? null : new AuthenticationHeaderValue("Bearer", Token());
        var started = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(request, cancel);
        answer.EnsureSuccessStatusCode();
        await heard.Task.WaitAsync(Patience, TimeProvider.System, cancel);
        return Stopwatch.GetElapsedTime(started);
    }

    private byte[] Activity(string text) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
    {
        ["type"] = "message",
        ["id"] = Interlocked.Increment(ref activities).ToString(CultureInfo.InvariantCulture) + name,
        ["text"] = text,
        ["locale"] = "nl-NL",
        ["channelId"] = "msteams",
        ["serviceUrl"] = connector.Address,
        ["from"] = new Dictionary<string, string> { ["id"] = "29:" + name, ["name"] = name, ["aadObjectId"] = "aad-" + name },
        ["recipient"] = new Dictionary<string, string> { ["id"] = "28:bot", ["name"] = "bot" },
        ["conversation"] = new Dictionary<string, string> { ["id"] = Place, ["conversationType"] = "personal", ["tenantId"] = Tenant },
    });
}
