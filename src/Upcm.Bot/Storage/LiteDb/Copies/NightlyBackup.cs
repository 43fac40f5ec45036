using System.Globalization;
using Upcm.Bot.Configuration;
using Upcm.Bot.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Storage.LiteDb.Copies;

/// <summary>
/// Makes a backup every day at a set time, and lets go of the oldest. What is due is read from the backups there are, so a night
/// that was missed is made up for at the start.
/// </summary>
/// <param name="folder">Null where none are wanted.</param>
/// <param name="keep">How many of those in the folder are kept.</param>
internal sealed class NightlyBackup(string data, string? folder, TimeOnly at, int keep, TimeProvider time, ILogger<NightlyBackup> log) : BackgroundService
{
    private static readonly TimeSpan Looks = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(30);

    /// <summary>Since when a backup is due that could not be made; null where all is well.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    public static NightlyBackup From(IConfiguration settings, TimeProvider time, ILogger<NightlyBackup> log) => new(
        settings.Of(Settings.Data)!,
        settings.Of(Settings.BackupFolder),
        TimeOnly.ParseExact(settings.Of(Settings.BackupTime)!, "HH:mm", CultureInfo.InvariantCulture),
        int.Parse(settings.Of(Settings.BackupKeep)!, CultureInfo.InvariantCulture),
        time,
        log);

    /// <summary>Makes the backup that is due, if one is.</summary>
    /// <returns>When to look again.</returns>
    internal async Task<TimeSpan> MakeDue(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var today = LocalTime.At(LocalTime.DayOf(now, Clock.Amsterdam), at, Clock.Amsterdam);
        var due = today <= now ? today : LocalTime.At(LocalTime.DayOf(now, Clock.Amsterdam).AddDays(-1), at, Clock.Amsterdam);
        if (Backup.In(folder!) is [var newest, ..] && newest.At >= due)
        {
            return Looks;
        }

        try
        {
            var (path, manifest) = await Backup.Make(data, folder! + Path.DirectorySeparatorChar, now, cancel);
            log.LogInformation("A backup was made and read back: {Path}, {Documents} documents up to commit {Commit}", path, manifest.Contents.Total, manifest.Commit);
            FailingSince = null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or InvalidOperationException or LiteDB.LiteException)
        {
            FailingSince ??= due;
            log.LogCritical(failed, "No backup could be made in {Folder}; it is tried again in {Minutes} minutes", folder, AfterFailure.TotalMinutes);
            return AfterFailure;
        }

        foreach (var (path, _) in Backup.In(folder!).Skip(keep))
        {
            File.Delete(path);
        }

        return Looks;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (folder is not null)
        {
            var wait = await Task.Run(() => MakeDue(stoppingToken), stoppingToken);
            await Task.Delay(wait, time, stoppingToken);
        }
    }
}
