using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Registering;

/// <summary>
/// Corrects or completes an initiative. Only what the person changed is written, so that two people can work on different
/// fields at once; who changes what another changed meanwhile is told before it is recorded.
/// </summary>
public sealed class EditInitiativeFlow(FormConversation forms, Standings standings) : IFlow
{
    public string Id => "edit";

    public Sentence Sentence { get; } = new(
        ["bewerk", "vul aan"], ["edit", "complete"],
        new Phrase("een initiatief aanvullen: bewerk 20-004", "complete an initiative: edit 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Initiatives.Named(turn, rest) is { } initiative
            && await Refusals.Allows(turn, Deed.EditInitiative, await standings.Towards(turn, initiative), initiative.Team, initiative))
        {
            await forms.Open(turn, this, initiative.Number.ToString(), FormOf(turn, initiative).Known(initiative).With(Form.MoreKey, "ja"));
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) =>
        await turn.Load(Kinds.Initiatives, draft.Subject) is { Document: { } initiative } ? FormOf(turn, initiative) : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        var stored = (await turn.Load(Kinds.Initiatives, draft.Subject))!;
        var before = stored.Document;
        var standing = await standings.Towards(turn, before);
        if (!await Refusals.Allows(turn, Deed.EditInitiative, standing, before.Team, before))
        {
            return false;
        }

        var edit = (EditInitiativeForm)form;
        var answers = Meanwhile.Over(edit, draft.Prefilled, draft.Answers);
        var recorded = FieldChange.Of(edit, answers);
        var leaderChosen = before.Phase != turn.Method.Phases[0].Id && recorded.Any(change => change.Field == LeaderKey);
        if (leaderChosen && !await Refusals.Allows(turn, Deed.AppointLeader, standing, before.Team, before))
        {
            return false;
        }

        var after = edit.Finish(answers)!.Over(before);
        if (recorded.IsEmpty)
        {
            turn.Say("Er is niets veranderd.", "Nothing has changed.");
            return true;
        }

        turn.Changes.Put(Kinds.Initiatives, after, stored.Version);
        turn.Record(History.InitiativeChanged, after.Number, after.Team, changes: recorded);
        var dossier = await Dossier.Of(turn, after);
        turn.Replace(InitiativeCard.Of(dossier, turn.Method, turn.Culture, dossier.LightsOn(turn.Today, turn.Method)));
        return true;
    }

    private const string LeaderKey = "leader";

    private static EditInitiativeForm FormOf(Turn turn, Initiative initiative) => new(turn.Method, turn.Today, initiative);
}
