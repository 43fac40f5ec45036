using System.Text.Json.Serialization;

namespace Upcm.Domain;

/// <summary>The laws of gate reviews, by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GateLaw>))]
public enum GateLaw
{
    /// <summary>The review belongs to this gate.</summary>
    ReviewIsOfTheGate,

    /// <summary>Criteria change until the review is requested.</summary>
    CriteriaAreFilledWhileCollecting,

    /// <summary>Subject: the id that is no criterion of the gate.</summary>
    CriterionIsOfTheGate,

    /// <summary>Every criterion is met or waived before the gate is requested. Subject: the criterion.</summary>
    CriterionIsMetOrWaived,

    /// <summary>Subject: the criterion.</summary>
    WaiverHasReason,

    /// <summary>A gate is requested once per round.</summary>
    IsNotYetRequested,

    /// <summary>Advice and decision follow the request.</summary>
    IsRequested,

    /// <summary>A decision is final; another round makes another review.</summary>
    IsNotYetDecided,

    /// <summary>Agreeing on a condition and objecting say what the condition or the harm is.</summary>
    AdviceHasText,

    /// <summary>Back, hold and stop have a reason.</summary>
    DecisionHasReason,

    /// <summary>Who records for another names that other.</summary>
    RecorderNamesTheDecider,

    /// <summary>A decision of the steering meeting has the day of the meeting.</summary>
    MeetingDateIsKept,

    MeetingIsNotInTheFuture,

    /// <summary>A meeting that is still to decide is not in the past.</summary>
    MeetingIsToCome,

    /// <summary>Go with conditions has at least one.</summary>
    ConditionsAreNamed,

    /// <summary>Only go with conditions has conditions.</summary>
    ConditionsOnlyWithTheirDecision,

    /// <summary>Text and owner. Index: which condition, from 0.</summary>
    ConditionHasTextAndOwner,

    /// <summary>Index: which condition, from 0.</summary>
    ConditionIsDueLater,

    /// <summary>Back names a phase.</summary>
    BackNamesAPhase,

    /// <summary>Subject: the phase that is not earlier.</summary>
    BackGoesToAnEarlierPhase,

    /// <summary>Only back names a phase.</summary>
    PhaseOnlyWithBack,

    /// <summary>Only a decision that was taken can be put right.</summary>
    IsDecided,

    /// <summary>A correction says what was wrong.</summary>
    CorrectionHasReason,

    CorrectionChangesSomething,

    /// <summary>A step back that nobody had to decide on cannot become another decision afterwards.</summary>
    CourseChangesOnlyOfARequest,
}

/// <summary>A law of gate reviews is broken.</summary>
public sealed record GateLawBroken(GateLaw Law, string? Subject = null, int? Index = null) : Reason;
