using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Documents;
using Upcm.Bot.Flows.Exporting;
using Upcm.Bot.People;
using Upcm.Bot.Pictures;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary>
/// Everything a gate is decided on, on one card: what is missing first, then the criteria with their evidence, impact, fingerprint,
/// stakeholders, money, risks, and what changed since the last decision.
/// </summary>
/// <param name="view">Null where nothing is left to decide.</param>
public sealed class DossierCard(GateDossier dossier, GateView? view, WorkingMethod method, CultureInfo culture, Illustrations illustrations)
{
    /// <summary>Asks for the view of the one who presses, and for nobody else.</summary>
    public const string ViewVerb = "dossier.view";

    /// <summary>Where texts have to be cut shorter than this, pictures give way to them: their numbers stay.</summary>
    private const int LeastWithPictures = 120;

    private readonly bool en = culture.IsEnglish();
    private readonly GateParts parts = new(dossier.Gate, dossier.Review, culture, dossier.Names);

    /// <summary>As everyone in a channel may see it; who decides gets their own view of it.</summary>
    public Card ForChannel(IEnumerable<Person> deciders) => Card([Buttons.Dossier(), Buttons.Gate(), Buttons.Initiative()]) with
    {
        Personal = Buttons.Personal(deciders, ViewVerb),
    };

    /// <summary>With the buttons that this reader may press.</summary>
    public Card For(Standing standing) => Card([.. Buttons.For(standing), Buttons.Gate(), Buttons.Initiative(), Buttons.History(), .. Files()]);

    /// <summary>Where nothing is left to decide.</summary>
    public Card ForReading() => Card(
    [
        Sayings.Button(en ? "Show the initiative" : "Toon initiatief", $"{(en ? "show" : "toon")} {dossier.Initiative.Number}"),
        Sayings.Button(en ? "History" : "Geschiedenis", $"{(en ? "history" : "geschiedenis")} {dossier.Initiative.Number}"),
        .. Files(),
    ]);

    private IEnumerable<Button> Files() => ExportButtons.Of(GateDossierExport.Called, $"{dossier.Initiative.Number}", Format.OfDocuments, culture);

    private GateButtons Buttons => new(view!, culture);

    private Card Card(IReadOnlyList<Button> pressed)
    {
        var it = dossier.Initiative;
        var gaps = dossier.Gaps.ToList();
        return Fitting.Card(
            most => new Card($"Dossier {it.Number} {it.Title}")
            {
                Status = $"{dossier.Gate.Name.In(culture)} · {GateWords.State(dossier.Review, dossier.Gate, it, method).In(culture)}",
                Light = dossier.Lights is { } lights ? LightWords.OnCard(lights.Overall) : Cards.Light.None,
                Body =
                [
                    .. dossier.Review.Decision is { } decision ? parts.Decision(en ? "Decision: " : "Besluit: ", decision, null, most) : [],
                    .. dossier.Review is { State: GateReviewState.Requested, Meeting: { } meeting } && meeting < LocalTime.DayOf(dossier.At, Clock.Amsterdam)
                        ? [new Text(en ? $"The day of {method.Names.SteeringMeeting.The.En} is past; no decision was recorded yet." : $"De dag van {method.Names.SteeringMeeting.The.Nl} is voorbij; er is nog geen besluit vastgelegd.", Tone.Warning)]
                        : Array.Empty<Element>(),
                    new Facts(Core(most, gaps.Count)),
                    .. Gaps(gaps, most),
                    .. parts.Advice(most),
                    .. Settled(most),
                    .. new DossierFacts(dossier, method, culture, most >= LeastWithPictures ? illustrations : new Illustrations()).All(),
                    .. new DossierProject(dossier, method, culture, most >= LeastWithPictures ? illustrations : new Illustrations()).All(most),
                    .. Decisions(most),
                    .. Actions(most),
                    .. Changes(most),
                ],
                Buttons = pressed,
            },
            new Phrase($"Lange teksten zijn ingekort. Zeg \"toon bewijs {it.Number} 1\" voor alles over criterium 1.", $"Long texts are cut short. Say \"show evidence {it.Number} 1\" for all about criterion 1."),
            culture);
    }

    private List<Fact> Core(int most, int gaps)
    {
        var it = dossier.Initiative;
        var (all, phase) = (dossier.Gate.Criteria.Length, method.Phase(it.Phase)?.Name.In(culture) ?? it.Phase);
        List<Fact> facts =
        [
            new(en ? "Result" : "Resultaat", Shorter.Than(most, it.Result)),
            new(en ? "Phase" : "Fase", it.Round > 1 ? $"{phase}, {(en ? "round" : "ronde")} {it.Round}" : phase),
            new("Criteria", gaps == 0
                ? en ? $"all {all} met or waived" : $"alle {all} voldaan of niet van toepassing"
                : en ? $"{all - gaps} of {all} done" : $"{all - gaps} van {all} gereed"),
        ];
        if (dossier.Review.Meeting is { } meeting)
        {
            facts.Add(new(Capital.Of(method.Names.SteeringMeeting.One.In(culture)), parts.Day(meeting)));
        }

        facts.Add(new(en ? "Project leader" : "Projectleider", it.Leader?.Name ?? (en ? "not chosen yet" : "nog niet gekozen")));
        if (it.Term is { } term)
        {
            facts.Add(new(en ? "Delivery term" : "Oplevertermijn", parts.Day(term)));
        }

        return facts;
    }

    private IEnumerable<Element> Gaps(List<Criterion> gaps, int most)
    {
        if (gaps.Count > 0)
        {
            yield return new Section(
                en ? $"Not met yet ({gaps.Count})" : $"Nog niet rond ({gaps.Count})",
                [new Bullets([.. gaps.Select(criterion => Gap(criterion, most))])]);
        }
    }

    private string Gap(Criterion criterion, int most)
    {
        var entry = dossier.Review.Entry(criterion.Id);
        var asked = $"{(criterion.Condition is null ? "" : en ? "Condition: " : "Voorwaarde: ")}{Shorter.Than(Math.Max(most, 80), parts.Asked(criterion))}";
        return entry.State == CriterionState.Open && entry.Evidence is null ? asked
            : $"{asked} – {GateWords.Name(entry.State).In(culture).ToLower(culture)}{(entry.Evidence is { } told ? $": {Shorter.Than(most, told)}" : "")}";
    }

    /// <summary>What is met or waived, with its evidence; the rest stands above.</summary>
    private IEnumerable<Element> Settled(int most)
    {
        var settled = dossier.Gate.Criteria.Where(criterion => dossier.Review.Entry(criterion.Id).IsSettled).ToList();
        if (settled.Count > 0)
        {
            yield return new Section(
                en ? $"Met or waived ({settled.Count})" : $"Rond ({settled.Count})",
                [
                    .. settled.GroupBy(parts.Heading).SelectMany(group => new Element[]
                    {
                        new Text(group.Key, Tone.Subtle), new Bullets([.. group.Select(criterion => parts.Line(criterion, most))]),
                    }),
                ],
                Folded: true);
        }
    }

    /// <summary>Every round, so that a cycle shows.</summary>
    private IEnumerable<Element> Decisions(int most)
    {
        if (dossier.Decisions.Count > 0)
        {
            yield return new Section(
                en ? $"Decisions so far ({dossier.Decisions.Count})" : $"Besluiten tot nu toe ({dossier.Decisions.Count})",
                [new Bullets([.. Few(dossier.Decisions.Reverse(), most).Select(review =>
                    $"{At(review.Decision!.At)} · {Gate(review)}{(review.Round > 1 ? $", {(en ? "round" : "ronde")} {review.Round}" : "")}: {GateWords.Name(review.Decision.Kind).In(culture)}{(review.Decision.Reason is { } why ? $" – {Shorter.Than(most, why)}" : "")}")])],
                Folded: true);
        }
    }

    private IEnumerable<Element> Actions(int most)
    {
        if (dossier.Actions.Count > 0)
        {
            yield return new Section(
                en ? $"Agreed actions: {dossier.Actions.Count(action => action.DoneAt is not null)} of {dossier.Actions.Count} done" : $"Afgesproken acties: {dossier.Actions.Count(action => action.DoneAt is not null)} van {dossier.Actions.Count} gedaan",
                [new Bullets([.. Few(dossier.Actions.OrderBy(action => action.DoneAt is not null), most).Select(action =>
                    $"{(action.DoneAt is null ? "Open" : en ? "Done" : "Gedaan")} · {Shorter.Than(most, action.Text)} · {action.Owner.Name} · {parts.Day(action.Due)}")])],
                Folded: true);
        }
    }

    private IEnumerable<Element> Changes(int most)
    {
        var since = dossier.LastDecision is { } last ? $"{(en ? "since the last decision" : "sinds het vorige besluit")}, {At(last.At)}" : en ? "since it was registered" : "sinds de aanmelding";
        var lines = Few(dossier.Changes, most).Select(line => Shorter.Than(Math.Max(most, 120), Asking.History.Line(line, method, culture))).ToList();
        var more = dossier.Changes.Count - lines.Count;
        yield return new Section(
            en ? $"Changed {since}" : $"Veranderd {since}",
            [
                .. new ThenAndNow(dossier, method, culture).Rows() is { Count: > 0 } rows
                    ? [new Bullets([.. rows.Select(row => $"{row[0]}: {row[1]} → {row[2]}")])]
                    : Array.Empty<Element>(),
                lines.Count == 0 ? new Text(en ? "Nothing." : "Niets.") : new Bullets(lines),
                .. more > 0 || dossier.HasMoreChanges
                    ? [new Text(en ? $"And {more}{(dossier.HasMoreChanges ? " or more" : "")} further. Say \"history {dossier.Initiative.Number}\"." : $"En nog {more}{(dossier.HasMoreChanges ? " of meer" : "")}. Zeg \"geschiedenis {dossier.Initiative.Number}\".", Tone.Subtle)]
                    : Array.Empty<Element>(),
            ],
            Folded: true);
    }

    private string Gate(GateReview review) => method.Gate(review.Gate)?.Name.In(culture) ?? review.Gate;

    private string At(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Clock.Amsterdam).ToString("d MMM yyyy", culture);

    /// <summary>Fewer where texts have to be cut.</summary>
    private static IEnumerable<T> Few<T>(IEnumerable<T> all, int most) => all.Take(most >= 300 ? 12 : 6);
}
