using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Documents;
using Upcm.Bot.Flows.Reporting;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Exporting;

/// <summary>A progress report as a document.</summary>
public sealed class ProgressExport : IExport
{
    public static Phrase Called { get; } = new("voortgang", "progress");

    public Phrase Name => Called;

    public IReadOnlyList<string> Also { get; } = ["voortgangsrapportage", "voortgangsmelding", "melding", "progress report", "report"];

    public IReadOnlyList<Format> Formats => Format.OfDocuments;

    public ExportSubject Subject => ExportSubject.Initiative;

    public async ValueTask<bool> Has(Turn turn, Initiative initiative) => await Reports.Newest(turn, initiative.Number) is not null;

    public async ValueTask<Exported?> Prepare(Turn turn, ExportAsked asked)
    {
        var initiative = asked.Initiative!;
        if (await Reports.Card(turn, initiative, asked.Version) is { } report)
        {
            return new Exported(
                string.Create(CultureInfo.InvariantCulture, $"{initiative.Number} {Name.In(turn.Culture)} {report.Report.ReportedAt:yyyy-MM-dd}"),
                new ProgressDocument(report, turn.Culture).On(turn.Today));
        }

        if (await Reports.Newest(turn, initiative.Number) is { } newest)
        {
            turn.Say($"Versie {asked.Version} is er niet. De nieuwste is versie {newest.Version}.", $"There is no version {asked.Version}. The newest is version {newest.Version}.");
        }
        else
        {
            turn.Say(
                $"Over {initiative.Number} {initiative.Title} is nog niets gemeld. Er valt dus niets te exporteren.",
                $"Nothing has been reported about {initiative.Number} {initiative.Title} yet, so there is nothing to export.");
        }

        return null;
    }
}
