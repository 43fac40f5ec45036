using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>One milestone of a plan, in days.</summary>
/// <param name="Starts">The day the work on it can begin, or the start of the project where it is ready.</param>
/// <param name="Ready">The day it was ready, or else the earliest day it can be.</param>
/// <param name="LatestReady">Ready after this day, it moves the end.</param>
/// <param name="Duration">Calendar days, as told or else what the planned days leave for it.</param>
/// <param name="Late">Calendar days that <paramref name="Ready"/> lies after the planned day; 0 where it does not or none is planned.</param>
/// <param name="MovesEnd">How many of those days the end comes later for it.</param>
public sealed record PlanLine(
    Milestone Milestone, DateOnly Starts, DateOnly Ready, DateOnly LatestReady, int Duration, int Late, int MovesEnd)
{
    public bool IsReady => Milestone.ActualEnd is not null;

    /// <summary>Calendar days it can still be later without moving the end; 0 or more.</summary>
    public int Slack => LatestReady.DayNumber - Ready.DayNumber;
}

/// <summary>
/// The milestones of a project on the calendar, by the critical-path method. Durations are calendar days: partners have days
/// off of their own, and planned days, terms and lights count so too.
/// </summary>
public sealed record Plan
{
    private Plan(DateOnly start, Network network, ImmutableArray<PlanLine> lines) => (Start, Network, Lines) = (start, network, lines);

    public DateOnly Start { get; }

    public Network Network { get; }

    /// <summary>In the order of the milestones.</summary>
    public ImmutableArray<PlanLine> Lines { get; }

    /// <summary>The earliest day on which everything can be ready.</summary>
    public DateOnly End => Start.AddDays(Network.Length);

    /// <summary>The milestones whose delay moves the end, in the order of the work; what is ready is left out.</summary>
    public IEnumerable<PlanLine> CriticalPath => Network.Path.Select(at => Lines[at]).Where(line => !line.IsReady);

    /// <param name="start">The day the project began, or will.</param>
    /// <param name="today">What is not ready yet is ready today at the earliest.</param>
    public static Verdict<Plan> Of(ImmutableArray<Milestone> milestones, DateOnly start, DateOnly today)
    {
        if (milestones.IsEmpty)
        {
            return new Refused<Plan>([new PlanLawBroken(PlanLaw.HasMilestones, [])]);
        }

        ImmutableArray<Activity> bare = [.. milestones.Select(one => new Activity(one.Name, one.Duration ?? 0, one.Waits))];
        var timeless = milestones.Where(one => one is { Duration: null, PlannedEnd: null, ActualEnd: null }).Select(one => one.Name).ToImmutableArray();
        ImmutableArray<Reason> broken =
        [
            .. Network.Of(bare) is Refused<Network> refused ? refused.Reasons : [],
            .. timeless.IsEmpty ? Array.Empty<Reason>() : [new PlanLawBroken(PlanLaw.HasDurationOrDay, timeless)],
        ];
        return Verdict.Of(broken, () => Computed(milestones, bare, start, today));
    }

    /// <summary>The milestones of a report wait for each other and can be computed: with less there is no path to speak of.</summary>
    public static bool HasCriticalPath(ProgressReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Milestones.Any(one => !one.Waits.IsEmpty) && Of(report.Milestones, StartOf(report) ?? report.ReportedAt, report.ReportedAt) is Accepted<Plan>;
    }

    /// <summary>When the project began: the first phase that did, else the first that is planned to.</summary>
    public static DateOnly? StartOf(ProgressReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Phases.Min(phase => phase.ActualStart) ?? report.Phases.Min(phase => phase.PlannedStart);
    }

    /// <summary>The end when one milestone is so many days later than it can be.</summary>
    public DateOnly EndIfLater(int line, int days) => Start.AddDays(Network.LengthIfLater(line, days));

    private static Plan Computed(ImmutableArray<Milestone> milestones, ImmutableArray<Activity> bare, DateOnly start, DateOnly today)
    {
        var durations = Durations(milestones, bare, start);
        ImmutableArray<Activity> activities =
        [
            .. milestones.Select((one, at) => one.ActualEnd is { } ready
                ? Fixed(bare[at], ready, start)
                : bare[at] with { Duration = durations[at], NotFinishedBefore = Since(start, today) }),
        ];
        var network = Known(activities);
        return new Plan(start, network,
        [
            .. milestones.Select((one, at) =>
            {
                var times = network.Times[at];
                var ready = one.ActualEnd ?? start.AddDays(times.EarliestFinish);
                var late = one.PlannedEnd is { } planned ? Math.Max(0, ready.DayNumber - planned.DayNumber) : 0;
                var inTime = late == 0 ? network : Known(activities.SetItem(at, Fixed(bare[at], one.PlannedEnd!.Value, start)));
                return new PlanLine(
                    one, start.AddDays(times.EarliestStart), ready, start.AddDays(times.LatestFinish), durations[at], late, network.Length - inTime.Length);
            }),
        ]);
    }

    /// <summary>Of a milestone with a planned day alone, the work takes what lies between what it waits for and that day.</summary>
    private static int[] Durations(ImmutableArray<Milestone> milestones, ImmutableArray<Activity> bare, DateOnly start)
    {
        var (durations, planned) = (new int[bare.Length], new int[bare.Length]);
        foreach (var at in Network.Order(bare))
        {
            var begins = bare[at].After.Select(before => planned[before]).DefaultIfEmpty().Max();
            var day = milestones[at].PlannedEnd ?? milestones[at].ActualEnd;
            durations[at] = milestones[at].Duration ?? Math.Max(0, Since(start, day!.Value) - begins);
            planned[at] = milestones[at].PlannedEnd is { } end ? Since(start, end) : begins + durations[at];
        }

        return durations;
    }

    /// <summary>What has a day of its own waits for nothing any more.</summary>
    private static Activity Fixed(Activity activity, DateOnly day, DateOnly start) => activity with { Duration = Since(start, day), After = [] };

    private static int Since(DateOnly start, DateOnly day) => Math.Max(0, day.DayNumber - start.DayNumber);

    private static Network Known(ImmutableArray<Activity> activities) => ((Accepted<Network>)Network.Of(activities)).Value;
}
