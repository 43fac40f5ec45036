using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Asking;

/// <summary>One initiative in five seconds: number and name, phase, at most six facts, what is open, what can be done.</summary>
public static class InitiativeCard
{
    public static Card Of(Initiative it, WorkingMethod method, CultureInfo culture) =>
        Of(new Dossier(new RecordedFacts(it), null, null), method, culture, null);

    /// <param name="lights">Null where no report is owed yet.</param>
    public static Card Of(Dossier dossier, WorkingMethod method, CultureInfo culture, Lights? lights)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var it = dossier.Initiative;
        var en = culture.IsEnglish();
        var team = method.Team(it.Team);
        List<Fact> facts =
        [
            new(en ? "Result" : "Resultaat", it.Result),
            new("Team", team is null ? it.Team : $"{team.Name.In(culture)}{(team.ProjectType is { } type ? $" · {type.Name.In(culture)}" : "")}"),
            new(en ? "Project leader" : "Projectleider", it.Leader?.Name ?? (en ? "not chosen yet" : "nog niet gekozen")),
        ];
        if (it.Term is { } term)
        {
            facts.Add(new(en ? "Delivery term" : "Oplevertermijn", term.ToString("ddd d MMMM yyyy", culture)));
        }

        if (dossier.Report is { } report)
        {
            var ready = report.PercentReady is { } percent ? $"{Numbers.Show(percent, culture)} % · " : "";
            facts.Add(new(en ? "Progress" : "Voortgang", $"{ready}{(en ? "reported" : "gemeld")} {report.ReportedAt.ToString("ddd d MMMM yyyy", culture)}"));
        }

        if (dossier.Review is { } review && method.Gate(review.Gate) is { } gate)
        {
            facts.Add(new(en ? "Gate" : "Fasepoort", $"{gate.Name.In(culture)} · {StateOf(review.State).In(culture)}"));
        }

        List<Element> body = [.. it.StatusReason is { } reason ? [new Text(reason, Tone.Strong)] : Array.Empty<Element>(), new Facts(facts)];
        if (Further(dossier, method, culture) is { Count: > 0 } further)
        {
            body.Add(new Section(en ? "Further facts" : "Verdere gegevens", [new Facts(further)], Folded: true));
        }

        if (OpenPoints(it, en) is { Count: > 0 } open)
        {
            body.Add(new Section(en ? $"Still open ({open.Count})" : $"Nog open ({open.Count})", [new Bullets(open)], Folded: open.Count > 3));
        }

        return new Card($"{it.Number} {it.Title}")
        {
            Status = StatusOf(it, method, culture) + (lights is null ? "" : dossier.Report is null ? en ? " · no progress reported yet" : " · nog geen voortgang gemeld" : $" · {LightWords.Name(lights.Overall).In(culture)}"),
            Light = lights is null ? Cards.Light.None : LightWords.OnCard(lights.Overall),
            Body = body,
            Buttons = Doing(dossier, method, en),
        };
    }

    public static Phrase StateOf(GateReviewState state) => state switch
    {
        GateReviewState.Requested => new("wacht op besluit", "waits for a decision"),
        GateReviewState.Decided => new("besloten", "decided"),
        _ => new("in voorbereiding", "in preparation"),
    };

    /// <summary>What one can do with it, the likeliest first.</summary>
    private static List<Button> Doing(Dossier dossier, WorkingMethod method, bool en)
    {
        var it = dossier.Initiative;
        Button Say(string label, string labelEn, string words, string wordsEn) =>
            Sayings.Button(en ? labelEn : label, $"{(en ? wordsEn : words)} {it.Number}");
        List<Button> doing = [];
        if (it.Status == InitiativeStatus.Active)
        {
            var progress = Say("Voortgang", "Progress", "voortgang", "progress");
            var sheet = Say("Impactsheet", "Impact sheet", "impactsheet", "impact sheet");
            doing.AddRange(it.Phase == method.Phases[0].Id || dossier.Sheet is null ? [sheet, progress] : [progress, sheet]);
            doing.Add(Say("Vingerafdruk", "Fingerprint", "vingerafdruk", "fingerprint"));
            doing.Add(Say("Contextscan", "Context scan", "contextscan", "context scan"));
            doing.Add(Say("Stakeholders", "Stakeholders", "stakeholders", "stakeholders"));
        }

        if (method.GateFrom(it.Phase) is not null)
        {
            doing.Add(Say("Fasepoort", "Gate", "fasepoort", "gate"));
        }

        return [.. doing, Say("Bewerken", "Edit", "bewerk", "edit"), Say("Geschiedenis", "History", "geschiedenis", "history"), Sayings.Button("Portfolio", $"portfolio {it.Team}")];
    }

    private static List<Fact> Further(Dossier dossier, WorkingMethod method, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var it = dossier.Initiative;
        List<Fact> facts = [];
        if (it.MeansAmount is { } amount || it.Means is not null)
        {
            facts.Add(new(en ? "Means" : "Middelen", it.MeansAmount is { } sum
                ? $"€{(en ? "" : " ")}{Numbers.Show(sum, culture)}{(it.Means is { } from ? $" · {from}" : "")}"
                : it.Means!));
        }

        if (it.Strategies.Length > 0)
        {
            facts.Add(new(en ? "Strategies" : "Strategieën", string.Join(", ", it.Strategies)));
        }

        if (dossier.Sheet is { } sheet)
        {
            facts.Add(new(en ? "Impact sheet" : "Impactsheet", string.Create(
                culture, $"{(en ? "version" : "versie")} {sheet.Version}{(sheet.Co2 is { } co2 ? $" · {Numbers.Show(co2, culture)} {method.Claims.Amount.In(culture)}" : "")}")));
        }

        if (dossier.Fingerprint is { } round)
        {
            facts.Add(new(en ? "Fingerprint" : "Vingerafdruk", string.Create(
                culture, $"{(en ? "round" : "ronde")} {round.Round} · {round.Answers.Length}/{round.Invited.Length} {(en ? "answered" : "ingevuld")}")));
        }

        return facts;
    }

    /// <param name="lessons">What was learned in something alike, one a line.</param>
    public static Card Registered(Initiative it, WorkingMethod method, CultureInfo culture, IReadOnlyList<string>? lessons = null)
    {
        var card = Of(it, method, culture);
        return card with
        {
            Status = culture.IsEnglish() ? $"Registered by {it.RegisteredBy.Name} · {card.Status}" : $"Aangemeld door {it.RegisteredBy.Name} · {card.Status}",
            Body = lessons is { Count: > 0 }
                ? [.. card.Body, new Section(culture.IsEnglish() ? $"Learned in something alike ({lessons.Count})" : $"Geleerd in wat erop lijkt ({lessons.Count})", [new Bullets(lessons)])]
                : card.Body,
            Buttons = [Sayings.Button(culture.IsEnglish() ? "Show" : "Toon", $"{(culture.IsEnglish() ? "show" : "toon")} {it.Number}"), .. card.Buttons],
        };
    }

    public static string StatusOf(Initiative it, WorkingMethod method, CultureInfo culture) =>
        $"{method.Phase(it.Phase)?.Name.In(culture) ?? it.Phase}{(it.Round > 1 ? $" ({it.Round})" : "")}"
        + it.Status switch
        {
            InitiativeStatus.OnHold => culture.IsEnglish() ? " · on hold" : " · in de wacht",
            InitiativeStatus.Stopped => culture.IsEnglish() ? " · stopped" : " · gestopt",
            InitiativeStatus.Closed => culture.IsEnglish() ? " · closed" : " · afgesloten",
            _ => "",
        };

    private static List<string> OpenPoints(Initiative it, bool en) =>
    [
        .. new (bool Missing, string Nl, string En)[]
        {
            (it.Horizons.Length == 0, "beslishorizon", "decision horizon"),
            (it.ProductGroups.Length == 0, "productgroepen", "product groups"),
            (it.Strategies.Length == 0, "strategieën", "strategies"),
            (it.Effects.Length == 0, "beoogde effecten", "intended effects"),
            (it.Regions.Length == 0, "regio", "region"),
            (it.Client is null, "opdrachtgever", "client"),
            (it.Term is null, "oplevertermijn", "delivery term"),
            (it.Means is null && it.MeansAmount is null, "middelen", "means"),
            (it.Tests is null, "toetsbare criteria", "testable criteria"),
            (it.Leader is null, "beoogde projectleider", "intended project leader"),
        }.Where(point => point.Missing).Select(point => en ? point.En : point.Nl),
    ];
}
