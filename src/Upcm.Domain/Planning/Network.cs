using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>
/// Activities that wait for each other, computed by the critical-path method: a forward pass for the earliest moments, a
/// backward pass for the latest.
/// </summary>
public sealed record Network
{
    private Network(ImmutableArray<Activity> activities, ImmutableArray<ActivityTimes> times)
    {
        Activities = activities;
        Times = times;
        Length = times.Select(time => time.EarliestFinish).DefaultIfEmpty().Max();
        Path = PathOf(activities, times, Length);
    }

    public ImmutableArray<Activity> Activities { get; }

    /// <summary>In the order of <see cref="Activities"/>.</summary>
    public ImmutableArray<ActivityTimes> Times { get; }

    /// <summary>The moment at which everything is finished.</summary>
    public int Length { get; }

    /// <summary>Positions of activities without slack that follow on each other up to the end; one such path where there are more.</summary>
    public ImmutableArray<int> Path { get; }

    public static Verdict<Network> Of(ImmutableArray<Activity> activities)
    {
        List<Reason> broken = [.. Broken(activities)];
        return Verdict.Of(broken, () => new Network(activities, TimesOf(activities, Order(activities))));
    }

    /// <summary>The activities that wait for themselves, in the order of the work from the first in the list; empty where there are none.</summary>
    public static ImmutableArray<int> CycleIn(ImmutableArray<Activity> activities)
    {
        var left = Enumerable.Range(0, activities.Length).Except(Order(activities)).ToHashSet();
        if (left.Count == 0)
        {
            return [];
        }

        // Each of what is left waits for another of them, so going back must come round.
        List<int> walked = [];
        for (var at = left.Min(); !walked.Contains(at); at = activities[at].After.First(left.Contains))
        {
            walked.Insert(0, at);
        }

        var again = activities[walked[0]].After.First(left.Contains);
        ImmutableArray<int> cycle = [.. walked.Take(walked.IndexOf(again) + 1)];
        var first = cycle.IndexOf(cycle.Min());
        return [.. cycle.Skip(first), .. cycle.Take(first)];
    }

    /// <summary>The moment of the end when one activity finishes so much later than it can.</summary>
    public int LengthIfLater(int activity, int by) => Math.Max(Length, Length + by - Times[activity].Slack);

    /// <summary>Everything in an order in which nothing comes before what it waits for; what is in a cycle, or waits for one, is left out.</summary>
    internal static ImmutableArray<int> Order(ImmutableArray<Activity> activities)
    {
        List<int> order = [];
        var done = new bool[activities.Length];
        while (Enumerable.Range(0, activities.Length).Where(at => !done[at] && activities[at].After.All(before => done[before])).ToList() is { Count: > 0 } ready)
        {
            order.AddRange(ready);
            ready.ForEach(at => done[at] = true);
        }

        return [.. order];
    }

    private static IEnumerable<Reason> Broken(ImmutableArray<Activity> activities)
    {
        if (Names(activities, one => one.Duration < 0) is { IsEmpty: false } negative)
        {
            yield return new PlanLawBroken(PlanLaw.DurationIsNotNegative, negative);
        }

        if (Names(activities, one => one.After.Any(before => before < 0 || before >= activities.Length)) is { IsEmpty: false } lost)
        {
            yield return new PlanLawBroken(PlanLaw.WaitsForWhatIsThere, lost);
        }
        else if (CycleIn(activities) is { IsEmpty: false } cycle)
        {
            yield return new PlanLawBroken(PlanLaw.HasNoCycle, [.. cycle.Select(at => activities[at].Name)]);
        }
    }

    private static ImmutableArray<string> Names(ImmutableArray<Activity> activities, Func<Activity, bool> which) =>
        [.. activities.Where(which).Select(one => one.Name)];

    private static ImmutableArray<ActivityTimes> TimesOf(ImmutableArray<Activity> activities, ImmutableArray<int> order)
    {
        var (starts, finishes) = Forward(activities, order);
        var end = finishes.DefaultIfEmpty().Max();
        var latest = Enumerable.Repeat(end, activities.Length).ToArray();
        var next = Enumerable.Repeat(end, activities.Length).ToArray();
        foreach (var at in order.Reverse())
        {
            foreach (var before in activities[at].After)
            {
                latest[before] = Math.Min(latest[before], latest[at] - activities[at].Duration);
                next[before] = Math.Min(next[before], starts[at]);
            }
        }

        return
        [
            .. activities.Select((one, at) =>
                new ActivityTimes(starts[at], finishes[at], latest[at] - one.Duration, latest[at], next[at] - finishes[at])),
        ];
    }

    private static (int[] Starts, int[] Finishes) Forward(ImmutableArray<Activity> activities, ImmutableArray<int> order)
    {
        var (starts, finishes) = (new int[activities.Length], new int[activities.Length]);
        foreach (var at in order)
        {
            var activity = activities[at];
            starts[at] = activity.After.Select(before => finishes[before]).DefaultIfEmpty().Max();
            finishes[at] = Math.Max(starts[at] + activity.Duration, activity.NotFinishedBefore);
        }

        return (starts, finishes);
    }

    /// <summary>From the end back to what began it: the start, or something that is not finished though it could have been.</summary>
    private static ImmutableArray<int> PathOf(ImmutableArray<Activity> activities, ImmutableArray<ActivityTimes> times, int length)
    {
        List<int> path = [];
        var at = Enumerable.Range(0, times.Length).FirstOrDefault(one => times[one].EarliestFinish == length, -1);
        while (at >= 0)
        {
            path.Insert(0, at);
            var isDriven = times[at].EarliestFinish == times[at].EarliestStart + activities[at].Duration;
            var starts = times[at].EarliestStart;
            at = isDriven ? activities[at].After.FirstOrDefault(before => times[before].EarliestFinish == starts, -1) : -1;
        }

        return [.. path];
    }
}
