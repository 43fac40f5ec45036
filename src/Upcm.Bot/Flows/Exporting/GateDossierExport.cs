using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Documents;
using Upcm.Bot.Flows.PassingGates;

namespace Upcm.Bot.Flows.Exporting;

/// <summary>Everything a gate is decided on, as a document.</summary>
public sealed class GateDossierExport : IExport
{
    public static Phrase Called { get; } = new("dossier", "dossier");

    public Phrase Name => Called;

    public IReadOnlyList<string> Also { get; } = ["fasepoort", "fasepoortdossier", "dossier fasepoort", "gate", "gate dossier", "besluitdossier"];

    public IReadOnlyList<Format> Formats => Format.OfDocuments;

    public ExportSubject Subject => ExportSubject.Initiative;

    public async ValueTask<Exported?> Prepare(Turn turn, ExportAsked asked)
    {
        var initiative = asked.Initiative!;
        if (await GateDossier.Of(turn.Reader, turn.Method, turn.Now, initiative.Number) is { } dossier)
        {
            return new Exported(
                $"{initiative.Number} {Name.In(turn.Culture)} {dossier.Gate.Name.In(turn.Culture)}",
                new GateDossierDocument(dossier, turn.Method, turn.Culture).On(turn.Today));
        }

        turn.Say(
            $"{initiative.Number} {initiative.Title} staat voor geen fasepoort meer en er is nooit over een besloten. Er valt dus niets te exporteren.",
            $"{initiative.Number} {initiative.Title} has no gate ahead any more and none was ever decided, so there is nothing to export.");
        return null;
    }
}
