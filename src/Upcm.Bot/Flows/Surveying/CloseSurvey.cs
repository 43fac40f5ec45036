using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Surveying;

/// <summary><c>contextscan sluiten 20-004</c>, and with <c>toch</c> where not everybody has answered.</summary>
public sealed class CloseSurvey<TRound>(CloseSurveyButton<TRound> button, Survey<TRound> survey) : ICommand
    where TRound : SurveyRound
{
    public Sentence Sentence => survey.Words.ToClose;

    public async ValueTask Run(Turn turn, string rest)
    {
        var words = rest.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var anyway = words is [_, var last] && last.ToLowerInvariant() is "toch" or "anyway";
        if (await Initiatives.Named(turn, anyway ? words[0] : rest) is { } initiative)
        {
            await button.Close(turn, initiative, null, anyway);
        }
    }
}

/// <summary>Closes the round it was made for, and no later one.</summary>
public sealed class CloseSurveyButton<TRound>(Standings standings, Survey<TRound> survey, SurveyResults<TRound> results) : IButton
    where TRound : SurveyRound
{
    public string Verb => CloseButton.VerbOf(survey);

    public async ValueTask Press(Turn turn, Pressed pressed)
    {
        var data = pressed.Press.Data;
        if (await Initiatives.Named(turn, data.GetValueOrDefault("number") ?? "") is { } initiative)
        {
            await Close(turn, initiative, data.GetValueOrDefault("round"), data.GetValueOrDefault("anyway") == "ja");
        }
    }

    /// <param name="meant">The round that is meant; null for the newest.</param>
    /// <param name="anyway">True where the person knows that not everybody has answered.</param>
    internal async ValueTask Close(Turn turn, Initiative initiative, string? meant, bool anyway)
    {
        if (!await Refusals.Allows(turn, survey.Deeds.Close, await standings.Towards(turn, initiative), initiative.Team, initiative))
        {
            return;
        }

        var stored = await Rounds.Newest(turn, survey, initiative.Number);
        if (stored is { Document: var newest } && meant is not null && meant != newest.Round.ToString(CultureInfo.InvariantCulture))
        {
            turn.Say($"Ronde {meant} van {newest.Number} was al gesloten.", $"Round {meant} of {newest.Number} was closed already.");
            return;
        }

        if (stored is { Document.ClosedAt: not null })
        {
            turn.Say($"Ronde {stored.Document.Round} van {initiative.Number} was al gesloten. Dit is de uitslag.", $"Round {stored.Document.Round} of {initiative.Number} was closed already. This is the result.");
            turn.Replace(await results.Of(turn, initiative, stored.Document));
            return;
        }

        if (!Rounds.IsOpen(turn, survey, initiative.Number, stored?.Document))
        {
            return;
        }

        if (!anyway && Rounds.Waiting(stored!.Document).Any())
        {
            turn.Replace(await Sure(turn, initiative, stored.Document));
        }
        else if (SurveyLaws.Close(stored!.Document, turn.Person.Id, turn.Now) is Accepted<TRound> { Value: var closed })
        {
            turn.Changes.Put(survey.Kind, closed, stored.Version);
            turn.Record(survey.History.Closed, initiative.Number, initiative.Team, words: new Phrase(
                $"ronde {closed.Round}, {closed.Answers.Length} van {closed.Invited.Length} ingevuld",
                $"round {closed.Round}, {closed.Answers.Length} of {closed.Invited.Length} answered"));
            turn.Replace(await results.Of(turn, initiative, closed));
        }
    }

    private async ValueTask<Card> Sure(Turn turn, Initiative initiative, TRound round)
    {
        var en = turn.Culture.IsEnglish();
        var waiting = await Rounds.Names(turn, Rounds.Waiting(round));
        return new Card(en ? $"Close round {round.Round} of {round.Number}?" : $"Ronde {round.Round} van {round.Number} sluiten?")
        {
            Status = $"{round.Answers.Length} {(en ? "of" : "van")} {round.Invited.Length} {(en ? "answered" : "ingevuld")}",
            Body =
            [
                new Text(
                    round.Answers.IsEmpty
                        ? en ? "Nobody has answered yet. If you close now, there is no result." : "Nog niemand vulde in. Als je nu sluit, is er geen uitslag."
                        : en ? $"Not answered yet: {waiting}. After closing nobody can answer this round." : $"Nog niet ingevuld: {waiting}. Na het sluiten kan niemand deze ronde nog invullen.",
                    Tone.Warning),
            ],
            Buttons =
            [
                .. initiative.Status == InitiativeStatus.Active ? [survey.Words.Remind(round.Number, turn.Culture)] : Array.Empty<Button>(),
                CloseButton.On(survey, round, turn.Culture, ButtonTone.Grave, anyway: true),
                survey.Words.ShowButton(round.Number, turn.Culture),
            ],
        };
    }
}

/// <summary>The button that closes a round, and no later one.</summary>
public static class CloseButton
{
    public static Button On<TRound>(Survey<TRound> survey, TRound round, CultureInfo culture, ButtonTone tone, bool anyway = false)
        where TRound : SurveyRound
    {
        ArgumentNullException.ThrowIfNull(round);
        var en = culture.IsEnglish();
        return new Button(
            anyway ? en ? "Close anyway" : "Sluit toch" : en ? "Close" : "Sluiten",
            new Press(
                VerbOf(survey),
                ("number", round.Number.ToString()),
                ("round", round.Round.ToString(CultureInfo.InvariantCulture)),
                ("anyway", anyway ? "ja" : "nee")),
            $"{survey.Words.ToClose.Name(culture)} {round.Number}{(anyway ? en ? " anyway" : " toch" : "")}",
            tone);
    }

    internal static string VerbOf<TRound>(Survey<TRound> survey)
        where TRound : SurveyRound => $"{survey.Id}.close";
}
