using System.Collections.Immutable;
using CsCheck;

namespace Upcm.Domain.Tests;

public sealed class NetworkTests
{
    /// <summary>Any network without a cycle, its activities in any order.</summary>
    private static readonly Gen<ImmutableArray<Activity>> Any =
        from count in Gen.Int[1, 12]
        from durations in Gen.Int[0, 20].Array[count]
        from waits in Gen.Bool.Array[count * count]
        from shuffled in Gen.Shuffle(Enumerable.Range(0, count).ToArray())
        select Shuffled(count, durations, waits, shuffled);

    [Fact]
    public void Nothing_has_less_than_no_slack_and_nothing_ends_after_the_end() => Any.Sample(activities =>
    {
        var network = Known(activities);
        return network.Times.All(time => time.Slack >= 0 && time.FreeSlack >= 0 && time.FreeSlack <= time.Slack && time.LatestFinish <= network.Length
            && time.LatestStart - time.EarliestStart == time.Slack);
    });

    [Fact]
    public void Nothing_begins_before_what_it_waits_for_is_finished() => Any.Sample(activities =>
    {
        var times = Known(activities).Times;
        return activities.Select((one, at) => one.After.All(before => times[before].EarliestFinish <= times[at].EarliestStart)).All(holds => holds);
    });

    [Fact]
    public void A_path_without_slack_runs_from_the_start_to_the_end() => Any.Sample(activities =>
    {
        var network = Known(activities);
        var path = network.Path;
        return path.All(at => network.Times[at].IsCritical)
            && network.Times[path[0]].EarliestStart == 0
            && network.Times[path[^1]].EarliestFinish == network.Length
            && path.Sum(at => activities[at].Duration) == network.Length
            && path.Zip(path.Skip(1)).All(pair => activities[pair.Second].After.Contains(pair.First));
    });

    [Fact]
    public void A_delay_as_long_as_the_slack_never_moves_the_end_and_a_day_more_moves_it_a_day() => Any.Sample(activities =>
    {
        var network = Known(activities);
        return activities.Select((one, at) =>
        {
            var slack = network.Times[at].Slack;
            return Delayed(activities, at, slack).Length == network.Length && Delayed(activities, at, slack + 1).Length == network.Length + 1;
        }).All(holds => holds);
    });

    [Fact]
    public void A_delay_as_long_as_the_free_slack_leaves_all_others_as_they_were() => Any.Sample(activities =>
    {
        var network = Known(activities);
        return activities.Select((one, at) =>
        {
            var later = Delayed(activities, at, network.Times[at].FreeSlack).Times;
            return later.Where((time, other) => other != at && time.EarliestStart != network.Times[other].EarliestStart).Any();
        }).All(moved => !moved);
    });

    [Fact]
    public void What_a_delay_does_to_the_end_is_told_without_computing_it_anew() =>
        Gen.Select(Any, Gen.Int[0, 40]).Sample((activities, by) =>
            activities.Select((_, at) => Known(activities).LengthIfLater(at, by) == Delayed(activities, at, by).Length).All(holds => holds));

    [Fact]
    public void The_order_of_the_list_does_not_matter() => Any.Sample(activities =>
    {
        var count = activities.Length;
        ImmutableArray<Activity> turned = [.. activities.Reverse().Select(one => one with { After = [.. one.After.Select(at => count - 1 - at)] })];
        return Known(turned).Times.Reverse().SequenceEqual(Known(activities).Times);
    });

    [Fact]
    public void An_arrow_back_is_a_cycle_and_is_told_whole() => Any.Sample(activities =>
    {
        var network = Known(activities);
        ImmutableArray<Activity> closed = activities.SetItem(network.Path[0], activities[network.Path[0]] with { After = [network.Path[^1]] });
        var cycle = Network.CycleIn(closed);
        return !cycle.IsEmpty && cycle.Distinct().Count() == cycle.Length
            && cycle.Select((at, index) => closed[cycle[(index + 1) % cycle.Length]].After.Contains(at)).All(holds => holds)
            && Network.Of(closed) is Refused<Network>;
    });

    [Fact]
    public void A_cycle_is_named_in_the_order_of_the_work() =>
        Assert.Equal(
            ["HasNoCycle: proef → keuring → verbetering"],
            Refused(new("ontwerp", 3, []), new("proef", 5, [0, 3]), new("keuring", 2, [1]), new("verbetering", 4, [2]), new("levering", 1, [3])));

    [Fact]
    public void Who_waits_for_itself_is_a_cycle_of_one() =>
        Assert.Equal(["HasNoCycle: proef"], Refused(new Activity("proef", 5, [0])));

    [Fact]
    public void What_is_not_there_and_what_takes_less_than_no_time_are_both_told() =>
        Assert.Equal(
            ["DurationIsNotNegative: a", "WaitsForWhatIsThere: b → c"],
            Refused(new("a", -1, []), new("b", 0, [3]), new("c", 0, [-1])));

    [Fact]
    public void Nothing_to_do_is_done_at_once()
    {
        var network = Known([]);
        Assert.Equal(0, network.Length);
        Assert.Empty(network.Path);
    }

    [Fact]
    public void What_cannot_be_finished_yet_drives_what_follows_and_gives_room_to_what_came_before()
    {
        var network = Known([new("proef", 2, []), new("keuring", 3, [0]) { NotFinishedBefore = 10 }, new("levering", 4, [1])]);
        Assert.Equal(14, network.Length);
        Assert.Equal([1, 2], network.Path);
        Assert.Equal(new ActivityTimes(0, 2, 5, 7, 0), network.Times[0]);
        Assert.Equal(5, network.Times[0].Slack);
        Assert.Equal(new ActivityTimes(2, 10, 7, 10, 0), network.Times[1]);
    }

    private static string[] Refused(params ImmutableArray<Activity> activities) =>
        [.. Assert.IsType<Refused<Network>>(Network.Of(activities)).Reasons.Select(reason => Told((PlanLawBroken)reason))];

    private static string Told(PlanLawBroken broken)
    {
        Assert.NotEmpty(broken.Names);
        return $"{broken.Law}: {string.Join(" → ", broken.Names)}";
    }

    private static Network Delayed(ImmutableArray<Activity> activities, int at, int by) =>
        Known(activities.SetItem(at, activities[at] with { Duration = activities[at].Duration + by }));

    private static Network Known(ImmutableArray<Activity> activities) => Assert.IsType<Accepted<Network>>(Network.Of(activities)).Value;

    private static ImmutableArray<Activity> Shuffled(int count, int[] durations, bool[] waits, int[] place)
    {
        var activities = new Activity[count];
        for (var at = 0; at < count; at++)
        {
            activities[place[at]] = new Activity($"{at}", durations[at], [.. Enumerable.Range(0, at).Where(before => waits[(at * count) + before]).Select(before => place[before])]);
        }

        return [.. activities];
    }
}
