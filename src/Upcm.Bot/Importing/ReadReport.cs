using Upcm.Domain;

namespace Upcm.Bot.Importing;

/// <summary>Reads a progress report. What does not agree with itself is pointed out by the bot, not refused here.</summary>
internal static class ReadReport
{
    /// <param name="registered">The day of registration; null where the file tells none.</param>
    public static ProgressReport Of(Group row, int version, string phase, DateOnly? registered, WorkingMethod method)
    {
        if (!row.Has("reported"))
        {
            row.Missing("reported");
        }

        List<Group> milestones = [.. row.Rows("milestones")];
        var report = new ProgressReport
        {
            Number = default,
            Version = version,
            ReportedAt = row.Day("reported") ?? default,
            By = (row.Person("by") ?? PortfolioItem.Importer).Id,
            Phase = row.OneOf("phase", method.Phases.Select(one => one.Id)) ?? phase,
            PercentReady = row.Number("percent", 0, 100),
            Phases = [.. row.Rows("phases").Select(dates => Dates(dates, method))],
            Dependencies = row.Texts("dependencies"),
            Finance = Money(row),
            Done = row.Texts("done"),
            Completed = row.Texts("completed"),
            Next = row.Texts("next"),
            Risks = [.. row.Rows("risks").Select(RiskOf)],
            Issues = row.Texts("issues"),
            Milestones = ReadMilestones.Of(milestones),
            EntrepreneursHelped = row.Whole("entrepreneurs-helped", 0, 1_000_000),
            TargetGroupsReached = row.Texts("target-groups-reached"),
        };
        row.Done();
        var began = Plan.StartOf(report);
        ReadMilestones.CheckAgainst(began < registered ? began : registered ?? began, milestones);
        return report;
    }

    private static PhaseDates Dates(Group dates, WorkingMethod method)
    {
        _ = dates.Needed("phase");
        var read = new PhaseDates(
            dates.OneOf("phase", method.Phases.Select(one => one.Id)) ?? "",
            dates.Day("planned-start"),
            dates.Day("planned-end"),
            dates.Day("actual-start"),
            dates.Day("actual-end"));
        dates.Done();
        return read;
    }

    private static Finance? Money(Group row)
    {
        if (row.Inner("finance") is not { } finance)
        {
            return null;
        }

        foreach (var key in (string[])["required", "allocated", "spent"])
        {
            if (!finance.Has(key))
            {
                finance.Missing(key);
            }
        }

        var read = new Finance(
            finance.Number("required") ?? 0,
            finance.Number("allocated") ?? 0,
            finance.Number("spent") ?? 0,
            finance.Number("allocated-funding-agency"),
            finance.Number("allocated-others"));
        finance.Done();
        return read;
    }

    private static Risk RiskOf(Group risk)
    {
        var read = new Risk(risk.Needed("text", 300), risk.Whole("chance", 1, 5), risk.Whole("effect", 1, 5), risk.Text("measure", 300), risk.Text("owner", 100));
        risk.Done();
        return read;
    }
}
