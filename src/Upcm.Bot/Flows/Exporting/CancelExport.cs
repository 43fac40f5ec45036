using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;

namespace Upcm.Bot.Flows.Exporting;

/// <summary><c>stop export</c>, or the button under how far it is.</summary>
public sealed class CancelExport(ExportDesk desk) : ICommand, IButton
{
    public string Verb => "cancel-export";

    public Sentence Sentence { get; } = new(
        ["stop export", "annuleer export", "annuleer de export", "stop de export"], ["stop export", "cancel export", "cancel the export", "stop the export"],
        new Phrase("een export die nog loopt afbreken", "break off an export that is still running"));

    public ValueTask Run(Turn turn, string rest) => Cancel(turn, null);

    public ValueTask Press(Turn turn, Pressed pressed)
    {
        ArgumentNullException.ThrowIfNull(pressed);
        return Cancel(turn, pressed.Press.Data.GetValueOrDefault("export") ?? "");
    }

    /// <param name="id">Null for all that the speaker waits for.</param>
    private async ValueTask Cancel(Turn turn, string? id)
    {
        var running = (await turn.Find(Kinds.Exports, $"person={turn.Person.Id}|", 20)).Where(found => id is null || found.Document.Id == id).ToList();
        if (running.Count == 0)
        {
            turn.Say(
                "Er loopt geen export van jou. Misschien was hij net klaar: dan staat het bestand hierboven.",
                "No export of yours is running. Perhaps it had just ended: then the file is above.");
            return;
        }

        foreach (var found in running)
        {
            turn.Changes.Delete(Kinds.Exports, found.Document.Id, found.Version);
            if (desk.Find(turn.Workspace, found.Document.Id) is { } job)
            {
                await job.Stop.CancelAsync();
            }

            turn.Replace(ExportCards.Cancelled(found.Document.Title, found.Document.Words, turn.Culture));
        }
    }
}
