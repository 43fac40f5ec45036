using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Fingerprinting;

/// <summary><c>vingerafdruk invullen 20-004</c>: one's own answers, before one sees those of anybody else.</summary>
public sealed class AnswerFingerprintFlow(FormConversation forms, Standings standings, FingerprintResults results) : IFlow
{
    /// <summary>The answer that names the round a draft was begun in.</summary>
    private const string RoundKey = "~round";

    public string Id => "fingerprint-answer";

    public Sentence Sentence { get; } = new(
        ["vingerafdruk invullen", "vul vingerafdruk in"], ["answer fingerprint", "fingerprint answer", "fill in fingerprint"],
        new Phrase("een vingerafdruk invullen: vingerafdruk invullen 20-004", "fill in a fingerprint: answer fingerprint 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Initiatives.Named(turn, rest) is { } initiative && await MayAnswer(turn, initiative) is { } stored)
        {
            await forms.Open(turn, this, initiative.Number.ToString(), Answers.Of((RoundKey, Written(stored.Document))));
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) =>
        InitiativeNumber.TryParse(draft.Subject, CultureInfo.InvariantCulture, out var number) && await Rounds.Newest(turn, number) is { } stored
            ? new FingerprintForm(turn.Method, stored.Document)
            : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        var initiative = (await turn.Load(Kinds.Initiatives, draft.Subject))!.Document;
        if (await MayAnswer(turn, initiative) is not { } stored || await WasForAnotherRound(turn, draft, stored.Document))
        {
            return false;
        }

        var answers = new FingerprintAnswers(turn.Person.Id, turn.Now, ((FingerprintForm)form).Finish(draft.Answers)!);
        if (FingerprintLaws.Answer(stored.Document, turn.Method.Forces, answers) is not Accepted<FingerprintRound> { Value: var round })
        {
            turn.Say(
                "Dit kon ik niet vastleggen: de stellingen zijn intussen veranderd. Wat je invulde, blijft bewaard. Probeer het straks nog eens.",
                "I could not record this: the statements have changed meanwhile. What you filled in is kept. Please try again later.");
            return false;
        }

        turn.Changes.Put(Kinds.Fingerprints, round, stored.Version);
        turn.Record(History.FingerprintAnswered, initiative.Number, initiative.Team, words: new Phrase(
            $"ronde {round.Round}, {round.Answers.Length} van {round.Invited.Length}", $"round {round.Round}, {round.Answers.Length} of {round.Invited.Length}"));
        await Invitations.TellComplete(turn, initiative, round);
        turn.Replace(await results.Of(turn, initiative, round, new Phrase("Bedankt, je antwoord telt mee.", "Thank you, your answer counts.")));
        return true;
    }

    /// <summary>The open round the speaker may still answer, or null after having said why there is none.</summary>
    private async ValueTask<Stored<FingerprintRound>?> MayAnswer(Turn turn, Initiative initiative)
    {
        var stored = await Rounds.Newest(turn, initiative.Number);
        if (!Rounds.IsOpen(turn, initiative.Number, stored?.Document) || !Rounds.IsWorkedOn(turn, initiative))
        {
            return null;
        }

        var round = stored!.Document;
        var standing = await standings.Towards(turn, initiative) with { Invited = round.Invited.Contains(turn.Person.Id) };
        if (!Rights.May(Deed.AnswerFingerprint, standing))
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
    private static async ValueTask<bool> WasForAnotherRound(Turn turn, Draft draft, FingerprintRound round)
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
        turn.Replace(Cards.Talk.FormCards.Summary(new FingerprintForm(turn.Method, round), draft.Answers, draft.Id, turn.Culture));
        return true;
    }

    private static string Written(FingerprintRound round) => round.Round.ToString(CultureInfo.InvariantCulture);
}
