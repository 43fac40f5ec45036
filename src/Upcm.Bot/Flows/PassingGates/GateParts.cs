using System.Collections.Frozen;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary>The parts that the card of a gate and its dossier share: decision, advice, criteria with their evidence.</summary>
public sealed class GateParts(Gate gate, GateReview review, CultureInfo culture, IReadOnlyDictionary<PersonId, string> names)
{
    private readonly bool en = culture.IsEnglish();

    /// <summary>What is there and cannot be seen, for it is of before, by the names of <see cref="Sights"/>.</summary>
    public IReadOnlySet<string> Outdated { get; init; } = FrozenSet<string>.Empty;

    public string Name(PersonId person) => names.GetValueOrDefault(person) ?? person.Value;

    public string Show(decimal? mean) => mean is { } known ? Numbers.Show(decimal.Round(known, 1), culture) : "–";

    public string Day(DateOnly day) => day.ToString("ddd d MMMM yyyy", culture);

    /// <param name="phase">The phase the initiative came into by it; null where that is long ago.</param>
    public IEnumerable<Element> Decision(string lead, GateDecision decision, string? phase, int most)
    {
        yield return new Text($"{lead}{GateWords.Name(decision.Kind).In(culture)}{(decision.Reason is { } why ? $". {Shorter.Than(most, why)}" : "")}", Tone.Strong);
        yield return new Text(
            string.Join(" · ", new[]
            {
                decision.MeetingDate is { } day ? (en ? "Meeting of " : "Overleg van ") + Day(day) : null,
                (en ? "recorded by " : "vastgelegd door ") + Name(decision.By),
                decision.OnBehalfOf is { } other ? (en ? "on behalf of " : "namens ") + Name(other) : null,
                phase is null ? null : (en ? "phase now: " : "fase nu: ") + phase,
            }.OfType<string>()),
            Tone.Subtle);
        if (!decision.Conditions.IsEmpty)
        {
            yield return new Section(en ? "Conditions" : "Voorwaarden", [new Bullets([.. decision.Conditions.Select(condition =>
                $"{Shorter.Than(most, condition.Text)} · {Name(condition.Owner)} · {(en ? "by" : "uiterlijk")} {Day(condition.Due)}")])]);
        }

        if (!decision.Corrections.IsEmpty)
        {
            yield return new Section(en ? "Corrected" : "Gecorrigeerd", [new Bullets([.. Corrections(decision, most)])]);
        }
    }

    public IEnumerable<Element> Advice(int most)
    {
        if (review.Advice.Length > 0)
        {
            yield return new Section(en ? "Advice" : "Advies", [new Bullets([.. review.Advice.Select(advice =>
                $"{Name(advice.Person)}: {GateWords.Name(advice.Kind).In(culture)}{(advice.Text is { } text ? $" – {Shorter.Than(most, text)}" : "")}")])]);
        }
    }

    /// <summary>By kind, those of the gate itself first; folded where all is settled.</summary>
    public IEnumerable<Element> Criteria(int most)
    {
        var settled = gate.Criteria.All(criterion => review.Entry(criterion.Id).IsSettled);
        foreach (var group in gate.Criteria.GroupBy(criterion => (criterion.Condition is not null, criterion.Kind)).OrderBy(group => group.Key))
        {
            var done = group.Count(criterion => review.Entry(criterion.Id).IsSettled);
            yield return new Section(
                $"{Heading(group.First())}: {done} {(en ? "of" : "van")} {group.Count()} {(en ? "done" : "gereed")}",
                [new Bullets([.. group.Select(criterion => Line(criterion, most))])],
                Folded: settled);
        }
    }

    public string Line(Criterion criterion, int most)
    {
        var entry = review.Entry(criterion.Id);
        var seen = entry.SeenByBot ? en ? " (seen by the bot)" : " (zelf gezien)" : "";
        var old = !entry.IsSettled && criterion.Seen is { } sight && Outdated.Contains(sight) ? $" ({GateWords.Renew(sight, review.Number).In(culture)})" : "";
        var proof = entry.Reason ?? entry.Evidence;
        return $"{GateWords.Name(entry.State).In(culture)}{seen} · {Asked(criterion)}{old}{(proof is null ? "" : $" – {Shorter.Than(most, proof)}")}{(entry.By is { } by ? $" ({Name(by)})" : "")}";
    }

    /// <summary>What is asked; of a condition also of whom and by when.</summary>
    public string Asked(Criterion criterion) => criterion.Condition is { } action
        ? $"{action.Text} ({action.Owner.Name}, {(en ? "by" : "uiterlijk")} {Day(action.Due)})"
        : criterion.Text.In(culture);

    public string Heading(Criterion criterion) => criterion switch
    {
        { Condition: not null } => en ? "Conditions of earlier decisions" : "Voorwaarden van eerdere besluiten",
        { Kind: CriterionKind.Result } => en ? "Result criteria" : "Resultaatcriteria",
        _ => en ? "Process criteria" : "Procescriteria",
    };

    /// <summary>When, by whom, why, and what stood there before; of every correction, the earliest first.</summary>
    public IEnumerable<string> Corrections(GateDecision decision, int most)
    {
        var after = decision;
        List<string> told = [];
        foreach (var correction in decision.Corrections.Reverse())
        {
            var before = after with
            {
                Kind = correction.KindBefore ?? after.Kind,
                MeetingDate = correction.MeetingBefore,
                Reason = correction.ReasonBefore,
                OnBehalfOf = correction.OnBehalfBefore,
                Conditions = correction.KindBefore is null ? after.Conditions : correction.ConditionsBefore,
            };
            var at = TimeZoneInfo.ConvertTime(correction.At, Conversation.Clock.Amsterdam).ToString("ddd d MMMM yyyy", culture);
            told.Add($"{at}, {Name(correction.By)}: {Shorter.Than(most, correction.Why)}. {(en ? "Before" : "Eerst")}: {string.Join("; ", Differences(before, after, most))}");
            after = before;
        }

        return told.AsEnumerable().Reverse();
    }

    private IEnumerable<string> Differences(GateDecision before, GateDecision after, int most)
    {
        if (before.Kind != after.Kind)
        {
            yield return $"{(en ? "decision" : "besluit")}: {GateWords.Name(before.Kind).In(culture)}";
        }

        if (before.MeetingDate != after.MeetingDate)
        {
            yield return $"{(en ? "meeting" : "overleg")}: {(before.MeetingDate is { } day ? Day(day) : "–")}";
        }

        if (before.Reason != after.Reason)
        {
            yield return $"{(en ? "reason" : "reden")}: {(before.Reason is { } was ? Shorter.Than(most, was) : "–")}";
        }

        if (before.OnBehalfOf != after.OnBehalfOf)
        {
            yield return $"{(en ? "on behalf of" : "namens")}: {(before.OnBehalfOf is { } other ? Name(other) : "–")}";
        }

        if (!before.Conditions.SequenceEqual(after.Conditions))
        {
            yield return $"{(en ? "conditions" : "voorwaarden")}: {(before.Conditions.IsEmpty ? "–" : string.Join(", ", before.Conditions.Select(one => Shorter.Than(most, one.Text))))}";
        }
    }
}
