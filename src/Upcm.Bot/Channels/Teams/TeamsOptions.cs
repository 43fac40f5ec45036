using Upcm.Bot.Channels.Teams.Authentication;

namespace Upcm.Bot.Channels.Teams;

/// <summary>The settings under <c>Teams</c>.</summary>
public sealed class TeamsOptions
{
    public const string Section = "Teams";

    /// <summary>The id of the bot's app registration; empty only on a developer's own machine.</summary>
    public string AppId { get; set; } = "";

    /// <summary>Secret: comes from the environment or a secret store, never from a file in the repository.</summary>
    public string AppPassword { get; set; } = "";

    /// <summary>Instead of a secret: the file with a certificate of the app registration, PEM or (<c>.pfx</c>, <c>.p12</c>) PFX.</summary>
    public string Certificate { get; set; } = "";

    /// <summary>The file with its key, where that is not in the same file.</summary>
    public string CertificateKey { get; set; } = "";

    /// <summary>Secret: opens the key, where it is locked.</summary>
    public string CertificatePassword { get; set; } = "";

    /// <summary>Instead of a secret: the client id of a user-assigned managed identity, which is the bot itself or vouches for its app registration.</summary>
    public string ManagedIdentity { get; set; } = "";

    /// <summary>Instead of a secret: the file in which the platform keeps a token that vouches for the app registration.</summary>
    public string FederatedTokenFile { get; set; } = "";

    /// <summary>The tenant of the app registration.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The tenants whose people may use the bot; the bot's own tenant where none is named.</summary>
    public string[] AllowedTenants { get; set; } = [];

    /// <summary>Name of the cloud that Teams runs in.</summary>
    public string Cloud { get; set; } = Authentication.Cloud.Public.Name;

    /// <summary>In the place of that cloud's issuer; always together with <see cref="OpenIdMetadata"/>.</summary>
    public string Issuer { get; set; } = "";

    public string OpenIdMetadata { get; set; } = "";

    /// <summary>In the place of that cloud's hosts.</summary>
    public string[] AllowedServiceHosts { get; set; } = [];

    public bool HasCredentials => AppId.Length > 0;

    /// <summary>Another identity than the bot's own shows a token for it.</summary>
    internal bool VouchedFor => !Same(ManagedIdentity, AppId);

    /// <summary>The settings that say how the bot signs in; one at most makes sense.</summary>
    internal IReadOnlyList<string> SignsInWith
    {
        get
        {
            (string Name, string Value)[] ways = [(nameof(AppPassword), AppPassword), (nameof(Certificate), Certificate), (nameof(ManagedIdentity), ManagedIdentity), (nameof(FederatedTokenFile), FederatedTokenFile)];
            return [.. ways.Where(static way => way.Value.Length > 0).Select(static way => $"{Section}:{way.Name}")];
        }
    }

    /// <summary>The cloud as it was named, with what is set otherwise.</summary>
    internal Cloud Trusted
    {
        get
        {
            var cloud = Authentication.Cloud.Named(Cloud) ?? Authentication.Cloud.Public;
            return cloud with
            {
                Issuer = Issuer.Length > 0 ? Issuer : cloud.Issuer,
                OpenIdMetadata = OpenIdMetadata.Length > 0 ? OpenIdMetadata : cloud.OpenIdMetadata,
                ServiceHosts = AllowedServiceHosts is [] ? cloud.ServiceHosts : AllowedServiceHosts,
            };
        }
    }

    public static TeamsOptions From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var options = new TeamsOptions();
        options.Read(configuration.GetSection(Section));
        return options;
    }

    internal void Read(IConfigurationSection section)
    {
        AppId = section[nameof(AppId)] ?? AppId;
        AppPassword = section[nameof(AppPassword)] ?? AppPassword;
        Certificate = section[nameof(Certificate)] ?? Certificate;
        CertificateKey = section[nameof(CertificateKey)] ?? CertificateKey;
        CertificatePassword = section[nameof(CertificatePassword)] ?? CertificatePassword;
        ManagedIdentity = section[nameof(ManagedIdentity)] ?? ManagedIdentity;
        FederatedTokenFile = section[nameof(FederatedTokenFile)] ?? FederatedTokenFile;
        TenantId = section[nameof(TenantId)] ?? TenantId;
        Cloud = section[nameof(Cloud)] is { Length: > 0 } cloud ? cloud : Cloud;
        Issuer = section[nameof(Issuer)] ?? Issuer;
        OpenIdMetadata = section[nameof(OpenIdMetadata)] ?? OpenIdMetadata;
        AllowedTenants = List(section, nameof(AllowedTenants));
        AllowedServiceHosts = List(section, nameof(AllowedServiceHosts));
    }

    /// <summary>What keeps the service from starting; empty when all is well.</summary>
    public IReadOnlyList<string> Problems(IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var problems = new List<string>();
        if (!HasCredentials)
        {
            Need(environment.IsDevelopment(), "Teams:AppId is missing. Without it the service only starts in Development.");
            return problems;
        }

        // Who has an authority of their own on their own machine has no secret that it would accept either.
        var own = Loopback(OpenIdMetadata) && environment.IsDevelopment();
        Need(own || SignsInWith is not [], "Teams:AppPassword is missing, or another way to sign in.");
        problems.AddRange(SignInProblems());
        Need(TenantId.Length > 0, "Teams:TenantId is missing.");
        Need(Authentication.Cloud.Named(Cloud) is not null, $"Teams:Cloud is one of {string.Join(", ", Authentication.Cloud.All.Select(cloud => cloud.Name))}.");
        Need(Issuer.Length > 0 == OpenIdMetadata.Length > 0, "Teams:Issuer and Teams:OpenIdMetadata are set together, or neither is.");
        Need(own || (Uri.TryCreate(Trusted.OpenIdMetadata, UriKind.Absolute, out var metadata) && metadata.Scheme == Uri.UriSchemeHttps && !metadata.IsLoopback),
            "Teams:OpenIdMetadata is not an https address, or of this machine, which only holds in Development.");
        Need(Trusted.ServiceHosts.All(host => Loopback($"http://{host}") ? environment.IsDevelopment() : Uri.CheckHostName(host) == UriHostNameType.Dns),
            "Teams:AllowedServiceHosts holds something that is not a host name, or is of this machine, which only holds in Development.");
        return problems;

        void Need(bool met, string problem)
        {
            if (!met)
            {
                problems.Add(problem);
            }
        }
    }

    /// <summary>What is wrong with how the bot signs in, where it says how.</summary>
    internal IEnumerable<string> SignInProblems()
    {
        if (SignsInWith is [_, _, ..])
        {
            yield return $"{string.Join(" and ", SignsInWith)} are set: the bot signs in in one way.";
        }

        if (Certificate.Length == 0 && CertificateKey.Length + CertificatePassword.Length > 0)
        {
            yield return "Teams:Certificate is missing, to which Teams:CertificateKey and Teams:CertificatePassword belong.";
        }

        if (new AppCertificate(this).Problem() is { } unusable)
        {
            yield return $"Teams:Certificate cannot be used: {unusable}";
        }

        if (FederatedTokenFile.Length > 0 && !File.Exists(FederatedTokenFile))
        {
            yield return "Teams:FederatedTokenFile is not a file that can be read.";
        }
    }

    public bool AllowsTenant(string tenant) =>
        AllowedTenants is [] ? TenantId.Length == 0 || Same(TenantId, tenant) : AllowedTenants.Any(allowed => Same(allowed, tenant));

    private static bool Loopback(string address) => Uri.TryCreate(address, UriKind.Absolute, out var parsed) && parsed.IsLoopback;

    private static string[] List(IConfigurationSection section, string name) =>
        [.. section.GetSection(name).GetChildren().Select(item => item.Value).OfType<string>().Where(value => value.Length > 0)];

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
