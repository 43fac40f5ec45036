using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Surveying;

/// <summary><c>contextscan starten 20-004</c>: opens a round and asks people to fill it in.</summary>
public sealed class StartSurveyFlow<TRound>(FormConversation forms, Standings standings, Survey<TRound> survey) : IFlow
    where TRound : SurveyRound
{
    public string Id => $"{survey.Id}-start";

    public Sentence Sentence => survey.Words.ToStart;

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Initiatives.Named(turn, rest) is { } initiative && await MayStart(turn, initiative))
        {
            await forms.Open(turn, this, initiative.Number.ToString(), survey.Begun);
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) =>
        await turn.Load(Kinds.Initiatives, draft.Subject) is { Document.Number: var number }
            ? survey.Invitation(number, ((await Rounds.Newest(turn, survey, number))?.Document.Round ?? 0) + 1, starts: true)
            : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        var initiative = (await turn.Load(Kinds.Initiatives, draft.Subject))!.Document;
        if (!await MayStart(turn, initiative))
        {
            return false;
        }

        var guests = ((Form<Guests>)form).Finish(draft.Answers)!;
        var (people, unreachable) = await Invitations.Find(turn, guests);
        var number = ((await Rounds.Newest(turn, survey, initiative.Number))?.Document.Round ?? 0) + 1;
        var verdict = SurveyLaws.Open(survey.Seated(
            survey.New(initiative, number, turn) with { Invited = [.. people.Select(person => person.Id)] }, guests.People));
        if (verdict is not Accepted<TRound> { Value: var round })
        {
            InvitationWords.NobodyReached(turn, unreachable);
            return false;
        }

        turn.Changes.Insert(survey.Kind, round);
        turn.Record(survey.History.Opened, initiative.Number, initiative.Team, words: new Phrase(
            $"ronde {round.Round}, {round.Invited.Length} uitgenodigd", $"round {round.Round}, {round.Invited.Length} invited"));
        Invitations.Send(turn, survey, initiative, round, people);
        var card = await SurveyCard.Of(turn, survey, initiative, round, await standings.Towards(turn, initiative));
        turn.Replace(card with { Body = [.. InvitationWords.Sent(turn, people, unreachable), .. card.Body] });
        return true;
    }

    /// <summary>Who may, for a project that is worked on, while no round is open; otherwise it was said why not.</summary>
    private async ValueTask<bool> MayStart(Turn turn, Initiative initiative)
    {
        if (!survey.IsIn(turn.Method))
        {
            turn.Say($"Dit programma kent geen {survey.Words.One.Nl}.", $"This programme has no {survey.Words.One.En}.");
            return false;
        }

        var standing = await standings.Towards(turn, initiative);
        if (!await Refusals.Allows(turn, survey.Deeds.Start, standing, initiative.Team, initiative) || !Rounds.IsWorkedOn(turn, initiative))
        {
            return false;
        }

        if (await Rounds.Newest(turn, survey, initiative.Number) is not { Document: { ClosedAt: null } open })
        {
            return true;
        }

        turn.Say(
            $"Ronde {open.Round} van {open.Number} staat al open. Nodig daar meer mensen voor uit, of sluit die ronde eerst.",
            $"Round {open.Round} of {open.Number} is open already. Invite more people to it, or close it first.");
        turn.Show(await SurveyCard.Of(turn, survey, initiative, open, standing));
        return false;
    }
}
