using System.Collections.Immutable;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Pictures;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Fingerprinting;

/// <summary>The result of a round, to whom may see it: after their own answer, or once the round is closed.</summary>
public sealed class FingerprintResults(Illustrations illustrations, Standings standings)
{
    public static bool MaySee(Turn turn, FingerprintRound round) =>
        FingerprintLaws.See(round, turn.Person.Id) is Accepted<ImmutableArray<FingerprintAnswers>>;

    /// <summary>Shows it, or says why not; a result so far is shown to the speaker alone, never in a channel.</summary>
    public async ValueTask Show(Turn turn, Initiative initiative, FingerprintRound round)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(round);
        if (!MaySee(turn, round))
        {
            turn.Say(
                round.Invited.Contains(turn.Person.Id)
                    ? $"Je ziet de uitslag van ronde {round.Round} na je eigen antwoord. Zeg \"vingerafdruk invullen {round.Number}\"."
                    : $"Ronde {round.Round} van {round.Number} loopt nog: {round.Answers.Length} van {round.Invited.Length} ingevuld. Je ziet de uitslag zodra de ronde gesloten is.",
                round.Invited.Contains(turn.Person.Id)
                    ? $"You see the result of round {round.Round} after your own answer. Say \"answer fingerprint {round.Number}\"."
                    : $"Round {round.Round} of {round.Number} is still open: {round.Answers.Length} of {round.Invited.Length} answered. You see the result once the round is closed.");
            return;
        }

        var card = await Of(turn, initiative, round);
        if (turn.IsPersonal || round.ClosedAt is not null)
        {
            turn.Replace(card);
            return;
        }

        turn.Write(turn.Person, "fingerprint", $"fingerprint/{round.Number}/{round.Round}/so-far/{Kinds.Sortable(turn.Now)}", card);
        turn.Say(
            "De ronde loopt nog. Daarom laat ik de tussenstand alleen aan jou zien, in ons eigen gesprek.",
            "The round is still open. So I show the result so far to you alone, in our own conversation.");
    }

    /// <summary>The card, for somebody who may see it.</summary>
    /// <param name="first">Said before everything else.</param>
    public async ValueTask<Card> Of(Turn turn, Initiative initiative, FingerprintRound round, Phrase? first = null)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(round);
        var before = await Rounds.Before(turn, round);
        var result = FingerprintResult.Of(round, before, turn.Method);
        var standing = await standings.Towards(turn, initiative);
        var card = FingerprintResultCard.Of(new FingerprintResultCard.Subject(initiative, round, before, result), turn.Method, turn.Culture, illustrations);
        return card with
        {
            Body = first is null ? card.Body : [new Text(first.In(turn.Culture), Tone.Good), .. card.Body],
            Buttons = Doing(turn, initiative, round, result, standing),
        };
    }

    private static List<Button> Doing(Turn turn, Initiative initiative, FingerprintRound round, FingerprintResult result, Standing standing)
    {
        var culture = turn.Culture;
        var number = initiative.Number;
        var active = initiative.Status == InitiativeStatus.Active;
        List<Button> buttons = [];
        if (round.ClosedAt is null)
        {
            if (Rights.May(Deed.CloseFingerprint, standing))
            {
                buttons.Add(CloseFingerprintButton.On(round, culture, Rounds.Waiting(round).Any() ? ButtonTone.Normal : ButtonTone.Main));
            }

            buttons.Add(FingerprintButtons.Show(number, culture));
        }
        else
        {
            var strong = result.IsStrong(turn.Method.Norms);
            if (active && turn.Method.GateFrom(initiative.Phase) is not null)
            {
                buttons.Add(FingerprintButtons.Gate(number, culture, strong ? ButtonTone.Main : ButtonTone.Normal));
            }

            if (active && Rights.May(Deed.StartFingerprint, standing))
            {
                buttons.Insert(strong ? buttons.Count : 0, FingerprintButtons.StartNext(number, culture));
            }
        }

        return [.. buttons, FingerprintButtons.Initiative(number, culture)];
    }
}

/// <summary><c>vingerafdruk uitslag 20-004</c></summary>
public sealed class ShowFingerprintResult(FingerprintResults results) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["vingerafdruk uitslag", "uitslag vingerafdruk"], ["fingerprint result", "result fingerprint"],
        new Phrase("de uitslag van een vingerafdruk: vingerafdruk uitslag 20-004", "the result of a fingerprint: fingerprint result 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Initiatives.Named(turn, rest) is not { } initiative)
        {
            return;
        }

        var rounds = await Rounds.Of(turn, initiative.Number, 2);
        if (rounds.Count == 0)
        {
            Rounds.IsOpen(turn, initiative.Number, null);
            return;
        }

        var newest = rounds[0].Document;
        await results.Show(turn, initiative, newest);
        if (!FingerprintResults.MaySee(turn, newest) && rounds is [_, var closed])
        {
            turn.Say($"Dit is de uitslag van ronde {closed.Document.Round}.", $"This is the result of round {closed.Document.Round}.");
            await results.Show(turn, initiative, closed.Document);
        }
    }
}
