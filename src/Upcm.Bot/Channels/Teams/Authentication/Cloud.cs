namespace Upcm.Bot.Channels.Teams.Authentication;

/// <summary>
/// One of the clouds that Teams runs in, and whom to trust there. The addresses are those of the Bot Framework's own SDKs
/// (GovernmentAuthenticationConstants, TeamsProactiveServiceEndpoints).
/// </summary>
/// <param name="Issuer">Who issues the tokens that come in.</param>
/// <param name="OpenIdMetadata">Where that issuer says which keys it signs with.</param>
/// <param name="Login">Where the bot's own token comes from; the tenant follows.</param>
/// <param name="Scope">What that token is for.</param>
/// <param name="Exchange">What another identity's token is for that vouches for the bot.</param>
/// <param name="ServiceHosts">The only hosts that the bot talks to.</param>
internal sealed record Cloud(string Name, string Issuer, string OpenIdMetadata, string Login, string Scope, string Exchange, IReadOnlyList<string> ServiceHosts)
{
    public static readonly Cloud Public = new(
        "public",
        "https://api.botframework.com",
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.com",
        "https://api.botframework.com/.default",
        "api://AzureADTokenExchange",
        ["smba.trafficmanager.net", "smba.onyx.prod.teams.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"]);

    public static readonly Cloud UsGovernment = new(
        "us-government",
        "https://api.botframework.us",
        "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.us",
        "https://api.botframework.us/.default",
        "api://AzureADTokenExchangeUSGov",
        ["smba.infra.gov.teams.microsoft.us"]);

    public static readonly Cloud UsDefence = UsGovernment with { Name = "us-dod", ServiceHosts = ["smba.infra.dod.teams.microsoft.us"] };

    public static IReadOnlyList<Cloud> All { get; } = [Public, UsGovernment, UsDefence];

    public static Cloud? Named(string name) => All.FirstOrDefault(cloud => cloud.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
