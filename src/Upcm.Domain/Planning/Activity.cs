using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>One piece of work in a network. It begins when all it waits for is finished (finish to start).</summary>
/// <param name="Duration">In whole units of the caller's choice, 0 or more.</param>
/// <param name="After">Positions in the network's list, from 0, of what must be finished first.</param>
public sealed record Activity(string Name, int Duration, ImmutableArray<int> After)
{
    /// <summary>It is not finished before this moment, however early it could begin: what is not ready today is ready later.</summary>
    public int NotFinishedBefore { get; init; }
}

/// <summary>The moments of one activity, counted from the start of the network.</summary>
/// <param name="LatestFinish">Finished later than this, it moves the end.</param>
/// <param name="FreeSlack">How much later it can finish without any other activity noticing.</param>
public sealed record ActivityTimes(int EarliestStart, int EarliestFinish, int LatestStart, int LatestFinish, int FreeSlack)
{
    /// <summary>How much later it can finish without moving the end; 0 or more.</summary>
    public int Slack => LatestFinish - EarliestFinish;

    public bool IsCritical => Slack == 0;
}

/// <summary>What a plan must keep to before it can be computed.</summary>
public enum PlanLaw
{
    /// <summary>There is something to plan.</summary>
    HasMilestones,

    /// <summary>A milestone has a duration, a planned day, or the day it was ready. Names: those that have none.</summary>
    HasDurationOrDay,

    /// <summary>Names: those whose duration is below 0.</summary>
    DurationIsNotNegative,

    /// <summary>Names: those that wait for something that is not there.</summary>
    WaitsForWhatIsThere,

    /// <summary>Nothing waits, in the end, for itself. Names: the cycle, in the order of the work.</summary>
    HasNoCycle,
}

/// <summary>A law of plans is broken.</summary>
public sealed record PlanLawBroken(PlanLaw Law, ImmutableArray<string> Names) : Reason;
