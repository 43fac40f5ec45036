using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Options;
using Upcm.Bot.Addresses;
using Upcm.Bot.Channels.Teams;
using Upcm.Bot.Configuration;
using Upcm.Bot.Files;
using Upcm.Bot.Flows.Exporting;
using Upcm.Bot.Health;
using Upcm.Bot.Notifications;
using Upcm.Bot.Pictures;
using Upcm.Bot.Privacy;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Bot.Storage.LiteDb.Copies;
using Upcm.Bot.Telemetry;

namespace Upcm.Bot.Verbs;

/// <summary><c>serve</c>: the service itself.</summary>
internal static class ServeVerb
{
    /// <summary>Leaves the store two seconds of the ten that whoever stops a service usually gives it.</summary>
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(8);

    /// <summary>
    /// Settings are read at the start. Watched for changes, all that is written beneath the working folder is reported to us,
    /// and there stands the store.
    /// </summary>
    private static readonly string[] NothingWatched = ["--hostBuilder:reloadConfigOnChange=false"];

    /// <summary>Four lines for every request tell nothing of what the bot did, and cost more than answering it.</summary>
    private static readonly KeyValuePair<string, string?>[] Quiet =
        [
            new("Logging:LogLevel:Microsoft.AspNetCore", "Warning"),
            new("Logging:LogLevel:Quartz", "Warning"),
            new("Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks", "None"), // Readiness tells what changed
        ];

    public static Command Create(Common common)
    {
        var urls = new Option<string?>("--urls") { Description = "Where to listen" };
        var command = new Command("serve", "Serve Teams (the default)") { urls };
        command.SetAction((parsed, cancel) => Run(common, parsed, parsed.GetValue(urls), cancel));
        return command;
    }

    private static async Task<int> Run(Common common, ParseResult parsed, string? urls, CancellationToken cancel)
    {
        if (common.Settings(parsed, (Settings.Urls, urls)) is not { } settings)
        {
            return Common.Refused;
        }

        var reading = Task.Run(() => Bot.ReadProgramme(settings.Of(Settings.Programme), Console.Error), cancel);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = NothingWatched });
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Quiet }); // what the operator says comes after it
        builder.Configuration.AddConfiguration(settings);
        builder.WebHost.UseUrls(settings.Of(Settings.Urls)!);
        var data = Common.DataOf(settings);
        var key = AddressKey.From(settings.Of(Settings.PictureKeySetting), data);
        var live = TimeSpan.FromDays(int.Parse(settings.Of(Settings.PictureDays)!, CultureInfo.InvariantCulture));
        builder.Services
            .AddSingleton(provider => new PictureLinks(settings.HomeOf(), key, TimeProvider.System, live, () => provider.GetRequiredService<Erasures>().Mark))
            .AddSingleton(static provider => new Illustrations(provider.GetRequiredService<PictureLinks>()))
            .AddSingleton(new FileLinks(settings.HomeOf(), key, TimeProvider.System));
        if (settings.Of(Settings.LogFormat) == "json")
        {
            builder.Logging.AddJsonConsole(static json => (json.UseUtcTimestamp, json.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        }

        builder.Services.Configure<HostOptions>(static host => (host.ShutdownTimeout, host.ServicesStopConcurrently) = (StopsWithin, true));
        builder.AddTelemetry(settings);
        builder.Services.AddFront(builder.Configuration).AddHealth(builder.Configuration);
        builder.Services.AddBot(() => reading.Result!, data).AddTeams(builder.Configuration).AddRhythm().AddAlarm(TimeProvider.System);
        builder.Services.AddSingleton(AfterRestore.Begin(data, TimeProvider.System.GetUtcNow()))
            .AddSingleton(provider => NightlyBackup.From(settings, TimeProvider.System, provider.GetRequiredService<ILogger<NightlyBackup>>()))
            .AddHostedService(static provider => provider.GetRequiredService<NightlyBackup>())
            .AddSingleton<IWatched>(provider => new StoreWatch(provider.GetRequiredService<LiteDbStore>(), provider.GetRequiredService<NightlyBackup>(), data));
        builder.Services.AddSingleton<Courier>().AddSingleton<Dispatcher>().AddHostedService(provider => provider.GetRequiredService<Dispatcher>()).AddHostedService<Heartbeat>().AddHostedService<ExportTeller>().AddHostedService<PrivacyClock>()
            .AddHostedService(provider => provider.GetRequiredService<Flows.CirculatingProposals.Deadlines>());
        await using var app = builder.Build();
        if (await reading is not { } method)
        {
            return Common.Refused;
        }

        var teams = app.Services.GetRequiredService<IOptions<TeamsOptions>>().Value;
        if (teams.Problems(app.Environment) is { Count: > 0 } problems)
        {
            problems.ToList().ForEach(Console.Error.WriteLine);
            return Common.Refused;
        }

        var opening = Task.Run(() => Bot.PutRight(app.Services, cancel), cancel);
        app.MapTeams();
        app.MapPictures();
        app.MapFiles();
        app.MapHealth();
        app.MapPages(method, teams.HasCredentials);
        await opening;
        await app.RunAsync(cancel);
        return 0;
    }
}
