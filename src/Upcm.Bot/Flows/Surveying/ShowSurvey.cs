using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Surveying;

/// <summary><c>contextscan 20-004</c>; without a number what waits for the speaker, and the speaker's initiatives.</summary>
public sealed class ShowSurvey<TRound>(Standings standings, Survey<TRound> survey) : ICommand
    where TRound : SurveyRound
{
    private const int Shown = 8;

    public Sentence Sentence => survey.Words.ToShow;

    public async ValueTask Run(Turn turn, string rest)
    {
        if (rest.Trim().Length == 0)
        {
            await Offer(turn);
        }
        else if (await Initiatives.Named(turn, rest) is { } initiative)
        {
            var round = (await Rounds.Newest(turn, survey, initiative.Number))?.Document;
            turn.Replace(await SurveyCard.Of(turn, survey, initiative, round, await standings.Towards(turn, initiative)));
        }
    }

    private async ValueTask Offer(Turn turn)
    {
        var en = turn.Culture.IsEnglish();
        var waiting = turn.IsPersonal ? await SurveyPlate<TRound>.Waiting(turn, survey) : [];
        var mine = await Initiatives.Of(turn, Shown);
        turn.Replace(new Card(survey.Words.Names(turn.Culture))
        {
            Body =
            [
                .. waiting,
                .. mine.Count == 0 ? Array.Empty<Element>() : [new Text(en ? "Your initiatives" : "Jouw initiatieven", Tone.Heading)],
                .. mine.Select(it => new Row(
                    $"{it.Number} {it.Title}", InitiativeCard.StatusOf(it, turn.Method, turn.Culture), survey.Words.ShowButton(it.Number, turn.Culture))),
                .. waiting.Count + mine.Count > 0
                    ? Array.Empty<Element>()
                    : [new Text(en
                        ? $"No {survey.Words.One.En} waits for you. Say for instance \"{survey.Words.One.En} 20-004\" to see where one stands."
                        : $"Er wacht geen {survey.Words.One.Nl} op je. Zeg bijvoorbeeld \"{survey.Words.One.Nl} 20-004\" om te zien hoe het met een {survey.Words.One.Nl} staat.")],
            ],
        });
    }
}

/// <summary>The surveys of one kind that wait for the speaker's own answer.</summary>
public sealed class SurveyPlate<TRound>(Survey<TRound> survey) : IPlate
    where TRound : SurveyRound
{
    private const int Shown = 10;

    public ValueTask<IReadOnlyList<Element>> For(Turn turn) => Waiting(turn, survey);

    internal static async ValueTask<IReadOnlyList<Element>> Waiting(Turn turn, Survey<TRound> survey)
    {
        List<Element> rows = [];
        foreach (var round in (await turn.Find(survey.Kind, $"waits-for={turn.Person.Id}|", Shown)).Select(hit => hit.Document))
        {
            if (await turn.Load(Kinds.Initiatives, round.Number.ToString()) is { Document: { Status: InitiativeStatus.Active } initiative })
            {
                rows.Add(new Row(
                    $"{round.Number} {initiative.Title}",
                    turn.Culture.IsEnglish() ? $"round {round.Round} · since {SurveyCard.Day(turn, round.OpenedAt)}" : $"ronde {round.Round} · sinds {SurveyCard.Day(turn, round.OpenedAt)}",
                    survey.Words.Answer(round.Number, turn.Culture)));
            }
        }

        return rows.Count == 0
            ? []
            : [new Text($"{survey.Words.Names(turn.Culture)} {(turn.Culture.IsEnglish() ? "to fill in" : "om in te vullen")}", Tone.Heading), .. rows];
    }
}
