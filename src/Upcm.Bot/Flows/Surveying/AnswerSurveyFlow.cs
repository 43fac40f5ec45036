using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Surveying;

/// <summary><c>contextscan invullen 20-004</c>: one's own answers, before one sees those of anybody else.</summary>
public sealed class AnswerSurveyFlow<TRound>(FormConversation forms, Standings standings, Survey<TRound> survey, SurveyResults<TRound> results) : IFlow
    where TRound : SurveyRound
{
    /// <summary>The answer that names the round a draft was begun in.</summary>
    private const string RoundKey = "~round";

    public string Id => $"{survey.Id}-answer";

    public Sentence Sentence => survey.Words.ToAnswer;

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Initiatives.Named(turn, rest) is { } initiative && await MayAnswer(turn, initiative) is { } stored)
        {
            await forms.Open(turn, this, initiative.Number.ToString(), Answers.Of((RoundKey, Written(stored.Document))));
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) =>
        InitiativeNumber.TryParse(draft.Subject, CultureInfo.InvariantCulture, out var number) && await Rounds.Newest(turn, survey, number) is { } stored
            ? survey.Questions(turn.Method, stored.Document, turn.Person.Id)
            : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        var initiative = (await turn.Load(Kinds.Initiatives, draft.Subject))!.Document;
        if (await MayAnswer(turn, initiative) is not { } stored || await WasForAnotherRound(turn, draft, stored.Document))
        {
            return false;
        }

        var answers = new SurveyAnswers(turn.Person.Id, turn.Now, ((Form<ImmutableSortedDictionary<string, int?>>)form).Finish(draft.Answers)!);
        if (SurveyLaws.Answer(stored.Document, survey.Statements(turn.Method), answers) is not Accepted<TRound> { Value: var round })
        {
            turn.Say(
                "Dit kon ik niet vastleggen: de stellingen zijn intussen veranderd. Wat je invulde, blijft bewaard. Probeer het straks nog eens.",
                "I could not record this: the statements have changed meanwhile. What you filled in is kept. Please try again later.");
            return false;
        }

        turn.Changes.Put(survey.Kind, round, stored.Version);
        turn.Record(survey.History.Answered, initiative.Number, initiative.Team, words: new Phrase(
            $"ronde {round.Round}, {round.Answers.Length} van {round.Invited.Length}", $"round {round.Round}, {round.Answers.Length} of {round.Invited.Length}"));
        await Invitations.TellComplete(turn, survey, initiative, round);
        turn.Replace(await results.Of(turn, initiative, round, new Phrase("Bedankt, je antwoord telt mee.", "Thank you, your answer counts.")));
        return true;
    }

    /// <summary>The open round the speaker may still answer, or null after having said why there is none.</summary>
    private async ValueTask<Stored<TRound>?> MayAnswer(Turn turn, Initiative initiative)
    {
        var stored = await Rounds.Newest(turn, survey, initiative.Number);
        if (!Rounds.IsOpen(turn, survey, initiative.Number, stored?.Document) || !Rounds.IsWorkedOn(turn, initiative))
        {
            return null;
        }

        var round = stored!.Document;
        var standing = await standings.Towards(turn, initiative) with { Invited = round.Invited.Contains(turn.Person.Id) };
        if (!Rights.May(survey.Deeds.Answer, standing))
        {
            var (names, starter) = (await Rounds.Names(turn, round.Invited), await Rounds.Name(turn, round.OpenedBy));
            turn.Say(
                $"Je bent niet uitgenodigd voor ronde {round.Round} van {round.Number}. Uitgenodigd: {names}. Wil je meedoen? Vraag {starter} om je uit te nodigen.",
                $"You are not invited to round {round.Round} of {round.Number}. Invited: {names}. Do you want to take part? Ask {starter} to invite you.");
            return null;
        }

        if (round.HasAnswered(turn.Person.Id))
        {
            turn.Say(
                $"Je hebt ronde {round.Round} van {round.Number} al ingevuld. Een antwoord staat vast zodra je de uitslag kunt zien; je antwoord telt een keer mee.",
                $"You have answered round {round.Round} of {round.Number} already. An answer stands once you can see the result; it counts once.");
            await results.Show(turn, initiative, round);
            return null;
        }

        return stored;
    }

    /// <summary>Answers begun in an earlier round are looked at once more before they count in this one.</summary>
    private async ValueTask<bool> WasForAnotherRound(Turn turn, Draft draft, TRound round)
    {
        if (draft.Answers[RoundKey] is not { } meant || meant == Written(round))
        {
            return false;
        }

        var stored = (await turn.Load(Kinds.Drafts, draft.Id))!;
        turn.Changes.Put(Kinds.Drafts, draft with { Answers = draft.Answers.With(RoundKey, Written(round)), Updated = turn.Now }, stored.Version);
        turn.Say(
            $"Je vulde dit in voor ronde {meant}. Intussen loopt ronde {round.Round}. Kijk of je antwoorden nog kloppen en leg ze dan vast.",
            $"You filled this in for round {meant}. By now round {round.Round} is open. See whether your answers still hold and then record them.");
        turn.Replace(Cards.Talk.FormCards.Summary(survey.Questions(turn.Method, round, turn.Person.Id), draft.Answers, draft.Id, turn.Culture));
        return true;
    }

    private static string Written(TRound round) => round.Round.ToString(CultureInfo.InvariantCulture);
}
