using System.CommandLine;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Bot.Storage.LiteDb.Copies;
using Upcm.Bot.Storage.LiteDb.Doctoring;

namespace Upcm.Bot.Verbs;

/// <summary><c>doctor</c>: whether all of the store can be read, and with <c>--mend</c> a store of all that can be.</summary>
internal static class DoctorVerb
{
    /// <summary>Something cannot be read; nothing was changed.</summary>
    public const int Found = 1;

    /// <summary>The store was made anew; what could not be read is in quarantine.</summary>
    public const int Mended = 3;

    public static Command Create(Common common)
    {
        var mend = new Option<bool>("--mend") { Description = "Make the store anew from all that can be read, and set the rest aside; stop the bot first" };
        var command = new Command("doctor", "Look whether all of the store can be read, also while the bot runs") { mend };
        command.SetAction(async (parsed, _) => common.Settings(parsed) is { } settings
            ? await Run(Common.DataOf(settings), parsed.GetValue(mend), TimeProvider.System, Console.Out, Console.Error, common.Culture(parsed))
            : Common.Refused);
        return command;
    }

    internal static async Task<int> Run(string data, bool mend, TimeProvider time, TextWriter output, TextWriter errors, CultureInfo culture)
    {
        if (!File.Exists(Path.Combine(data, StoreFiles.File)))
        {
            return Refuse(new($"Er is geen opslag in {Path.GetFullPath(data)}.", $"There is no store in {Path.GetFullPath(data)}."));
        }

        var scratch = Path.Combine(data, "doctor.part");
        try
        {
            if (mend)
            {
                LiteDbFile.Claim(data).Dispose();
            }

            // A copy: looking changes nothing, whether or not the bot runs.
            Remove(scratch);
            Room.Check(data, StoreFiles.In(data).Sum(name => new FileInfo(Path.Combine(data, name)).Length));
            StoreFiles.Copy(data, Directory.CreateDirectory(scratch).FullName);
            var diagnosis = Examination.Of(scratch);
            Say(Phrase.Same(diagnosis.Told(culture)));
            diagnosis.Findings.ToList().ForEach(found => output.WriteLine($"- {found.In(culture)}"));
            if (diagnosis.AllIsWell)
            {
                Say(new("Alles is te lezen.", "All of it can be read."));
                return 0;
            }

            if (!mend)
            {
                Say(new(
                    "Er is niets veranderd. Zet een reservekopie terug (restore), of stop de bot en zeg doctor --mend: dan wordt de opslag opnieuw gemaakt uit alles wat te lezen is, en gaat de rest naar quarantaine.",
                    "Nothing was changed. Restore a backup, or stop the bot and say doctor --mend: the store is then made anew from all that can be read, and the rest goes into quarantine."));
                return Found;
            }

            var quarantine = await Mending.Run(data, diagnosis, time.GetUtcNow());
            Say(new(
                $"Hersteld. De oude bestanden, een verslag en wat niet te lezen was staan in {quarantine}. Start de bot; bewaar die map tot je zeker weet dat je er niets meer uit nodig hebt.",
                $"Mended. The old files, a report and what could not be read are in {quarantine}. Start the bot; keep that folder until you are sure that you need nothing from it."));
            return Mended;
        }
        catch (StoreInUseException)
        {
            return Refuse(new($"De opslag in {data} is in gebruik: de bot draait. Stop de bot eerst.", $"The store in {data} is in use: the bot is running. Stop it first."));
        }
        catch (BackupRefusedException refused)
        {
            return Refuse(refused.Why);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or StoreTooNewException)
        {
            return Refuse(Phrase.Same(failed.Message));
        }
        finally
        {
            Remove(scratch);
        }

        void Say(Phrase words) => output.WriteLine(words.In(culture));

        int Refuse(Phrase why)
        {
            errors.WriteLine(why.In(culture));
            return Common.Refused;
        }

        static void Remove(string folder)
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
