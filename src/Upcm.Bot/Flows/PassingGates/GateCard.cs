using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary>A gate on a card: where it stands, what was advised, the criteria with their evidence, and what the reader can do.</summary>
public sealed class GateCard(GateView view, WorkingMethod method, CultureInfo culture, IReadOnlyDictionary<PersonId, string> names)
{
    /// <summary>Asks for the view of the one who presses, and for nobody else.</summary>
    public const string ViewVerb = "gate.view";

    private readonly bool en = culture.IsEnglish();

    /// <summary>With the names of everybody on it looked up.</summary>
    public static async ValueTask<GateCard> Of(Turn turn, GateView view, CultureInfo culture)
    {
        return new GateCard(
            view, turn.Method, culture, await PeopleOn.All(turn.Reader, view.Previous is { } previous ? [view.Review, previous] : [view.Review]));
    }

    /// <summary>As everyone in a channel may see it; who decides gets their own view of it.</summary>
    public Card ForChannel(IEnumerable<Person> deciders)
    {
        var people = deciders.Select(person => person.ChannelId).Distinct().Take(60).ToList();
        return Card([Say("Bekijk fasepoort", "See the gate", "fasepoort", "gate"), ShowInitiative()]) with
        {
            Personal = view.Review.State == GateReviewState.Requested && people.Count > 0
                ? new PersonalView(people, new Press(ViewVerb, ("initiative", view.Initiative.Number.ToString())))
                : null,
        };
    }

    /// <summary>What takes the place of a request once it is decided: the outcome alone, as the whole card is posted anew.</summary>
    public Card Outcome() => Card([Say("Bekijk fasepoort", "See the gate", "fasepoort", "gate")]) with { Body = [.. Decision().Take(2)] };

    /// <summary>With the buttons that this reader may press.</summary>
    public Card For(Standing standing)
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
        }
        else if (view.Review.State == GateReviewState.Requested)
        {
            var may = Rights.May(Rights.ToDecide(view.Gate.DecidedBy), standing);
            AddIf(may, Say("Besluit vastleggen", "Record the decision", "besluit", "decide") with { Tone = ButtonTone.Main });
            if (Rights.May(Deed.AdviseGate, standing))
            {
                buttons.Add(Advise(AdviceKind.Agree));
                buttons.Add(Advise(AdviceKind.AgreeIf));
                buttons.Add(Advise(AdviceKind.ObjectBecause));
            }
        }

        return Card([.. buttons, ShowInitiative(), Say("Geschiedenis", "History", "geschiedenis", "history")]);

        void AddIf(bool wanted, Button button)
        {
            if (wanted)
            {
                buttons.Add(button);
            }
        }
    }

    private Card Card(IReadOnlyList<Button> buttons) => new($"{view.Initiative.Number} {view.Initiative.Title}")
    {
        Status = $"{view.Gate.Name.In(culture)} · {State()}",
        Body = [.. Decision(), new Facts(Facts()), .. Advice(), .. Criteria()],
        Buttons = buttons,
    };

    private string State()
    {
        var decider = GateWords.Decider(view.Gate, view.Initiative, method).In(culture);
        return view.Review switch
        {
            { Decision: { } decision } => en ? $"decided: {GateWords.Name(decision.Kind).En}" : $"besloten: {GateWords.Name(decision.Kind).Nl}",
            { State: GateReviewState.Requested } => en ? $"waits for {decider}" : $"wacht op {decider}",
            _ => en ? "in preparation" : "in voorbereiding",
        };
    }

    private IEnumerable<Element> Decision()
    {
        if ((view.Review.Decision ?? view.Previous?.Decision) is not { } decision)
        {
            yield break;
        }

        var phase = method.Phase(view.Initiative.Phase)?.Name.In(culture);
        var lead = view.Review.Decision is null ? en ? "Earlier decision: " : "Eerder besluit: " : en ? "Decision: " : "Besluit: ";
        yield return new Text($"{lead}{GateWords.Name(decision.Kind).In(culture)}{(decision.Reason is { } why ? $". {why}" : "")}", Tone.Strong);
        yield return new Text(
            string.Join(" · ", new[]
            {
                decision.MeetingDate is { } day ? (en ? "Meeting of " : "Overleg van ") + day.ToString("ddd d MMMM yyyy", culture) : null,
                (en ? "recorded by " : "vastgelegd door ") + Name(decision.By),
                decision.OnBehalfOf is { } other ? (en ? "on behalf of " : "namens ") + Name(other) : null,
                view.Review.Decision is null ? null : (en ? "phase now: " : "fase nu: ") + phase,
            }.OfType<string>()),
            Tone.Subtle);
        if (!decision.Conditions.IsEmpty)
        {
            yield return new Section(en ? "Conditions" : "Voorwaarden", [new Bullets([.. decision.Conditions.Select(condition =>
                $"{condition.Text} · {Name(condition.Owner)} · {(en ? "by" : "uiterlijk")} {condition.Due.ToString("ddd d MMMM yyyy", culture)}")])]);
        }
    }

    private List<Fact> Facts()
    {
        var it = view.Initiative;
        List<Fact> facts = [new(en ? "Result" : "Resultaat", it.Result)];
        if (view.Review.RequestedBy is { } by && view.Review.RequestedAt is { } at)
        {
            facts.Add(new(en ? "Requested" : "Aangevraagd", $"{TimeZoneInfo.ConvertTime(at, Clock.Amsterdam).ToString("ddd d MMMM yyyy", culture)}, {Name(by)}"));
        }

        facts.Add(new(en ? "Project leader" : "Projectleider", it.Leader?.Name ?? (en ? "not chosen yet" : "nog niet gekozen")));
        if (view.Dossier.Sheet is { } sheet)
        {
            facts.Add(new("Impact", string.Join(" · ", new[]
            {
                sheet.Co2 is { } co2 ? $"{Numbers.Show(co2, culture)} {(en ? "kt CO₂ a year" : "kton CO₂ per jaar")}" : null,
                sheet.ValueAdded is { } value ? $"€{(en ? "" : " ")}{Numbers.Show(value, culture)} {(en ? "million" : "mln")}" : null,
                $"{(en ? "version" : "versie")} {sheet.Version.ToString(culture)}",
            }.OfType<string>())));
        }

        if (view.Dossier.Fingerprint is { Answers.IsEmpty: false } round)
        {
            var result = FingerprintResult.Of(round, view.Dossier.PreviousFingerprint, method);
            facts.Add(new(en ? "Fingerprint" : "Vingerafdruk", $"{Show(result.Mean)} · {result.People.ToString(culture)} {(en ? "people" : "mensen")}"));
        }

        if (view.Dossier.LightsOn(default, method) is not null && view.Dossier.Report is { } report)
        {
            facts.Add(new(en ? "Progress" : "Voortgang", report.PercentReady is { } ready ? $"{Numbers.Show(ready, culture)} %" : "–"));
        }

        return facts;
    }

    private IEnumerable<Element> Advice()
    {
        if (view.Review.Advice.Length > 0)
        {
            yield return new Section(en ? "Advice" : "Advies", [new Bullets([.. view.Review.Advice.Select(advice =>
                $"{Name(advice.Person)}: {GateWords.Name(advice.Kind).In(culture)}{(advice.Text is { } text ? $" – {text}" : "")}")])]);
        }
    }

    private IEnumerable<Element> Criteria()
    {
        var done = view.Gate.Criteria.Count(criterion => view.Review.Entry(criterion.Id).IsSettled);
        var all = view.Gate.Criteria.Length;
        foreach (var kind in new[] { CriterionKind.Result, CriterionKind.Process })
        {
            var criteria = view.Gate.Criteria.Where(criterion => criterion.Kind == kind).ToList();
            if (criteria.Count > 0)
            {
                var open = criteria.Count(criterion => !view.Review.Entry(criterion.Id).IsSettled);
                var heading = kind == CriterionKind.Result ? en ? "Result criteria" : "Resultaatcriteria" : en ? "Process criteria" : "Procescriteria";
                yield return new Section(
                    $"{heading}: {criteria.Count - open} {(en ? "of" : "van")} {criteria.Count} {(en ? "done" : "gereed")}",
                    [new Bullets([.. criteria.Select(Line)])],
                    Folded: done == all);
            }
        }
    }

    private string Line(Criterion criterion)
    {
        var entry = view.Review.Entry(criterion.Id);
        var seen = entry.SeenByBot ? en ? " (seen by the bot)" : " (zelf gezien)" : "";
        var proof = entry.Reason ?? entry.Evidence;
        return $"{GateWords.Name(entry.State).In(culture)}{seen} · {criterion.Text.In(culture)}{(proof is null ? "" : $" – {proof}")}{(entry.By is { } by ? $" ({Name(by)})" : "")}";
    }

    private string Show(decimal? mean) => mean is { } known ? Numbers.Show(decimal.Round(known, 1), culture) : "–";

    private string Name(PersonId person) => names.GetValueOrDefault(person) ?? person.Value;

    private Button ShowInitiative() => Say("Toon initiatief", "Show the initiative", "toon", "show");

    private Button Advise(AdviceKind kind) => Sayings.Button(
        GateWords.Name(kind).In(culture) + (kind == AdviceKind.Agree ? "" : " …"),
        $"{(en ? "advise" : "adviseer")} {view.Initiative.Number} {GateWords.Name(kind).In(culture).ToLower(culture)}");

    private Button Say(string label, string labelEn, string words, string wordsEn) =>
        Sayings.Button(en ? labelEn : label, $"{(en ? wordsEn : words)} {view.Initiative.Number}");
}
