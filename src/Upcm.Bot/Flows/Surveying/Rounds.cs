using System.Collections.Immutable;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Surveying;

/// <summary>The rounds of a survey of an initiative, and the people in them.</summary>
public static class Rounds
{
    /// <summary>Rounds further back are no longer compared with.</summary>
    private const int LookedBack = 6;

    /// <summary>The newest first.</summary>
    public static async ValueTask<IReadOnlyList<Stored<TRound>>> Of<TRound>(Turn turn, Survey<TRound> survey, InitiativeNumber number, int take = LookedBack)
        where TRound : SurveyRound =>
        [.. (await turn.Find(survey.Kind, $"initiative={number}|", take, descending: true)).Select(hit => new Stored<TRound>(hit.Document, hit.Version))];

    public static async ValueTask<Stored<TRound>?> Newest<TRound>(Turn turn, Survey<TRound> survey, InitiativeNumber number)
        where TRound : SurveyRound =>
        await Of(turn, survey, number, 1) is [var newest] ? newest : null;

    /// <summary>The round before with answers, to compare with; null for the first.</summary>
    public static async ValueTask<TRound?> Before<TRound>(Turn turn, Survey<TRound> survey, TRound round)
        where TRound : SurveyRound =>
        (await Of(turn, survey, round.Number)).Select(stored => stored.Document).FirstOrDefault(other => other.Round < round.Round && !other.Answers.IsEmpty);

    /// <summary>True for who answered, and for everybody once the round is closed.</summary>
    public static bool MaySee(Turn turn, SurveyRound round)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return SurveyLaws.See(round, turn.Person.Id) is Accepted<ImmutableArray<SurveyAnswers>>;
    }

    public static IEnumerable<PersonId> Waiting(SurveyRound round) => round.Invited.Where(person => !round.HasAnswered(person));

    /// <summary>Names with commas, the rest as a number.</summary>
    public static async ValueTask<string> Names(Turn turn, IEnumerable<PersonId> people, int shown = 6)
    {
        var all = people.ToList();
        List<string> names = [];
        foreach (var person in all.Take(shown))
        {
            names.Add(await Name(turn, person));
        }

        var more = all.Count - names.Count;
        return string.Join(", ", names) + (more == 0 ? "" : turn.Culture.IsEnglish() ? $" and {more} more" : $" en nog {more}");
    }

    public static async ValueTask<string> Name(Turn turn, PersonId person) =>
        (await turn.Load(Kinds.People, person.Value))?.Document.Name ?? (turn.Culture.IsEnglish() ? "somebody" : "iemand");

    /// <summary>True while the initiative is worked on; otherwise it was said that it is not.</summary>
    public static bool IsWorkedOn(Turn turn, Initiative initiative)
    {
        if (initiative.Status == InitiativeStatus.Active)
        {
            return true;
        }

        turn.Say(
            $"Dat kan nu niet: {initiative.Number} staat op \"{InitiativeCard.StatusOf(initiative, turn.Method, Cultures.Dutch)}\". Wat je al invulde, blijft bewaard. Zeg \"toon {initiative.Number}\" om te zien hoe het ervoor staat.",
            $"That cannot be done now: {initiative.Number} is at \"{InitiativeCard.StatusOf(initiative, turn.Method, Cultures.English)}\". What you filled in is kept. Say \"show {initiative.Number}\" to see where it stands.");
        return false;
    }

    public static bool IsOpen(SurveyRound? round) => round is { ClosedAt: null };

    /// <summary>True where there is an open round; otherwise it was said what can be done instead.</summary>
    public static bool IsOpen<TRound>(Turn turn, Survey<TRound> survey, InitiativeNumber number, TRound? round)
        where TRound : SurveyRound
    {
        if (IsOpen(round))
        {
            return true;
        }

        if (round is null)
        {
            turn.Say(
                $"Voor {number} is nog geen {survey.Words.One.Nl} gestart. Zeg \"{survey.Words.ToStart.Nl[0]} {number}\" om te beginnen.",
                $"No {survey.Words.One.En} was started for {number} yet. Say \"{survey.Words.ToStart.En[0]} {number}\" to begin.");
        }
        else
        {
            turn.Say(
                $"Ronde {round.Round} van {number} is gesloten. Wat je al invulde, blijft bewaard voor een nieuwe ronde. Zeg \"{survey.Words.ToSeeResult.Nl[0]} {number}\" voor de uitslag.",
                $"Round {round.Round} of {number} is closed. What you filled in is kept for a new round. Say \"{survey.Words.ToSeeResult.En[0]} {number}\" for the result.");
        }

        return false;
    }
}
