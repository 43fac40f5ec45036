using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Domain;

namespace Upcm.Benchmarks.Torturing;

/// <summary>What a writer leaves: a pair per commit that is there or gone together, and a head that counts.</summary>
internal sealed record Leaf(string Id, int Writer, int Number, string Text)
{
    public static Kind<Leaf> Kind { get; } =
        new("leaves", static () => LeafJson.Default.Leaf, static it => it.Id, static it => [$"writer={it.Writer:00}|{it.Number:0000000}"]);

    public static string Left(int writer, int number) => $"left {writer} {number}";

    public static string Right(int writer, int number) => $"right {writer} {number}";

    public static string Head(int writer) => $"head {writer}";
}

[JsonSerializable(typeof(Leaf))]
internal sealed partial class LeafJson : JsonSerializerContext;

/// <summary>Commits without end and says which commits were acknowledged, until it is killed.</summary>
internal static class TortureWriter
{
    public const int Writers = 12;

    /// <summary>Every so many commits the pair before the last is deleted.</summary>
    public const int DeletesEvery = 5;

    /// <summary>Small, so that the file behind the log is being written most of the time.</summary>
    public const long FeedAt = 60_000;

    public static readonly WorkspaceId Here = new("here");

    public static async Task<int> Run(string folder)
    {
        await using var store = LiteDbStore.Open(folder, NullLogger.Instance, FeedAt);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(store, writer))));
        return 0;
    }

    /// <summary>Leaves a store of about this size on disk, with other documents than the writers'.</summary>
    public static async Task Fill(string folder, int megabytes)
    {
        const int PerCommit = 200;
        var text = new string('x', 2000);
        await using var store = LiteDbStore.OpenToFill(folder, NullLogger<LiteDbStore>.Instance);
        for (var written = 0; written < megabytes * 1_000_000L / 3000; written += PerCommit)
        {
            var changes = new Changes(Here);
            for (var number = written; number < written + PerCommit; number++)
            {
                changes.Insert(Leaf.Kind, new Leaf($"filling {number}", 99, number, text));
            }

            await store.Commit(changes, default);
        }
    }

    public static bool IsDeleted(int number, int head) => number % DeletesEvery == 3 && head >= number + 2;

    private static async Task Write(LiteDbStore store, int writer)
    {
        var head = await store.Load(Leaf.Kind, Here, Leaf.Head(writer), default);
        for (var number = (head?.Document.Number ?? 0) + 1; ; number++)
        {
            var changes = new Changes(Here);
            var text = new string((char)('a' + (number % 26)), number * 37 % 900);
            changes.Insert(Leaf.Kind, new Leaf(Leaf.Left(writer, number), writer, number, text));
            changes.Insert(Leaf.Kind, new Leaf(Leaf.Right(writer, number), writer, number, text));
            changes.Put(Leaf.Kind, new Leaf(Leaf.Head(writer), writer, number, text), head?.Version ?? 0);
            changes.Add($"commits {writer}", 1);
            if (number % DeletesEvery == 0)
            {
                await Delete(store, changes, Leaf.Left(writer, number - 2));
                await Delete(store, changes, Leaf.Right(writer, number - 2));
            }

            await store.Commit(changes, default);
            lock (Console.Out)
            {
                Console.Out.Write(string.Create(CultureInfo.InvariantCulture, $"{writer} {number} .\n"));
            }

            head = await store.Load(Leaf.Kind, Here, Leaf.Head(writer), default);
        }
    }

    private static async Task Delete(LiteDbStore store, Changes changes, string id) =>
        changes.Delete(Leaf.Kind, id, (await store.Load(Leaf.Kind, Here, id, default))!.Version);
}
