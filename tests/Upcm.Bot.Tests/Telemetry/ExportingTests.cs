using Upcm.Bot.Tests.Stopping;

namespace Upcm.Bot.Tests.Telemetry;

/// <summary>What the real process sends to a collector, and what it does not.</summary>
public sealed class ExportingTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("upcm-telemetry-").FullName;

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT")]
    [InlineData("UPCM_Telemetry__Endpoint")]
    public async Task A_collector_gets_metrics_and_traces_and_nobodys_name_or_words(string setting)
    {
        await using var collector = await StandIn.Listen();
        await using var connector = await StandIn.Listen();
        await using var bot = await RunningBot.Start(data, (setting, collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
        using var begun = await bot.Say("meld initiatief", connector, "Kanariepiet");
        using var answered = await bot.Say("Kanarietekst", connector, "Kanariepiet");
        bot.Terminate(); // and what was not sent yet is sent before the end
        Assert.Equal(0, await bot.Ends());
        var sent = string.Concat(collector.Taken);
        Assert.All(
            ["upcm-bot", "upcm.turn.duration", "upcm.form.steps", "upcm.outbox.depth", "upcm.outbox.age", "http.server.request.duration", "Said"],
            name => Assert.Contains(name, sent, StringComparison.Ordinal));
        Assert.All(["anarie", "29:sanne", "10000000-0000", "a:sanne"], personal => Assert.DoesNotContain(personal, sent, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("http://127.0.0.1:9", "true")]
    public async Task Without_an_endpoint_nothing_of_it_is_loaded(string endpoint, string off)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What a process has loaded is read from /proc.");
        await using var connector = await StandIn.Listen();
        await using var bot = await RunningBot.Start(data, ("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint), ("OTEL_SDK_DISABLED", off));
        using var turn = await bot.Say("hulp", connector);
        var loaded = await File.ReadAllTextAsync($"/proc/{bot.Id}/maps");
        Assert.Contains("Quartz.dll", loaded, StringComparison.Ordinal);
        Assert.DoesNotContain("OpenTelemetry", loaded, StringComparison.Ordinal);
    }
}
