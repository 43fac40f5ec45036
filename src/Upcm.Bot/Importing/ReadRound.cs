using System.Collections.Immutable;
using Upcm.Domain;

namespace Upcm.Bot.Importing;

/// <summary>Reads a closed round of a fingerprint. Who answered may stay unknown: the round then counts answers without names.</summary>
internal static class ReadRound
{
    private const string DontKnow = "weet-niet";

    public static FingerprintRound Of(Group row, int round, string phase, WorkingMethod method)
    {
        foreach (var key in (string[])["opened", "closed", "answers"])
        {
            if (!row.Has(key))
            {
                row.Missing(key);
            }
        }

        var opened = PortfolioItem.Noon(row.Day("opened") ?? default);
        var closed = PortfolioItem.Noon(row.Day("closed") ?? default);
        if (closed < opened)
        {
            row.Report("closed", "de ronde is gesloten voordat ze geopend werd.", "the round was closed before it was opened.");
        }

        var by = (row.Person("by") ?? PortfolioItem.Importer).Id;
        ImmutableArray<SurveyAnswers> answers = [.. row.Rows("answers").Select((one, index) => Answers(one, index, closed, method))];
        if (answers.GroupBy(one => one.Person).Any(same => same.Count() > 1))
        {
            row.Report("answers", "iemand antwoordde hier twee keer.", "somebody answered twice here.");
        }

        var read = new FingerprintRound
        {
            Number = default,
            Round = round,
            Phase = row.OneOf("phase", method.Phases.Select(one => one.Id)) ?? phase,
            OpenedAt = opened,
            OpenedBy = by,
            Invited = [.. answers.Select(one => one.Person)],
            Answers = answers,
            ClosedAt = closed,
            ClosedBy = by,
        };
        row.Done();
        return read;
    }

    private static SurveyAnswers Answers(Group one, int index, DateTimeOffset closed, WorkingMethod method)
    {
        var by = one.Person("by")?.Id ?? new PersonId($"anonymous-{index + 1}");
        var scores = ImmutableSortedDictionary.CreateBuilder<string, int?>(StringComparer.Ordinal);
        if (one.Inner("scores") is { } given)
        {
            foreach (var statement in method.Forces.SelectMany(force => force.Statements))
            {
                if (given.OneOf(statement.Id, ["1", "2", "3", "4", "5", DontKnow]) is { } score)
                {
                    scores[statement.Id] = score == DontKnow ? null : score[0] - '0';
                }
            }

            given.Done();
        }
        else if (!one.Has("scores"))
        {
            one.Missing("scores");
        }

        one.Done();
        return new SurveyAnswers(by, closed, scores.ToImmutable());
    }
}
