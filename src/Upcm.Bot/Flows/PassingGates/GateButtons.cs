using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary>What a reader can do at a gate: who decides sees buttons that others do not.</summary>
public sealed class GateButtons(GateView view, CultureInfo culture)
{
    private readonly bool en = culture.IsEnglish();

    /// <summary>The buttons that this reader may press, the likeliest first.</summary>
    public IReadOnlyList<Button> For(Standing standing)
    {
        List<Button> buttons = [];
        if (view.Initiative.Status == InitiativeStatus.OnHold)
        {
            AddIf(Rights.May(Deed.HoldOrStop, standing), Say("Hervatten", "Resume", "hervat", "resume"));
        }
        else if (view.Initiative.Status == InitiativeStatus.Active && view.Review.State == GateReviewState.Collecting)
        {
            var ready = GateLaws.Requestable(view.Review, view.Gate, view.Seen).Count == 0;
            var fill = Say("Criteria invullen", "Fill in the criteria", "vul fasepoort", "fill gate");
            var request = Say("Fasepoort aanvragen", "Request the gate", "vraag fasepoort aan", "request gate") with { Tone = ready ? ButtonTone.Main : ButtonTone.Normal };
            AddIf(ready && Rights.May(Deed.RequestGate, standing), request);
            AddIf(Rights.May(Deed.FillGate, standing), ready ? fill : fill with { Tone = ButtonTone.Main });
            AddIf(!ready && Rights.May(Deed.RequestGate, standing), request);
            buttons.Add(Say("Uitleg criteria", "Explain the criteria", "criteria", "criteria"));
        }
        else if (view.Review.State == GateReviewState.Requested)
        {
            AddIf(Rights.May(Rights.ToDecide(view.Gate.DecidedBy), standing), Say("Besluit vastleggen", "Record the decision", "besluit", "decide") with { Tone = ButtonTone.Main });
            if (Rights.May(Deed.AdviseGate, standing))
            {
                buttons.AddRange(Enum.GetValues<AdviceKind>().Select(Advise));
            }

            AddIf(view.Gate.DecidedBy == Decider.SteeringMeeting && Rights.May(Deed.PlanMeeting, standing), Say("Dag van het overleg", "Day of the meeting", "plan overleg", "plan meeting"));
            AddIf(Rights.May(Deed.RequestGate, standing), Say("Aanvraag intrekken", "Withdraw the request", "trek fasepoort in", "withdraw gate"));
        }
        else if (view.Review.State == GateReviewState.Decided)
        {
            AddIf(Rights.May(Rights.ToDecide(view.Gate.DecidedBy), standing), Say("Besluit corrigeren", "Correct the decision", "corrigeer besluit", "correct decision"));
        }

        return buttons;

        void AddIf(bool wanted, Button button)
        {
            if (wanted)
            {
                buttons.Add(button);
            }
        }
    }

    /// <summary>The view of their own that who decides gets of a card that everyone in a channel sees; null where nothing waits.</summary>
    public PersonalView? Personal(IEnumerable<Person> deciders, string verb)
    {
        var people = deciders.Select(person => person.ChannelId).Distinct().Take(60).ToList();
        return view.Review.State == GateReviewState.Requested && people.Count > 0
            ? new PersonalView(people, new Press(verb, ("initiative", view.Initiative.Number.ToString())))
            : null;
    }

    public Button Gate() => Say("Fasepoort", "Gate", "fasepoort", "gate");

    public Button Dossier() => Say("Dossier", "Dossier", "dossier", "gate dossier");

    public Button Initiative() => Say("Toon initiatief", "Show the initiative", "toon", "show");

    public Button History() => Say("Geschiedenis", "History", "geschiedenis", "history");

    private Button Advise(AdviceKind kind) => Sayings.Button(
        GateWords.Name(kind).In(culture) + (kind == AdviceKind.Agree ? "" : " …"),
        $"{(en ? "advise" : "adviseer")} {view.Initiative.Number} {GateWords.Name(kind).In(culture).ToLower(culture)}");

    private Button Say(string label, string labelEn, string words, string wordsEn) =>
        Sayings.Button(en ? labelEn : label, $"{(en ? wordsEn : words)} {view.Initiative.Number}");
}
