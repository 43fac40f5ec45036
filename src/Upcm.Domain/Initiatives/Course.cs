using System.Text.Json.Serialization;

namespace Upcm.Domain;

/// <summary>The laws of holding, stopping and taking up again, by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CourseLaw>))]
public enum CourseLaw
{
    IsActive,

    /// <summary>What was stopped or closed does not stop again.</summary>
    IsNotOver,

    /// <summary>Only what is on hold, or was stopped by mistake, is taken up again.</summary>
    WaitsOrWasStopped,

    ReasonIsTold,
}

/// <summary>A law of an initiative's course is broken.</summary>
public sealed record CourseLawBroken(CourseLaw Law) : Reason;

/// <summary>
/// From any phase an initiative may be put on hold, stopped with a reason and taken up again, whether it stands before a
/// decision or not. Refusals tell every law that is broken.
/// </summary>
public static class Course
{
    public static Verdict<Initiative> Hold(Initiative initiative, string? reason, Standing standing)
    {
        ArgumentNullException.ThrowIfNull(initiative);
        return Verdict.Of(
            Broken(
                Rights.Refusal(Deed.HoldOrStop, standing),
                Unless(initiative.Status == InitiativeStatus.Active, CourseLaw.IsActive),
                Unless(!string.IsNullOrWhiteSpace(reason), CourseLaw.ReasonIsTold)),
            () => initiative with { Status = InitiativeStatus.OnHold, StatusReason = reason });
    }

    public static Verdict<Initiative> Stop(Initiative initiative, string? reason, Standing standing)
    {
        ArgumentNullException.ThrowIfNull(initiative);
        return Verdict.Of(
            Broken(
                Rights.Refusal(Deed.HoldOrStop, standing),
                Unless(initiative.Status is InitiativeStatus.Active or InitiativeStatus.OnHold, CourseLaw.IsNotOver),
                Unless(!string.IsNullOrWhiteSpace(reason), CourseLaw.ReasonIsTold)),
            () => initiative with { Status = InitiativeStatus.Stopped, StatusReason = reason });
    }

    public static Verdict<Initiative> Resume(Initiative initiative, Standing standing)
    {
        ArgumentNullException.ThrowIfNull(initiative);
        return Verdict.Of(
            Broken(
                Rights.Refusal(Deed.HoldOrStop, standing),
                Unless(initiative.Status is InitiativeStatus.OnHold or InitiativeStatus.Stopped, CourseLaw.WaitsOrWasStopped)),
            () => initiative with { Status = InitiativeStatus.Active, StatusReason = null });
    }

    private static CourseLawBroken? Unless(bool kept, CourseLaw law) => kept ? null : new CourseLawBroken(law);

    private static IReadOnlyList<Reason> Broken(params IEnumerable<Reason?> reasons) => [.. reasons.OfType<Reason>()];
}
