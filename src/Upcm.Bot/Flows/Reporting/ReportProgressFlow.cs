using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Cards.Talk;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Reporting;

/// <summary>
/// Reports the progress of a project: <c>voortgang 20-004</c>, or <c>voortgang 20-004 10%</c> where only that changed. A new
/// version goes on from the last one and never erases it; who may not report reads the last one.
/// </summary>
public sealed class ReportProgressFlow(FormConversation forms, Standings standings) : IFlow
{
    public string Id => "progress";

    public Sentence Sentence { get; } = new(
        ["voortgang", "voortgangsrapportage", "meld voortgang", "rapporteer voortgang"], ["progress", "progress report", "report progress"],
        new Phrase("voortgang melden: voortgang 20-004", "report progress: progress 20-004"), new Phrase("nummer", "number"));

    public ValueTask Run(Turn turn, string rest) => Run(turn, rest, risksReviewed: false);

    /// <param name="risksReviewed">True where it is said that the risks were gone through.</param>
    internal async ValueTask Run(Turn turn, string rest, bool risksReviewed)
    {
        var (number, words) = Reports.Split(rest);
        if (await Initiatives.Named(turn, number) is not { } initiative)
        {
            return;
        }

        if (ShowProgress.Version(words) is not null)
        {
            await new ShowProgress(standings).Run(turn, rest);
        }
        else if (await WhyNot(turn, initiative) is { } why)
        {
            await Read(turn, initiative, why);
        }
        else
        {
            var form = await FormOf(turn, initiative);
            Dictionary<string, string> said = [];
            if (words.Length > 0)
            {
                said[StatusPart.Percent.Key] = words;
            }

            if (risksReviewed)
            {
                said[RiskPart.ReviewedKey] = "ja";
            }

            await forms.Open(turn, this, initiative.Number.ToString(), form.Known(), said);
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(draft);
        return await turn.Load(Kinds.Initiatives, draft.Subject) is { } stored ? await FormOf(turn, stored.Document) : null;
    }

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(draft);
        var initiative = (await turn.Load(Kinds.Initiatives, draft.Subject))!.Document;
        if (await WhyNot(turn, initiative) is { } why)
        {
            turn.Say(why.Nl, why.En);
            return false;
        }

        var progress = (ProgressForm)form;
        if (progress.IsOvertaken(draft.Answers))
        {
            await AskAgain(turn, draft, progress);
            return false;
        }

        var report = progress.Finish(draft.Answers)!;
        turn.Changes.Insert(Kinds.Reports, report);
        var card = new ReportCard(initiative, report, await Reports.Newest(turn, initiative.Number), turn.Today, IsNewest: true, turn.Method);
        turn.Record(History.ProgressReported, initiative.Number, initiative.Team, words: card.Words);
        turn.Replace(card.Show(turn.Culture));
        return true;
    }

    /// <summary>Null where the speaker can report now.</summary>
    private async ValueTask<Phrase?> WhyNot(Turn turn, Initiative initiative)
    {
        if (initiative.Status == InitiativeStatus.Stopped)
        {
            return new($"{initiative.Number} is gestopt; er komt geen melding meer bij.", $"{initiative.Number} was stopped; nothing more is reported on it.");
        }

        if (initiative.Status == InitiativeStatus.Closed)
        {
            return new($"{initiative.Number} is afgesloten; er komt geen melding meer bij.", $"{initiative.Number} is closed; nothing more is reported on it.");
        }

        return Rights.Refusal(Deed.ReportProgress, await standings.Towards(turn, initiative)) is { } refusal
            ? await Refusals.Text(turn, refusal, initiative.Team, initiative)
            : null;
    }

    /// <summary>Who cannot report can read.</summary>
    private static async ValueTask Read(Turn turn, Initiative initiative, Phrase why)
    {
        var card = await Reports.Card(turn, initiative) is { } newest ? newest.Show(turn.Culture) : ShowProgress.None(turn, initiative, may: false);
        turn.Replace(card with { Body = [.. card.Body, new Text(why.In(turn.Culture), Tone.Subtle)] });
    }

    /// <summary>Somebody else reported meanwhile: what the person changed is laid over that, and shown before it is recorded.</summary>
    private static async ValueTask AskAgain(Turn turn, Draft draft, ProgressForm form)
    {
        var answers = form.OnTopOfNewest(draft.Answers, draft.Prefilled);
        var stored = (await turn.Load(Kinds.Drafts, draft.Id))!;
        turn.Changes.Put(Kinds.Drafts, draft with { Answers = answers, Prefilled = form.Known(), Updated = turn.Now }, stored.Version);
        turn.Say(
            "Iemand anders heeft intussen voortgang gemeld. Wat jij niet veranderde, neem ik daaruit over. Kijk nog even of het klopt.",
            "Somebody else has reported progress meanwhile. What you did not change is taken from that report. Please check once more.");
        turn.Replace(FormCards.Summary(form, answers, draft.Id, turn.Culture));
    }

    private static async ValueTask<ProgressForm> FormOf(Turn turn, Initiative initiative) =>
        new(turn.Method, turn.Today, initiative, await Reports.Newest(turn, initiative.Number), turn.Person.Id);
}
