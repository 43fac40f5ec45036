using System.Net;
using System.Text.Json.Nodes;
using Upcm.Bot.Channels.Teams;

namespace Upcm.Bot.Door.Tests;

/// <summary>Too much, and too slow. The numbers are those of the table in the design of the door.</summary>
public sealed class LoadTests
{
    private const string Other = "20000000-0000-4000-8000-000000000002";

    [Fact]
    public async Task Row_23_too_many_from_one_tenant_wait_and_no_other_tenant_does()
    {
        await using var bed = await Two();
        await Times(bed, TeamsBed.Tenant, TenantPace.Most.Most, HttpStatusCode.OK);
        using var refused = await bed.Post(From(TeamsBed.Tenant), bed.Token());
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1)), (refused.StatusCode, refused.Headers.RetryAfter!.Delta));
        Assert.True(bed.LeftNoTrace);
        await Times(bed, Other, 1, HttpStatusCode.OK);
        bed.Time.Advance(TimeSpan.FromSeconds(1));
        await Times(bed, TeamsBed.Tenant, 1, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Row_23_whoever_is_not_let_in_spends_nothing_of_the_tenant_they_name()
    {
        await using var bed = await Two();
        for (var i = 0; i < 2 * TenantPace.Most.Most; i++)
        {
            using var forged = await bed.Post(From(TeamsBed.Tenant), bed.Token(claims => claims["aud"] = Other));
            Assert.Equal(HttpStatusCode.Unauthorized, forged.StatusCode);
            var elsewhere = From(TeamsBed.Tenant);
            elsewhere["serviceUrl"] = "https://smba.trafficmanager.net/uk/";
            using var forbidden = await bed.Post(elsewhere, bed.Token());
            Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        }

        await Times(bed, TeamsBed.Tenant, TenantPace.Most.Most, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Row_24_a_body_at_one_byte_a_second_is_not_waited_for()
    {
        await using var bed = await TeamsBed.Whole();
        var answer = await Knock.Raw(bed, $"POST /api/messages HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {bed.Token()}\r\n"
            + "Content-Type: application/json\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n", new string(' ', 20));
        Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
        Assert.Empty(bed.Conversation.Taken);
    }

    [Theory]
    [InlineData("Host: evil.example\r\n", 400)]
    [InlineData("Host: localhost.evil.example\r\n", 400)]
    [InlineData("Host: localhost\r\nHost: localhost\r\n", 400)]
    [InlineData("", 400)]
    [InlineData("Host: localhost\r\n", 401)]
    [InlineData("Host: 127.0.0.1:3978\r\n", 401)]
    [InlineData("Host: BOT.example.com\r\n", 401)]
    public async Task Row_24_only_its_own_hosts_are_answered(string host, int status)
    {
        await using var bed = await TeamsBed.Start("Production", new(TeamsBed.Credentials) { ["Home"] = "https://bot.example.com" });
        var answer = await Knock.Raw(bed, $"POST /api/messages HTTP/1.1\r\n{host}Content-Length: 0\r\nConnection: close\r\n\r\n");
        Assert.StartsWith($"HTTP/1.1 {status}", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Server:", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_24_an_administrator_may_name_other_hosts()
    {
        await using var bed = await TeamsBed.Start("Production", new(TeamsBed.Credentials) { ["AllowedHosts"] = "proxy.example" });
        Assert.StartsWith("HTTP/1.1 401", await Knock.Raw(bed, "POST /api/messages HTTP/1.1\r\nHost: proxy.example\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 400", await Knock.Raw(bed, "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
    }

    private static Task<TeamsBed> Two() => TeamsBed.Start("Production", new(TeamsBed.Credentials)
    {
        ["Teams:AllowedTenants:0"] = TeamsBed.Tenant,
        ["Teams:AllowedTenants:1"] = Other,
    });

    private static JsonObject From(string tenant)
    {
        var message = TeamsBed.Message();
        message["conversation"]!["tenantId"] = tenant;
        return message;
    }

    private static async Task Times(TeamsBed bed, string tenant, int times, HttpStatusCode status)
    {
        for (var i = 0; i < times; i++)
        {
            using var response = await bed.Post(From(tenant), bed.Token());
            Assert.Equal(status, response.StatusCode);
        }
    }
}
