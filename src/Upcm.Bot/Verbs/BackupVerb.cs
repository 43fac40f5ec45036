using System.CommandLine;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Configuration;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Bot.Storage.LiteDb.Copies;

namespace Upcm.Bot.Verbs;

/// <summary><c>backup</c>: a backup of the store, while the bot runs or not.</summary>
internal static class BackupVerb
{
    public static Command Create(Common common)
    {
        var to = new Option<string?>("--to") { Description = "A file, or a folder in which it is named by the moment; else the setting Backup:Folder" };
        var command = new Command("backup", "Make a backup of the store, also while the bot runs") { to };
        command.SetAction(async (parsed, cancel) => common.Settings(parsed) is { } settings
            ? await Run(Common.DataOf(settings), parsed.GetValue(to) ?? Folder(settings), TimeProvider.System, Console.Out, Console.Error, common.Culture(parsed), cancel)
            : Common.Refused);
        return command;
    }

    internal static async Task<int> Run(string data, string? to, TimeProvider time, TextWriter output, TextWriter errors, CultureInfo culture, CancellationToken cancel)
    {
        if (to is null)
        {
            errors.WriteLine(new Phrase("Waar moet de reservekopie heen? Zeg --to MAP of stel Backup:Folder in.", "Where does the backup go? Say --to FOLDER, or set Backup:Folder.").In(culture));
            return Common.Refused;
        }

        try
        {
            var (path, manifest) = await Backup.Make(data, to, time.GetUtcNow(), cancel);
            output.WriteLine(new Phrase("Reservekopie gemaakt en nagelezen", "Backup made and read back").In(culture) + $": {path}");
            output.WriteLine(Told(manifest, culture));
            return 0;
        }
        catch (BackupRefusedException refused)
        {
            errors.WriteLine(refused.Why.In(culture));
        }
        catch (StoreDamagedException damaged)
        {
            errors.WriteLine($"{damaged.Message} {new Phrase("Er is geen reservekopie gemaakt. Zeg: doctor.", "No backup was made. Say: doctor.").In(culture)}");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(new Phrase($"Er is geen reservekopie gemaakt: {failed.Message}", $"No backup was made: {failed.Message}").In(culture));
        }

        return Common.Refused;
    }

    /// <summary>What a backup holds, in two lines.</summary>
    internal static string Told(Manifest manifest, CultureInfo culture)
    {
        var contents = manifest.Contents;
        string Number(long number) => number.ToString("N0", culture);
        return new Phrase(
            $"{Number(contents.Total)} documenten, {Number(contents.Keys)} sleutels, {Number(contents.Counters)} tellers; tot en met vastlegging {manifest.Commit}, schema {manifest.Schema}\ninhoud sha256 {contents.Hash}",
            $"{Number(contents.Total)} documents, {Number(contents.Keys)} keys, {Number(contents.Counters)} counters; up to and including commit {manifest.Commit}, schema {manifest.Schema}\ncontents sha256 {contents.Hash}").In(culture);
    }

    private static string? Folder(IConfiguration settings) => settings.Of(Settings.BackupFolder) is { } folder ? folder + Path.DirectorySeparatorChar : null;
}
