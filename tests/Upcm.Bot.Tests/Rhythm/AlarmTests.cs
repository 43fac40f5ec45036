using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Upcm.Bot.Pictures;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Conversation;
using Upcm.Bot.Tests.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Rhythm;

public sealed class AlarmTests
{
    [Fact]
    public async Task Quartz_rings_on_the_clock_it_is_given()
    {
        var cancel = TestContext.Current.CancellationToken;
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 10, 12, 5, 58, 0, TimeSpan.Zero));
        var store = new MemoryStore();
        var beat = new Beat(store, time);
        await beat.Bind("kanaal", "realisatie");
        await beat.Ring();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<IConfiguration>(new ConfigurationManager()).AddSingleton<IStore>(store)
            .AddSingleton(Talker.Method).AddSingleton(new Illustrations()).AddSingleton<TimeProvider>(time).AddRhythm().AddAlarm(time);
        using var host = builder.Build();
        await host.StartAsync(cancel);
        for (var i = 0; i < 600 && (await beat.Runs(OccasionKind.Digest)).Count == 0; i++)
        {
            time.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancel);
        }

        Assert.Equal("digest/2026-W42", (await beat.Runs(OccasionKind.Digest))[0].Id);
        await host.StopAsync(cancel);
    }
}
