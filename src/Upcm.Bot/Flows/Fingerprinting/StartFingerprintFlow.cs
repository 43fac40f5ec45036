using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Fingerprinting;

/// <summary><c>vingerafdruk starten 20-004</c>: opens a round and asks people to fill it in.</summary>
public sealed class StartFingerprintFlow(FormConversation forms, Standings standings) : IFlow
{
    public string Id => "fingerprint-start";

    public Sentence Sentence { get; } = new(
        ["vingerafdruk starten", "start vingerafdruk"], ["start fingerprint", "fingerprint start"],
        new Phrase("mensen vragen een vingerafdruk in te vullen: vingerafdruk starten 20-004", "ask people to fill in a fingerprint: start fingerprint 20-004"),
        new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Initiatives.Named(turn, rest) is { } initiative && await MayStart(turn, initiative))
        {
            await forms.Open(turn, this, initiative.Number.ToString());
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) =>
        await turn.Load(Kinds.Initiatives, draft.Subject) is { Document.Number: var number }
            ? new InviteForm(number, ((await Rounds.Newest(turn, number))?.Document.Round ?? 0) + 1, starts: true)
            : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        var initiative = (await turn.Load(Kinds.Initiatives, draft.Subject))!.Document;
        if (!await MayStart(turn, initiative))
        {
            return false;
        }

        var (people, unreachable) = await Invitations.Find(turn, ((InviteForm)form).Finish(draft.Answers)!);
        var verdict = FingerprintLaws.Open(new FingerprintRound
        {
            Number = initiative.Number,
            Round = ((await Rounds.Newest(turn, initiative.Number))?.Document.Round ?? 0) + 1,
            Phase = initiative.Phase,
            OpenedAt = turn.Now,
            OpenedBy = turn.Person.Id,
            Invited = [.. people.Select(person => person.Id)],
        });
        if (verdict is not Accepted<FingerprintRound> { Value: var round })
        {
            InvitationWords.NobodyReached(turn, unreachable);
            return false;
        }

        turn.Changes.Insert(Kinds.Fingerprints, round);
        turn.Record(History.FingerprintOpened, initiative.Number, initiative.Team, words: new Phrase(
            $"ronde {round.Round}, {round.Invited.Length} uitgenodigd", $"round {round.Round}, {round.Invited.Length} invited"));
        Invitations.Send(turn, initiative, round, people);
        var card = await FingerprintCard.Of(turn, initiative, round, await standings.Towards(turn, initiative));
        turn.Replace(card with { Body = [.. InvitationWords.Sent(turn, people, unreachable), .. card.Body] });
        return true;
    }

    /// <summary>Who may, for a project that is worked on, while no round is open; otherwise it was said why not.</summary>
    private async ValueTask<bool> MayStart(Turn turn, Initiative initiative)
    {
        var standing = await standings.Towards(turn, initiative);
        if (!await Refusals.Allows(turn, Deed.StartFingerprint, standing, initiative.Team, initiative) || !Rounds.IsWorkedOn(turn, initiative))
        {
            return false;
        }

        if (await Rounds.Newest(turn, initiative.Number) is not { Document: { ClosedAt: null } open })
        {
            return true;
        }

        turn.Say(
            $"Ronde {open.Round} van {open.Number} staat al open. Nodig daar meer mensen voor uit, of sluit die ronde eerst.",
            $"Round {open.Round} of {open.Number} is open already. Invite more people to it, or close it first.");
        turn.Show(await FingerprintCard.Of(turn, initiative, open, standing));
        return false;
    }
}
