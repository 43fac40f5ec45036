using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Fingerprinting;

/// <summary>Where a fingerprint stands, and what the reader can do with it. Never what anybody answered.</summary>
public static class FingerprintCard
{
    /// <param name="round">The newest; null where there is none.</param>
    public static async ValueTask<Card> Of(Turn turn, Initiative initiative, FingerprintRound? round, Standing standing)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var en = turn.Culture.IsEnglish();
        return new Card(en ? $"Fingerprint {initiative.Number} {initiative.Title}" : $"Vingerafdruk {initiative.Number} {initiative.Title}")
        {
            Status = StatusOf(turn, round),
            Body = round is null
                ? [new Text(en
                    ? "A fingerprint shows how strong the forces in and around the project are, as several people see it. Each answers the same statements alone."
                    : "Een vingerafdruk laat zien hoe sterk de krachten in en rond het project zijn, zoals verschillende mensen dat zien. Ieder vult los van elkaar dezelfde stellingen in.")]
                : [new Facts(await Facts(turn, round))],
            Buttons = Doing(turn, initiative, round, standing),
        };
    }

    private static string StatusOf(Turn turn, FingerprintRound? round)
    {
        var en = turn.Culture.IsEnglish();
        return round switch
        {
            null => en ? "Not started yet" : "Nog niet gestart",
            { ClosedAt: { } closed } => en ? $"Round {round.Round} · closed on {Day(turn, closed)}" : $"Ronde {round.Round} · gesloten op {Day(turn, closed)}",
            _ => $"{(en ? "Round" : "Ronde")} {round.Round} · open · {round.Answers.Length} {(en ? "of" : "van")} {round.Invited.Length} {(en ? "answered" : "ingevuld")}",
        };
    }

    private static async ValueTask<List<Fact>> Facts(Turn turn, FingerprintRound round)
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

    private static List<Button> Doing(Turn turn, Initiative initiative, FingerprintRound? round, Standing standing)
    {
        var number = initiative.Number;
        var culture = turn.Culture;
        var active = initiative.Status == InitiativeStatus.Active;
        var mayStart = active && Rights.May(Deed.StartFingerprint, standing);
        List<Button> buttons = [];
        if (round is { ClosedAt: null })
        {
            var waiting = Rounds.Waiting(round).ToList();
            var mayClose = Rights.May(Deed.CloseFingerprint, standing);
            if (active && waiting.Contains(turn.Person.Id))
            {
                buttons.Add(FingerprintButtons.Answer(number, culture));
            }

            if (mayClose && waiting.Count == 0)
            {
                buttons.Add(CloseFingerprintButton.On(round, culture, ButtonTone.Main));
            }

            if (mayStart && waiting.Exists(person => person != turn.Person.Id))
            {
                buttons.Add(FingerprintButtons.Remind(number, culture));
            }

            if (round.HasAnswered(turn.Person.Id))
            {
                buttons.Add(FingerprintButtons.Result(number, culture));
            }

            if (mayStart)
            {
                buttons.Add(FingerprintButtons.Invite(number, culture));
            }

            if (mayClose && waiting.Count > 0)
            {
                buttons.Add(CloseFingerprintButton.On(round, culture, ButtonTone.Normal));
            }
        }
        else
        {
            if (round is not null)
            {
                buttons.Add(FingerprintButtons.Result(number, culture));
            }

            if (mayStart)
            {
                buttons.Add(round is null ? FingerprintButtons.StartFirst(number, culture) : FingerprintButtons.StartNext(number, culture));
            }
        }

        buttons.Add(FingerprintButtons.Initiative(number, culture));
        return buttons;
    }

    internal static string Day(Turn turn, DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Clock.Amsterdam).ToString("ddd d MMMM yyyy", turn.Culture);
}
