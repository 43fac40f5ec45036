using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.KeepingStakeholders;

/// <summary><c>stakeholders inlezen 20-004</c>, with the list below it or in the form that opens: all of it or nothing.</summary>
public sealed class ImportStakeholdersFlow(FormConversation forms, StakeholderView view) : IFlow
{
    public string Id => "stakeholders-import";

    public Sentence Sentence { get; } = new(
        ["stakeholders inlezen", "stakeholders importeren"], ["import stakeholders", "stakeholders import"],
        new("een lijst stakeholders plakken: stakeholders inlezen 20-004", "paste a list of stakeholders: import stakeholders 20-004"), new("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Stakeholders.Named(turn, rest) is var (initiative, list) && await view.Allows(turn, initiative))
        {
            await forms.Open(turn, this, initiative.Number.ToString(), said: list.Length == 0 ? null : new Dictionary<string, string> { [ImportStakeholdersForm.LinesKey] = list });
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) =>
        await turn.Load(Kinds.Initiatives, draft.Subject) is { Document.Number: var number }
            ? new ImportStakeholdersForm(turn.Method, (await Stakeholders.Of(turn, number)).Document)
            : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        var initiative = (await turn.Load(Kinds.Initiatives, draft.Subject))!.Document;
        if (!await view.Allows(turn, initiative))
        {
            return false;
        }

        var pasted = ((ImportStakeholdersForm)form).Finish(draft.Answers)!;
        var stored = await Stakeholders.Of(turn, initiative.Number);
        if (Whole(turn, stored.Document, pasted) is not { } map)
        {
            return false;
        }

        await Stakeholders.Keep(turn, stored, map);
        turn.Record(History.StakeholdersImported, initiative.Number, initiative.Team, words: new Phrase(
            $"{pasted.New.Length} toegevoegd, {pasted.Known.Length} bijgewerkt", $"{pasted.New.Length} added, {pasted.Known.Length} completed"));
        foreach (var (known, _) in pasted.Known)
        {
            Merged.Record(turn, initiative, new StakeholderForm(turn.Method, map, known), known, map.Of(known.Id)!);
        }

        turn.Say(
            $"{pasted.New.Length} toegevoegd, {pasted.Known.Length} bijgewerkt, {pasted.Skipped} overgeslagen.",
            $"{pasted.New.Length} added, {pasted.Known.Length} completed, {pasted.Skipped} left out.");
        turn.Replace((await view.Of(turn, initiative, map)).Whole());
        return true;
    }

    /// <summary>The map with all of it, or null after having said what does not fit.</summary>
    private static StakeholderMap? Whole(Turn turn, StakeholderMap map, ImportStakeholdersForm.Pasted pasted)
    {
        foreach (var (known, said) in pasted.Known)
        {
            // Two lines may be about the same one: the second completes what the first made of it.
            var verdict = StakeholderLaws.Change(map, Merged.Into(map.Of(known.Id)!, said), turn.Method, turn.Now);
            if (verdict is not Accepted<StakeholderMap> { Value: var changed })
            {
                StakeholderWords.Say(turn, ((Refused<StakeholderMap>)verdict).Reasons);
                return null;
            }

            map = changed;
        }

        var added = StakeholderLaws.Add(map, pasted.New, turn.Method, turn.Now);
        if (added is Accepted<StakeholderMap> { Value: var whole })
        {
            return whole;
        }

        StakeholderWords.Say(turn, ((Refused<StakeholderMap>)added).Reasons);
        return null;
    }
}
