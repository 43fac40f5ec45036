using System.IO.Compression;
using LiteDB;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Upcm.Bot.Cards;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Bot.Storage.LiteDb.Copies;
using Upcm.Bot.Storage.LiteDb.Schemas;
using Upcm.Bot.Verbs;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Storage.Copies;

public sealed class BackupTests : IDisposable
{
    private static readonly WorkspaceId Here = new("here");
    private static readonly DateTimeOffset Now = new(2026, 10, 5, 9, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo work = Directory.CreateTempSubdirectory("upcm-backup-");
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    private string Data => Path.Combine(work.FullName, "data");

    private string Copies => Path.Combine(work.FullName, "backups") + Path.DirectorySeparatorChar;

    private string Other => Path.Combine(work.FullName, "other");

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
        work.Delete(recursive: true);
    }

    [Fact]
    public async Task A_backup_of_a_store_that_is_being_written_has_all_that_was_acknowledged_before_it_began()
    {
        await using var store = Open(Data, feedAt: 20_000);
        using var stop = new CancellationTokenSource();
        var acknowledged = new int[4];
        var writing = Task.WhenAll(Enumerable.Range(0, acknowledged.Length).Select(writer => Task.Run(async () =>
        {
            for (var number = 1; !stop.IsCancellationRequested; number++)
            {
                await Write(store, new Note($"{writer}-{number}", new string('x', 300), number, $"writer={writer}|{number:0000000}"), new Note($"{writer}-{number}-b", "", number));
                Volatile.Write(ref acknowledged[writer], number);
            }
        })));
        for (var round = 0; round < 3; round++)
        {
            var before = acknowledged.Select((_, writer) => Volatile.Read(ref acknowledged[writer])).ToList();
            var (path, _) = await Backup.Make(Data, Copies, Now.AddSeconds(round), default);
            var folder = Path.Combine(work.FullName, $"restored {round}");
            await Restoring.Run(path, folder, Path.Combine(folder, "erasures"), replace: false, Now);
            await using var restored = Open(folder);
            for (var writer = 0; writer < acknowledged.Length; writer++)
            {
                var found = await restored.Find(Note.Kind, Here, $"writer={writer}|", 100_000, null, false, default);
                Assert.True(found.Count >= before[writer], $"{found.Count} of {before[writer]}");
                Assert.Equal(Enumerable.Range(1, found.Count), found.Select(static one => one.Document.Number));
                Assert.Equal(found.Count > 0, await restored.Load(Note.Kind, Here, $"{writer}-{found.Count}-b", default) is not null); // whole commits
            }
        }

        await stop.CancelAsync();
        await writing;
    }

    [Fact]
    public async Task What_is_restored_has_the_same_counts_and_the_same_hash_and_goes_on_from_there()
    {
        await Fill(Data, 50);
        await File.WriteAllTextAsync(Path.Combine(Data, "pictures.key"), "key");
        Directory.CreateDirectory(Path.Combine(Data, "files", "w", "id"));
        await File.WriteAllTextAsync(Path.Combine(Data, "files", "w", "id", "portfolio.xlsx"), "sheet");
        await using (var running = Open(Data))
        {
            Assert.Equal(0, await BackupVerb.Run(Data, Copies, Clock, output, errors, Cultures.Dutch, default));
        }

        var (path, manifest) = (Assert.Single(Backup.In(Copies)).Path, ManifestOf(Assert.Single(Backup.In(Copies)).Path));
        Assert.Contains("Reservekopie gemaakt en nagelezen: " + path, output.ToString(), StringComparison.Ordinal);
        Assert.Equal((50, 100, 1, true), (manifest.Contents.Total, manifest.Contents.Keys, manifest.Contents.Counters, manifest.Contents.KeysAgree));
        Assert.Equal(0, await RestoreVerb.Run(path, Other, Path.Combine(Other, "erasures"), replace: false, complete: true, Clock, output, errors, Cultures.Dutch, default));
        Assert.Contains($"inhoud sha256 {manifest.Contents.Hash}", output.ToString(), StringComparison.Ordinal);
        var (_, again) = await Backup.Make(Other, Copies, Now.AddHours(1), default);
        Assert.Equal(manifest.Contents, again.Contents);
        Assert.Equal((manifest.Commit, manifest.Store), (again.Commit, again.Store));
        Assert.Equal("key", await File.ReadAllTextAsync(Path.Combine(Other, "pictures.key")));
        Assert.Equal("sheet", await File.ReadAllTextAsync(Path.Combine(Other, "files", "w", "id", "portfolio.xlsx")));
        await using var store = Open(Other);
        Assert.Equal(51, await store.Next(Here, "notes", default));
        await Assert.ThrowsAsync<VersionConflictException>(() => Write(store, new Note("7", "", 7)));
    }

    [Fact]
    public async Task A_store_that_is_there_is_set_aside_only_when_that_is_said()
    {
        await Fill(Data, 3);
        var (path, manifest) = await Backup.Make(Data, Copies, Now, default);
        Assert.Equal(2, await Restore(path, Data, replace: false));
        Assert.Contains($"De opslag waarvan dit de reservekopie is, staat al in {Data}. Zeg --replace", errors.ToString(), StringComparison.Ordinal);
        await using (var store = Open(Data))
        {
            Assert.Equal(2, await Restore(path, Data, replace: true));
            Assert.Contains("De bot draait", errors.ToString(), StringComparison.OrdinalIgnoreCase);
            await Write(store, new Note("later", "", 1));
            await Write(store, new Note("latest", "", 1));
        }

        Assert.Equal(2, await Restore(path, Data, replace: false));
        Assert.Contains("De opslag in " + Data + " is nieuwer: na deze reservekopie (2026-10-05 09:00 UTC) is er nog 2 keer iets vastgelegd", errors.ToString(), StringComparison.Ordinal);
        await Fill(Other, 1);
        Assert.Equal(2, await Restore(path, Other, replace: false));
        Assert.Contains($"In {Other} staat al een andere opslag.", errors.ToString(), StringComparison.Ordinal);

        Assert.Equal(0, await Restore(path, Data, replace: true));
        await using (var store = Open(Data))
        {
            Assert.Null(await store.Load(Note.Kind, Here, "later", default));
            Assert.NotNull(await store.Load(Note.Kind, Here, "1", default));
        }

        await using var aside = Open(Path.Combine(Data, "replaced-20261005-090000"));
        Assert.NotNull(await aside.Load(Note.Kind, Here, "latest", default));
        Assert.Equal(manifest.Taken, RestoreMark.Read(Data)!.Taken);
    }

    [Fact]
    public async Task Who_was_erased_stays_known_with_the_key_of_it_and_is_in_no_backup()
    {
        await Fill(Data, 1);
        Directory.CreateDirectory(Path.Combine(Data, "erasures"));
        await File.WriteAllTextAsync(Path.Combine(Data, "erasures", "one.json"), "before");
        await File.WriteAllTextAsync(Path.Combine(Data, "pseudonyms.key"), "of the backup");
        var (path, manifest) = await Backup.Make(Data, Copies, Now, default);
        Assert.DoesNotContain(manifest.Files.Keys, static name => name.Contains("erasures", StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(Data, "erasures", "two.json"), "after");
        await File.WriteAllTextAsync(Path.Combine(Data, "pseudonyms.key"), "of today");
        Assert.Equal(0, await Restore(path, Data, replace: true));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(Data, "erasures")).Length);
        Assert.Equal("of today", await File.ReadAllTextAsync(Path.Combine(Data, "pseudonyms.key")));
        Assert.DoesNotContain("erasures", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await Restore(path, Other, replace: false));
        Assert.Equal("of the backup", await File.ReadAllTextAsync(Path.Combine(Other, "pseudonyms.key")));
        Assert.Contains("Er is geen lijst van wie is gewist", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_that_was_changed_anywhere_is_refused_and_nothing_is_touched()
    {
        await Fill(Data, 20);
        var (path, _) = await Backup.Make(Data, Copies, Now, default);
        var whole = await File.ReadAllBytesAsync(path);
        var broken = Path.Combine(work.FullName, "broken.zip");
        for (var at = 40; at < whole.Length; at += whole.Length / 40)
        {
            var bytes = whole.ToArray();
            bytes[at] ^= 0x10;
            await File.WriteAllBytesAsync(broken, bytes);
            try
            {
                var restored = await Restoring.Run(broken, Path.Combine(work.FullName, $"at {at}"), Other, replace: false, Now);
                Assert.Equal(20, restored.Manifest.Contents.Total); // it fell where nothing is read, such as a date of the zip
            }
            catch (Exception refused) when (refused is BackupRefusedException or InvalidDataException or System.Text.Json.JsonException or NotSupportedException)
            {
                Assert.Empty(Directory.GetFiles(Path.Combine(work.FullName, $"at {at}"), "*.db"));
            }
        }

        await File.WriteAllBytesAsync(broken, whole[..(whole.Length / 2)]);
        Assert.Equal(2, await Restore(broken, Other, replace: false));
        Assert.Contains("is niet te lezen als reservekopie", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_that_stopped_halfway_leaves_no_store_that_could_be_taken_for_one()
    {
        await Fill(Data, 2);
        var (path, _) = await Backup.Make(Data, Copies, Now, default);
        Directory.CreateDirectory(Other);
        await File.WriteAllTextAsync(Path.Combine(Other, "upcm.restoring"), "");
        Assert.Contains("Restore it again", Assert.Throws<StoreDamagedException>(() => Open(Other)).Message, StringComparison.Ordinal);
        Assert.Equal(0, await Restore(path, Other, replace: false));
        await using var store = Open(Other);
        Assert.NotNull(await store.Load(Note.Kind, Here, "1", default));
    }

    [Fact]
    public async Task A_backup_goes_over_no_other_and_needs_a_store()
    {
        Assert.Equal(2, await BackupVerb.Run(Data, Copies, Clock, output, errors, Cultures.English, default));
        Assert.Contains("There is no store in", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, await BackupVerb.Run(Data, null, Clock, output, errors, Cultures.English, default));
        Assert.Contains("Say --to FOLDER, or set Backup:Folder.", errors.ToString(), StringComparison.Ordinal);
        await Fill(Data, 1);
        await Backup.Make(Data, Copies, Now, default);
        await Assert.ThrowsAsync<BackupRefusedException>(() => Backup.Make(Data, Copies, Now, default));
        Assert.Single(Directory.GetFileSystemEntries(Copies));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 10)]
    public async Task A_store_of_an_older_schema_is_backed_up_brought_up_and_all_of_it_is_there(int schema, int version)
    {
        Unpack($"schema-{schema}.zip", Data);
        await using (var store = Open(Data))
        {
            var nine = (await store.Load(Note.Kind, Here, "9", default))!;
            Assert.Equal(("nine", version), (nine.Document.Text, nine.Version)); // changed by its last commit, which schema 2 had in the log only
            Assert.Equal(9, (await store.Find(Note.Kind, Here, "all|", 100, null, false, default)).Count);
            Assert.Null(await store.Load(Note.Kind, Here, "10", default));
            Assert.Equal(11, await store.Next(Here, "notes", default));
        }

        var before = ManifestOf(Assert.Single(Directory.GetFiles(Data, "before-schema-*.zip")));
        Assert.Equal((schema, 9), (before.Schema, (int)before.Contents.Total));
        using (var file = Raw(Data))
        {
            Assert.Equal(Schema.Newest, file.UserVersion);
        }

        await Open(Data).DisposeAsync();
        Assert.Single(Directory.GetFiles(Data, "before-schema-*.zip")); // once
    }

    [Fact]
    public async Task The_backup_that_an_update_made_is_the_way_back()
    {
        Unpack("schema-2.zip", Data);
        await Open(Data).DisposeAsync();
        Assert.Equal(0, await Restore(Assert.Single(Directory.GetFiles(Data, "before-schema-3-*.zip")), Other, replace: false));
        Assert.Single(Directory.GetFiles(Other, "before-schema-3-*.zip")); // opened by this release, so brought up again
        await using var store = Open(Other);
        Assert.Equal(9, (await store.Find(Note.Kind, Here, "all|", 100, null, false, default)).Count);
    }

    [Fact]
    public async Task A_newer_store_and_a_newer_backup_are_refused_with_both_versions()
    {
        await Fill(Data, 1);
        var (path, _) = await Backup.Make(Data, Copies, Now, default);
        using (var file = Raw(Data))
        {
            file.UserVersion = 99;
        }

        Assert.Contains($"The store has schema 99; this release knows {Schema.Newest}.", Assert.Throws<StoreTooNewException>(() => Open(Data)).Message, StringComparison.Ordinal);
        Rewrite(path, "\"schema\": 3", "\"schema\": 77");
        Assert.Equal(2, await Restore(path, Other, replace: false));
        Assert.Contains($"The backup has schema 77; this release knows {Schema.Newest}.", errors.ToString(), StringComparison.Ordinal);
        Rewrite(path, "\"format\": 1", "\"format\": 8");
        Assert.Equal(2, await Restore(path, Other, replace: false));
        Assert.Contains("Deze reservekopie heeft vorm 8; deze versie kent 1.", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_night_a_backup_is_made_and_the_oldest_goes()
    {
        await Fill(Data, 1);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 10, 5, 1, 0, 0, TimeSpan.Zero)); // 03:00 in Amsterdam
        using var nightly = new NightlyBackup(Data, Copies, new TimeOnly(4, 0), keep: 2, clock, NullLogger<NightlyBackup>.Instance);
        await nightly.MakeDue(default);
        Assert.Equal(["upcm-20261005-010000.zip"], Names()); // yesterday's was missed
        await nightly.MakeDue(default);
        Assert.Single(Names());
        foreach (var hours in new[] { 1, 24, 24 })
        {
            clock.Advance(TimeSpan.FromHours(hours));
            await nightly.MakeDue(default);
        }

        Assert.Equal(["upcm-20261006-020000.zip", "upcm-20261007-020000.zip"], Names());
        clock.Advance(TimeSpan.FromHours(24));
        File.Move(Path.Combine(Data, "upcm.db"), Path.Combine(Data, "gone"));
        Assert.Equal(TimeSpan.FromMinutes(30), await nightly.MakeDue(default));
        Assert.Equal(new DateTimeOffset(2026, 10, 8, 2, 0, 0, TimeSpan.Zero), nightly.FailingSince);
        Assert.Equal(2, Names().Count());

        IEnumerable<string?> Names() => Directory.GetFiles(Copies).Select(Path.GetFileName).Order(StringComparer.Ordinal);
    }

    private FakeTimeProvider Clock { get; } = new(Now);

    private Task<int> Restore(string path, string data, bool replace) => RestoreVerb.Run(path, data, Path.Combine(data, "erasures"), replace, complete: false, Clock, output, errors, Cultures.Dutch, default);

    private static LiteDbStore Open(string folder, long feedAt = 1_000_000) => LiteDbStore.Open(folder, NullLogger.Instance, feedAt);

    private static LiteDatabase Raw(string folder) => new(new ConnectionString { Filename = Path.Combine(folder, "upcm.db"), Collation = new Collation("/Ordinal") });

    private static async Task Fill(string folder, int notes)
    {
        await using var store = Open(folder);
        for (var number = 1; number <= notes; number++)
        {
            await Write(store, new Note($"{number}", "text", number, $"n={number}", "all"));
        }
    }

    private static async Task Write(LiteDbStore store, params Note[] notes)
    {
        var changes = new Changes(Here);
        foreach (var note in notes)
        {
            changes.Insert(Note.Kind, note);
        }

        changes.Add("notes", 1);
        await store.Commit(changes, default);
    }

    private static Manifest ManifestOf(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        return Backup.ManifestOf(zip);
    }

    private static void Rewrite(string path, string from, string to)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        var entry = zip.GetEntry(Backup.ManifestName)!;
        string text;
        using (var reader = new StreamReader(entry.Open()))
        {
            text = reader.ReadToEnd();
        }

        Assert.Contains(from, text, StringComparison.Ordinal);
        entry.Delete();
        using var writer = new StreamWriter(zip.CreateEntry(Backup.ManifestName).Open());
        writer.Write(text.Replace(from, to, StringComparison.Ordinal));
    }

    private static void Unpack(string name, string folder) =>
        ZipFile.ExtractToDirectory(Path.Combine(AppContext.BaseDirectory, "Storage", "Copies", name), Directory.CreateDirectory(folder).FullName);
}
