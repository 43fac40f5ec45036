using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Upcm.Benchmarks.Fuzzing;
using Upcm.Bot.Channels.Teams;
using Upcm.Bot.Channels.Teams.Authentication;

namespace Upcm.Bot.Door.Tests.Authentication;

/// <summary>Where the bot's token may go.</summary>
public sealed class ServiceUrlTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    [InlineData("https://SMBA.trafficmanager.net", true)]
    [InlineData("https://smba.onyx.prod.teams.trafficmanager.net/", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams", true)]
    [InlineData("https://smba.trafficmanager.net:443/", true)]
    [InlineData("http://smba.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net:444/", false)]
    [InlineData("https://x@smba.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net/#x", false)]
    [InlineData("https://a.smba.trafficmanager.net/", false)]
    [InlineData("https://trafficmanager.net/", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("ftp://smba.trafficmanager.net/", false)]
    [InlineData("/emea", false)]
    [InlineData(null, false)]
    public void In_production_only_whole_host_names_on_the_list_over_https(string? address, bool allowed) =>
        Assert.Equal(allowed, Urls(Environments.Production, named: true).Allows(address));

    [Theory]
    [InlineData("http://127.0.0.1:5000/", true)]
    [InlineData("https://localhost/", true)]
    [InlineData("http://[::1]:5000/", true)]
    [InlineData("ftp://127.0.0.1/", false)]
    [InlineData("http://x@127.0.0.1/", false)]
    [InlineData("http://127.0.0.1/#x", false)]
    [InlineData("https://smba.trafficmanager.net/", false)]
    public void On_a_developers_machine_only_that_machine(string address, bool allowed) =>
        Assert.Equal(allowed, Urls(Environments.Development, named: false).Allows(address));

    [Theory]
    [InlineData("http://127.0.0.1:5000/", true)]
    [InlineData("http://localhost:5000/", false)]
    [InlineData("https://smba.trafficmanager.net/", false)]
    public void With_credentials_in_development_only_what_is_named(string address, bool allowed) =>
        Assert.Equal(allowed, Urls(Environments.Development, named: true, "127.0.0.1").Allows(address));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void This_machine_is_never_called_in_production(bool named) =>
        Assert.False(Urls(Environments.Production, named, "127.0.0.1").Allows("http://127.0.0.1:5000/"));

    [Fact]
    public void No_address_is_not_allowed() => Assert.False(Urls(Environments.Development, named: false).Allows((Uri?)null));

    private static ServiceUrls Urls(string environment, bool named, params string[] hosts) => new(
        Options.Create(new TeamsOptions { AppId = named ? "x" : "", AllowedServiceHosts = hosts }), new Development { EnvironmentName = environment });
}
