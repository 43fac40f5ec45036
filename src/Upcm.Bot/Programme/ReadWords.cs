using System.Collections.Immutable;

using Upcm.Domain;

namespace Upcm.Bot.Programme;

/// <summary>The words of the programme, and the thresholds it works with.</summary>
internal static class ReadWords
{
    public static ImmutableArray<Term> Terms(Section root)
    {
        var meant = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        return root.Each("terms", Kind.Term, (id, term) =>
        {
            var read = new Term(id, term.Words("name"), term.Words("meaning"), term.TextsIfAny("also"));
            // Someone who asks what a word means gets one answer.
            foreach (var word in read.Also.Append(read.Name.Nl).Append(read.Name.En).Where(word => word.Length > 0))
            {
                if (!meant.TryAdd(word, id) && meant[word] != id)
                {
                    term.Report(term.At, "also", $"'{word}' already means '{meant[word]}'.");
                }
            }

            return read;
        });
    }

    public static Norms Norms(Section root)
    {
        var usual = new Norms();
        if (root.Inner("norms", required: false) is not { } norms)
        {
            return usual;
        }

        var red = norms.WholeNumberWithin("risk-red-from", usual.RiskRedFrom, 1, 25);
        var read = new Norms
        {
            FingerprintForceAtLeast = norms.NumberWithin("fingerprint-force-at-least", usual.FingerprintForceAtLeast, 1, 5),
            FingerprintMeanAtLeast = norms.NumberWithin("fingerprint-mean-at-least", usual.FingerprintMeanAtLeast, 1, 5),
            ReportEveryDays = norms.WholeNumberWithin("report-every-days", usual.ReportEveryDays, 1, 366),
            LateAmberDays = norms.WholeNumberWithin("late-amber-days", usual.LateAmberDays, 0, 366),
            NeedAmberShare = norms.NumberWithin("need-amber-share", usual.NeedAmberShare, 0, 1),
            RiskAmberFrom = norms.WholeNumberWithin("risk-amber-from", usual.RiskAmberFrom, 1, red),
            RiskRedFrom = red,
            MuchInfluenceFrom = norms.WholeNumberWithin("much-influence-from", usual.MuchInfluenceFrom, 2, 5),
            MuchInterestFrom = norms.WholeNumberWithin("much-interest-from", usual.MuchInterestFrom, 2, 5),
            StakeholderMapAtLeast = norms.WholeNumberWithin("stakeholder-map-at-least", usual.StakeholderMapAtLeast, 1, StakeholderMap.Most),
            StakeholderMapValidWeeks = norms.WholeNumberWithin("stakeholder-map-valid-weeks", usual.StakeholderMapValidWeeks, 1, 104),
            RiskAnalysisValidWeeks = norms.WholeNumberWithin("risk-analysis-valid-weeks", usual.RiskAnalysisValidWeeks, 1, 104),
        };
        norms.Done();
        return read;
    }
}
