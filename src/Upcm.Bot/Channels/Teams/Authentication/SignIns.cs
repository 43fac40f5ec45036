using System.Security.Cryptography;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using Microsoft.Identity.Client.Extensibility;

namespace Upcm.Bot.Channels.Teams.Authentication;

/// <summary>Asks the login for the bot's token, or takes the one that is still good.</summary>
/// <param name="fresh">True where the one that is still good was refused.</param>
internal delegate Task<AuthenticationResult> SignIn(bool fresh, CancellationToken cancel);

/// <summary>The ways in which the bot proves to the login that it is the app of its registration.</summary>
internal static class SignIns
{
    /// <summary>Null on a developer's machine, where there is none. What was renewed in a file since is used without a restart.</summary>
    public static SignIn? Of(TeamsOptions options, IMsalHttpClientFactory http) => options switch
    {
        { AppPassword.Length: > 0 } => AsApp(options, http, app => app.WithClientSecret(options.AppPassword)),
        { Certificate.Length: > 0 } => AsApp(options, http, app => app.WithCertificate(_ => Task.FromResult(Readable(new AppCertificate(options).Read)), new CertificateOptions())),
        { FederatedTokenFile.Length: > 0 } => AsApp(options, http, app => app.WithClientAssertion(() => Readable(() => File.ReadAllText(options.FederatedTokenFile).Trim()))),
        { ManagedIdentity.Length: > 0, VouchedFor: false } => AsIdentity(options, http, options.Trusted.Scope),
        { ManagedIdentity.Length: > 0 } => Vouched(options, http, AsIdentity(options, http, options.Trusted.Exchange)),
        _ => null,
    };

    private static SignIn AsApp(TeamsOptions options, IMsalHttpClientFactory http, Func<ConfidentialClientApplicationBuilder, ConfidentialClientApplicationBuilder> prove)
    {
        var app = prove(ConfidentialClientApplicationBuilder.Create(options.AppId))
            .WithAuthority($"{options.Trusted.Login}/{options.TenantId}")
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(http)
            .Build();
        string[] scope = [options.Trusted.Scope];
        return (fresh, cancel) => app.AcquireTokenForClient(scope).WithForceRefresh(fresh).ExecuteAsync(cancel);
    }

    private static SignIn AsIdentity(TeamsOptions options, IMsalHttpClientFactory http, string audience)
    {
        var identity = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(options.ManagedIdentity)).WithHttpClientFactory(http).Build();
        return (fresh, cancel) => identity.AcquireTokenForManagedIdentity(audience).WithForceRefresh(fresh).ExecuteAsync(cancel);
    }

    private static SignIn Vouched(TeamsOptions options, IMsalHttpClientFactory http, SignIn identity) =>
        AsApp(options, http, app => app.WithClientAssertion(async (CancellationToken cancel) => (await identity(false, cancel)).AccessToken));

    /// <exception cref="MsalClientException">It cannot be read: there is no token, as where the login gives none.</exception>
    private static T Readable<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new MsalClientException("unreadable", unreadable.Message, unreadable);
        }
    }
}
