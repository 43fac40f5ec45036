using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Documents;
using Upcm.Bot.Flows.Evaluating;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Exporting;

/// <summary>An evaluation as a document.</summary>
public sealed class EvaluationExport : IExport
{
    public static Phrase Called { get; } = new("evaluatie", "evaluation");

    public Phrase Name => Called;

    public IReadOnlyList<string> Also { get; } = ["evaluatieverslag", "evaluatierapport", "evaluation report"];

    public IReadOnlyList<Format> Formats => Format.OfDocuments;

    public ExportSubject Subject => ExportSubject.Initiative;

    public async ValueTask<bool> Has(Turn turn, Initiative initiative) => await Evaluations.Newest(turn, Kinds.Evaluations, initiative.Number) is not null;

    public async ValueTask<Exported?> Prepare(Turn turn, ExportAsked asked)
    {
        var initiative = asked.Initiative!;
        if (await Evaluations.Newest(turn, Kinds.Evaluations, initiative.Number) is not { } newest)
        {
            turn.Say(
                $"{initiative.Number} {initiative.Title} heeft nog geen evaluatie. Er valt dus niets te exporteren.",
                $"{initiative.Number} {initiative.Title} has no evaluation yet, so there is nothing to export.");
            return null;
        }

        if ((asked.Version is { } wanted ? await Evaluations.Version(turn, Kinds.Evaluations, initiative.Number, wanted) : newest) is not { } report)
        {
            turn.Say($"Versie {asked.Version} is er niet. De nieuwste is versie {newest.Version}.", $"There is no version {asked.Version}. The newest is version {newest.Version}.");
            return null;
        }

        var sheet = report.SheetVersion is { } version ? await Evaluations.Version(turn, Kinds.ImpactSheets, initiative.Number, version) : null;
        var meeting = await Evaluations.Newest(turn, Kinds.LearningMeetings, initiative.Number);
        return new Exported(
            string.Create(CultureInfo.InvariantCulture, $"{initiative.Number} {Name.In(turn.Culture)} {(turn.Culture.IsEnglish() ? "version" : "versie")} {report.Version}"),
            new EvaluationDocument(initiative, report, sheet, meeting, turn.Method, turn.Culture).On(turn.Today));
    }
}
