using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Cards.Talk;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.Learning;
using Upcm.Bot.Flows.Reporting;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Evaluating;

/// <summary>
/// <c>evalueer 20-004</c>: a new version of how a project turned out; the old ones stay. What should be done differently becomes
/// lessons, what should change in the instruments becomes proposals to the team that keeps them.
/// </summary>
public sealed class EvaluateFlow(FormConversation forms, Standings standings) : IFlow
{
    public string Id => "evaluate";

    public Sentence Sentence { get; } = new(
        ["evalueer", "nieuwe evaluatie", "evaluatie maken"], ["evaluate", "new evaluation"],
        new Phrase("een project evalueren: evalueer 20-004", "evaluate a project: evaluate 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Initiatives.Named(turn, rest) is { } initiative && await May(turn, initiative))
        {
            await forms.Open(turn, this, initiative.Number.ToString(), (await FormOf(turn, initiative)).Known());
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) =>
        await turn.Load(Kinds.Initiatives, draft.Subject) is { } stored ? await FormOf(turn, stored.Document) : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        var initiative = (await turn.Load(Kinds.Initiatives, draft.Subject))!.Document;
        if (!await May(turn, initiative))
        {
            return false;
        }

        var evaluation = (EvaluationForm)form;
        if (draft.Answers[EvaluationForm.BaseKey] is { } version && version != evaluation.BaseVersion.ToString(CultureInfo.InvariantCulture))
        {
            await AskAgain(turn, draft, evaluation);
            return false;
        }

        var report = evaluation.Finish(draft.Answers)! with { By = turn.Speaker, At = turn.Now };
        turn.Changes.Insert(Kinds.Evaluations, report);
        await Lessons.Keep(turn, initiative, report);
        var proposals = await Proposals.Keep(turn, initiative, report);
        turn.Record(History.EvaluationRecorded, initiative.Number, initiative.Team, words: EvaluationWords.InShort(report));
        var sheet = report.SheetVersion is { } looked ? await Evaluations.Version(turn, Kinds.ImpactSheets, initiative.Number, looked) : null;
        turn.Replace(EvaluationCard.Of(
            new(initiative, report, sheet, await Evaluations.Newest(turn, Kinds.LearningMeetings, initiative.Number), proposals, IsNewest: true), turn.Method, turn.Culture, mayEvaluate: true));
        return true;
    }

    /// <summary>Somebody else recorded a version meanwhile: it is told, and nothing goes over it unseen.</summary>
    private static async ValueTask AskAgain(Turn turn, Draft draft, EvaluationForm form)
    {
        var newest = (await Evaluations.Newest(turn, Kinds.Evaluations, InitiativeNumber.Parse(draft.Subject, CultureInfo.InvariantCulture)))!;
        var answers = draft.Answers.With(EvaluationForm.BaseKey, newest.Version.ToString(CultureInfo.InvariantCulture));
        var stored = (await turn.Load(Kinds.Drafts, draft.Id))!;
        turn.Changes.Put(Kinds.Drafts, draft with { Answers = answers, Updated = turn.Now }, stored.Version);
        turn.Say(
            $"{newest.By.Name} heeft intussen versie {newest.Version} van deze evaluatie vastgelegd. Zeg \"evaluatie {newest.Number}\" om die te lezen. Zeg nog eens \"ja\" als wat jij invulde versie {newest.Version + 1} wordt.",
            $"{newest.By.Name} has recorded version {newest.Version} of this evaluation meanwhile. Say \"evaluation {newest.Number}\" to read it. Say \"yes\" once more if what you filled in becomes version {newest.Version + 1}.");
        turn.Replace(FormCards.Summary(form, answers, draft.Id, turn.Culture));
    }

    private async ValueTask<bool> May(Turn turn, Initiative initiative) =>
        await Refusals.Allows(turn, Deed.Evaluate, await standings.Towards(turn, initiative), initiative.Team, initiative);

    private static async ValueTask<EvaluationForm> FormOf(Turn turn, Initiative initiative) => new(
        turn.Method,
        initiative,
        Evaluations.CriteriaOf(initiative, await Evaluations.Newest(turn, Kinds.Contracts, initiative.Number)),
        await Evaluations.Newest(turn, Kinds.ImpactSheets, initiative.Number),
        await Evaluations.Newest(turn, Kinds.Evaluations, initiative.Number));
}

/// <summary><c>evaluatie 20-004</c>, and <c>evaluatie 20-004 versie 1</c> for an earlier version. Anyone may read.</summary>
public sealed class ShowEvaluation(Standings standings) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["evaluatie", "evaluatierapport"], ["evaluation", "evaluation report"],
        new Phrase("hoe een project uitpakte: evaluatie 20-004", "how a project turned out: evaluation 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var (number, words) = Reports.Split(rest);
        if (await Initiatives.Named(turn, number) is not { } initiative)
        {
            return;
        }

        var may = Rights.May(Deed.Evaluate, await standings.Towards(turn, initiative));
        if (await Evaluations.Newest(turn, Kinds.Evaluations, initiative.Number) is not { } newest)
        {
            turn.Replace(EvaluationCard.None(initiative, turn.Culture, may));
            return;
        }

        var wanted = ShowProgress.Version(words) ?? newest.Version;
        var report = wanted == newest.Version ? newest : await Evaluations.Version(turn, Kinds.Evaluations, initiative.Number, wanted);
        if (report is null)
        {
            turn.Say($"Versie {wanted} is er niet; dit is de nieuwste, versie {newest.Version}.", $"There is no version {wanted}; this is the newest, version {newest.Version}.");
            report = newest;
        }

        var sheet = report.SheetVersion is { } looked ? await Evaluations.Version(turn, Kinds.ImpactSheets, initiative.Number, looked) : null;
        turn.Replace(EvaluationCard.Of(
            new(initiative, report, sheet, await Evaluations.Newest(turn, Kinds.LearningMeetings, initiative.Number), await Proposals.Of(turn, initiative.Number), report == newest),
            turn.Method,
            turn.Culture,
            may));
    }
}
