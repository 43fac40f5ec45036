using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Surveying;

/// <summary>The result of a round, to whom may see it: after their own answer, or once the round is closed.</summary>
public sealed class SurveyResults<TRound>(Survey<TRound> survey, Standings standings)
    where TRound : SurveyRound
{
    /// <summary>Shows it, or says why not; a result so far is shown to the speaker alone, never in a channel.</summary>
    public async ValueTask Show(Turn turn, Initiative initiative, TRound round)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(round);
        if (!Rounds.MaySee(turn, round))
        {
            turn.Say(
                round.Invited.Contains(turn.Person.Id)
                    ? $"Je ziet de uitslag van ronde {round.Round} na je eigen antwoord. Zeg \"{survey.Words.ToAnswer.Nl[0]} {round.Number}\"."
                    : $"Ronde {round.Round} van {round.Number} loopt nog: {round.Answers.Length} van {round.Invited.Length} ingevuld. Je ziet de uitslag zodra de ronde gesloten is.",
                round.Invited.Contains(turn.Person.Id)
                    ? $"You see the result of round {round.Round} after your own answer. Say \"{survey.Words.ToAnswer.En[0]} {round.Number}\"."
                    : $"Round {round.Round} of {round.Number} is still open: {round.Answers.Length} of {round.Invited.Length} answered. You see the result once the round is closed.");
            return;
        }

        var card = await Of(turn, initiative, round);
        if (turn.IsPersonal || round.ClosedAt is not null)
        {
            turn.Replace(card);
            return;
        }

        turn.Write(turn.Person, survey.Id, $"{survey.Id}/{round.Number}/{round.Round}/so-far/{Kinds.Sortable(turn.Now)}", card);
        turn.Say(
            "De ronde loopt nog. Daarom laat ik de tussenstand alleen aan jou zien, in ons eigen gesprek.",
            "The round is still open. So I show the result so far to you alone, in our own conversation.");
    }

    /// <summary>The card, for somebody who may see it.</summary>
    /// <param name="first">Said before everything else.</param>
    public async ValueTask<Card> Of(Turn turn, Initiative initiative, TRound round, Phrase? first = null)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(round);
        var before = await Rounds.Before(turn, survey, round);
        var standing = await standings.Towards(turn, initiative);
        var card = survey.Result(turn, initiative, round, before);
        return card with
        {
            Body = first is null ? card.Body : [new Text(first.In(turn.Culture), Tone.Good), .. card.Body],
            Buttons = Doing(turn, initiative, round, standing),
        };
    }

    private List<Button> Doing(Turn turn, Initiative initiative, TRound round, Standing standing)
    {
        var culture = turn.Culture;
        var number = initiative.Number;
        var active = initiative.Status == InitiativeStatus.Active;
        List<Button> buttons = [];
        if (round.ClosedAt is null)
        {
            if (Rights.May(survey.Deeds.Close, standing))
            {
                buttons.Add(CloseButton.On(survey, round, culture, Rounds.Waiting(round).Any() ? ButtonTone.Normal : ButtonTone.Main));
            }

            buttons.Add(survey.Words.ShowButton(number, culture));
        }
        else
        {
            var strong = survey.Suffices(round, turn.Method);
            if (active && turn.Method.GateFrom(initiative.Phase) is not null)
            {
                buttons.Add(SurveyWords.Gate(number, culture, strong ? ButtonTone.Main : ButtonTone.Normal));
            }

            if (active && Rights.May(survey.Deeds.Start, standing))
            {
                buttons.Insert(strong ? buttons.Count : 0, survey.Words.StartNext(number, culture));
            }
        }

        return [.. buttons, SurveyWords.Initiative(number, culture)];
    }
}

/// <summary><c>contextscan uitslag 20-004</c></summary>
public sealed class ShowSurveyResult<TRound>(Survey<TRound> survey, SurveyResults<TRound> results) : ICommand
    where TRound : SurveyRound
{
    public Sentence Sentence => survey.Words.ToSeeResult;

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Initiatives.Named(turn, rest) is not { } initiative)
        {
            return;
        }

        var rounds = await Rounds.Of(turn, survey, initiative.Number, 2);
        if (rounds.Count == 0)
        {
            Rounds.IsOpen(turn, survey, initiative.Number, null);
            return;
        }

        var newest = rounds[0].Document;
        await results.Show(turn, initiative, newest);
        if (!Rounds.MaySee(turn, newest) && rounds is [_, var closed])
        {
            turn.Say($"Dit is de uitslag van ronde {closed.Document.Round}.", $"This is the result of round {closed.Document.Round}.");
            await results.Show(turn, initiative, closed.Document);
        }
    }
}
