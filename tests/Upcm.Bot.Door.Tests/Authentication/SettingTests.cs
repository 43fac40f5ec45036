using System.Net;
using Upcm.Benchmarks.Doors;
using Upcm.Bot.Channels.Teams;
using Upcm.Bot.Channels.Teams.Authentication;

namespace Upcm.Bot.Door.Tests.Authentication;

/// <summary>What an administrator may set, and what keeps the service from starting.</summary>
public sealed class SettingTests
{
    [Fact]
    public async Task In_development_only_a_service_on_this_machine_is_answered()
    {
        await using var bed = await TeamsBed.Open();
        await Knock.Forbidden(bed, await bed.Post(TeamsBed.Message()));
        using var response = await bed.Post(Knock.With("serviceUrl", "http://localhost:56160/_connector"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Without_credentials_the_service_does_not_start(string environment)
    {
        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => TeamsBed.Start(environment, []));
        Assert.Contains("Teams:AppId", problem.Message, StringComparison.Ordinal);
        problem = await Assert.ThrowsAsync<InvalidOperationException>(() => TeamsBed.Start(environment, new() { ["Teams:AppId"] = Issuer.AppId }));
        Assert.Contains("Teams:AppPassword", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Teams:TenantId", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Teams:Cloud", "mars")]
    [InlineData("Teams:Issuer", "https://api.botframework.us")]
    [InlineData("Teams:OpenIdMetadata", "http://login.example/metadata")]
    [InlineData("Teams:OpenIdMetadata", "http://127.0.0.1:5000/metadata")]
    [InlineData("Teams:OpenIdMetadata", "https://localhost/metadata")]
    [InlineData("Teams:AllowedServiceHosts:0", "127.0.0.1")]
    [InlineData("Teams:AllowedServiceHosts:0", "localhost")]
    [InlineData("Teams:AllowedServiceHosts:0", "10.0.0.1")]
    [InlineData("Teams:AllowedServiceHosts:0", "https://smba.trafficmanager.net")]
    public async Task What_cannot_be_is_refused_by_name(string name, string value)
    {
        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => TeamsBed.Start("Production", new(TeamsBed.Credentials) { [name] = value }));
        Assert.Contains(name.Replace(":0", "", StringComparison.Ordinal), problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public", "https://api.botframework.com", "https://smba.trafficmanager.net/emea/", 200)]
    [InlineData("us-government", "https://api.botframework.us", "https://smba.infra.gov.teams.microsoft.us/teams", 200)]
    [InlineData("us-dod", "https://api.botframework.us", "https://smba.infra.dod.teams.microsoft.us/teams", 200)]
    [InlineData("us-dod", "https://api.botframework.us", "https://smba.infra.gov.teams.microsoft.us/teams", 403)]
    [InlineData("us-government", "https://api.botframework.us", "https://smba.trafficmanager.net/emea/", 403)]
    [InlineData("us-government", "https://api.botframework.com", "https://smba.infra.gov.teams.microsoft.us/teams", 401)]
    [InlineData("public", "https://api.botframework.us", "https://smba.trafficmanager.net/emea/", 401)]
    public async Task Each_cloud_has_its_own_issuer_and_hosts(string cloud, string issuer, string serviceUrl, int status)
    {
        await using var bed = await TeamsBed.Start("Production", new(TeamsBed.Credentials) { ["Teams:Cloud"] = cloud });
        using var response = await bed.Post(Knock.With("serviceUrl", serviceUrl), bed.Token(claims => (claims["iss"], claims["serviceurl"]) = (issuer, serviceUrl)));
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public void The_clouds_are_asked_for_keys_and_tokens_where_they_give_them()
    {
        Assert.Equal("https://login.botframework.com/v1/.well-known/openidconfiguration", Cloud.Public.OpenIdMetadata);
        Assert.All([Cloud.UsGovernment, Cloud.UsDefence], cloud => Assert.Equal(
            ("https://login.botframework.azure.us/v1/.well-known/openidconfiguration", "https://login.microsoftonline.us", "https://api.botframework.us/.default"),
            (cloud.OpenIdMetadata, cloud.Login, cloud.Scope)));
    }

    [Fact]
    public async Task In_development_the_issuer_and_the_connector_may_be_on_this_machine_and_no_secret_is_needed()
    {
        await using var bed = await TeamsBed.Start("Development", new()
        {
            ["Teams:AppId"] = Issuer.AppId,
            ["Teams:TenantId"] = TeamsBed.Tenant,
            ["Teams:Issuer"] = Issuer.Name,
            ["Teams:OpenIdMetadata"] = "http://127.0.0.1:5000/metadata",
            ["Teams:AllowedServiceHosts:0"] = "127.0.0.1",
        });
        using var response = await bed.Post(Knock.With("serviceUrl", "http://127.0.0.1:5001/"), bed.Token(claims => claims["serviceurl"] = "http://127.0.0.1:5001/"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await Knock.Refused(bed, await bed.Post(Knock.With("serviceUrl", "http://127.0.0.1:5001/")));
        foreach (var elsewhere in new[] { "http://localhost:5001/", "https://smba.trafficmanager.net/emea/" })
        {
            await Knock.Forbidden(bed, await bed.Post(Knock.With("serviceUrl", elsewhere), bed.Token(claims => claims["serviceurl"] = elsewhere)));
        }
    }

    [Fact]
    public void Only_the_tenants_that_are_named_are_let_in()
    {
        var own = new TeamsOptions { TenantId = "a" };
        Assert.Equal((true, true, false), (own.AllowsTenant("a"), own.AllowsTenant("A"), own.AllowsTenant("b")));
        var others = new TeamsOptions { TenantId = "a", AllowedTenants = ["b", "c"] };
        Assert.Equal((false, true, true), (others.AllowsTenant("a"), others.AllowsTenant("b"), others.AllowsTenant("C")));
    }
}
