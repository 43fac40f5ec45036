using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Upcm.Benchmarks.Doors;
using Upcm.Bot.Addresses;
using Upcm.Bot.Channels.Teams;
using Upcm.Bot.Channels.Teams.Authentication;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Bot.Programme;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Door.Tests;

/// <summary>The door on a real server, with everything behind and beyond it made up.</summary>
internal sealed class TeamsBed : IAsyncDisposable
{
    public const string Tenant = "20000000-0000-4000-8000-000000000001";
    private static readonly WorkingMethod Method = ProgrammeFile.ReadFrom(ProgrammeFile.Shipped).Programme!;
    private readonly WebApplication app;
    private readonly HttpClient client;
    private (int Commits, int Calls, int Taken) before;

    private TeamsBed(WebApplication app, FakeConversation conversation, FakeConnector connector, FakeAuthority authority, FakeTimeProvider time)
    {
        (this.app, Conversation, Connector, Authority, Time) = (app, conversation, connector, authority, time);
        client = new HttpClient { BaseAddress = new Uri(Address), Timeout = TimeSpan.FromSeconds(30) };
    }

    public FakeConversation Conversation { get; }

    public FakeConnector Connector { get; }

    public FakeAuthority Authority { get; }

    public FakeTimeProvider Time { get; }

    public Logged Log { get; private init; } = new();

    public IServiceProvider Services => app.Services;

    public MemoryStore Store => (MemoryStore)app.Services.GetRequiredService<IStore>();

    /// <summary>False where the last request was taken, changed something in the store or made the bot call the connector.</summary>
    public bool LeftNoTrace => before == Trace;

    /// <summary>What the last request changed in the store.</summary>
    public int Changes => Store.Commits - before.Commits;

    /// <summary>How often the last request made the bot call the connector.</summary>
    public int Calls => Connector.Calls.Count - before.Calls;

    private (int Commits, int Calls, int Taken) Trace => (Store.Commits, Connector.Calls.Count, Conversation.Taken.Count);

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static Dictionary<string, string?> Credentials => new()
    {
        ["Teams:AppId"] = Issuer.AppId,
        ["Teams:AppPassword"] = "not a real one",
        ["Teams:TenantId"] = Tenant,
    };

    /// <summary>As in production, with credentials.</summary>
    public static Task<TeamsBed> Guarded(IConnectorTokens? tokens = null) => Start("Production", Credentials, tokens);

    /// <summary>As in production, with the whole bot behind the door.</summary>
    public static async Task<TeamsBed> Whole()
    {
        var bed = await Guarded();
        bed.BeWhole();
        return bed;
    }

    /// <summary>As on a developer's machine, without credentials.</summary>
    public static Task<TeamsBed> Open() => Start("Development", []);

    public static async Task<TeamsBed> Start(string environment, Dictionary<string, string?> settings, IConnectorTokens? tokens = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        var logged = new Logged();
        builder.Logging.ClearProviders().AddProvider(logged);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings);
        var (conversation, connector, authority) = (new FakeConversation(), new FakeConnector(), new FakeAuthority());
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<IStore, MemoryStore>();
        builder.Services.AddSingleton(tokens ?? new Tokens());
        builder.Services.AddSingleton(Method).AddConversation().AddSingleton<ConversationEngine>().AddSingleton<Bell>().AddSingleton<IConversation>(conversation);
        builder.Services.AddFront(builder.Configuration).AddTeams(builder.Configuration);
        builder.Services.AddHttpClient(Upcm.Bot.Channels.Teams.Connector.Client).ConfigurePrimaryHttpMessageHandler(() => connector);
        builder.Services.AddHttpClient(SigningKeys.Client).ConfigurePrimaryHttpMessageHandler(() => authority);
        var built = builder.Build();
        built.MapTeams();
        await built.StartAsync();
        return new TeamsBed(built, conversation, connector, authority, time) { Log = logged };
    }

    /// <summary>The whole bot answers instead of a made up one.</summary>
    public void BeWhole() => Conversation.Answers = arrival => Services.GetRequiredService<ConversationEngine>().Take(arrival, CancellationToken.None);

    public static JsonObject Message(string text = "hallo") => new()
    {
        ["type"] = "message",
        ["id"] = "a1",
        ["text"] = text,
        ["channelId"] = "msteams",
        ["serviceUrl"] = Issuer.ServiceUrl,
        ["from"] = new JsonObject { ["id"] = "29:sanne", ["name"] = "Sanne de Vries", ["aadObjectId"] = "10000000-0000-4000-8000-000000000000" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "UPCM bot" },
        ["conversation"] = new JsonObject { ["id"] = "a:personal-sanne", ["conversationType"] = "personal", ["tenantId"] = Tenant },
    };

    public string Token(Action<JsonObject>? claims = null, Action<JsonObject>? header = null, string kid = Issuer.Kid) => Issuer.Token(Time.GetUtcNow(), claims, header, kid);

    public Task<HttpResponseMessage> Post(JsonObject activity, string? token = null) =>
        Post(activity.ToJsonString(), token is null ? null : "Bearer " + token);

    public Task<HttpResponseMessage> Post(string body, string? authorization, string contentType = "application/json; charset=utf-8") =>
        Send(HttpMethod.Post, new ByteArrayContent(Encoding.UTF8.GetBytes(body)), authorization, contentType);

    public async Task<HttpResponseMessage> Send(HttpMethod method, HttpContent? content, string? authorization, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(method, "/api/messages") { Content = content };
        content?.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        before = Trace;
        return await client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    private sealed class Tokens : IConnectorTokens
    {
        public ValueTask<string?> Get(bool fresh, CancellationToken cancel) => new(fresh ? "fresh" : "cached");
    }
}
