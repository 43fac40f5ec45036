using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary><c>toon bewijs 20-004 3</c>: one criterion in full, with who said what when.</summary>
public sealed class ShowEvidence(Standings standings) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["toon bewijs", "toon criterium"], ["show evidence", "show criterion"],
        new Phrase("een criterium met alle bewijs: toon bewijs 20-004 3", "a criterion with all evidence: show evidence 20-004 3"), new Phrase("nummer en criterium", "number and criterion"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var parts = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (await GateView.Named(turn, standings, parts is [var number, ..] ? number : "") is not { } view)
        {
            return;
        }

        if (parts.Length < 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var nth) || nth < 1 || nth > view.Gate.Criteria.Length)
        {
            turn.Say(
                $"Deze fasepoort heeft criteria 1 tot en met {view.Gate.Criteria.Length}. Zeg bijvoorbeeld \"toon bewijs {view.Initiative.Number} 1\".",
                $"This gate has criteria 1 to {view.Gate.Criteria.Length}. Say for instance \"show evidence {view.Initiative.Number} 1\".");
            return;
        }

        turn.Show(await Card(turn, view, nth));
    }

    private static async ValueTask<Card> Card(Turn turn, GateView view, int nth)
    {
        var (en, culture) = (turn.Culture.IsEnglish(), turn.Culture);
        var criterion = view.Gate.Criteria[nth - 1];
        var entry = view.Review.Entry(criterion.Id);
        var gate = new GateParts(view.Gate, view.Review, culture, await PeopleOn.All(turn.Reader, [view.Review]));
        var said = entry.At is { } at
            ? $"{(entry.By is { } by ? gate.Name(by) : en ? "seen by the bot" : "zelf gezien")}, {TimeZoneInfo.ConvertTime(at, Clock.Amsterdam).ToString("ddd d MMMM yyyy", culture)}"
            : null;
        List<Element> body = [new Text(gate.Asked(criterion), Tone.Strong)];
        body.AddRange(criterion.Condition is null ? [new Text(criterion.Explanation.In(culture), Tone.Subtle)] : Array.Empty<Element>());
        body.AddRange((entry.Reason ?? entry.Evidence) is { } told ? [new Text(told)] : Array.Empty<Element>());
        body.AddRange(said is null ? Array.Empty<Element>() : [new Text(said, Tone.Subtle)]);
        Button To(string label, string labelEn, string words, string wordsEn) => Sayings.Button(en ? labelEn : label, $"{(en ? wordsEn : words)} {view.Initiative.Number}");
        return new Card($"{view.Initiative.Number} {view.Initiative.Title}")
        {
            Status = $"{(en ? "Criterion" : "Criterium")} {nth} · {GateWords.Name(entry.State).In(culture)}",
            Body = body,
            Buttons =
            [
                .. nth < view.Gate.Criteria.Length ? [Sayings.Button(en ? "Next" : "Volgende", $"{(en ? "show evidence" : "toon bewijs")} {view.Initiative.Number} {nth + 1}")] : Array.Empty<Button>(),
                To("Criteria invullen", "Fill in the criteria", "vul fasepoort", "fill gate"),
                To("Fasepoort", "Gate", "fasepoort", "gate"),
            ],
        };
    }
}
