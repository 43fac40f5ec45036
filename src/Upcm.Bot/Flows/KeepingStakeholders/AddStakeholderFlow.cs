using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.KeepingStakeholders;

/// <summary><c>stakeholder toevoegen 20-004</c>; who turns out to be on the list already is completed instead.</summary>
public sealed class AddStakeholderFlow(FormConversation forms, StakeholderView view) : IFlow
{
    public string Id => "stakeholder-add";

    public Sentence Sentence { get; } = new(
        ["stakeholder toevoegen", "voeg stakeholder toe"], ["add stakeholder", "stakeholder add"],
        new("een stakeholder toevoegen: stakeholder toevoegen 20-004", "add a stakeholder: add stakeholder 20-004"), new("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Stakeholders.Named(turn, rest) is var (initiative, name) && await view.Allows(turn, initiative))
        {
            var said = name.Length == 0 ? null : new Dictionary<string, string> { [StakeholderForm.NameQuestion.Key] = name };
            await forms.Open(turn, this, initiative.Number.ToString(), Answers.None.With(Form.MoreKey, "ja"), said);
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) =>
        await turn.Load(Kinds.Initiatives, draft.Subject) is { Document.Number: var number }
            ? new StakeholderForm(turn.Method, (await Stakeholders.Of(turn, number)).Document, null)
            : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        var initiative = (await turn.Load(Kinds.Initiatives, draft.Subject))!.Document;
        if (!await view.Allows(turn, initiative))
        {
            return false;
        }

        var asked = (StakeholderForm)form;
        var filled = asked.Finish(draft.Answers)!;
        var stored = await Stakeholders.Of(turn, initiative.Number);
        var known = filled.IsKnown ? asked.LookAlike(draft.Answers) : null;
        var verdict = known is null
            ? StakeholderLaws.Add(stored.Document, [filled.Stakeholder], turn.Method, turn.Now)
            : StakeholderLaws.Change(stored.Document, Merged.Into(known, filled.Stakeholder), turn.Method, turn.Now);
        if (verdict is not Accepted<StakeholderMap> { Value: var map })
        {
            StakeholderWords.Say(turn, ((Refused<StakeholderMap>)verdict).Reasons);
            return false;
        }

        await Stakeholders.Keep(turn, stored, map);
        var one = known is null ? map.Stakeholders[^1] : map.Of(known.Id)!;
        if (known is null)
        {
            turn.Record(History.StakeholderAdded, initiative.Number, initiative.Team, words: Cards.Phrase.Same(one.Name));
        }
        else
        {
            Merged.Record(turn, initiative, asked, known, one);
        }

        turn.Replace(await view.Of(turn, initiative, one));
        return true;
    }
}

/// <summary>What is newly said of somebody who is on the list already.</summary>
internal static class Merged
{
    /// <summary>What is said takes the place of what stood there; what is not said stays.</summary>
    public static Stakeholder Into(Stakeholder known, Stakeholder said) => known with
    {
        Kind = said.Kind ?? known.Kind,
        Side = said.Side ?? known.Side,
        Influence = said.Influence ?? known.Influence,
        Interest = said.Interest ?? known.Interest,
        Against = said.Against || known.Against,
        Wins = said.Wins ?? known.Wins,
        Loses = said.Loses ?? known.Loses,
        Approach = said.Approach ?? known.Approach,
        Contact = said.Contact ?? known.Contact,
    };

    public static void Record(Turn turn, Initiative initiative, StakeholderForm form, Stakeholder before, Stakeholder after)
    {
        var (then, now) = (form.Known(before), form.Known(after));
        var changes = now.ByKey.Keys.Union(then.ByKey.Keys)
            .Select(key => new FieldChange(key, then[key], now[key])).Where(change => change.Before != change.After).ToList();
        if (changes.Count > 0)
        {
            turn.Record(History.StakeholderChanged, initiative.Number, initiative.Team, words: Cards.Phrase.Same(before.Name), changes: [.. changes]);
        }
    }
}
