using System.Text.Json.Serialization;

namespace Upcm.Domain;

/// <summary>What a person can ask the bot to do.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Deed>))]
public enum Deed
{
    Read,
    RegisterInitiative,
    EditInitiative,
    AppointLeader,

    /// <summary>Put on hold, resume or stop outside a gate.</summary>
    HoldOrStop,
    MakeImpactSheet,

    /// <summary>Add, change and remove stakeholders of an initiative.</summary>
    KeepStakeholders,
    StartFingerprint,
    AnswerFingerprint,
    CloseFingerprint,
    StartContextScan,
    AnswerContextScan,
    CloseContextScan,
    ReportProgress,

    /// <summary>Record an evaluation or a learning meeting.</summary>
    Evaluate,

    /// <summary>Correct or withdraw a lesson that was shared.</summary>
    ChangeLesson,

    /// <summary>Say whether a proposal for the instruments is taken up.</summary>
    DecideProposal,
    FillGate,

    /// <summary>Write down what a gate asks for: a profile, a brief, a contract, a meeting.</summary>
    RecordPaper,
    RequestGate,
    AdviseGate,

    /// <summary>Decide at a gate of the steering meeting, or waive a criterion of it.</summary>
    DecideSteeringGate,

    /// <summary>Decide at a gate of the client, or waive a criterion of it.</summary>
    DecideClientGate,
    RaiseTension,

    /// <summary>Withdraw, merge or move a tension.</summary>
    TriageTension,

    /// <summary>Facilitate a role meeting of a team, or take it over.</summary>
    LeadRoleMeeting,
    BindChannel,

    /// <summary>Set the rhythm of a team's role meetings; move, skip or add one.</summary>
    ChangeMeetings,
    AppointOffice,
    SeeSettings,
    ChangeSettings,
    ImportPortfolio,

    /// <summary>Correct the text, the owner or the last day of an agreed action.</summary>
    ChangeAction,

    /// <summary>Say on which day the steering meeting decides.</summary>
    PlanMeeting,

    /// <summary>Enter a value of the dashboard, or keep its values as they are now.</summary>
    FillDashboard,

    /// <summary>Say which organisations are in a team's sight line.</summary>
    EditSightLine,

    /// <summary>Export or erase personal data.</summary>
    HandlePersonalData,

    /// <summary>Put the records of an initiative under a legal hold, or lift it.</summary>
    HoldForArchive,
}
