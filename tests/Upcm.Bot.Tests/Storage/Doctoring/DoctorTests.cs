using System.Text.Json;
using LiteDB;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Upcm.Bot.Cards;
using Upcm.Bot.Notifications;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Bot.Storage.LiteDb.Copies;
using Upcm.Bot.Storage.LiteDb.Doctoring;
using Upcm.Bot.Verbs;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Storage.Doctoring;

public sealed class DoctorTests : IDisposable
{
    private const int PageSize = 8192;
    private static readonly WorkspaceId Here = new("here");
    private static readonly DateTimeOffset Now = new(2026, 10, 5, 9, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("upcm-doctor-");

    private string Database => Path.Combine(folder.FullName, "upcm.db");

    private string Quarantined => Path.Combine(folder.FullName, "quarantine", "20261005-090000");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Where_all_can_be_read_it_says_so_also_while_the_bot_runs()
    {
        await Fill(200);
        var before = await File.ReadAllBytesAsync(Database);
        Assert.Equal((0, true), await Told(mend: false, "Alles is te lezen."));
        Assert.Equal(before, await File.ReadAllBytesAsync(Database));
        await using var running = Open();
        await Write(running, new Note("more", "in the log", 0));
        Assert.Equal((0, true), await Told(mend: false, "Onderzocht: 201 documenten, 2 tellers, 1 stukken logboek, tot en met vastlegging 201."));
        Assert.Equal((2, true), await Told(mend: true, "Stop de bot eerst."));
        Assert.DoesNotContain(folder.GetDirectories(), static one => one.Name.EndsWith(".part", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_document_that_cannot_be_read_goes_into_quarantine_and_the_rest_goes_on()
    {
        await Fill(20);
        await using (var store = Open())
        {
            var changes = new Changes(Here);
            foreach (var name in new[] { "sanne", "piet", "fatima" })
            {
                changes.Insert(Kinds.People, new Person { Id = new PersonId(name), Name = name, ChannelId = name, Channel = "test" });
            }

            await store.Commit(changes, default);
        }

        Change("d_people", "piet", static row => row["j"] = "{ \"Id\": 12 }");
        Change("d_people", "fatima", static row => row.Remove("k"));
        Change("d_notes", "7", static row => row["j"] = "{ cut");
        await using (var store = Open()) // the service starts all the same, and passes them over
        {
            Assert.Null(await store.Load(Kinds.People, Here, "piet", default));
            Assert.Null(await store.Load(Kinds.People, Here, "fatima", default));
            Assert.Equal("sanne", Assert.Single(await store.Find(Kinds.People, Here, "name=", 9, null, false, default)).Document.Name);
            Assert.Equal(19, (await store.Find(Note.Kind, Here, "all|", 100, null, false, default)).Count);
            Assert.Equal([(TroubleKind.Unreadable, 3)], Troubles(store));
        }

        var (code, said) = await Run(mend: false);
        Assert.True(code == 1, said);
        Assert.Contains("Document piet in people is niet te lezen", said, StringComparison.Ordinal);
        Assert.Contains("Document fatima in people is niet te lezen", said, StringComparison.Ordinal);
        Assert.Contains("Document 7 in notes is niet te lezen", said, StringComparison.Ordinal);
        Assert.Equal((3, true), await Told(mend: true, "Hersteld."));
        var set = (await File.ReadAllLinesAsync(Path.Combine(Quarantined, "documents.jsonl"))).Select(static line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["7", "fatima", "piet"], set.Select(static one => one.GetProperty("Id").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal("{ \"Id\": 12 }", set.Single(static one => one.GetProperty("Id").GetString() == "piet").GetProperty("Raw").GetString());
        Assert.True(File.Exists(Path.Combine(Quarantined, "upcm.db")));
        Assert.Equal((Now, 3), Quarantine.Newest(folder.FullName));
        Assert.Equal((0, true), await Told(mend: false, "Alles is te lezen."));
        await using var mended = Open();
        Assert.Equal([(TroubleKind.Quarantined, 3)], Troubles(mended));
        Assert.Equal(19, (await mended.Find(Note.Kind, Here, "all|", 100, null, false, default)).Count);
        var anew = new Changes(Here);
        anew.Insert(Kinds.People, new Person { Id = new PersonId("piet"), Name = "Piet", ChannelId = "p", Channel = "test" });
        await mended.Commit(anew, default);
        Assert.Equal(21, await mended.Next(Here, "notes", default)); // numbers go on
    }

    [Fact]
    public async Task A_log_that_is_broken_in_the_middle_costs_the_commits_that_stood_there_and_no_other()
    {
        await Fill(10);
        await Unfed(static number => new Note($"late {number}", "text", number, $"late={number:00}"), 5);
        var segment = Assert.Single(folder.GetFiles("upcm-*.log")).FullName;
        var bytes = await File.ReadAllBytesAsync(segment);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(segment, bytes);
        Assert.Contains("Say doctor", Assert.Throws<StoreDamagedException>(() => Open()).Message, StringComparison.Ordinal);
        Assert.Equal((1, true), await Told(mend: false, "Vastlegging 13 is nergens te lezen. Wat erna kwam wel, en blijft"));
        Assert.Equal((3, true), await Told(mend: true, "is niet te lezen van byte"));
        Assert.True(File.Exists(Path.Combine(Quarantined, Path.GetFileName(segment))));
        await using var store = Open();
        Assert.Equal(["late 1", "late 2", "late 4", "late 5"], (await store.Find(Note.Kind, Here, "late=", 10, null, false, default)).Select(static one => one.Document.Id));
        Assert.Equal(10, (await store.Find(Note.Kind, Here, "all|", 100, null, false, default)).Count);
        Assert.Equal(16, store.LastCommit + 1);
    }

    [Fact]
    public async Task A_log_of_which_only_the_last_record_is_cut_is_no_damage()
    {
        await Fill(3);
        await Unfed(static number => new Note($"late {number}", "text", number), 2);
        var segment = Assert.Single(folder.GetFiles("upcm-*.log")).FullName;
        var bytes = await File.ReadAllBytesAsync(segment);
        await File.WriteAllBytesAsync(segment, bytes[..^5]);
        Assert.Equal((0, true), await Told(mend: false, "tot en met vastlegging 4."));
    }

    [Fact]
    public async Task Commits_that_are_missing_before_others_are_named()
    {
        await Fill(3);
        await Unfed(static number => new Note($"late {number}", "text", number, "late"), 3);
        var segment = Assert.Single(folder.GetFiles("upcm-*.log")).FullName;
        var bytes = await File.ReadAllBytesAsync(segment);
        LogRecord.TryRead(bytes.AsSpan(CommitLog.Magic.Length), out _, out var first);
        await File.WriteAllBytesAsync(segment, [.. CommitLog.Magic, .. bytes[(CommitLog.Magic.Length + first)..]]);
        Assert.Throws<StoreDamagedException>(() => Open());
        Assert.Equal((3, true), await Told(mend: true, "Vastlegging 4 is nergens te lezen."));
        await using var store = Open();
        Assert.Equal(["late 2", "late 3"], (await store.Find(Note.Kind, Here, "late", 10, null, false, default)).Select(static one => one.Document.Id));
    }

    [Fact]
    public async Task Whichever_page_breaks_what_stood_on_the_others_is_there_again()
    {
        await Fill(400);
        var whole = await File.ReadAllBytesAsync(Database);
        var pages = whole.Length / PageSize;
        Assert.InRange(pages, 40, 400);
        var random = new Random(7);
        for (var page = 1; page < pages; page += 3)
        {
            var broken = whole.ToArray();
            random.NextBytes(broken.AsSpan(page * PageSize, PageSize));
            if (page % 2 == 0)
            {
                broken.AsSpan(page * PageSize, PageSize).Clear();
            }

            await Again(broken);
            var (code, said) = await Run(mend: true);
            Assert.True(code is 0 or 3, $"page {page}: {said}");
            await using var store = Open();
            var found = (await store.Find(Note.Kind, Here, "all|", 1000, null, false, default)).Select(static one => one.Document).ToList();
            Assert.InRange(found.Count, 330, 400);
            Assert.True(found.Count == 400 || said.Contains($"{400 - found.Count} documenten zijn er niet meer", StringComparison.Ordinal), $"page {page} lost {400 - found.Count}: {said}");
            Assert.All(found, static note => Assert.Equal(Text(note.Number), note.Text));
            await Write(store, new Note("after", "", 0, "after"));
            Assert.Single(await store.Find(Note.Kind, Here, "after", 9, null, false, default));
        }
    }

    [Fact]
    public async Task Without_its_first_page_a_file_is_given_up_and_a_backup_asked_for()
    {
        await Fill(5);
        var bytes = await File.ReadAllBytesAsync(Database);
        bytes.AsSpan(0, PageSize).Clear();
        await Again(bytes);
        Assert.Equal((2, true), await Told(mend: true, "Restore a backup."));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Database));
    }

    private static LiteDbStore Open(string path, long feedAt) => LiteDbStore.Open(path, NullLogger.Instance, feedAt);

    private LiteDbStore Open(long feedAt = 1_000_000) => Open(folder.FullName, feedAt);

    private async Task<(int Code, string Said)> Run(bool mend)
    {
        await using var said = new StringWriter();
        var code = await DoctorVerb.Run(folder.FullName, mend, new FakeTimeProvider(Now), said, said, Cultures.Dutch);
        return (code, said.ToString());
    }

    private async Task<(int Code, bool Said)> Told(bool mend, string what)
    {
        var (code, said) = await Run(mend);
        Assert.Contains(what, said, StringComparison.Ordinal);
        return (code, true);
    }

    private static string Text(int number) => new((char)('a' + (number % 26)), number * 37 % 900);

    private async Task Fill(int notes)
    {
        await using var store = Open();
        for (var number = 1; number <= notes; number++)
        {
            await Write(store, new Note($"{number}", Text(number), number, $"n={number}", $"all|{number:0000}"));
        }
    }

    private static async Task Write(LiteDbStore store, Note note)
    {
        var changes = new Changes(Here);
        changes.Insert(Note.Kind, note);
        changes.Add("notes", 1);
        changes.Add("sum", note.Number);
        await store.Commit(changes, default);
    }

    /// <summary>What the administrators hear of.</summary>
    private List<(TroubleKind, int)> Troubles(LiteDbStore store)
    {
        using var backups = new NightlyBackup(folder.FullName, null, default, 1, TimeProvider.System, NullLogger<NightlyBackup>.Instance);
        return [.. new StoreWatch(store, backups, folder.FullName).Troubles(Now).Select(static one => (one.Kind, one.Count))];
    }

    /// <summary>Commits that are in the log alone, as after a kill.</summary>
    private async Task Unfed(Func<int, Note> note, int count)
    {
        var copy = Directory.CreateDirectory(folder.FullName + "-running").FullName;
        try
        {
            Array.ForEach(folder.GetFiles("upcm.db"), file => file.CopyTo(Path.Combine(copy, file.Name)));
            await using var store = Open(copy, feedAt: 1_000_000);
            for (var number = 1; number <= count; number++)
            {
                await Write(store, note(number));
            }

            foreach (var segment in Directory.GetFiles(copy, "upcm-*.log"))
            {
                File.Copy(segment, Path.Combine(folder.FullName, Path.GetFileName(segment)));
            }
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    /// <summary>The same folder with this file and nothing else.</summary>
    private async Task Again(byte[] database)
    {
        folder.Delete(recursive: true);
        folder.Create();
        await File.WriteAllBytesAsync(Database, database);
    }

    private void Change(string collection, string id, Action<BsonDocument> change)
    {
        using var file = new LiteDatabase(new ConnectionString { Filename = Database, Collation = new Collation("/Ordinal") });
        var rows = file.GetCollection(collection);
        var row = rows.FindById($"{Here}\u001F{id}");
        change(row);
        rows.Update(row);
    }
}
