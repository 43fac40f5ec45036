using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Evaluating;

/// <summary>Verdicts, impact and proposals in plain words.</summary>
public static class EvaluationWords
{
    public static ImmutableArray<Choice> Verdicts { get; } =
    [
        new(nameof(ResultVerdict.Met), Name(ResultVerdict.Met), "ja", "yes", "helemaal"),
        new(nameof(ResultVerdict.Partly), Name(ResultVerdict.Partly), "deels", "partly", "half"),
        new(nameof(ResultVerdict.NotMet), Name(ResultVerdict.NotMet), "nee", "no", "niet"),
    ];

    public static Phrase Name(ResultVerdict verdict) => verdict switch
    {
        ResultVerdict.Partly => new("Deels gehaald", "Partly met"),
        ResultVerdict.NotMet => new("Niet gehaald", "Not met"),
        _ => new("Gehaald", "Met"),
    };

    public static Cards.Light Light(ResultVerdict? verdict) => verdict switch
    {
        ResultVerdict.Met => Cards.Light.Green,
        ResultVerdict.Partly => Cards.Light.Amber,
        ResultVerdict.NotMet => Cards.Light.Red,
        _ => Cards.Light.None,
    };

    public static Phrase Name(ProposalState state) => state switch
    {
        ProposalState.TakenUp => new("overgenomen", "taken up"),
        ProposalState.NotTakenUp => new("niet overgenomen", "not taken up"),
        ProposalState.Withdrawn => new("ingetrokken", "withdrawn"),
        _ => new("open", "open"),
    };

    public static Phrase Step(WorkingMethod method, string step) =>
        method.Scale("supply-risk")?.Step(step) is { } found ? new(found.Name.Nl, found.Name.En) : Phrase.Same(step);

    /// <summary>How many criteria are met, for the history and under the title.</summary>
    public static Phrase InShort(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var met = report.Criteria.Count(one => one.Verdict == ResultVerdict.Met);
        return report.Criteria.Length == 1
            ? Name(report.Criteria[0].Verdict)
            : new($"{met} van {report.Criteria.Length} criteria gehaald", $"{met} of {report.Criteria.Length} criteria met");
    }

    /// <summary>The lines, without those that say there is nothing to say.</summary>
    public static ImmutableArray<string> Some(ImmutableArray<string> lines) =>
        [.. lines.Where(line => line.Trim().TrimEnd('.').ToLowerInvariant() is not ("geen" or "none" or "niets" or "nothing" or "nvt" or "n.v.t" or "-")).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>A difference in words: less, more, or as claimed.</summary>
    public static string Difference(decimal claimed, decimal seen, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var by = Numbers.Show(Math.Abs(seen - claimed), culture);
        return seen == claimed ? en ? "as claimed" : "zoals geclaimd"
            : seen < claimed ? en ? $"{by} less" : $"{by} minder"
            : en ? $"{by} more" : $"{by} meer";
    }
}
