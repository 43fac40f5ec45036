using System.Globalization;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.KeepingStakeholders;

/// <summary><c>stakeholder wijzigen 20-004 3</c>; two people who change the same thing are told.</summary>
public sealed class ChangeStakeholderFlow(FormConversation forms, StakeholderView view) : IFlow
{
    public string Id => "stakeholder-change";

    public Sentence Sentence { get; } = new(
        ["stakeholder wijzigen", "wijzig stakeholder"], ["change stakeholder", "edit stakeholder", "stakeholder change"],
        new("een stakeholder wijzigen: stakeholder wijzigen 20-004 3", "change a stakeholder: change stakeholder 20-004 3"), new("nummer en naam", "number and name"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Stakeholders.Named(turn, rest) is not var (initiative, who) || !await view.Allows(turn, initiative))
        {
            return;
        }

        var map = (await Stakeholders.Of(turn, initiative.Number)).Document;
        if (await view.Named(turn, initiative, map, who) is { } one)
        {
            var known = new StakeholderForm(turn.Method, map, one).Known(one);
            await forms.Open(turn, this, string.Create(CultureInfo.InvariantCulture, $"{initiative.Number}/{one.Id}"), known);
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) =>
        await About(turn, draft) is var (_, stored, one) ? new StakeholderForm(turn.Method, stored.Document, one) : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        if (await About(turn, draft) is not var (initiative, stored, before) || !await view.Allows(turn, initiative))
        {
            return false;
        }

        var asked = (StakeholderForm)form;
        var answers = Meanwhile.Over(asked, draft.Prefilled, draft.Answers);
        var recorded = FieldChange.Of(asked, answers);
        if (recorded.IsEmpty)
        {
            turn.Say("Er is niets veranderd.", "Nothing has changed.");
            return true;
        }

        var changed = asked.Finish(answers)!.Stakeholder;
        var verdict = StakeholderLaws.Change(stored.Document, Over(before, changed), turn.Method, turn.Now);
        if (verdict is not Accepted<StakeholderMap> { Value: var map })
        {
            StakeholderWords.Say(turn, ((Refused<StakeholderMap>)verdict).Reasons);
            return false;
        }

        await Stakeholders.Keep(turn, stored, map);
        turn.Record(History.StakeholderChanged, initiative.Number, initiative.Team, words: Cards.Phrase.Same(before.Name), changes: recorded);
        turn.Replace(await view.Of(turn, initiative, map.Of(before.Id)!));
        return true;
    }

    /// <summary>What the form asks, over what only the map keeps.</summary>
    private static Stakeholder Over(Stakeholder before, Stakeholder changed) => changed with
    {
        AddedAt = before.AddedAt,
        KnownAt = before.KnownAt,
        PlacedAt = before.PlacedAt,
        IssuesAt = before.IssuesAt,
        ApproachAt = before.ApproachAt,
    };

    private static async ValueTask<(Initiative Initiative, Stored<StakeholderMap> Map, Stakeholder One)?> About(Turn turn, Draft draft)
    {
        var parts = draft.Subject.Split('/');
        return parts.Length == 2
            && await turn.Load(Kinds.Initiatives, parts[0]) is { Document: { } initiative }
            && await Stakeholders.Of(turn, initiative.Number) is var stored
            && stored.Document.Of(int.Parse(parts[1], CultureInfo.InvariantCulture)) is { } one
                ? (initiative, stored, one)
                : null;
    }
}
