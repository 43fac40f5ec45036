using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Fingerprinting;

/// <summary><c>vingerafdruk uitnodigen 20-004</c>: asks more people in a round that is open.</summary>
public sealed class InviteToFingerprintFlow(FormConversation forms, Standings standings) : IFlow
{
    public string Id => "fingerprint-invite";

    public Sentence Sentence { get; } = new(
        ["vingerafdruk uitnodigen"], ["invite fingerprint", "fingerprint invite"],
        new Phrase("meer mensen uitnodigen: vingerafdruk uitnodigen 20-004", "invite more people: invite fingerprint 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Initiatives.Named(turn, rest) is { } initiative && await OpenRound(turn, initiative) is not null)
        {
            await forms.Open(turn, this, initiative.Number.ToString());
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) =>
        await turn.Load(Kinds.Initiatives, draft.Subject) is { Document.Number: var number } && await Rounds.Newest(turn, number) is { Document: var round }
            ? new InviteForm(number, round.Round, starts: false)
            : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        var initiative = (await turn.Load(Kinds.Initiatives, draft.Subject))!.Document;
        if (await OpenRound(turn, initiative) is not { } stored)
        {
            return false;
        }

        var (people, unreachable) = await Invitations.Find(turn, ((InviteForm)form).Finish(draft.Answers)!);
        var added = people.Where(person => !stored.Document.Invited.Contains(person.Id)).ToList();
        if (FingerprintLaws.Invite(stored.Document, [.. added.Select(person => person.Id)]) is not Accepted<FingerprintRound> { Value: var round })
        {
            if (unreachable.Count > 0)
            {
                InvitationWords.NobodyReached(turn, unreachable);
                return false;
            }

            turn.Say("Deze mensen waren al uitgenodigd. Er is niets veranderd.", "These people were invited already. Nothing has changed.");
            turn.Replace(await FingerprintCard.Of(turn, initiative, stored.Document, await standings.Towards(turn, initiative)));
            return true;
        }

        turn.Changes.Put(Kinds.Fingerprints, round, stored.Version);
        turn.Record(History.FingerprintInvited, initiative.Number, initiative.Team, words: new Phrase(
            $"ronde {round.Round}, {added.Count} erbij", $"round {round.Round}, {added.Count} more"));
        Invitations.Send(turn, initiative, round, added);
        var card = await FingerprintCard.Of(turn, initiative, round, await standings.Towards(turn, initiative));
        turn.Replace(card with { Body = [.. InvitationWords.Sent(turn, added, unreachable), .. card.Body] });
        return true;
    }

    private async ValueTask<Stored<FingerprintRound>?> OpenRound(Turn turn, Initiative initiative) =>
        await Refusals.Allows(turn, Deed.StartFingerprint, await standings.Towards(turn, initiative), initiative.Team, initiative)
        && Rounds.IsWorkedOn(turn, initiative)
        && await Rounds.Newest(turn, initiative.Number) is var stored
        && Rounds.IsOpen(turn, initiative.Number, stored?.Document)
            ? stored
            : null;
}
