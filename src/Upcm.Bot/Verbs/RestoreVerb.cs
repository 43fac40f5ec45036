using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Cards;
using Upcm.Bot.Configuration;
using Upcm.Bot.Conversation;
using Upcm.Bot.Privacy;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Bot.Storage.LiteDb.Copies;
using Upcm.Domain;

namespace Upcm.Bot.Verbs;

/// <summary><c>restore</c>: a backup in the place of the store. What was there is set aside.</summary>
internal static class RestoreVerb
{
    public static Command Create(Common common)
    {
        var file = new Argument<string>("file") { Description = "The backup" };
        var replace = new Option<bool>("--replace") { Description = "Set aside the store that is in the folder" };
        var complete = new Option<bool>("--nothing-since") { Description = "Nothing was recorded after this backup: pass over no numbers" };
        var command = new Command("restore", "Put a backup in the place of the store; stop the bot first") { file, replace, complete };
        command.SetAction(async (parsed, cancel) => common.Settings(parsed) is { } settings
            ? await Run(
                parsed.GetValue(file)!, Common.DataOf(settings), ErasuresOf(settings), parsed.GetValue(replace), parsed.GetValue(complete), TimeProvider.System, Console.Out, Console.Error, common.Culture(parsed), cancel)
            : Common.Refused);
        return command;
    }

    private static string ErasuresOf(IConfiguration settings) =>
        settings.Of(Settings.ErasuresFolder) ?? Path.Combine(Common.DataOf(settings), Erasures.FolderName);

    internal static async Task<int> Run(
        string file, string data, string erasures, bool replace, bool complete, TimeProvider time, TextWriter output, TextWriter errors, CultureInfo culture, CancellationToken cancel)
    {
        try
        {
            var restored = await Restoring.Run(file, data, erasures, replace, time.GetUtcNow());
            var taken = restored.Manifest.Taken.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            Say(new($"Teruggezet en nageteld: de opslag zoals die was op {taken} UTC", $"Restored and counted: the store as it was at {taken} UTC"));
            output.WriteLine(BackupVerb.Told(restored.Manifest, culture));
            if (restored.Aside is { } aside)
            {
                Say(new($"Wat er stond, staat nu in {aside}. Gooi het weg als je het niet meer nodig hebt.", $"What was there is in {aside} now. Delete it when you do not need it any more."));
            }

            await using (var store = new MarkedStore(LiteDbStore.Open(data, NullLogger<LiteDbStore>.Instance), [new Tally(Eraser.Stamp, Eraser.Layout)]))
            {
                await PassNumbers(store, restored);
                await TellOfTheOutbox(store);
            }

            if (!Directory.Exists(erasures))
            {
                Say(new(
                    $"Er is geen lijst van wie is gewist ({erasures}). Is er na deze reservekopie iemand gewist, zet die map daar dan neer voordat je de bot start: dan wist de bot opnieuw.",
                    $"There is no list of who was erased ({erasures}). If somebody was erased after this backup, put that folder there before you start the bot: it then erases again."));
            }

            return 0;
        }
        catch (BackupRefusedException refused)
        {
            errors.WriteLine(refused.Why.In(culture));
        }
        catch (StoreInUseException)
        {
            errors.WriteLine(new Phrase($"De opslag in {data} is in gebruik: de bot draait. Stop de bot eerst.", $"The store in {data} is in use: the bot is running. Stop it first.").In(culture));
        }
        catch (StoreTooNewException tooNew)
        {
            errors.WriteLine(tooNew.Message);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            errors.WriteLine(new Phrase($"Er is niets teruggezet: {failed.Message}", $"Nothing was restored: {failed.Message}").In(culture));
        }

        return Common.Refused;

        void Say(Phrase words) => output.WriteLine(words.In(culture));

        async Task PassNumbers(IStore store, Restored restored)
        {
            var reached = restored.Aside is { } folder ? await LaterNumbers.In(folder, restored.Manifest.Store) : null;
            if (reached is null && !complete)
            {
                var over = LaterNumbers.PassedOver(restored.Manifest.Taken, time.GetUtcNow());
                await LaterNumbers.Pass(store, await LaterNumbers.Guessed(store, over, LocalTime.DayOf(time.GetUtcNow(), Clock.Amsterdam).Year % 100), cancel);
                Say(new(
                    $"Welke nummers na deze reservekopie nog zijn gegeven, is niet te zien. Om er geen twee keer te geven sla ik van elke reeks {over} nummers over. Is er na de reservekopie niets meer vastgelegd, zet hem dan terug met --nothing-since.",
                    $"Which numbers were given after this backup cannot be seen. To give none twice I pass over {over} numbers of each series. If nothing was recorded after this backup, restore it with --nothing-since."));
            }

            foreach (var (workspace, counter, last) in reached is null ? [] : await LaterNumbers.Pass(store, reached, cancel))
            {
                Say(new(
                    $"Na deze reservekopie zijn nog nummers gegeven. Die geef ik niet nog eens: {NumberSeries.Named(counter).Nl} in {workspace} gaan verder na {last}.",
                    $"Numbers were given after this backup. They are not given again: {NumberSeries.Named(counter).En} in {workspace} go on after {last}."));
            }
        }

        async Task TellOfTheOutbox(IStore store)
        {
            var count = 0;
            foreach (var workspace in await store.Workspaces(cancel))
            {
                var waiting = await store.Find(Kinds.Posts, workspace, "due=", 100_000, null, descending: false, cancel);
                count += waiting.Count(found => Kinds.MomentOf(found.Key) <= time.GetUtcNow());
            }

            Say(new(
                $"{count} berichten waren toen nog niet verzonden. Die, en wat de bot na de start alsnog wil versturen, kunnen al verzonden zijn. Wat iemand vraagt iets te doen, gaat nog een keer en zegt dat erbij; de rest wacht op je onder \"verzonden\".",
                $"{count} messages had not been sent then. They, and what the bot makes up for after its start, may have been sent already. What asks somebody to act goes once more and says so; the rest waits for you under \"sent\"."));
        }
    }
}
