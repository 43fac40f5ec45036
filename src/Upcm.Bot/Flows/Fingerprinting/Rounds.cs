using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Fingerprinting;

/// <summary>The rounds of an initiative's fingerprint, and the people in them.</summary>
public static class Rounds
{
    /// <summary>Rounds further back are no longer compared with.</summary>
    private const int LookedBack = 6;

    /// <summary>The newest first.</summary>
    public static async ValueTask<IReadOnlyList<Stored<FingerprintRound>>> Of(Turn turn, InitiativeNumber number, int take = LookedBack) =>
        [.. (await turn.Find(Kinds.Fingerprints, $"initiative={number}|", take, descending: true)).Select(hit => new Stored<FingerprintRound>(hit.Document, hit.Version))];

    public static async ValueTask<Stored<FingerprintRound>?> Newest(Turn turn, InitiativeNumber number) =>
        await Of(turn, number, 1) is [var newest] ? newest : null;

    /// <summary>The round before with answers, to compare with; null for the first.</summary>
    public static async ValueTask<FingerprintRound?> Before(Turn turn, FingerprintRound round) =>
        (await Of(turn, round.Number)).Select(stored => stored.Document).FirstOrDefault(other => other.Round < round.Round && !other.Answers.IsEmpty);

    public static IEnumerable<PersonId> Waiting(FingerprintRound round) => round.Invited.Where(person => !round.HasAnswered(person));

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

    public static bool IsOpen(FingerprintRound? round) => round is { ClosedAt: null };

    /// <summary>True where there is an open round; otherwise it was said what can be done instead.</summary>
    public static bool IsOpen(Turn turn, InitiativeNumber number, FingerprintRound? round)
    {
        if (IsOpen(round))
        {
            return true;
        }

        if (round is null)
        {
            turn.Say(
                $"Voor {number} is nog geen vingerafdruk gestart. Zeg \"vingerafdruk starten {number}\" om te beginnen.",
                $"No fingerprint was started for {number} yet. Say \"start fingerprint {number}\" to begin.");
        }
        else
        {
            turn.Say(
                $"Ronde {round.Round} van {number} is gesloten. Wat je al invulde, blijft bewaard voor een nieuwe ronde. Zeg \"vingerafdruk uitslag {number}\" voor de uitslag.",
                $"Round {round.Round} of {number} is closed. What you filled in is kept for a new round. Say \"fingerprint result {number}\" for the result.");
        }

        return false;
    }
}
