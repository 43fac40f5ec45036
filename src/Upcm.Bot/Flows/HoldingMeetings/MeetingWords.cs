using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Flows.HoldingMeetings;

/// <summary>What keeps something from happening in a meeting, as what the person can do about it.</summary>
public static class MeetingRefusals
{
    public static void Say(Turn turn, IReadOnlyList<Reason> reasons)
    {
        var said = reasons.Select(reason => reason switch
        {
            MeetingLawBroken broken => Of(broken),
            RoleLawBroken broken => OutcomeWords.Of(broken),
            _ => new Phrase("Dit kan nu niet.", "This cannot be done now."),
        }).Distinct().ToList();
        turn.Say(string.Join('\n', said.Select(one => one.Nl)), string.Join('\n', said.Select(one => one.En)));
    }

    private static Phrase Of(MeetingLawBroken broken)
    {
        var about = broken.Subject ?? "";
        return broken.Law switch
        {
            MeetingLaw.IsStillToCome => new(
                $"Dit overleg is al begonnen. {about} leidt het. Is {about} weggevallen? Zeg \"neem roloverleg over\".",
                $"This meeting has started already. {about} leads it. Did {about} drop out? Say \"take over role meeting\"."),
            MeetingLaw.IsRunning => new("Het overleg is nog niet begonnen. Zeg \"start roloverleg\".", "The meeting has not started yet. Say \"start role meeting\"."),
            MeetingLaw.IsNotClosed => new(
                "Dit overleg is gesloten en wat is afgesproken, geldt. Breng een bezwaar in als spanning: zeg \"spanning:\" met wat er niet klopt. Het komt dan op de volgende agenda.",
                "This meeting is closed and what was agreed holds. Raise an objection as a tension: say \"tension:\" with what is wrong. It then is on the next agenda."),
            MeetingLaw.FacilitatorLeads => new(
                $"{about} leidt dit overleg. Is {about} weggevallen? Zeg \"neem roloverleg over\", dan ga jij verder en zien anderen dat.",
                $"{about} leads this meeting. Did {about} drop out? Say \"take over role meeting\": you go on and the others see it."),
            MeetingLaw.AnotherTakesOver => new("Jij leidt dit overleg al.", "You lead this meeting already."),
            MeetingLaw.SecretaryOrFacilitatorRecords => new(
                $"Vastleggen doet {about}. Neem je dat over? Zeg \"ik leg vast\".", $"{about} records. Do you take over? Say \"i record\"."),
            MeetingLaw.PointHasText => new("Zeg wat je wilt noteren: \"punt: …\".", "Say what you want to note: \"point: …\"."),
            MeetingLaw.PointIsThere => new("Dat punt staat er niet. Tel ze van boven: \"haal punt weg 1\".", "There is no such point. Count from the top: \"take back point 1\"."),
            MeetingLaw.ItemIsAtHand => new("Er is nu geen spanning aan de beurt.", "No tension is at hand now."),
            MeetingLaw.ItemIsNotOnTheAgendaYet => new($"Spanning {about} staat al op de agenda.", $"Tension {about} is on the agenda already."),
            MeetingLaw.ItemHasOutcome => new(
                "Leg eerst vast wat er is afgesproken, of schuif de spanning door. Wordt er niets mee gedaan? Leg dat dan vast.",
                "First record what was agreed, or carry the tension over. Is nothing done with it? Then record that."),
            MeetingLaw.ItemIsSettledBeforeClosing => new(
                $"Er is nog een spanning aan de beurt: {about}. Maak die af of schuif hem door.", $"A tension is still at hand: {about}. Finish it or carry it over."),
            MeetingLaw.ARoundFollows => new(
                "Dit is de laatste ronde. Zeg \"sluit roloverleg\": dan gaat gelden wat is afgesproken.", "This is the last round. Say \"close role meeting\": what was agreed begins to apply then."),
            MeetingLaw.ProposalHasText => new("Zeg wat het voorstel is: \"voorstel: …\".", "Say what the proposal is: \"proposal: …\"."),
            MeetingLaw.ProposalIsPut => new(
                "Er ligt nog geen voorstel. Zeg \"voorstel: …\", of leg al vast wat er moet gebeuren.", "There is no proposal yet. Say \"proposal: …\", or record what should be done."),
            MeetingLaw.ObjectionComesInItsRound => new(
                "Een bezwaar komt in de bezwaarronde. Die is nu niet bezig; de begeleider roept hem af.", "An objection comes in the objection round. It is not on now; the facilitator calls it."),
            MeetingLaw.ObjectionHasText => new("Zeg wat het bezwaar is: \"bezwaar: …\".", "Say what the objection is: \"objection: …\"."),
            MeetingLaw.IntegrationChangesTheProposal => new(
                "Er staat nog een bezwaar tegen het voorstel zoals het is. Zeg \"voorstel: …\" met het nieuwe voorstel, of schuif de spanning door.",
                "An objection still stands against the proposal as it is. Say \"proposal: …\" with the new proposal, or carry the tension over."),
            _ => new("Die afspraak staat er niet. Noem het nummer dat ervoor staat.", "There is no such outcome. Give the number in front of it."),
        };
    }
}
