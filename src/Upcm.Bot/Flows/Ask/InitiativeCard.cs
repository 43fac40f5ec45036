using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Asking;

/// <summary>One initiative in five seconds: number and name, phase, at most six facts, what is open, what can be done.</summary>
public static class InitiativeCard
{
    public static Card Of(Initiative it, WorkingMethod method, CultureInfo culture)
    {
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

        if (it.MeansAmount is { } amount || it.Means is not null)
        {
            facts.Add(new(en ? "Means" : "Middelen", it.MeansAmount is { } sum
                ? $"€{(en ? "" : " ")}{Numbers.Show(sum, culture)}{(it.Means is { } from ? $" · {from}" : "")}"
                : it.Means!));
        }

        if (it.Strategies.Length > 0)
        {
            facts.Add(new("R", string.Join(", ", it.Strategies)));
        }

        List<Element> body = [new Facts(facts)];
        if (OpenPoints(it, en) is { Count: > 0 } open)
        {
            body.Add(new Section(en ? $"Still open ({open.Count})" : $"Nog open ({open.Count})", [new Bullets(open)], Folded: open.Count > 3));
        }

        return new Card($"{it.Number} {it.Title}")
        {
            Status = StatusOf(it, method, culture),
            Body = body,
            Buttons =
            [
                Sayings.Button(en ? "History" : "Geschiedenis", $"{(en ? "history" : "geschiedenis")} {it.Number}"),
                Sayings.Button("Portfolio", $"portfolio {it.Team}"),
            ],
        };
    }

    public static Card Registered(Initiative it, WorkingMethod method, CultureInfo culture)
    {
        var card = Of(it, method, culture);
        return card with
        {
            Status = culture.IsEnglish() ? $"Registered by {it.RegisteredBy.Name} · {card.Status}" : $"Aangemeld door {it.RegisteredBy.Name} · {card.Status}",
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
            (it.Strategies.Length == 0, "R-strategieën", "R-strategies"),
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
