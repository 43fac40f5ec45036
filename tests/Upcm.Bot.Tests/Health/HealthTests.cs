using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering;
using Upcm.Bot.Channels;
using Upcm.Bot.Channels.Teams;
using Upcm.Bot.Channels.Teams.Authentication;
using Upcm.Bot.Flows.Sending;
using Upcm.Bot.Health;
using Upcm.Bot.Notifications;
using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Conversation;
using Upcm.Bot.Tests.Notifications;

namespace Upcm.Bot.Tests.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task All_is_well_with_a_figure_for_everything_looked_at()
    {
        await using var bed = await HealthBed.Start(("Teams:SecretExpires", "2026-06-30"));
        var (code, answer) = await bed.Get("/health/ready");
        Assert.Equal((200, "healthy"), (code, (string)answer["status"]!));
        Assert.Equal(["credentials", "outbox", "rounds", "store"], answer["checks"]!.AsObject().Select(one => one.Key).Order(StringComparer.Ordinal));
        Assert.Equal(120, (int)answer["checks"]!["credentials"]!["secretDays"]!);
        Assert.Equal((0, 1800), ((int)answer["checks"]!["outbox"]!["oldestSeconds"]!, (int)answer["checks"]!["outbox"]!["mostSeconds"]!));
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("x-forwarded-host")]
    [InlineData("Forwarded")]
    [InlineData("Via")]
    public async Task Through_a_proxy_there_is_the_outcome_and_no_more_unless_a_setting_says_so(string header)
    {
        await using (var bed = await HealthBed.Start())
        {
            Assert.Equal("""{"status":"healthy"}""", (await bed.Get("/health/ready", header)).Answer.ToJsonString());
        }

        await using var open = await HealthBed.Start(("Health:Details", "true"));
        Assert.NotNull((await open.Get("/health/ready", header)).Answer["checks"]);
    }

    [Fact]
    public async Task A_full_disk_is_seen_logged_once_and_over_when_it_is_over()
    {
        await using var bed = await HealthBed.Start();
        bed.Store.Full = true;
        var (code, answer) = await bed.Ready();
        Assert.Equal((503, "unhealthy", "unhealthy"), (code, (string)answer["status"]!, (string)answer["checks"]!["store"]!["status"]!));
        Assert.StartsWith("cannot write", (string)answer["checks"]!["store"]!["cause"]!, StringComparison.Ordinal);
        await bed.Ready();
        Assert.Equal("Critical: Health of store is Unhealthy: cannot write; the cause is in the log", Assert.Single(bed.Log.Lines));
        bed.Store.Full = false;
        Assert.Equal(200, (await bed.Ready()).Code);
        Assert.Equal("Information: Health of store is Healthy: as it should be", bed.Log.Lines[^1]);
    }

    [Fact]
    public async Task A_store_that_cannot_take_over_its_log_is_ill_although_it_still_writes()
    {
        await using var bed = await HealthBed.Start();
        bed.Store.Healthy = false;
        Assert.Equal(503, (await bed.Ready()).Code);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_ill_after_five_seconds()
    {
        await using var bed = await HealthBed.Start();
        bed.Store.Silent = true;
        var asked = bed.Get("/health/ready");
        while (!asked.IsCompleted)
        {
            bed.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal((503, "did not answer within 5 seconds"), ((await asked).Code, (string)(await asked).Answer["checks"]!["store"]!["cause"]!));
    }

    [Fact]
    public async Task Whether_it_lives_does_not_hang_on_the_store()
    {
        await using var bed = await HealthBed.Start();
        bed.Store.Silent = true;
        Assert.Equal((200, """{"status":"healthy"}"""), (await bed.Get("/health/live") is var (code, answer) ? (code, answer.ToJsonString()) : default));
    }

    [Fact]
    public async Task Whoever_asks_without_end_costs_one_write_in_five_seconds()
    {
        await using var bed = await HealthBed.Start();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => bed.Get("/health/ready")));
        Assert.Equal(1, bed.Store.Writes);
        await bed.Ready();
        Assert.Equal(2, bed.Store.Writes);
    }

    [Fact]
    public async Task Messages_that_wait_longer_than_the_setting_are_reported_and_do_not_close_the_bot()
    {
        await using var bed = await HealthBed.Start(("Health:OutboxMinutes", "20"));
        var changes = new Changes(Talker.Workspace);
        changes.Insert(Kinds.Posts, new Post { Id = "digest/1", Kind = "digest", Channel = "msteams", Place = "a", Card = new Card("x"), Language = "nl", Created = bed.Time.GetUtcNow(), Due = bed.Time.GetUtcNow() });
        await bed.Store.Commit(changes, CancellationToken.None);
        bed.Time.Advance(TimeSpan.FromMinutes(19));
        await bed.Rhythm.Ring(CancellationToken.None);
        Assert.Equal("healthy", (string)(await bed.Ready()).Answer["status"]!);
        bed.Time.Advance(TimeSpan.FromMinutes(1));
        var (code, answer) = await bed.Ready();
        Assert.Equal((200, "degraded", 1212), (code, (string)answer["status"]!, (int)answer["checks"]!["outbox"]!["oldestSeconds"]!));
    }

    [Fact]
    public async Task A_scheduler_that_stands_still_is_seen_and_so_is_a_sender()
    {
        await using var bed = await HealthBed.Start();
        await bed.Ready();
        bed.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.StartsWith("the scheduler stands still", (string)(await bed.Ready()).Answer["checks"]!["rounds"]!["cause"]!, StringComparison.Ordinal);
        await bed.Rhythm.Ring(CancellationToken.None);
        var (code, answer) = await bed.Ready();
        Assert.Equal(503, code);
        Assert.StartsWith("nothing is looked for to send", (string)answer["checks"]!["rounds"]!["cause"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-31", "healthy", null)]
    [InlineData("2026-03-29", "degraded", "the secret ends on 2026-03-29: get a new one")]
    [InlineData("2026-03-01", "degraded", "the secret ended on 2026-03-01: get a new one")]
    public async Task A_secret_is_reported_four_weeks_ahead(string day, string status, string? cause)
    {
        await using var bed = await HealthBed.Start(("Teams:SecretExpires", day));
        var (code, answer) = await bed.Ready();
        Assert.Equal((200, status, cause), (code, (string)answer["checks"]!["credentials"]!["status"]!, (string?)answer["checks"]!["credentials"]!["cause"]));
    }

    [Fact]
    public async Task A_certificate_to_sign_in_with_is_reported_four_weeks_ahead_and_when_it_cannot_be_read()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("upcm-health-").FullName, "app.pem");
        await using var bed = await HealthBed.Start(("Teams:Certificate", file));
        using var key = RSA.Create(2048);
        foreach (var (ends, status, cause) in new[] { (29, "healthy", null), (20, "degraded", "the certificate to sign in with ends on 2026-03-22: get a new one") })
        {
            using var certificate = new CertificateRequest("CN=upcm-bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(bed.Time.GetUtcNow().AddYears(-1), bed.Time.GetUtcNow().AddDays(ends));
            await File.WriteAllTextAsync(file, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
            var check = (await bed.Ready()).Answer["checks"]!["credentials"]!;
            Assert.Equal((status, cause, ends - 1), ((string)check["status"]!, (string?)check["cause"], (int)check["signInCertificateDays"]!));
        }

        var options = new HealthOptions(false, TimeSpan.FromMinutes(30), TimeSpan.FromDays(28), null);
        var watch = new CredentialsWatch(options, new Credentials(options, new HomeCertificate(new Uri("http://127.0.0.1"), bed.Time), new AppCertificate(new TeamsOptions { Certificate = file })));
        var trouble = Assert.Single(watch.Troubles(bed.Time.GetUtcNow()));
        Assert.Contains("Het certificaat van de app-registratie eindigt op", PlainTextRenderer.Render(TroubleWords.Card([trouble], Cultures.Dutch), Cultures.Dutch), StringComparison.Ordinal);
        File.Delete(file);
        Assert.StartsWith("the certificate to sign in with cannot be used: ", (string)(await bed.Ready()).Answer["checks"]!["credentials"]!["cause"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_does_not_take_the_credentials_is_told_for_as_long_as_nothing_is_sent()
    {
        var (store, time) = (new MemoryStore(), new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)));
        var courier = new Courier(store, [new ScriptedChannel { Answers = static _ => new NotYet("403 Unauthorized", Credentials: true) }], [], time, NullLogger<Courier>.Instance);
        var post = new Post { Id = "a", Kind = "summary", Channel = "test", Address = "here", Card = new Card("x"), Language = "nl", Created = time.GetUtcNow(), Due = time.GetUtcNow() };
        var changes = new Changes(Talker.Workspace);
        changes.Insert(Kinds.Posts, post);
        await store.Commit(changes, CancellationToken.None);
        async Task<string?> Cause() => (await Credentials(courier, new HomeCertificate(new Uri("http://127.0.0.1"), time), time)).Description;
        Assert.Null(await Cause());
        await courier.Carry(Talker.Workspace, post, 1, CancellationToken.None);
        Assert.Equal("test does not accept the bot's credentials: the log says why", await Cause());
        time.Advance(TimeSpan.FromMinutes(15));
        Assert.Null(await Cause());
    }

    [Fact]
    public async Task The_certificate_at_the_address_of_the_bot_is_looked_at_twice_a_day_and_stays_known()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var (looks, reachable, ends) = (0, true, time.GetUtcNow().AddDays(20));
        var certificate = new HomeCertificate(new Uri("https://bot.example"), time, (_, _) =>
        {
            looks++;
            return reachable ? Task.FromResult(ends) : Task.FromException<DateTimeOffset>(new IOException());
        });
        certificate.Ends();
        await certificate.LastLook;
        reachable = false;
        time.Advance(TimeSpan.FromHours(13));
        certificate.Ends();
        await certificate.LastLook;
        Assert.Equal((ends, 2), (certificate.Ends(), looks));
        var result = await Credentials(new Courier(new MemoryStore(), [], [], time, NullLogger<Courier>.Instance), certificate, time);
        Assert.Equal("the certificate ends on 2026-03-22: get a new one", result.Description);
    }

    [Fact]
    public async Task No_certificate_is_looked_for_at_an_address_without_one()
    {
        var looks = 0;
        var certificate = new HomeCertificate(new Uri("http://127.0.0.1:3978"), TimeProvider.System, (_, _) => Task.FromResult(DateTimeOffset.MinValue.AddDays(++looks)));
        Assert.Null(certificate.Ends());
        await certificate.LastLook;
        Assert.Equal(0, looks);
    }

    [Fact]
    public async Task What_is_shown_holds_no_setting_that_is_secret()
    {
        await using var bed = await HealthBed.Start(("Teams:AppPassword", "canary-secret"), ("PictureKey", "canary-key"), ("Health:Details", "true"));
        bed.Store.Full = true;
        Assert.DoesNotContain("canary", (await bed.Ready()).Answer.ToJsonString(), StringComparison.Ordinal);
    }

    private static Task<HealthCheckResult> Credentials(Courier courier, HomeCertificate certificate, TimeProvider time)
    {
        var options = new HealthOptions(false, TimeSpan.FromMinutes(30), TimeSpan.FromDays(28), null);
        return new CredentialsHealth(options, new Credentials(options, certificate, new AppCertificate(new TeamsOptions())), courier, time).CheckHealthAsync(new());
    }
}
