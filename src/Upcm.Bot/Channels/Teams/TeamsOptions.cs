namespace Upcm.Bot.Channels.Teams;

/// <summary>The settings under <c>Teams</c>.</summary>
public sealed class TeamsOptions
{
    public const string Section = "Teams";

    private static readonly string[] PublicHosts =
        ["smba.trafficmanager.net", "smba.onyx.prod.teams.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"];

    /// <summary>The id of the bot's app registration; empty only on a developer's own machine.</summary>
    public string AppId { get; set; } = "";

    /// <summary>Secret: comes from the environment or a secret store, never from a file in the repository.</summary>
    public string AppPassword { get; set; } = "";

    /// <summary>The tenant of the app registration.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The tenants whose people may use the bot; the bot's own tenant where none is named.</summary>
    public string[] AllowedTenants { get; set; } = [];

    public string Issuer { get; set; } = "https://api.botframework.com";

    public string OpenIdMetadata { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Replaces the list of public hosts, for example for a government cloud.</summary>
    public string[] AllowedServiceHosts { get; set; } = [];

    public IReadOnlyList<string> ServiceHosts => AllowedServiceHosts is [] ? PublicHosts : AllowedServiceHosts;

    public bool HasCredentials => AppId.Length > 0;

    /// <summary>What keeps the service from starting; empty when all is well.</summary>
    public IReadOnlyList<string> Problems(IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var problems = new List<string>();
        if (!HasCredentials)
        {
            if (!environment.IsDevelopment())
            {
                problems.Add("Teams:AppId is missing. Without it the service only starts in Development.");
            }

            return problems;
        }

        Need(AppPassword.Length > 0, "Teams:AppPassword is missing.");
        Need(TenantId.Length > 0, "Teams:TenantId is missing.");
        Need(Issuer.Length > 0, "Teams:Issuer is empty.");
        Need(Uri.TryCreate(OpenIdMetadata, UriKind.Absolute, out var metadata) && metadata.Scheme == Uri.UriSchemeHttps,
            "Teams:OpenIdMetadata is not an https address.");
        Need(ServiceHosts.All(host => Uri.CheckHostName(host) == UriHostNameType.Dns), "Teams:AllowedServiceHosts holds something that is not a host name.");
        return problems;

        void Need(bool met, string problem)
        {
            if (!met)
            {
                problems.Add(problem);
            }
        }
    }

    public bool AllowsTenant(string tenant) =>
        AllowedTenants is [] ? TenantId.Length == 0 || Same(TenantId, tenant) : AllowedTenants.Any(allowed => Same(allowed, tenant));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
