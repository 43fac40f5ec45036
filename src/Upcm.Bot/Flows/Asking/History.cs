using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Asking;

/// <summary>Every kind of fact in the journal, in words. The names are persisted: never rename or reuse one.</summary>
public static class History
{
    public const string InitiativeRegistered = "initiative-registered";
    public const string InitiativeChanged = "initiative-changed";
    public const string ImpactSheetMade = "impact-sheet-made";
    public const string FingerprintOpened = "fingerprint-opened";
    public const string FingerprintInvited = "fingerprint-invited";
    public const string FingerprintAnswered = "fingerprint-answered";
    public const string FingerprintClosed = "fingerprint-closed";
    public const string ContextScanOpened = "context-scan-opened";
    public const string ContextScanInvited = "context-scan-invited";
    public const string ContextScanAnswered = "context-scan-answered";
    public const string ContextScanClosed = "context-scan-closed";
    public const string StakeholderAdded = "stakeholder-added";
    public const string StakeholderChanged = "stakeholder-changed";
    public const string StakeholderRemoved = "stakeholder-removed";
    public const string StakeholdersImported = "stakeholders-imported";
    public const string StakeholdersRecalibrated = "stakeholders-recalibrated";
    public const string ProgressReported = "progress-reported";
    public const string EvaluationRecorded = "evaluation-recorded";
    public const string LessonShared = "lesson-shared";
    public const string LessonChanged = "lesson-changed";
    public const string LessonWithdrawn = "lesson-withdrawn";
    public const string ProposalDecided = "proposal-decided";
    public const string GateFilled = "gate-filled";
    public const string GateRequested = "gate-requested";
    public const string GateAdvised = "gate-advised";
    public const string GateDecided = "gate-decided";
    public const string GateWithdrawn = "gate-withdrawn";
    public const string GateMeetingPlanned = "gate-meeting-planned";
    public const string GateDossierSent = "gate-dossier-sent";
    public const string GateDecisionCorrected = "gate-decision-corrected";
    public const string GateDecisionRevised = "gate-decision-revised";
    public const string InitiativeHeld = "initiative-held";
    public const string InitiativeStopped = "initiative-stopped";
    public const string ActionChanged = "action-changed";
    public const string ActionTakenUpAgain = "action-taken-up-again";
    public const string InitiativeResumed = "initiative-resumed";
    public const string ProfileRecorded = "leader-profile-recorded";
    public const string BriefRecorded = "project-brief-recorded";
    public const string ContractRecorded = "project-contract-recorded";
    public const string LearningMeetingRecorded = "learning-meeting-recorded";
    public const string ActionDone = "action-done";
    public const string ChannelBound = "channel-bound";
    public const string OfficeAppointed = "office-appointed";
    public const string OfficeEnded = "office-ended";
    public const string Imported = "imported";
    public const string ChannelUnbound = "channel-unbound";
    public const string ChannelGone = "channel-gone";
    public const string BotRemoved = "bot-removed";
    public const string ChannelSwitched = "channel-switched";
    public const string MeetingsChanged = "meetings-changed";
    public const string PostSentAgain = "post-sent-again";
    public const string TensionRaised = "tension-raised";
    public const string TensionChanged = "tension-changed";
    public const string TensionMoved = "tension-moved";
    public const string TensionWithdrawn = "tension-withdrawn";
    public const string TensionMerged = "tension-merged";
    public const string TensionEnded = "tension-ended";
    public const string RoleChanged = "role-changed";
    public const string MeetingStarted = "role-meeting-started";
    public const string MeetingClosed = "role-meeting-closed";
    public const string MeetingLed = "role-meeting-led";
    public const string ProposalCirculated = "proposal-circulated";
    public const string ProposalEnded = "proposal-ended";
    public const string DashboardFilled = "dashboard-filled";
    public const string DashboardWithdrawn = "dashboard-withdrawn";
    public const string DashboardKept = "dashboard-kept";
    public const string PartyAdded = "party-added";
    public const string PartyChanged = "party-changed";
    public const string PartyRemoved = "party-removed";
    public const string DataShown = "personal-data-shown";
    public const string ErasureAsked = "erasure-asked";
    public const string LegalHoldSet = "legal-hold-set";
    public const string LegalHoldLifted = "legal-hold-lifted";

    private static readonly Dictionary<string, Phrase> Words = new(StringComparer.Ordinal)
    {
        [InitiativeRegistered] = new("aangemeld", "registered"),
        [InitiativeChanged] = new("bewerkt", "edited"),
        [ImpactSheetMade] = new("impactsheet gemaakt", "impact sheet made"),
        [FingerprintOpened] = new("vingerafdruk gestart", "fingerprint started"),
        [FingerprintInvited] = new("meer mensen uitgenodigd voor de vingerafdruk", "more people invited to the fingerprint"),
        [FingerprintAnswered] = new("vingerafdruk ingevuld", "fingerprint answered"),
        [FingerprintClosed] = new("vingerafdruk gesloten", "fingerprint closed"),
        [ContextScanOpened] = new("contextscan gestart", "context scan started"),
        [ContextScanInvited] = new("meer organisaties uitgenodigd voor de contextscan", "more organisations invited to the context scan"),
        [ContextScanAnswered] = new("contextscan ingevuld", "context scan answered"),
        [ContextScanClosed] = new("contextscan gesloten", "context scan closed"),
        [StakeholderAdded] = new("stakeholder toegevoegd", "stakeholder added"),
        [StakeholderChanged] = new("stakeholder gewijzigd", "stakeholder changed"),
        [StakeholderRemoved] = new("stakeholder verwijderd", "stakeholder removed"),
        [StakeholdersImported] = new("stakeholders ingelezen", "stakeholders imported"),
        [StakeholdersRecalibrated] = new("stakeholders herijkt", "stakeholders recalibrated"),
        [ProgressReported] = new("voortgang gemeld", "progress reported"),
        [EvaluationRecorded] = new("evaluatie vastgelegd", "evaluation recorded"),
        [LessonShared] = new("les gedeeld", "lesson shared"),
        [LessonChanged] = new("les gewijzigd", "lesson changed"),
        [LessonWithdrawn] = new("les ingetrokken", "lesson withdrawn"),
        [ProposalDecided] = new("besloten over een voorstel", "proposal decided"),
        [GateFilled] = new("criteria ingevuld", "criteria filled in"),
        [GateRequested] = new("fasepoort aangevraagd", "gate requested"),
        [GateAdvised] = new("advies gegeven", "advice given"),
        [GateDecided] = new("besluit vastgelegd", "decision recorded"),
        [GateWithdrawn] = new("aanvraag ingetrokken", "request withdrawn"),
        [GateMeetingPlanned] = new("dag van het overleg", "day of the meeting"),
        [GateDossierSent] = new("dossier verstuurd", "dossier sent"),
        [GateDecisionCorrected] = new("besluit gecorrigeerd", "decision corrected"),
        [GateDecisionRevised] = new("besluit herzien", "decision revised"),
        [InitiativeHeld] = new("in de wacht gezet", "put on hold"),
        [InitiativeStopped] = new("gestopt", "stopped"),
        [ActionChanged] = new("actie gewijzigd", "action changed"),
        [ActionTakenUpAgain] = new("actie toch niet gedaan", "action not done after all"),
        [InitiativeResumed] = new("hervat", "resumed"),
        [ProfileRecorded] = new("profiel vastgelegd", "profile recorded"),
        [BriefRecorded] = new("projectbrief vastgelegd", "project brief recorded"),
        [ContractRecorded] = new("projectcontract vastgelegd", "project contract recorded"),
        [LearningMeetingRecorded] = new("leerbijeenkomst vastgelegd", "learning meeting recorded"),
        [ActionDone] = new("actie gedaan", "action done"),
        [ChannelBound] = new("kanaal gekoppeld", "channel bound"),
        [OfficeAppointed] = new("benoemd", "appointed"),
        [OfficeEnded] = new("benoeming beëindigd", "appointment ended"),
        [Imported] = new("ingelezen", "imported"),
        [ChannelUnbound] = new("kanaal losgekoppeld", "channel unbound"),
        [ChannelGone] = new("kanaal verwijderd", "channel deleted"),
        [BotRemoved] = new("bot uit een team verwijderd", "bot removed from a team"),
        [ChannelSwitched] = new("melding in een kanaal aan- of uitgezet", "message in a channel switched on or off"),
        [MeetingsChanged] = new("roloverleg gewijzigd", "role meetings changed"),
        [PostSentAgain] = new("bericht opnieuw verstuurd", "message sent again"),
        [TensionRaised] = new("spanning ingebracht", "tension raised"),
        [TensionChanged] = new("spanning gewijzigd", "tension changed"),
        [TensionMoved] = new("spanning verplaatst", "tension moved"),
        [TensionWithdrawn] = new("spanning ingetrokken", "tension withdrawn"),
        [TensionMerged] = new("spanning samengevoegd", "tension merged"),
        [TensionEnded] = new("spanning afgehandeld", "tension handled"),
        [RoleChanged] = new("rol veranderd", "role changed"),
        [MeetingStarted] = new("roloverleg begonnen", "role meeting started"),
        [MeetingClosed] = new("roloverleg gesloten", "role meeting closed"),
        [MeetingLed] = new("roloverleg overgenomen", "role meeting taken over"),
        [ProposalCirculated] = new("voorstel rondgestuurd", "proposal circulated"),
        [ProposalEnded] = new("voorstel afgerond", "proposal ended"),
        [DashboardFilled] = new("dashboard ingevuld", "dashboard filled in"),
        [DashboardWithdrawn] = new("waarde van het dashboard weggehaald", "value of the dashboard taken away"),
        [DashboardKept] = new("momentopname van het dashboard gemaakt", "snapshot of the dashboard made"),
        [PartyAdded] = new("partij toegevoegd aan de zichtlijn", "party added to the sight line"),
        [PartyChanged] = new("partij in de zichtlijn gewijzigd", "party in the sight line changed"),
        [PartyRemoved] = new("partij uit de zichtlijn gehaald", "party taken out of the sight line"),
        [DataShown] = new("persoonsgegevens opgevraagd", "personal data asked for"),
        [ErasureAsked] = new("iemand laten vergeten", "somebody to be forgotten"),
        [LegalHoldSet] = new("bewaarplicht opgelegd", "legal hold set"),
        [LegalHoldLifted] = new("bewaarplicht opgeheven", "legal hold lifted"),
    };

    /// <summary>What happened, as one or two words.</summary>
    public static Phrase Name(string what) => Words.GetValueOrDefault(what) ?? Phrase.Same(what);

    /// <summary>One line: when, what, who, and what is worth knowing of it.</summary>
    public static string Line(JournalLine line, WorkingMethod method, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(line);
        var at = TimeZoneInfo.ConvertTime(line.At, Clock.Amsterdam).ToString("ddd d MMM yyyy HH:mm", culture);
        var detail = Detail(line, method, culture);
        return $"{at} · {Name(line.What).In(culture)}{(detail.Length > 0 ? $": {detail}" : "")} · {line.By.Name}";
    }

    private static string Detail(JournalLine line, WorkingMethod method, CultureInfo culture) => line switch
    {
        { What: InitiativeRegistered or ChannelBound } => "",
        { Changes.Length: > 0 } => (line.Words is { } about ? $"{about.In(culture)}: " : "")
            + string.Join(", ", line.Changes.Select(change => Change(change, QuestionOf(line.What, change.Field, method), culture))),
        { What: OfficeAppointed or OfficeEnded, Detail: { } office } when office.Split('|') is [var id, var name] =>
            $"{name}, {Refusals.OfficeName(method, id).In(culture)}",
        _ => line.Words?.In(culture) ?? line.Detail ?? "",
    };

    /// <summary>The question that a field is named and told by.</summary>
    private static Cards.Forms.Question? QuestionOf(string what, string field, WorkingMethod method) => what switch
    {
        StakeholderChanged or StakeholderRemoved => KeepingStakeholders.StakeholderForm.Question(field, method),
        TensionChanged => RaisingTensions.ChangeTensionForm.Question(field),
        LessonChanged => Learning.LessonForm.Question(field, method),
        _ => Registering.RegisterInitiativeForm.Question(field, method),
    };

    private static string Change(FieldChange change, Cards.Forms.Question? question, CultureInfo culture)
    {
        string Shown(string? value) => value is null ? "–" : Shorter.Than(60, question?.Echo(value, culture) ?? value);
        return $"{question?.Name.In(culture) ?? change.Field} {Shown(change.Before)} → {Shown(change.After)}";
    }
}
