using System.Globalization;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Exporting;
using Upcm.Bot.Importing;
using Upcm.Bot.Notifications;
using Upcm.Bot.People;
using Upcm.Bot.Privacy;
using Upcm.Bot.Rhythm;

namespace Upcm.Bot.Storage;

/// <summary>What the bot keeps to do its own work: drafts, what goes out, what ran and what is still to be done.</summary>
public static partial class Kinds
{
    public static Kind<Draft> Drafts { get; } =
        new("drafts", static () => StoredJson.Default.Draft, static it => it.Id, static it => [$"person={it.Person}|", $"updated={Sortable(it.Updated)}"])
        {
            Owner = static it => it.Person,
        };

    public static Kind<HeardBefore> Heard { get; } =
        new("heard", static () => StoredJson.Default.HeardBefore, static it => it.Place, static it => [.. it.Keys]);

    /// <summary>One document per place: a document for every message was most of what the store had to take in.</summary>
    public static Kind<HeardLately> HeardLately { get; } =
        new("heard_lately", static () => StoredJson.Default.HeardLately, static it => it.Id, static _ => []);

    /// <summary>What imports wrote.</summary>
    public static Kind<ImportedRecord> ImportedRecords { get; } =
        new("imported", static () => StoredJson.Default.ImportedRecord, static it => it.Id, static it => it.Key is { } key ? [$"key={key}|"] : []);

    /// <summary>Imports by file; those that ended halfway are found.</summary>
    public static Kind<ImportRun> ImportRuns { get; } =
        new("import_runs", static () => StoredJson.Default.ImportRun, static it => it.File, static it => it.Finished is null ? [ImportRun.Unfinished] : []);

    public static Kind<Post> Posts { get; } =
        new("posts", static () => StoredJson.Default.Post, static it => it.Id, static it =>
        [
            .. it.Occasion is not null && it.Replaces is null ? [$"occasion={it.Occasion}|"] : Array.Empty<string>(),
            .. it.Replaces is { } replaced ? [$"replaces={replaced}|{Sortable(it.Created)}"] : Array.Empty<string>(),
            .. it.State switch
            {
                PostState.Pending => Waits(it, it.Due),
                PostState.Claimed => Waits(it, it.LeaseEnds!.Value),
                PostState.Sent or PostState.Moot => [$"ended={Sortable(it.SentAt ?? it.MootAt ?? it.Created)}"],
                PostState.Held => [$"stuck={it.State}|{Sortable(it.Created)}", $"held={LaneOf(it)}|{Sortable(it.Created)}"],
                _ => new[] { $"stuck={it.State}|{Sortable(it.Created)}" },
            },
        ])
        {
            Owner = static it => it.Person,
        };

    public static Kind<SendingHold> SendingHolds { get; } =
        new("sending_holds", static () => StoredJson.Default.SendingHold, static it => it.Lane, static it => [$"until={Sortable(it.Until)}"]);

    /// <summary>The conversation that a post goes to, of which there is one message at a time.</summary>
    public static string LaneOf(Post post) =>
        post.Place is { } place ? $"place/{place.Replace('|', '/')}"
        : post.Address is { } address && !post.InPerson ? $"address/{Upcm.Bot.Conversation.HeardLately.IdOf(address)}"
        : $"person/{post.Person}";

    /// <summary>The moment that a key ends in.</summary>
    public static DateTimeOffset MomentOf(string key) => DateTimeOffset.ParseExact(
        key.AsSpan(Math.Max(key.LastIndexOf('|'), key.LastIndexOf('=')) + 1), "yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string[] Waits(Post post, DateTimeOffset until) =>
    [
        $"due={Sortable(until)}",
        $"lane={(Notice.Of(post.Kind).Asked ? Post.Asked : Post.Unasked)}/{LaneOf(post)}|{Sortable(until)}",
    ];

    /// <summary>Which occasions of the rhythm ran; the last of a kind is found by when it was due.</summary>
    public static Kind<OccasionRun> Occasions { get; } =
        new("occasions", static () => StoredJson.Default.OccasionRun, static it => it.Id, static it =>
            [Series.KeyOf(it.Kind, it.Team) + Sortable(it.At), $"at={Sortable(it.At)}"]);

    /// <summary>Which projects owe reports, the longest first by team.</summary>
    public static Kind<ReportOwed> ReportsOwed { get; } =
        new("reports_owed", static () => StoredJson.Default.ReportOwed, static it => it.Number.ToString(), static it => [$"team={it.Team}|{it.Since:yyyy-MM-dd}|{Sortable(it.Number)}"]);

    /// <summary>Long exports that run; deleted when their end was told.</summary>
    public static Kind<RunningExport> Exports { get; } =
        new("exports", static () => StoredJson.Default.RunningExport, static it => it.Id, static it => [$"person={it.Person}|", $"{RunningExport.Running}{Sortable(it.Started)}"])
        {
            Owner = static it => it.Person,
        };

    /// <summary>Who is to be erased, until that is done.</summary>
    public static Kind<ErasureWanted> ErasuresWanted { get; } =
        new("erasures_wanted", static () => StoredJson.Default.ErasureWanted, static it => it.Id, static it => [$"wanted={Sortable(it.At)}"]);

    /// <summary>Which erasures were done in this store: one that is not here was undone by a backup that was restored.</summary>
    public static Kind<ErasureDone> ErasuresDone { get; } =
        new("erasures_done", static () => StoredJson.Default.ErasureDone, static it => it.Id, static _ => []);

    /// <summary>What each purge removed, the last found first.</summary>
    public static Kind<PurgeRun> Purges { get; } =
        new("purges", static () => StoredJson.Default.PurgeRun, static it => it.Id, static it => [$"at={Sortable(it.At)}"]);

    public static Kind<Followed> Followed { get; } = new("followed", static () => StoredJson.Default.Followed, static it => it.Id, static _ => []);
}
