using System.Net;

namespace Upcm.Benchmarks.Doors;

/// <summary>The issuer's address: gives its metadata and its keys over HTTP, on this machine.</summary>
public sealed class Authority : IAsyncDisposable
{
    private readonly WebApplication app;
    private int reads;

    private Authority(WebApplication app) => this.app = app;

    public Issuer Issuer { get; } = new();

    /// <summary>How often its keys were fetched.</summary>
    public int Reads => reads;

    /// <summary>Where its metadata is.</summary>
    public string Metadata { get; private set; } = "";

    /// <summary>What makes a bot in Development believe this issuer, and talk with a connector on this machine.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Teams:AppId"] = Issuer.AppId,
        ["Teams:TenantId"] = Issuer.Tenant,
        ["Teams:Issuer"] = Issuer.Name,
        ["Teams:OpenIdMetadata"] = Metadata,
        ["Teams:AllowedServiceHosts:0"] = "127.0.0.1",
    };

    public static async Task<Authority> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var authority = new Authority(builder.Build());
        authority.app.MapGet("/metadata", context => Json(context, Issuer.Metadata($"{authority.app.Urls.First()}/keys")));
        authority.app.MapGet("/keys", context =>
        {
            Interlocked.Increment(ref authority.reads);
            return Json(context, authority.Issuer.Keys());
        });
        await authority.app.StartAsync();
        authority.Metadata = $"{authority.app.Urls.First()}/metadata";
        return authority;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static Task Json(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }
}
