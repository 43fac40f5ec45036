using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.Telling;
using Upcm.Bot.People;
using Upcm.Bot.Programme;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Domain;

namespace Upcm.Benchmarks.Digests;

/// <summary>A digest run for many linking pins over a large store, and one digest alone.</summary>
public static class DigestBenchmark
{
    private const int PerCommit = 1000;
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 7, 0, 1, TimeSpan.Zero);

    public static async Task<int> Run(string folder, int pins, int initiatives, int facts)
    {
        if (folder.Length == 0)
        {
            folder = Directory.CreateTempSubdirectory("upcm-digest-").FullName;
        }

        var method = ProgrammeFile.ReadFrom(ProgrammeFile.Shipped).Programme!;
        if (!File.Exists(Path.Combine(folder, "filled")))
        {
            var filling = Stopwatch.StartNew();
            await DigestRunner.Fill(folder, pins, "http://127.0.0.1:1/", Now.AddDays(-7));
            await Fill(folder, method, initiatives, facts);
            await File.WriteAllTextAsync(Path.Combine(folder, "filled"), "");
            Tell($"filled in {filling.Elapsed.TotalSeconds:0} s: {initiatives} initiatives, {facts} facts, {pins} linking pins");
        }

        var time = new FastClock(Now, 1);
        await using var store = LiteDbStore.Open(folder, NullLogger<LiteDbStore>.Instance);
        var team = method.Teams.First(static one => one.ProjectType is not null).Id;
        for (var i = 0; i < 3; i++)
        {
            await One(store, method, team);
        }

        await Forget(store);
        var (one, alone) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        const int Times = 20;
        for (var i = 0; i < Times; i++)
        {
            await One(store, method, team);
        }

        Tell($"one digest: {one.Elapsed.TotalMilliseconds / Times:0.0} ms, {(Process.GetCurrentProcess().TotalProcessorTime - alone).TotalMilliseconds / Times:0.0} ms of processor time");
        var before = Memory();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var run = Stopwatch.StartNew();
        await new RhythmRunner(
            store, new MeetingCalendar(store, RhythmOptions.From(new ConfigurationManager()).Timetable(Clock.Amsterdam), method),
            new OccasionPosts(store, method, new Reminders(store, method, time)), new ReportClock(store, method, time), time, NullLogger<RhythmRunner>.Instance).Ring(default);
        var posts = (await store.Find(Kinds.Posts, DigestRunner.Here, "due=", pins + 1, null, descending: false, default)).Count;
        Tell($"a run of {posts} digests: {run.Elapsed.TotalSeconds:0.00} s, {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds:0.00} s of processor time, {(Memory() - before) / 1024 / 1024.0:0} MB more on the heap");
        return 0;

        static long Memory() => GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>What an earlier run on this store left: it is to be made again.</summary>
    private static async Task Forget(LiteDbStore store)
    {
        while (await store.Find(Kinds.Posts, DigestRunner.Here, "due=", PerCommit, null, descending: false, default) is { Count: > 0 } posts)
        {
            var changes = new Changes(DigestRunner.Here);
            foreach (var found in posts)
            {
                changes.Delete(Kinds.Posts, found.Document.Id, found.Version);
            }

            await store.Commit(changes, default);
        }

        var runs = new Changes(DigestRunner.Here);
        foreach (var found in await store.Find(Kinds.Occasions, DigestRunner.Here, "at=", PerCommit, null, descending: false, default))
        {
            if (!found.Document.IsStart)
            {
                runs.Delete(Kinds.Occasions, found.Document.Id, found.Version);
            }
        }

        if (runs.Any)
        {
            await store.Commit(runs, default);
        }
    }

    private static async Task One(LiteDbStore store, WorkingMethod method, string team)
    {
        var reader = new NewsReader(store, DigestRunner.Here, method, default);
        await new NewsCards(reader, Cultures.Dutch).Digest(await reader.Of(team, Now.AddDays(-7), Now), new Telling());
    }

    /// <summary>Initiatives of all teams, and facts of two years: a thousandth of them of the last week.</summary>
    private static async Task Fill(string folder, WorkingMethod method, int initiatives, int facts)
    {
        var teams = method.Teams.Where(static team => team.ProjectType is not null).Select(static team => team.Id).ToList();
        var somebody = new Somebody(new PersonId("iemand"), "Iemand");
        await using var store = LiteDbStore.Open(folder, NullLogger<LiteDbStore>.Instance);
        for (var first = 1; first <= initiatives; first += PerCommit)
        {
            var changes = new Changes(DigestRunner.Here);
            for (var i = first; i < first + PerCommit && i <= initiatives; i++)
            {
                changes.Insert(Kinds.Initiatives, new Initiative
                {
                    Number = new InitiativeNumber(25, i),
                    Title = $"Initiatief {i}",
                    Result = "Minder nieuw materiaal",
                    Team = teams[i % teams.Count],
                    Phase = method.Phases[1].Id,
                    RegisteredBy = somebody,
                    RegisteredAt = Now.AddDays(-700),
                });
            }

            await store.Commit(changes, default);
        }

        string[] kinds = [History.ProgressReported, History.GateRequested, History.GateDecided, History.ImpactSheetMade, History.InitiativeChanged];
        var years = TimeSpan.FromDays(730);
        for (var first = 0; first < facts; first += PerCommit)
        {
            var changes = new Changes(DigestRunner.Here);
            for (var i = first; i < first + PerCommit && i < facts; i++)
            {
                var at = Now - (years * (1 - ((double)i / facts))) - TimeSpan.FromSeconds(1);
                changes.Insert(Kinds.Journal, new JournalLine
                {
                    Id = string.Create(CultureInfo.InvariantCulture, $"{Kinds.Sortable(at)}~{i}"),
                    At = at,
                    By = somebody,
                    What = kinds[i % kinds.Length],
                    Number = new InitiativeNumber(25, 1 + (i % initiatives)),
                    Team = teams[i % initiatives % teams.Count],
                });
            }

            await store.Commit(changes, default);
        }

        var followed = new Changes(DigestRunner.Here);
        var last = await store.Find(Kinds.Journal, DigestRunner.Here, "at=", 1, null, descending: true, default);
        followed.Insert(Kinds.Followed, new Followed("reports-owed", last[0].Bookmark));
        await store.Commit(followed, default);
    }

    private static void Tell(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
