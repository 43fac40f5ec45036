using System.Net;
using System.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Upcm.Benchmarks.Doors;
using Upcm.Benchmarks.Fuzzing;
using Upcm.Bot.Channels;
using Upcm.Bot.Channels.Teams;
using Upcm.Bot.Channels.Teams.Authentication;

namespace Upcm.Bot.Door.Tests.Authentication;

/// <summary>What goes out with the bot's own token, and where that comes from.</summary>
public sealed class OutboundTests
{
    private static readonly TeamsAddress Here = new(Issuer.ServiceUrl, "a:sanne", "28:bot", null, TeamsBed.Tenant, null);

    [Theory]
    [InlineData("public", "https://login.microsoftonline.com", "https://api.botframework.com/.default")]
    [InlineData("us-government", "https://login.microsoftonline.us", "https://api.botframework.us/.default")]
    [InlineData("US-DoD", "https://login.microsoftonline.us", "https://api.botframework.us/.default")]
    public async Task The_token_is_asked_for_at_the_login_of_the_cloud_and_its_tenant_for_the_bots_scope_alone(string cloud, string login, string scope)
    {
        var (tokens, asked, _) = Tokens(cloud);
        Assert.Equal("t1", await tokens.Get(fresh: false, TestContext.Current.CancellationToken));
        var (address, form) = Assert.Single(asked);
        Assert.Equal($"{login}/{TeamsBed.Tenant}/oauth2/v2.0/token", address.AbsoluteUri);
        var fields = HttpUtility.ParseQueryString(form);
        Assert.Equal((scope, "client_credentials", Issuer.AppId, "not a real one"),
            (fields["scope"]!.Split(' ').Single(one => one.StartsWith("https:", StringComparison.Ordinal)), fields["grant_type"], fields["client_id"], fields["client_secret"]));
    }

    [Fact]
    public async Task A_token_is_kept_and_a_fresh_one_is_asked_for_once_a_minute_at_most()
    {
        var (tokens, asked, time) = Tokens("public");
        async Task<string?> Get(bool fresh) => await tokens.Get(fresh, TestContext.Current.CancellationToken);
        Assert.Equal(["t1", "t1", "t2", "t2", "t2"], [await Get(false), await Get(false), await Get(true), await Get(true), await Get(false)]);
        time.Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
        Assert.Equal("t2", await Get(true));
        time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(["t3", "t3"], [await Get(true), await Get(true)]);
        Assert.Equal(3, asked.Count);
    }

    [Fact]
    public async Task Without_a_secret_there_is_no_token()
    {
        var (tokens, asked, _) = Tokens("public", secret: "");
        Assert.Null(await tokens.Get(fresh: true, TestContext.Current.CancellationToken));
        Assert.Empty(asked);
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once_and_then_it_is_an_alarm()
    {
        await using var bed = await TeamsBed.Guarded();
        var answers = new List<Answered>();
        bed.Connector.Answers = call => Answer(call.Authorization == "Bearer fresh" ? HttpStatusCode.Created : HttpStatusCode.Unauthorized);
        Assert.IsType<Sent>(await Post(bed));
        Assert.DoesNotContain(bed.Log.Lines, IsAlarm);
        Assert.Equal([true, false], answers.Select(answer => answer.WasLetGoUnread));
        bed.Connector.Answers = _ => Answer(HttpStatusCode.Unauthorized);
        Assert.Equal(new NotYet("401", Credentials: true), await Post(bed));
        Assert.Equal(["Bearer cached", "Bearer fresh", "Bearer cached", "Bearer fresh"], bed.Connector.Calls.Select(call => call.Authorization));
        Assert.Equal("Critical: The connector does not accept the bot's credentials: check Teams:AppId, Teams:TenantId and what it signs in with",
            Assert.Single(bed.Log.Lines, IsAlarm));

        HttpResponseMessage Answer(HttpStatusCode status)
        {
            answers.Add(new Answered());
            return new HttpResponseMessage(status) { Content = answers[^1] };
        }
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, """{"error":"invalid_client"}""", "no token: invalid_client", true)]
    [InlineData(HttpStatusCode.BadRequest, """{"error":"unauthorized_client","error_description":"x"}""", "no token: unauthorized_client", true)]
    [InlineData(HttpStatusCode.TooManyRequests, """{"error":"busy","error_description":"x"}""", "no token: busy", false)]
    [InlineData(HttpStatusCode.BadGateway, "", "no token: service_not_available", false)]
    public async Task A_login_that_does_not_take_the_bot_is_told_from_one_that_is_out_of_order(HttpStatusCode status, string body, string cause, bool credentials)
    {
        var (tokens, _, _) = Tokens("public", instead: () => FakeConnector.Json(body, status));
        await using var bed = await TeamsBed.Guarded(tokens);
        Assert.Equal(new NotYet(cause, Credentials: credentials), await Post(bed));
        Assert.Empty(bed.Connector.Calls);
    }

    [Fact]
    public async Task Who_shows_no_token_does_not_try_again()
    {
        var (services, calls) = OnThisMachine(HttpStatusCode.Unauthorized);
        await using (services)
        {
            var here = Here with { ServiceUrl = "http://127.0.0.1:1/" };
            Assert.Equal(new NotYet("401", Credentials: true), await services.GetRequiredService<Upcm.Bot.Channels.Teams.Connector>().Post(here, "{}"u8.ToArray(), TestContext.Current.CancellationToken));
            Assert.Null(Assert.Single(calls).Authorization);
        }
    }

    [Fact]
    public async Task An_address_that_is_not_on_the_list_is_refused_by_name()
    {
        await using var bed = await TeamsBed.Guarded();
        var refused = Assert.IsType<Upcm.Bot.Channels.Refused>(await Post(bed, Here with { ServiceUrl = "https://evil.example/" }));
        Assert.Equal("The bot does not talk to 'evil.example'.", refused.Cause);
        Assert.Empty(bed.Connector.Calls);
    }

    [Fact]
    public async Task The_connector_cannot_send_the_bot_elsewhere()
    {
        var reached = 0;
        await using var elsewhere = await Server(context =>
        {
            Interlocked.Increment(ref reached);
            return Task.CompletedTask;
        });
        await using var here = await Server(context =>
        {
            context.Response.Redirect(elsewhere.Urls.First(), permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        });
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IHostEnvironment>(new Development()).AddTeams(new ConfigurationBuilder().Build()).BuildServiceProvider();
        var delivery = await services.GetRequiredService<Upcm.Bot.Channels.Teams.Connector>()
            .Post(Here with { ServiceUrl = here.Urls.First() }, "{}"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal(new Upcm.Bot.Channels.Refused("307"), delivery);
        Assert.Equal(0, reached);
    }

    private static bool IsAlarm(string line) => line.StartsWith("Critical", StringComparison.Ordinal);

    private static ValueTask<Delivery> Post(TeamsBed bed, TeamsAddress? to = null) =>
        bed.Services.GetRequiredService<Upcm.Bot.Channels.Teams.Connector>().Post(to ?? Here, "{}"u8.ToArray(), TestContext.Current.CancellationToken);

    private static (ConnectorTokens Tokens, List<(Uri Address, string Form)> Asked, FakeTimeProvider Time) Tokens(string cloud, string secret = "not a real one", Func<HttpResponseMessage>? instead = null)
    {
        var login = new FakeLogin { Instead = instead };
        var time = new FakeTimeProvider();
        var options = new TeamsOptions { AppId = Issuer.AppId, AppPassword = secret, TenantId = TeamsBed.Tenant, Cloud = cloud };
        return (new ConnectorTokens(Options.Create(options), login, time), login.Asked, time);
    }

    private static (ServiceProvider Services, IEnumerable<FakeConnector.Call> Calls) OnThisMachine(HttpStatusCode status)
    {
        var connector = new FakeConnector { Answers = _ => new HttpResponseMessage(status) };
        var services = new ServiceCollection().AddLogging().AddSingleton<IHostEnvironment>(new Development()).AddTeams(new ConfigurationBuilder().Build());
        services.AddHttpClient(Upcm.Bot.Channels.Teams.Connector.Client).ConfigurePrimaryHttpMessageHandler(() => connector);
        return (services.BuildServiceProvider(), connector.Calls);
    }

    private static async Task<WebApplication> Server(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Map("/{**rest}", answer);
        await app.StartAsync();
        return app;
    }

    private sealed class Answered : StringContent
    {
        private bool read;

        public Answered()
            : base("{}")
        {
        }

        public bool WasLetGoUnread { get; private set; }

        protected override Task<Stream> CreateContentReadStreamAsync()
        {
            read = true;
            return base.CreateContentReadStreamAsync();
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            read = true;
            return base.SerializeToStreamAsync(stream, context, cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            WasLetGoUnread |= !read;
            base.Dispose(disposing);
        }
    }
}
