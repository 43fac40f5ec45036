using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Cards;
using Upcm.Bot.Configuration;
using Upcm.Bot.Flows.HandlingPersonalData;
using Upcm.Bot.Importing;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Domain;

namespace Upcm.Bot.Verbs;

/// <summary><c>import</c>: a portfolio file into the store, all of it or nothing, and as often as one likes.</summary>
internal static class ImportVerb
{
    /// <summary>Written, except for what people changed in the bot since.</summary>
    public const int LeftSomeAlone = 3;

    public static Command Create(Common common)
    {
        var file = new Argument<string>("file") { Description = "A portfolio in YAML; samples/portfolio.yaml is one" };
        var workspace = new Option<string?>("--workspace") { Description = "The workspace (tenant); see the setting Workspace" };
        var dry = new Option<bool>("--dry-run") { Description = "Check everything, write nothing" };
        var overwrite = new Option<bool>("--overwrite") { Description = "Write over what people changed in the bot since the last import too" };
        var ifEmpty = new Option<bool>("--if-empty") { Description = "Only where the workspace has no initiatives yet" };
        var command = new Command("import", "Read a portfolio file into the store") { file, workspace, dry, overwrite, ifEmpty };
        command.SetAction(async (parsed, cancel) =>
        {
            if (common.Begin(parsed, (Settings.Workspace, parsed.GetValue(workspace))) is not var (settings, method))
            {
                return Common.Refused;
            }

            var teller = new ImportTeller(Console.Out, Console.Error, common.Culture(parsed), TimeProvider.System, interactive: true);
            var path = parsed.GetValue(file)!;
            if (!File.Exists(path))
            {
                return teller.Refuse(new($"Er is geen bestand {path}.", $"There is no file {path}."));
            }

            try
            {
                await using var store = Bot.Around(
                    LiteDbStore.OpenToFill(Common.DataOf(settings), NullLogger<LiteDbStore>.Instance),
                    method,
                    HandlingPersonalDataFlows.AuditLogOf(settings),
                    HandlingPersonalDataFlows.PseudonymsOf(settings));
                await Recount.WhereNeeded(store, method, cancel);
                return await new ImportRunner(store, method, TimeProvider.System, new WorkspaceId(settings.WorkspaceOf()), teller)
                {
                    DryRun = parsed.GetValue(dry),
                    Overwrite = parsed.GetValue(overwrite),
                    OnlyIfEmpty = parsed.GetValue(ifEmpty),
                }.Run(path, cancel);
            }
            catch (StoreInUseException)
            {
                return teller.Refuse(new(
                    $"De opslag in {Common.DataOf(settings)} is in gebruik: de bot draait. Stop de bot, lees het bestand in en start de bot weer.",
                    $"The store in {Common.DataOf(settings)} is in use: the bot is running. Stop the bot, import the file and start the bot again."));
            }
            catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or StoreTooNewException)
            {
                return teller.Refuse(Phrase.Same(failed.Message));
            }
        });
        return command;
    }
}
