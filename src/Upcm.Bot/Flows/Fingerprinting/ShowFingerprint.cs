using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Fingerprinting;

/// <summary><c>vingerafdruk 20-004</c>; without a number what waits for the speaker, and the speaker's initiatives.</summary>
public sealed class ShowFingerprint(Standings standings) : ICommand
{
    private const int Shown = 8;

    public Sentence Sentence { get; } = new(
        ["vingerafdruk", "vingerafdrukken"], ["fingerprint", "fingerprints"],
        new Phrase("hoe sterk een project staat: vingerafdruk 20-004", "how strong a project is: fingerprint 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (rest.Trim().Length == 0)
        {
            await Offer(turn);
        }
        else if (await Initiatives.Named(turn, rest) is { } initiative)
        {
            var round = (await Rounds.Newest(turn, initiative.Number))?.Document;
            turn.Replace(await FingerprintCard.Of(turn, initiative, round, await standings.Towards(turn, initiative)));
        }
    }

    private static async ValueTask Offer(Turn turn)
    {
        var en = turn.Culture.IsEnglish();
        var waiting = turn.IsPersonal ? await FingerprintPlate.Waiting(turn) : [];
        var mine = await Initiatives.Of(turn, Shown);
        turn.Replace(new Card(en ? "Fingerprints" : "Vingerafdrukken")
        {
            Body =
            [
                .. waiting,
                .. mine.Count == 0 ? Array.Empty<Element>() : [new Text(en ? "Your initiatives" : "Jouw initiatieven", Tone.Heading)],
                .. mine.Select(it => new Row(
                    $"{it.Number} {it.Title}", InitiativeCard.StatusOf(it, turn.Method, turn.Culture), FingerprintButtons.Show(it.Number, turn.Culture))),
                .. waiting.Count + mine.Count > 0
                    ? Array.Empty<Element>()
                    : [new Text(en
                        ? "No fingerprint waits for you. Say for instance \"fingerprint 20-004\" to see where one stands."
                        : "Er wacht geen vingerafdruk op je. Zeg bijvoorbeeld \"vingerafdruk 20-004\" om te zien hoe het met een vingerafdruk staat.")],
            ],
        });
    }
}

/// <summary>The fingerprints that wait for the speaker's own answer.</summary>
public sealed class FingerprintPlate : IPlate
{
    private const int Shown = 10;

    public ValueTask<IReadOnlyList<Element>> For(Turn turn) => Waiting(turn);

    internal static async ValueTask<IReadOnlyList<Element>> Waiting(Turn turn)
    {
        List<Element> rows = [];
        foreach (var round in (await turn.Find(Kinds.Fingerprints, $"waits-for={turn.Person.Id}|", Shown)).Select(hit => hit.Document))
        {
            if (await turn.Load(Kinds.Initiatives, round.Number.ToString()) is { Document: { Status: InitiativeStatus.Active } initiative })
            {
                rows.Add(new Row(
                    $"{round.Number} {initiative.Title}",
                    turn.Culture.IsEnglish() ? $"round {round.Round} · since {FingerprintCard.Day(turn, round.OpenedAt)}" : $"ronde {round.Round} · sinds {FingerprintCard.Day(turn, round.OpenedAt)}",
                    FingerprintButtons.Answer(round.Number, turn.Culture)));
            }
        }

        return rows.Count == 0
            ? []
            : [new Text(turn.Culture.IsEnglish() ? "Fingerprints to fill in" : "Vingerafdrukken om in te vullen", Tone.Heading), .. rows];
    }
}
