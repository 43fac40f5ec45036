using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Surveying;

/// <summary><c>contextscan uitnodigen 20-004</c>: asks more people in a round that is open.</summary>
public sealed class InviteToSurveyFlow<TRound>(FormConversation forms, Standings standings, Survey<TRound> survey) : IFlow
    where TRound : SurveyRound
{
    public string Id => $"{survey.Id}-invite";

    public Sentence Sentence => survey.Words.ToInvite;

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Initiatives.Named(turn, rest) is { } initiative && await OpenRound(turn, initiative) is not null)
        {
            await forms.Open(turn, this, initiative.Number.ToString(), survey.Begun);
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) =>
        await turn.Load(Kinds.Initiatives, draft.Subject) is { Document.Number: var number } && await Rounds.Newest(turn, survey, number) is { Document: var round }
            ? survey.Invitation(number, round.Round, starts: false)
            : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        var initiative = (await turn.Load(Kinds.Initiatives, draft.Subject))!.Document;
        if (await OpenRound(turn, initiative) is not { } stored)
        {
            return false;
        }

        var guests = ((Form<Guests>)form).Finish(draft.Answers)!;
        var (people, unreachable) = await Invitations.Find(turn, guests);
        var added = people.Where(person => !stored.Document.Invited.Contains(person.Id)).ToList();
        var seated = survey.Seated(stored.Document, guests.People);
        if (SurveyLaws.Invite(seated, [.. added.Select(person => person.Id)]) is not Accepted<TRound> { Value: var round })
        {
            if (unreachable.Count > 0)
            {
                InvitationWords.NobodyReached(turn, unreachable);
                return false;
            }

            if (Moved(survey.Seats(stored.Document), survey.Seats(seated)) is { } moved)
            {
                turn.Changes.Put(survey.Kind, seated, stored.Version);
                turn.Record(survey.History.Invited, initiative.Number, initiative.Team, words: moved);
                turn.Say($"Gewijzigd: {moved.Nl}.", $"Changed: {moved.En}.");
            }
            else
            {
                turn.Say("Deze mensen waren al uitgenodigd. Er is niets veranderd.", "These people were invited already. Nothing has changed.");
            }

            turn.Replace(await SurveyCard.Of(turn, survey, initiative, stored.Document, await standings.Towards(turn, initiative)));
            return true;
        }

        turn.Changes.Put(survey.Kind, round, stored.Version);
        turn.Record(survey.History.Invited, initiative.Number, initiative.Team, words: new Phrase(
            $"ronde {round.Round}, {added.Count} erbij", $"round {round.Round}, {added.Count} more"));
        Invitations.Send(turn, survey, initiative, round, added);
        var card = await SurveyCard.Of(turn, survey, initiative, round, await standings.Towards(turn, initiative));
        turn.Replace(card with { Body = [.. InvitationWords.Sent(turn, added, unreachable), .. card.Body] });
        return true;
    }

    /// <summary>Who was invited already may now answer for another organisation, or for one that is spelled right.</summary>
    private static Phrase? Moved(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var (gone, come) = (string.Join(", ", before.Except(after)), string.Join(", ", after.Except(before)));
        return before.Order().SequenceEqual(after.Order()) ? null : Phrase.Same($"{(gone.Length == 0 ? "–" : gone)} → {(come.Length == 0 ? string.Join(", ", after) : come)}");
    }

    private async ValueTask<Stored<TRound>?> OpenRound(Turn turn, Initiative initiative) =>
        await Refusals.Allows(turn, survey.Deeds.Start, await standings.Towards(turn, initiative), initiative.Team, initiative)
        && Rounds.IsWorkedOn(turn, initiative)
        && await Rounds.Newest(turn, survey, initiative.Number) is var stored
        && Rounds.IsOpen(turn, survey, initiative.Number, stored?.Document)
            ? stored
            : null;
}
