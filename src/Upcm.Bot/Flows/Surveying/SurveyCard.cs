using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Surveying;

/// <summary>Where a survey stands, and what the reader can do with it. Never what anybody answered.</summary>
public static class SurveyCard
{
    /// <param name="round">The newest; null where there is none.</param>
    public static async ValueTask<Card> Of<TRound>(Turn turn, Survey<TRound> survey, Initiative initiative, TRound? round, Standing standing)
        where TRound : SurveyRound
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(survey);
        return new Card($"{survey.Words.Name(turn.Culture)} {initiative.Number} {initiative.Title}")
        {
            Status = StatusOf(turn, round),
            Body = round is null
                ? [new Text(survey.Words.About.In(turn.Culture))]
                : [new Facts(await Facts(turn, round))],
            Buttons = Doing(turn, survey, initiative, round, standing),
        };
    }

    private static string StatusOf(Turn turn, SurveyRound? round)
    {
        var en = turn.Culture.IsEnglish();
        return round switch
        {
            null => en ? "Not started yet" : "Nog niet gestart",
            { ClosedAt: { } closed } => en ? $"Round {round.Round} · closed on {Day(turn, closed)}" : $"Ronde {round.Round} · gesloten op {Day(turn, closed)}",
            _ => $"{(en ? "Round" : "Ronde")} {round.Round} · open · {round.Answers.Length} {(en ? "of" : "van")} {round.Invited.Length} {(en ? "answered" : "ingevuld")}",
        };
    }

    private static async ValueTask<List<Fact>> Facts(Turn turn, SurveyRound round)
    {
        var en = turn.Culture.IsEnglish();
        List<Fact> facts = [new(en ? "Started" : "Gestart", $"{Day(turn, round.OpenedAt)} · {await Rounds.Name(turn, round.OpenedBy)}")];
        if (round.ClosedAt is not null)
        {
            facts.Add(new(en ? "Answered" : "Ingevuld", $"{round.Answers.Length} {(en ? "of" : "van")} {round.Invited.Length}"));
        }
        else if (turn.IsPersonal && Rounds.Waiting(round).ToList() is { Count: > 0 } waiting)
        {
            facts.Add(new(en ? "Waits for" : "Wacht op", await Rounds.Names(turn, waiting)));
        }

        return facts;
    }

    private static List<Button> Doing<TRound>(Turn turn, Survey<TRound> survey, Initiative initiative, TRound? round, Standing standing)
        where TRound : SurveyRound
    {
        var number = initiative.Number;
        var culture = turn.Culture;
        var active = initiative.Status == InitiativeStatus.Active;
        var mayStart = active && Rights.May(survey.Deeds.Start, standing);
        List<Button> buttons = [];
        if (round is { ClosedAt: null })
        {
            var waiting = Rounds.Waiting(round).ToList();
            var mayClose = Rights.May(survey.Deeds.Close, standing);
            if (active && waiting.Contains(turn.Person.Id))
            {
                buttons.Add(survey.Words.Answer(number, culture));
            }

            if (mayClose && waiting.Count == 0)
            {
                buttons.Add(CloseButton.On(survey, round, culture, ButtonTone.Main));
            }

            if (mayStart && waiting.Exists(person => person != turn.Person.Id))
            {
                buttons.Add(survey.Words.Remind(number, culture));
            }

            if (round.HasAnswered(turn.Person.Id))
            {
                buttons.Add(survey.Words.Result(number, culture));
            }

            if (mayStart)
            {
                buttons.Add(survey.Words.Invite(number, culture));
            }

            if (mayClose && waiting.Count > 0)
            {
                buttons.Add(CloseButton.On(survey, round, culture, ButtonTone.Normal));
            }
        }
        else
        {
            if (round is not null)
            {
                buttons.Add(survey.Words.Result(number, culture));
            }

            if (mayStart)
            {
                buttons.Add(round is null ? survey.Words.StartFirst(number, culture) : survey.Words.StartNext(number, culture));
            }
        }

        buttons.Add(SurveyWords.Initiative(number, culture));
        return buttons;
    }

    internal static string Day(Turn turn, DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Clock.Amsterdam).ToString("ddd d MMMM yyyy", turn.Culture);
}
