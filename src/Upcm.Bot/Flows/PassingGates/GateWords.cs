using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary>The states, advice, decisions and laws of a gate in plain words.</summary>
public static class GateWords
{
    public static Phrase Name(CriterionState state) => state switch
    {
        CriterionState.Met => new("Voldaan", "Met"),
        CriterionState.Partly => new("Deels", "Partly"),
        CriterionState.NotApplicable => new("Niet van toepassing", "Not applicable"),
        _ => new("Open", "Open"),
    };

    public static Phrase Name(AdviceKind kind) => kind switch
    {
        AdviceKind.AgreeIf => new("Akkoord, mits", "Agree if"),
        AdviceKind.ObjectBecause => new("Bezwaar", "Objection"),
        _ => new("Akkoord", "Agree"),
    };

    public static Phrase Name(DecisionKind kind) => kind switch
    {
        DecisionKind.GoWithConditions => new("Door, met voorwaarden", "Go, with conditions"),
        DecisionKind.Back => new("Terug naar een eerdere fase", "Back to an earlier phase"),
        DecisionKind.Hold => new("In de wacht", "On hold"),
        DecisionKind.Stop => new("Stoppen", "Stop"),
        _ => new("Door", "Go"),
    };

    /// <summary>Who decides, as it is said in a sentence.</summary>
    public static Phrase Decider(Gate gate, Initiative initiative, WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(gate);
        var team = method.Team(initiative.Team)?.The ?? new Words(initiative.Team, initiative.Team);
        var (lead, meeting) = (method.Names.Offices[Offices.TeamLead].One, method.Names.SteeringMeeting.The);
        return gate.DecidedBy == Domain.Decider.Client
            ? new($"de opdrachtgever ({lead.Nl} van {team.Nl})", $"the client ({lead.En} of {team.En})")
            : new($"{meeting.Nl} van {team.Nl}", $"{meeting.En} of {team.En}");
    }

    /// <summary>Where a review stands, in a few words.</summary>
    public static Phrase State(GateReview review, Gate gate, Initiative initiative, WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(initiative);
        if (review.Decision is { } decision)
        {
            return new($"besloten: {Name(decision.Kind).Nl}", $"decided: {Name(decision.Kind).En}");
        }

        if (initiative.Status is InitiativeStatus.OnHold or InitiativeStatus.Stopped)
        {
            var why = initiative.StatusReason is { } reason ? $": {Shorter.Than(100, reason)}" : "";
            return initiative.Status == InitiativeStatus.OnHold ? new($"in de wacht{why}", $"on hold{why}") : new($"gestopt{why}", $"stopped{why}");
        }

        var decider = Decider(gate, initiative, method);
        return review.State == GateReviewState.Requested
            ? new($"wacht op {decider.Nl}", $"waits for {decider.En}")
            : new("in voorbereiding", "in preparation");
    }

    /// <summary>What to do about something the bot would see for itself, were it not of before.</summary>
    /// <param name="sight">One of <see cref="Sights"/>.</param>
    public static Phrase Renew(string sight, InitiativeNumber number) => sight switch
    {
        Sights.StakeholderMapMade => new(
            $"naar de stakeholders is in deze fase nog niet gekeken, of te lang geleden. Kloppen ze nog? Zeg \"stakeholders herijken {number}\"",
            $"nobody looked at the stakeholders in this phase, or too long ago. Are they still right? Say \"recalibrate stakeholders {number}\""),
        Sights.ContextScanMade => new(
            $"de contextscan is van een eerdere ronde. Zeg \"contextscan starten {number}\"", $"the context scan is of an earlier round. Say \"start context scan {number}\""),
        Sights.RiskAnalysisRecent or Sights.CriticalPathComputed => new(
            $"wat er ligt, is te oud. Zeg \"voortgang {number}\"", $"what there is, is too old. Say \"progress {number}\""),
        _ => new(
            $"de vingerafdruk is van een eerdere ronde. Zeg \"vingerafdruk starten {number}\"", $"the fingerprint is of an earlier round. Say \"start fingerprint {number}\""),
    };

    /// <summary>A broken law as what the person can do about it.</summary>
    public static Phrase Of(GateLawBroken broken, Gate gate, WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(broken);
        var criterion = broken.Subject is { } id ? Asked(gate, id) : new Words("", "");
        var nth = broken.Index is { } index ? index + 1 : 0;
        return broken.Law switch
        {
            GateLaw.CriterionIsMetOrWaived => new($"Nog niet voldaan: {criterion.Nl}", $"Not met yet: {criterion.En}"),
            GateLaw.WaiverHasReason => new($"Waarom is dit niet van toepassing? {criterion.Nl}", $"Why is this not applicable? {criterion.En}"),
            GateLaw.IsNotYetRequested => new("De fasepoort is al aangevraagd.", "The gate was already requested."),
            GateLaw.CriteriaAreFilledWhileCollecting => new(
                "De fasepoort is al aangevraagd; de criteria staan nu vast.", "The gate was already requested; the criteria are fixed now."),
            GateLaw.IsRequested => new("De fasepoort is nog niet aangevraagd.", "The gate was not requested yet."),
            GateLaw.IsNotYetDecided => new("Over deze fasepoort is al besloten.", "This gate was already decided on."),
            GateLaw.AdviceHasText => new("Zeg er in een zin bij wat de voorwaarde of het bezwaar is.", "Please say in one sentence what the condition or objection is."),
            GateLaw.DecisionHasReason => new("Geef een reden bij dit besluit.", "Please give a reason for this decision."),
            GateLaw.RecorderNamesTheDecider => new("Noem namens wie je het besluit vastlegt.", "Please name on whose behalf you record the decision."),
            GateLaw.MeetingDateIsKept => new("Noem de dag van het overleg.", "Please name the day of the meeting."),
            GateLaw.MeetingIsToCome => new("Deze dag is al geweest. Noem de dag waarop het overleg nog moet zijn.", "This day is past. Give the day on which the meeting is still to be."),
            GateLaw.IsDecided => new("Er is nog geen besluit om te corrigeren.", "There is no decision to correct yet."),
            GateLaw.CorrectionHasReason => new("Zeg erbij wat er niet klopte.", "Please say what was wrong."),
            GateLaw.CorrectionChangesSomething => new("Er is niets veranderd.", "Nothing has changed."),
            GateLaw.CourseChangesOnlyOfARequest => new(
                "Dit was een stap terug zonder besluit. Daar kun je achteraf geen ander besluit van maken.",
                "This was a step back without a decision. It cannot be turned into another decision afterwards."),
            GateLaw.MeetingIsNotInTheFuture => new("Het overleg ligt in de toekomst. Leg het besluit vast als het genomen is.", "The meeting is in the future. Record the decision once it has been taken."),
            GateLaw.ConditionsAreNamed => new("Noem ten minste een voorwaarde.", "Please name at least one condition."),
            GateLaw.ConditionHasTextAndOwner => new($"Voorwaarde {nth} mist een tekst of een eigenaar.", $"Condition {nth} lacks a text or an owner."),
            GateLaw.ConditionIsDueLater => new($"Voorwaarde {nth} moet na het overleg klaar zijn, niet ervoor.", $"Condition {nth} must be due after the meeting, not before."),
            GateLaw.BackNamesAPhase when gate.From == method.Phases[0].Id => new("Dit is de eerste fase. Er is geen eerdere om naar terug te gaan.", "This is the first phase. There is no earlier one to go back to."),
            GateLaw.BackNamesAPhase => new("Noem de fase waar het naar terug gaat.", "Please name the phase it goes back to."),
            GateLaw.BackGoesToAnEarlierPhase => new(
                $"{method.Phase(broken.Subject!)?.Name.Nl ?? broken.Subject} is geen eerdere fase.", $"{method.Phase(broken.Subject!)?.Name.En ?? broken.Subject} is not an earlier phase."),
            _ => new("Dit past niet bij deze fasepoort.", "This does not fit this gate."),
        };
    }

    private static Words Asked(Gate gate, string id) => gate.Criterion(id) is { } criterion
        ? criterion.Condition is null ? criterion.Text : new Words($"Voorwaarde: {criterion.Text.Nl}", $"Condition: {criterion.Text.En}")
        : new Words(id, id);

    /// <summary>Says every reason of a refusal.</summary>
    public static async ValueTask Say(Turn turn, IReadOnlyList<Reason> reasons, GateView view)
    {
        List<Phrase> said = [];
        foreach (var reason in reasons)
        {
            said.Add(reason switch
            {
                MayNot refusal => await Refusals.Text(turn, refusal, view.Initiative.Team, view.Initiative),
                GateLawBroken broken => Of(broken, view.Gate, turn.Method),
                CourseLawBroken broken => ChangingCourse.CourseWords.Of(broken, view.Initiative),
                _ => new Phrase("Dit kan nu niet.", "This cannot be done now."),
            });
        }

        if (said.Count == 0)
        {
            return;
        }

        turn.Say(string.Join('\n', said.Select(one => one.Nl)), string.Join('\n', said.Select(one => one.En)));
    }
}
