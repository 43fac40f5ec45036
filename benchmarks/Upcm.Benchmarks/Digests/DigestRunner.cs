using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Channels.Teams;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Bot.People;
using Upcm.Bot.Programme;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Domain;

namespace Upcm.Benchmarks.Digests;

/// <summary>The process that is killed: rings once at a given moment and sends what waits, until nothing does.</summary>
internal static class DigestRunner
{
    public const string Verb = "digest-runner";
    public const int TimesAsFast = 40;
    public static readonly WorkspaceId Here = new("here");

    public static async Task<int> Run(string folder, string connector, string moment)
    {
        var method = ProgrammeFile.ReadFrom(ProgrammeFile.Shipped).Programme!;
        var time = new FastClock(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture), TimesAsFast);
        var bell = new Bell();
        await using var store = new RingingStore(LiteDbStore.Open(folder, NullLogger<LiteDbStore>.Instance), bell);
        using var http = new HttpClient();
        var courier = new Courier(store, [new TeamsChannel(new Upcm.Bot.Channels.Teams.Connector(new Clients(http), time))], [], time, NullLogger<Courier>.Instance);
        using var dispatcher = new Dispatcher(store, courier, bell, time, NullLogger<Dispatcher>.Instance);
        var timetable = RhythmOptions.From(new ConfigurationManager { ["Rhythm:DaysOff:Digest"] = "kept" }).Timetable(Clock.Amsterdam);
        var runner = new RhythmRunner(
            store, new MeetingCalendar(store, timetable, method), new OccasionPosts(store, method, new Reminders(store, method, time)), new ReportClock(store, method, time), time,
            NullLogger<RhythmRunner>.Instance);
        await dispatcher.StartAsync(default);
        await Console.Out.WriteLineAsync("begun");
        await runner.Ring(default);
        while ((await store.Find(Kinds.Posts, Here, "due=", 1, null, descending: false, default)).Count > 0)
        {
            await bell.Next.WaitAsync(TimeSpan.FromMilliseconds(200)).ContinueWith(static _ => { }, TaskScheduler.Default);
        }

        await dispatcher.StopAsync(default);
        return 0;
    }

    /// <summary>A store with so many linking pins, whom the bot has met.</summary>
    public static async Task Fill(string folder, int pins, string connector, DateTimeOffset at)
    {
        var teams = ProgrammeFile.ReadFrom(ProgrammeFile.Shipped).Programme!.Teams.Where(static team => team.ProjectType is not null).ToList();
        await using var store = LiteDbStore.Open(folder, NullLogger<LiteDbStore>.Instance);
        var changes = new Changes(Here);
        changes.Insert(Kinds.Occasions, OccasionRun.Start(OccasionKind.Digest, null, at));
        for (var i = 0; i < pins; i++)
        {
            var id = new PersonId($"pin{i:0000}");
            var somebody = new Somebody(id, id.Value);
            changes.Insert(Kinds.People, new Person
            {
                Id = id,
                Name = id.Value,
                ChannelId = $"29:{id}",
                Channel = TeamsChannel.ChannelName,
                PersonalAddress = new TeamsAddress(connector, id.Value, "28:bot", "UPCM bot", Here.Value, null).ToJson(),
            });
            changes.Insert(Kinds.Appointments, new Appointment { Office = Offices.LinkingPin, Team = teams[i % teams.Count].Id, Person = somebody, By = somebody, At = at });
        }

        await store.Commit(changes, default);
    }

    private sealed class Clients(HttpClient client) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => client;
    }
}
