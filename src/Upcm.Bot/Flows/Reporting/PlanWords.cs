using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Reporting;

/// <summary>A plan in plain words: the critical path, slack, what is late and what that does to the end.</summary>
public static class PlanWords
{
    public static Phrase Of(PlanLawBroken broken)
    {
        ArgumentNullException.ThrowIfNull(broken);
        var names = string.Join(", ", broken.Names);
        return broken.Law switch
        {
            PlanLaw.HasMilestones => new("Er zijn nog geen mijlpalen gemeld.", "No milestones have been reported yet."),
            PlanLaw.HasDurationOrDay => new($"Nog zonder duur en zonder geplande datum: {names}.", $"Still without a duration and a planned day: {names}."),
            PlanLaw.HasNoCycle => Cycle(broken.Names),
            PlanLaw.DurationIsNotNegative => new($"Een duur onder nul kan niet: {names}.", $"A duration below zero cannot be: {names}."),
            _ => new($"Wacht op een mijlpaal die er niet is: {names}.", $"Waits for a milestone that is not there: {names}."),
        };
    }

    /// <summary>A cycle as it runs, back to where it began.</summary>
    public static Phrase Cycle(ImmutableArray<string> names) => names is [var only]
        ? new($"{only} kan niet op zichzelf wachten.", $"{only} cannot wait for itself.")
        : new(
            $"Dit wordt een kring: {string.Join(" → ", names)} → {names[0]}. Dan kan niets ervan beginnen. Haal een van deze stappen weg.",
            $"This becomes a circle: {string.Join(" → ", names)} → {names[0]}. Then none of them can begin. Please take one of these steps out.");

    /// <summary>The path and the end in one line.</summary>
    public static Phrase Path(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var path = string.Join(" → ", plan.CriticalPath.Select(line => line.Milestone.Name));
        return ProgressWords.In(culture => (path.Length, culture.IsEnglish()) switch
        {
            (0, true) => $"Everything that decides the end is ready: {ProgressWords.Day(plan.End, culture)}.",
            (0, false) => $"Alles wat het einde bepaalt is klaar: {ProgressWords.Day(plan.End, culture)}.",
            (_, true) => $"Critical path: {path}. The end is {ProgressWords.Day(plan.End, culture)} at the earliest.",
            _ => $"Kritieke pad: {path}. Het einde is op zijn vroegst {ProgressWords.Day(plan.End, culture)}.",
        });
    }

    /// <summary>How the end lies to the delivery term.</summary>
    public static string Against(DateOnly end, DateOnly term, CultureInfo culture)
    {
        var (days, en) = (end.DayNumber - term.DayNumber, culture.IsEnglish());
        return days switch
        {
            0 => en ? "exactly on the delivery term" : "precies op de oplevertermijn",
            > 0 => $"{Days(days, culture)} {(en ? "after the delivery term" : "na de oplevertermijn")}",
            _ => $"{Days(-days, culture)} {(en ? "before the delivery term" : "voor de oplevertermijn")}",
        };
    }

    public static string Slack(PlanLine line, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(line);
        var en = culture.IsEnglish();
        return line.IsReady ? en ? "ready" : "klaar"
            : line.Slack == 0 ? en ? "none: critical" : "geen: kritiek"
            : Days(line.Slack, culture);
    }

    /// <summary>When it is or was ready, and when it should have been.</summary>
    public static string Ready(PlanLine line, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(line);
        var en = culture.IsEnglish();
        var planned = line.Milestone.PlannedEnd is { } day && day != line.Ready ? $" ({(en ? "planned" : "gepland")} {Short(day, culture)})" : "";
        return line.IsReady
            ? $"{(en ? "ready" : "klaar")} {Short(line.Ready, culture)}{planned}"
            : $"{Short(line.Ready, culture)}{planned}";
    }

    /// <summary>What a late milestone does to the end.</summary>
    public static string Late(PlanLine line, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(line);
        var (days, moves, en) = (Days(line.Late, culture), Days(line.MovesEnd, culture), culture.IsEnglish());
        var end = line.MovesEnd == 0 ? en ? "the end does not move" : "het einde schuift niet"
            : en ? $"the end comes {moves} later for it" : $"het einde komt daardoor {moves} later";
        return $"{line.Milestone.Name}: {days} {(en ? "later than planned" : "later dan gepland")}; {end}.";
    }

    /// <summary>How one milestone was reckoned with.</summary>
    public static string Reckoned(PlanLine line, Plan plan, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(plan);
        var en = culture.IsEnglish();
        if (line.IsReady)
        {
            return $"{line.Milestone.Name}: {Ready(line, culture)}";
        }

        var waits = line.Milestone.Waits.IsEmpty ? ""
            : $" {(en ? "after" : "na")} {string.Join(", ", line.Milestone.Waits.Select(at => plan.Lines[at].Milestone.Name))}";
        var told = line.Milestone.Duration is null ? en ? " (from the planned day)" : " (uit de geplande datum)" : "";
        return en
            ? $"{line.Milestone.Name}: {Days(line.Duration, culture)} of work{told}{waits}. Earliest {Short(line.Starts, culture)} to {Short(line.Ready, culture)}, ready by {Short(line.LatestReady, culture)} at the latest."
            : $"{line.Milestone.Name}: {Days(line.Duration, culture)} werk{told}{waits}. Op zijn vroegst {Short(line.Starts, culture)} tot {Short(line.Ready, culture)}, uiterlijk klaar {Short(line.LatestReady, culture)}.";
    }

    public static string Days(int days, CultureInfo culture) => DaysQuestion.Show(days, culture).Split(" (")[0];

    internal static string Short(DateOnly day, CultureInfo culture) => day.ToString("d MMM yyyy", culture);
}
