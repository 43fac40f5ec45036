using System.Globalization;
using FuzzySharp;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.LookingUp;

/// <summary>
/// <c>wat betekent dit criterium</c>: what a criterion of a gate means, with an example. By the number of an initiative and of the
/// criterion, by its words, or, while criteria are filled in, the one that is asked now.
/// </summary>
public sealed class ExplainCriterion(Lazy<IEnumerable<IFlow>> flows) : ICommand
{
    private const string FillsIn = "fill-gate";
    private const int MeantFrom = 80;

    public Sentence Sentence { get; } = new(
        ["criteria", "wat betekent dit criterium", "wat betekenen de criteria", "wat betekent criterium", "criterium"],
        ["criteria", "what does this criterion mean", "what do the criteria mean", "explain criterion", "criterion"],
        new("wat een criterium betekent, met een voorbeeld: criteria 20-004", "what a criterion means, with an example: criteria 20-004"), new("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            if (await AskedNow(turn) is var (gate, criterion))
            {
                turn.Show(Of([criterion], gate, turn.Culture));
            }
            else
            {
                turn.Show(WhichGate(turn));
            }
        }
        else if (InitiativeNumber.TryParse(words[0], CultureInfo.InvariantCulture, out _))
        {
            await OfInitiative(turn, words);
        }
        else if (turn.Method.Gate(words[0]) is { } named)
        {
            turn.Show(Of(named.Criteria, named, turn.Culture));
        }
        else
        {
            turn.Show(Meant(turn, rest));
        }
    }

    /// <summary>The criterion that the speaker's open form asks about, or null.</summary>
    private async ValueTask<(Gate Gate, Criterion Criterion)?> AskedNow(Turn turn)
    {
        if (turn.Person.ActiveDraft is not { } id
            || await turn.Load(Kinds.Drafts, id) is not { Document: { Flow: FillsIn } draft }
            || flows.Value.FirstOrDefault(flow => flow.Id == FillsIn) is not { } fill
            || await fill.FormFor(turn, draft) is not { } form
            || form.Next(draft.Answers) is not { } next
            || await turn.Load(Kinds.Initiatives, draft.Subject) is not { Document: { } initiative }
            || turn.Method.GateFrom(initiative.Phase) is not { } gate)
        {
            return null;
        }

        return gate.Criterion(next.Key[(next.Key.IndexOf('.', StringComparison.Ordinal) + 1)..]) is { } criterion ? (gate, criterion) : null;
    }

    private static async ValueTask OfInitiative(Turn turn, string[] words)
    {
        if (await Initiatives.Named(turn, words[0]) is not { } initiative)
        {
            return;
        }

        if (turn.Method.GateFrom(initiative.Phase) is not { } gate)
        {
            turn.Say($"{initiative.Number} is afgesloten. Er is geen fasepoort meer.", $"{initiative.Number} is closed. There is no gate any more.");
            return;
        }

        var nth = words.Length > 1 && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : 0;
        turn.Show(Of(nth >= 1 && nth <= gate.Criteria.Length ? [gate.Criteria[nth - 1]] : gate.Criteria, gate, turn.Culture) with
        {
            Buttons = [Sayings.Button(turn.Culture.IsEnglish() ? "Gate" : "Fasepoort", $"{(turn.Culture.IsEnglish() ? "gate" : "fasepoort")} {initiative.Number}")],
        });
    }

    private static Card Of(IReadOnlyList<Criterion> criteria, Gate gate, CultureInfo culture) => new(gate.Name.In(culture))
    {
        Status = criteria.Count > 1 ? culture.IsEnglish() ? "What the criteria mean" : "Wat de criteria betekenen" : null,
        Body =
        [
            .. criteria.Select(criterion => new Section(
                $"{(gate.Criteria.IndexOf(criterion) + 1).ToString(culture)}. {criterion.Text.In(culture)}",
                [new Text(criterion.Explanation.In(culture)), new Text((culture.IsEnglish() ? "For instance: " : "Bijvoorbeeld: ") + criterion.Example.In(culture), Tone.Subtle)],
                Folded: criteria.Count > 3)),
        ],
    };

    /// <summary>The criteria that the words are about, in whichever gate they stand.</summary>
    private static Card Meant(Turn turn, string words)
    {
        var asked = words.ToLowerInvariant();
        var best = turn.Method.Gates
            .SelectMany(gate => gate.Criteria.Select(criterion => (gate, criterion, score: ((string[])[criterion.Id, criterion.Text.Nl, criterion.Text.En]).Max(text => Fuzz.PartialRatio(asked, text.ToLowerInvariant())))))
            .Where(one => one.score >= MeantFrom)
            .OrderByDescending(one => one.score)
            .DistinctBy(one => (one.criterion.Text, one.criterion.Example))
            .Take(3)
            .ToList();
        if (best.Count == 0)
        {
            var which = WhichGate(turn);
            return which with
            {
                Body = [new Text(turn.Culture.IsEnglish() ? $"I know no criterion about \"{Shorter.Than(60, words)}\"." : $"Ik ken geen criterium over \"{Shorter.Than(60, words)}\".", Tone.Warning), .. which.Body],
            };
        }

        return new Card(turn.Culture.IsEnglish() ? "What this criterion means" : "Wat dit criterium betekent")
        {
            Body = [.. best.SelectMany(one => Of([one.criterion], one.gate, turn.Culture) is var card ? [new Text(card.Title, Tone.Subtle), .. card.Body] : Array.Empty<Element>())],
        };
    }

    private static Card WhichGate(Turn turn) => new(turn.Culture.IsEnglish() ? "The criteria of which gate?" : "De criteria van welke fasepoort?")
    {
        Body =
        [
            new Text(turn.Culture.IsEnglish() ? "Give the number of an initiative, or choose a gate." : "Noem het nummer van een initiatief, of kies een fasepoort."),
            .. turn.Method.Gates.Select(gate => new Row(gate.Name.In(turn.Culture), null, Sayings.Button(turn.Culture.IsEnglish() ? "Show" : "Toon", $"criteria {gate.Id}"))),
        ],
    };
}
