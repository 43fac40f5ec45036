using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Flows.Surveying;
using Upcm.Bot.Pictures;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Fingerprinting;

/// <summary>What a round comes to: the forces beside those of the round before, whether it is enough, and what to talk about.</summary>
public static class FingerprintResultCard
{
    /// <param name="Before">The round it is compared with; null for the first.</param>
    public sealed record Subject(Initiative Initiative, FingerprintRound Round, FingerprintRound? Before, FingerprintResult Result);

    public static Card Of(Subject of, WorkingMethod method, CultureInfo culture, Illustrations illustrations)
    {
        ArgumentNullException.ThrowIfNull(of);
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(illustrations);
        var (initiative, round, _, result) = of;
        var en = culture.IsEnglish();
        var strong = result.IsStrong(method.Norms);
        var open = round.ClosedAt is null;
        var answered = $"{round.Answers.Length} {(en ? "of" : "van")} {round.Invited.Length} {(en ? "answered" : "ingevuld")}";
        var verdict = open ? en ? "so far" : "tussenstand"
            : result.Mean is null ? en ? "no result" : "geen uitslag"
            : strong ? en ? "strong enough" : "sterk genoeg"
            : en ? "not strong enough yet" : "nog niet sterk genoeg";
        return new Card(en
            ? $"{round.Number} {initiative.Title}: fingerprint, round {round.Round}"
            : $"{round.Number} {initiative.Title}: vingerafdruk, ronde {round.Round}")
        {
            Status = $"{char.ToUpper(verdict[0], culture)}{verdict[1..]} · {answered}",
            Light = open || result.Mean is null ? Cards.Light.None : strong ? Cards.Light.Green : Cards.Light.Amber,
            Body = result.Mean is null
                ? [new Text(en ? "Nobody gave a number, so there is nothing to reckon with." : "Niemand gaf een cijfer, dus er valt niets te berekenen.")]
                : [.. Figures(of, method, culture, illustrations), .. TalkingPoints(of, method, culture), new Text(Next(of, method, culture))],
        };
    }

    private static IEnumerable<Element> Figures(Subject of, WorkingMethod method, CultureInfo culture, Illustrations illustrations)
    {
        var en = culture.IsEnglish();
        var forces = method.Forces.Zip(of.Result.Forces).ToList();
        yield return illustrations.Of(RadarPicture.Of(of.Result, method, culture));
        yield return new Table(
            [en ? "Force" : "Kracht", en ? "Mean" : "Gemiddeld", en ? "Spread · answers" : "Spreiding · antwoorden"],
            [.. forces.Select(pair => (IReadOnlyList<string>)
            [
                pair.First.Name.In(culture),
                pair.Second.Mean is null ? "–" : $"{Number(pair.Second.Mean, culture)}{Changed(pair.Second.Change, culture)}",
                pair.Second.Mean is null ? "0" : $"{Number(pair.Second.Spread, culture)} · {pair.Second.Answers}",
            ])]);
        var since = of.Result.Change is not { } change ? ""
            : change == 0 ? en ? $", the same as in round {of.Before!.Round}" : $", gelijk aan ronde {of.Before!.Round}"
            : $" ({Signed(change, culture)} {(en ? "since round" : "sinds ronde")} {of.Before!.Round})";
        var norms = method.Norms;
        var gate = method.Gates.FirstOrDefault(one => one.Criteria.Any(criterion => criterion.Seen == Sights.FingerprintStrong));
        var named = gate is null ? "" : $" {char.ToLower(gate.Name.In(culture)[0], culture)}{gate.Name.In(culture)[1..]}";
        yield return new Text(en
            ? $"Mean {Number(of.Result.Mean, culture)}{since}. The gate{named} asks for {Norm(norms.FingerprintForceAtLeast, culture)} for every force and a mean of {Norm(norms.FingerprintMeanAtLeast, culture)}."
            : $"Gemiddeld {Number(of.Result.Mean, culture)}{since}. De fasepoort{named} vraagt {Norm(norms.FingerprintForceAtLeast, culture)} voor elke kracht en gemiddeld {Norm(norms.FingerprintMeanAtLeast, culture)}.");
    }

    private static IEnumerable<Element> TalkingPoints(Subject of, WorkingMethod method, CultureInfo culture)
    {
        if (of.Result.Widest.IsEmpty)
        {
            yield break;
        }

        var en = culture.IsEnglish();
        var texts = method.Forces.SelectMany(force => force.Statements).ToDictionary(statement => statement.Id, statement => statement.Text.In(culture), StringComparer.Ordinal);
        yield return new Section(
            en ? "Talk about this: views differ most here" : "Praat hierover: hier verschillen jullie het meest",
            [new Bullets([.. of.Result.Widest.Select(one =>
                $"{texts[one.Statement]} ({(en ? "mean" : "gemiddeld")} {Number(one.Mean, culture)}, {(en ? "spread" : "spreiding")} {Number(one.Spread, culture)})")])]);
    }

    private static string Next(Subject of, WorkingMethod method, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        if (of.Round.ClosedAt is null)
        {
            return Rounds.Waiting(of.Round).Any()
                ? en ? "The result may still change: not everybody has answered." : "De uitslag kan nog veranderen: niet iedereen heeft ingevuld."
                : en ? "Everybody has answered. The round can be closed." : "Iedereen heeft ingevuld. De ronde kan dicht.";
        }

        var strong = of.Result.IsStrong(method.Norms);
        if (strong && of.Round.Phase != of.Initiative.Phase)
        {
            var phase = method.Phase(of.Round.Phase)?.Name.In(culture) ?? of.Round.Phase;
            return en
                ? $"What next: this round is from the phase {phase}. Start a new round for the present phase: only that one counts at its gate."
                : $"Hoe nu verder: deze ronde is uit de fase {phase}. Start een nieuwe ronde voor de fase van nu: alleen die telt mee bij de fasepoort.";
        }

        if (strong && !IsAskedFor(method.GateFrom(of.Initiative.Phase)))
        {
            return en
                ? "What next: the present gate does not ask for a fingerprint. Do a new round in a phase that does: only that one counts at its gate."
                : "Hoe nu verder: de fasepoort van nu vraagt geen vingerafdruk. Doe een nieuwe ronde in een fase die erom vraagt: alleen die telt daar mee.";
        }

        if (strong)
        {
            return en ? "What next: this fingerprint counts at the gate. Look there what else is needed." : "Hoe nu verder: deze vingerafdruk telt mee bij de fasepoort. Kijk daar wat er nog nodig is.";
        }

        var weak = method.Forces.Zip(of.Result.Forces)
            .Where(pair => !(pair.Second.Mean >= method.Norms.FingerprintForceAtLeast))
            .Select(pair => pair.First.Name.In(culture)).ToList();
        var low = weak.Count == 0
            ? en ? "The mean is too low." : "Het gemiddelde is te laag."
            : en ? $"Too low or not known: {string.Join(", ", weak)}." : $"Te laag of niet bekend: {string.Join(", ", weak)}.";
        return en
            ? $"{low} What next: talk about what would help and start a new round later."
            : $"{low} Hoe nu verder: bespreek samen wat helpt en start later een nieuwe ronde.";
    }

    private static bool IsAskedFor(Gate? gate) =>
        gate?.Criteria.Any(criterion => criterion.Seen is Sights.FingerprintMade or Sights.FingerprintStrong) == true;

    private static string Number(decimal? value, CultureInfo culture) => value is { } known ? known.ToString("0.00", culture) : "–";

    private static string Norm(decimal value, CultureInfo culture) => value.ToString("0.0#", culture);

    private static string Changed(decimal? change, CultureInfo culture) => change is { } known ? $" ({Signed(known, culture)})" : "";

    private static string Signed(decimal change, CultureInfo culture) => change.ToString("+0.00;−0.00;0.00", culture);
}
