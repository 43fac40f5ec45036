using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Documents;
using Upcm.Bot.Flows.JudgingImpact;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Exporting;

/// <summary>An impact sheet as a document.</summary>
public sealed class ImpactSheetExport : IExport
{
    public static Phrase Called { get; } = new("impactsheet", "impact sheet");

    public Phrase Name => Called;

    public IReadOnlyList<string> Also { get; } = ["impactindicatie", "impact"];

    public IReadOnlyList<Format> Formats => Format.OfDocuments;

    public ExportSubject Subject => ExportSubject.Initiative;

    public async ValueTask<bool> Has(Turn turn, Initiative initiative) => await ImpactSheetFlow.Newest(turn, initiative.Number) is not null;

    public async ValueTask<Exported?> Prepare(Turn turn, ExportAsked asked)
    {
        var initiative = asked.Initiative!;
        if (await ImpactSheetFlow.Newest(turn, initiative.Number) is not { } newest)
        {
            turn.Say(
                $"{initiative.Number} {initiative.Title} heeft nog geen impactsheet. Er valt dus niets te exporteren.",
                $"{initiative.Number} {initiative.Title} has no impact sheet yet, so there is nothing to export.");
            return null;
        }

        var sheet = asked.Version is { } wanted ? (await turn.Load(Kinds.ImpactSheets, Kinds.Versioned(initiative.Number, wanted)))?.Document : newest;
        if (sheet is null)
        {
            turn.Say($"Versie {asked.Version} is er niet. De nieuwste is versie {newest.Version}.", $"There is no version {asked.Version}. The newest is version {newest.Version}.");
            return null;
        }

        var by = (await turn.Load(Kinds.People, sheet.By.Value))?.Document.Name;
        return new Exported(
            string.Create(CultureInfo.InvariantCulture, $"{initiative.Number} {Name.In(turn.Culture)} {(turn.Culture.IsEnglish() ? "version" : "versie")} {sheet.Version}"),
            new ImpactSheetDocument(initiative, sheet, by, turn.Method, turn.Culture).On(turn.Today));
    }
}
