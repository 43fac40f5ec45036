using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>The person may not do this; others may.</summary>
/// <param name="WhoMay">Ids of <see cref="Offices"/> and <see cref="Holders"/>.</param>
public sealed record MayNot(Deed Deed, ImmutableArray<string> WhoMay) : Reason;

/// <summary>Who may do what (method 14), in one table.</summary>
public static class Rights
{
    /// <summary>Offices that record what another decides, and name that other.</summary>
    private static readonly ImmutableArray<string> Recorders = [Offices.Deputy, Offices.Secretary, Offices.Reporter];

    private static readonly ImmutableArray<string> OwnProject =
        [Holders.ProjectLeader, Offices.TeamLead, .. Recorders];

    private static readonly FrozenDictionary<Deed, ImmutableArray<string>> Table =
        new Dictionary<Deed, ImmutableArray<string>>
        {
            [Deed.Read] = [Holders.Anyone],
            [Deed.RegisterInitiative] = [Holders.Anyone],
            [Deed.RaiseTension] = [Holders.Anyone],
            [Deed.TriageTension] = [Holders.Registrant, Offices.TeamLead, Offices.LinkingPin, .. Recorders, Offices.SupportTeam],
            [Deed.LeadRoleMeeting] = [Offices.TeamLead, Offices.LinkingPin, .. Recorders, Offices.SupportTeam],
            [Deed.EditInitiative] = [.. OwnProject, Holders.Registrant],
            [Deed.AppointLeader] = [Offices.TeamLead, .. Recorders],
            [Deed.HoldOrStop] = [Offices.TeamLead, Offices.LinkingPin, .. Recorders],
            [Deed.MakeImpactSheet] = [.. OwnProject, Holders.Registrant],
            [Deed.KeepStakeholders] = [.. OwnProject, Holders.Registrant],
            [Deed.StartFingerprint] = OwnProject,
            [Deed.AnswerFingerprint] = [Holders.Invited],
            [Deed.CloseFingerprint] = OwnProject,
            [Deed.StartContextScan] = [.. OwnProject, Holders.Registrant],
            [Deed.AnswerContextScan] = [Holders.Invited],
            [Deed.CloseContextScan] = [.. OwnProject, Holders.Registrant],
            [Deed.ReportProgress] = OwnProject,
            [Deed.Evaluate] = OwnProject,
            [Deed.ChangeLesson] = [Holders.Author, .. OwnProject, Offices.SupportTeam],
            [Deed.DecideProposal] = [Offices.TeamLead, .. Recorders, Offices.SupportTeam],
            [Deed.FillGate] = [.. OwnProject, Holders.Registrant],
            [Deed.RecordPaper] = [.. OwnProject, Holders.Registrant],
            [Deed.RequestGate] = [.. OwnProject, Holders.Registrant],
            [Deed.AdviseGate] = [Offices.SteeringMember],
            [Deed.DecideSteeringGate] = [Offices.LinkingPin, Offices.Secretary, Offices.Reporter],
            [Deed.DecideClientGate] = [Offices.TeamLead, .. Recorders],
            [Deed.PlanMeeting] = [Offices.LinkingPin, .. OwnProject, Holders.Registrant],
            [Deed.ChangeAction] = [Offices.TeamLead, Offices.LinkingPin, .. Recorders],
            [Deed.BindChannel] =
                [Offices.TeamLead, Offices.LinkingPin, .. Recorders, Offices.SupportTeam, Offices.Administrator],
            [Deed.ChangeMeetings] = [Offices.TeamLead, Offices.LinkingPin, .. Recorders, Offices.SupportTeam],
            [Deed.AppointOffice] = [Offices.SupportTeam, Offices.Administrator],
            [Deed.SeeSettings] = [Offices.SupportTeam, Offices.Administrator],
            [Deed.ChangeSettings] = [Offices.SupportTeam],
            [Deed.ImportPortfolio] = [Offices.SupportTeam, Offices.Administrator],
            [Deed.FillDashboard] = [Offices.SupportTeam, Offices.TeamLead, Offices.LinkingPin, .. Recorders],
            [Deed.EditSightLine] = [Offices.LinkingPin, Offices.TeamLead, .. Recorders, Offices.SupportTeam],
            [Deed.HandlePersonalData] = [Offices.Administrator],
            [Deed.HoldForArchive] = [Offices.SupportTeam, Offices.Administrator],
        }.ToFrozenDictionary();

    public static bool May(Deed deed, Standing standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return WhoMay(deed).Any(standing.Is);
    }

    /// <summary>Ids of <see cref="Offices"/> and <see cref="Holders"/>, the first-named first.</summary>
    public static ImmutableArray<string> WhoMay(Deed deed) => Table[deed];

    /// <summary>Null when allowed, otherwise why not and who may.</summary>
    public static MayNot? Refusal(Deed deed, Standing standing) =>
        May(deed, standing) ? null : new MayNot(deed, WhoMay(deed));

    /// <summary>The deed of deciding at a gate.</summary>
    public static Deed ToDecide(Decider decider) =>
        decider == Decider.Client ? Deed.DecideClientGate : Deed.DecideSteeringGate;

    /// <summary>The office that decides: the linking pin for the steering meeting, the team lead as client.</summary>
    public static string OfficeThatDecides(Decider decider) =>
        decider == Decider.Client ? Offices.TeamLead : Offices.LinkingPin;

    /// <summary>True when the person may record the decision, but only on behalf of the one who decides.</summary>
    public static bool RecordsOnBehalf(Decider decider, Standing standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return May(ToDecide(decider), standing) && !standing.Is(OfficeThatDecides(decider));
    }
}
