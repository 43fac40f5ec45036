using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Web;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Identity.Client;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Upcm.Benchmarks.Doors;
using Upcm.Benchmarks.Fuzzing;
using Upcm.Bot.Channels.Teams;
using Upcm.Bot.Channels.Teams.Authentication;

namespace Upcm.Bot.Door.Tests.Authentication;

/// <summary>How the bot signs in where it has no secret: with a certificate, as a managed identity, or with a token that vouches for it.</summary>
public sealed class SignInTests : IDisposable
{
    private const string Password = "not a real one";
    private const string Identity = "40000000-0000-4000-8000-000000000001";
    private static readonly DateTimeOffset Ends = new(2036, 5, 4, 3, 2, 1, TimeSpan.Zero);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("upcm-sign-in-");
    private readonly FakeLogin login = new();

    public void Dispose()
    {
        folder.Delete(recursive: true);
        login.Dispose();
    }

    [Theory]
    [InlineData("app.pem", false, false)]
    [InlineData("app.pem", true, false)]
    [InlineData("app.pem", false, true)]
    [InlineData("app.pem", true, true)]
    [InlineData("app.pfx", false, false)]
    [InlineData("app.P12", false, true)]
    public async Task A_certificate_is_shown_by_signing_with_its_key(string name, bool apart, bool locked)
    {
        using var key = RSA.Create(2048);
        var options = Written(key, name, apart, locked);
        Assert.Empty(options.Problems(Production));
        Assert.Equal(Ends, new AppCertificate(options).Ends());
        Assert.Equal("t1", await Get(Tokens(options)));
        Assert.Equal($"https://login.microsoftonline.com/{TeamsBed.Tenant}/oauth2/v2.0/token", login.Asked[0].Address.AbsoluteUri);
        await SignedWith(key);
    }

    [Fact]
    public async Task A_certificate_that_was_renewed_is_used_without_a_restart()
    {
        using var first = RSA.Create(2048);
        using var second = RSA.Create(2048);
        var tokens = Tokens(Written(first, "app.pem"));
        await Get(tokens);
        await SignedWith(first);
        Written(second, "app.pem");
        await Get(tokens, fresh: true);
        await SignedWith(second);
    }

    [Theory]
    [InlineData("gone.pem", "Teams:Certificate cannot be used")]
    [InlineData("broken.pem", "Teams:Certificate cannot be used")]
    [InlineData("keyless.pem", "Teams:Certificate cannot be used")]
    [InlineData("curve.pem", "Teams:Certificate cannot be used: It has no RSA key.")]
    [InlineData("broken.pfx", "Teams:Certificate cannot be used")]
    public async Task What_is_no_certificate_is_refused_by_name_and_later_gives_no_token(string name, string problem)
    {
        using var key = RSA.Create(2048);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Certificate(key);
        using var curved = new CertificateRequest("CN=curve", curve, HashAlgorithmName.SHA256).CreateSelfSigned(Ends.AddYears(-1), Ends);
        await File.WriteAllTextAsync(PathOf("broken.pem"), "no certificate", Cancel);
        await File.WriteAllTextAsync(PathOf("broken.pfx"), "no certificate", Cancel);
        await File.WriteAllTextAsync(PathOf("keyless.pem"), certificate.ExportCertificatePem(), Cancel);
        await File.WriteAllTextAsync(PathOf("curve.pem"), curved.ExportCertificatePem() + "\n" + curve.ExportPkcs8PrivateKeyPem(), Cancel);
        var options = Options(certificate: PathOf(name));
        Assert.StartsWith(problem, Assert.Single(options.Problems(Production)), StringComparison.Ordinal);
        var unreadable = await Assert.ThrowsAsync<MsalClientException>(() => Get(Tokens(options)));
        Assert.Equal(("unreadable", new AppCertificate(options).Problem()), (unreadable.ErrorCode, unreadable.Message));
        Assert.Empty(login.Asked);
    }

    [Fact]
    public async Task What_the_platform_says_of_the_bot_is_read_anew_from_its_file()
    {
        var options = Options(file: PathOf("token"));
        Assert.Equal(["Teams:FederatedTokenFile is not a file that can be read."], options.Problems(Production));
        var tokens = Tokens(options);
        Assert.Equal("unreadable", (await Assert.ThrowsAsync<MsalClientException>(() => Get(tokens))).ErrorCode);
        await File.WriteAllTextAsync(PathOf("token"), "first\n", Cancel);
        Assert.Empty(options.Problems(Production));
        Assert.Equal("t1", await Get(tokens));
        await File.WriteAllTextAsync(PathOf("token"), "second", Cancel);
        Assert.Equal(["t1", "t2"], [await Get(tokens), await Get(tokens, fresh: true)]);
        Assert.Equal(["first", "second"], login.Asked.Select(asked => Field(asked, "client_assertion")));
        Assert.Equal((Issuer.AppId, "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"), (Field(login.Asked[0], "client_id"), Field(login.Asked[0], "client_assertion_type")));
    }

    [Fact]
    public async Task A_managed_identity_that_is_the_bot_asks_the_machine_it_is_on()
    {
        var options = Options(identity: Issuer.AppId.ToUpperInvariant());
        Assert.Empty(options.Problems(Production));
        var tokens = Tokens(options);
        Assert.Equal(["t1", "t1", "t2"], [await Get(tokens), await Get(tokens), await Get(tokens, fresh: true)]);
        Assert.All(login.Asked, asked => Assert.Equal(("169.254.169.254", "https://api.botframework.com"), (asked.Address.Host, HttpUtility.ParseQueryString(asked.Address.Query)["resource"])));
        Assert.Equal(Issuer.AppId, HttpUtility.ParseQueryString(login.Asked[0].Address.Query)["client_id"], ignoreCase: true);
    }

    [Theory]
    [InlineData("public", "api://AzureADTokenExchange", "login.microsoftonline.com")]
    [InlineData("us-dod", "api://AzureADTokenExchangeUSGov", "login.microsoftonline.us")]
    public async Task Another_managed_identity_vouches_for_the_bot(string cloud, string exchange, string host)
    {
        // The library keeps tokens of identities per process: another cloud is another identity here.
        var identity = Identity[..^1] + cloud.Length;
        var options = Options(identity: identity);
        options.Cloud = cloud;
        Assert.Empty(options.Problems(Production));
        Assert.Equal("t2", await Get(Tokens(options)));
        var query = HttpUtility.ParseQueryString(login.Asked[0].Address.Query);
        Assert.Equal(("169.254.169.254", exchange, identity), (login.Asked[0].Address.Host, query["resource"], query["client_id"]));
        Assert.Equal((host, Issuer.AppId, "t1"), (login.Asked[1].Address.Host, Field(login.Asked[1], "client_id"), Field(login.Asked[1], "client_assertion")));
    }

    [Fact]
    public void Ways_to_sign_in_that_do_not_go_together_are_refused_by_name()
    {
        using var key = RSA.Create(2048);
        var options = Written(key, "app.pem");
        options.AppPassword = Password;
        Assert.Equal(["Teams:AppPassword and Teams:Certificate are set: the bot signs in in one way."], options.Problems(Production));
        (options.AppPassword, options.ManagedIdentity, options.FederatedTokenFile) = ("", Identity, options.Certificate);
        Assert.Equal(["Teams:Certificate and Teams:ManagedIdentity and Teams:FederatedTokenFile are set: the bot signs in in one way."], options.Problems(Production));
        foreach (var alone in new[] { Options(secret: Password, key: "app.key"), Options(secret: Password, password: "x") })
        {
            Assert.Equal(["Teams:Certificate is missing, to which Teams:CertificateKey and Teams:CertificatePassword belong."], alone.Problems(Production));
        }

        Assert.Equal(["Teams:AppPassword is missing, or another way to sign in."], Options().Problems(Production));
    }

    [Fact]
    public void Without_a_certificate_none_ends() => Assert.Equal((null, null), (new AppCertificate(Options(secret: Password)).Ends(), new AppCertificate(Options()).Problem()));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Development Production => new() { EnvironmentName = Environments.Production };

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    private static TeamsOptions Options(string secret = "", string certificate = "", string key = "", string password = "", string identity = "", string file = "") => new()
    {
        AppId = Issuer.AppId,
        TenantId = TeamsBed.Tenant,
        AppPassword = secret,
        Certificate = certificate,
        CertificateKey = key,
        CertificatePassword = password,
        ManagedIdentity = identity,
        FederatedTokenFile = file,
    };

    private static X509Certificate2 Certificate(RSA key) =>
        new CertificateRequest("CN=upcm-bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(Ends.AddYears(-12), Ends);

    private TeamsOptions Written(RSA key, string name, bool apart = false, bool locked = false)
    {
        using var certificate = Certificate(key);
        var options = Options(certificate: PathOf(name), key: apart ? PathOf("app.key") : "", password: locked ? Password : "");
        if (name.EndsWith(".pem", StringComparison.Ordinal))
        {
            var written = locked
                ? key.ExportEncryptedPkcs8PrivateKeyPem(Password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000))
                : key.ExportPkcs8PrivateKeyPem();
            File.WriteAllText(options.Certificate, certificate.ExportCertificatePem() + (apart ? "" : "\n" + written));
            File.WriteAllText(PathOf("app.key"), written);
        }
        else
        {
            File.WriteAllBytes(options.Certificate, certificate.Export(X509ContentType.Pfx, locked ? Password : null));
        }

        return options;
    }

    private ConnectorTokens Tokens(TeamsOptions options) => new(Microsoft.Extensions.Options.Options.Create(options), login, new FakeTimeProvider());

    private static async Task<string?> Get(ConnectorTokens tokens, bool fresh = false) => await tokens.Get(fresh, Cancel);

    private static string? Field((Uri Address, string Form) asked, string name) => HttpUtility.ParseQueryString(asked.Form)[name];

    private async Task SignedWith(RSA key)
    {
        var asked = login.Asked[^1];
        Assert.Null(Field(asked, "client_secret"));
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(Field(asked, "client_assertion"), new TokenValidationParameters
        {
            IssuerSigningKey = new RsaSecurityKey(key),
            TryAllIssuerSigningKeys = true,
            ValidIssuer = Issuer.AppId,
            ValidAudience = asked.Address.AbsoluteUri,
        });
        Assert.True(result.IsValid, result.Exception?.Message);
    }
}
