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
    private readonly GateButtons buttons = new(view, culture);
    private readonly GateParts parts = new(view.Gate, view.Review, culture, names) { Outdated = view.Outdated };

    /// <summary>With the names of everybody on it looked up.</summary>
    public static async ValueTask<GateCard> Of(Turn turn, GateView view, CultureInfo culture) => new(
        view, turn.Method, culture, await PeopleOn.All(turn.Reader, view.Previous is { } previous ? [view.Review, previous] : [view.Review]));

    /// <summary>As everyone in a channel may see it; who decides gets their own view of it.</summary>
    public Card ForChannel(IEnumerable<Person> deciders) => Card([buttons.Gate(), buttons.Dossier(), buttons.Initiative()]) with
    {
        Personal = buttons.Personal(deciders, ViewVerb),
    };

    /// <summary>What takes the place of a request once it is decided: the outcome alone, as the whole card is posted anew.</summary>
    public Card Outcome() => Card([buttons.Gate()]) with { Body = [.. Decision(1000).Take(2)] };

    /// <summary>With the buttons that this reader may press.</summary>
    public Card For(Standing standing) => Card([.. buttons.For(standing), buttons.Dossier(), buttons.Initiative(), buttons.History()]);

    private Card Card(IReadOnlyList<Button> pressed) => Fitting.Card(
        most => new Card($"{view.Initiative.Number} {view.Initiative.Title}")
        {
            Status = $"{view.Gate.Name.In(culture)} · {GateWords.State(view.Review, view.Gate, view.Initiative, method).In(culture)}",
            Body = [.. Decision(most), new Facts(Facts(most)), .. parts.Advice(most), .. parts.Criteria(most)],
            Buttons = pressed,
        },
        new Phrase($"Lange teksten zijn ingekort. Zeg \"toon bewijs {view.Initiative.Number} 1\" voor alles over criterium 1.", $"Long texts are cut short. Say \"show evidence {view.Initiative.Number} 1\" for all about criterion 1."),
        culture);

    private IEnumerable<Element> Decision(int most)
    {
        if ((view.Review.Decision ?? view.Previous?.Decision) is { } decision)
        {
            var lead = view.Review.Decision is null ? en ? "Earlier decision: " : "Eerder besluit: " : en ? "Decision: " : "Besluit: ";
            return parts.Decision(lead, decision, view.Review.Decision is null ? null : method.Phase(view.Initiative.Phase)?.Name.In(culture), most);
        }

        return [];
    }

    private List<Fact> Facts(int most)
    {
        var it = view.Initiative;
        List<Fact> facts = [new(en ? "Result" : "Resultaat", Shorter.Than(most, it.Result))];
        if (view.Review.RequestedBy is { } by && view.Review.RequestedAt is { } at)
        {
            facts.Add(new(en ? "Requested" : "Aangevraagd", $"{TimeZoneInfo.ConvertTime(at, Clock.Amsterdam).ToString("ddd d MMMM yyyy", culture)}, {parts.Name(by)}"));
        }

        if (view.Review is { State: GateReviewState.Requested, Meeting: { } meeting })
        {
            facts.Add(new(Capital.Of(method.Names.SteeringMeeting.One.In(culture)), meeting.ToString("ddd d MMMM yyyy", culture)));
        }

        facts.Add(new(en ? "Project leader" : "Projectleider", it.Leader?.Name ?? (en ? "not chosen yet" : "nog niet gekozen")));
        if (view.Dossier.Sheet is { } sheet)
        {
            facts.Add(new("Impact", string.Join(" · ", new[]
            {
                sheet.Co2 is { } co2 ? $"{Numbers.Show(co2, culture)} {method.Claims.Amount.In(culture)}" : null,
                sheet.ValueAdded is { } value ? $"€{(en ? "" : " ")}{Numbers.Show(value, culture)} {(en ? "million" : "mln")}" : null,
                $"{(en ? "version" : "versie")}\u00a0{sheet.Version.ToString(culture)}",
            }.OfType<string>())));
        }

        if (view.Dossier.Fingerprint is { Answers.IsEmpty: false } round)
        {
            var result = FingerprintResult.Of(round, view.Dossier.PreviousFingerprint, method);
            facts.Add(new(en ? "Fingerprint" : "Vingerafdruk", $"{parts.Show(result.Mean)} · {Spoken.People(result.People, culture)}"));
        }

        return facts;
    }
}
