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

        var read = new Norms
        {
            FingerprintForceAtLeast = norms.NumberOr("fingerprint-force-at-least", usual.FingerprintForceAtLeast),
            FingerprintMeanAtLeast = norms.NumberOr("fingerprint-mean-at-least", usual.FingerprintMeanAtLeast),
            ReportEveryDays = norms.WholeNumberOr("report-every-days", usual.ReportEveryDays),
            LateAmberDays = norms.WholeNumberOr("late-amber-days", usual.LateAmberDays),
            NeedAmberShare = norms.NumberOr("need-amber-share", usual.NeedAmberShare),
            RiskAmberFrom = norms.WholeNumberOr("risk-amber-from", usual.RiskAmberFrom),
            RiskRedFrom = norms.WholeNumberOr("risk-red-from", usual.RiskRedFrom),
            RiskAnalysisValidWeeks = norms.WholeNumberOr("risk-analysis-valid-weeks", usual.RiskAnalysisValidWeeks),
        };
        Within(norms, "fingerprint-force-at-least", read.FingerprintForceAtLeast, 1, 5);
        Within(norms, "fingerprint-mean-at-least", read.FingerprintMeanAtLeast, 1, 5);
        Within(norms, "report-every-days", read.ReportEveryDays, 1, 366);
        Within(norms, "late-amber-days", read.LateAmberDays, 0, 366);
        Within(norms, "need-amber-share", read.NeedAmberShare, 0, 1);
        Within(norms, "risk-red-from", read.RiskRedFrom, 1, 25);
        Within(norms, "risk-amber-from", read.RiskAmberFrom, 1, read.RiskRedFrom);
        Within(norms, "risk-analysis-valid-weeks", read.RiskAnalysisValidWeeks, 1, 104);
        norms.Done();
        return read;
    }

    private static void Within(Section norms, string key, decimal number, int least, int most)
    {
        if (number < least || number > most)
        {
            norms.Report(norms.PlaceOf(key), key, $"this has to be from {least} to {most}.");
        }
    }
}
