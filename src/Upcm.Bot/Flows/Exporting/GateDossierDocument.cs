using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.JudgingImpact;
using Upcm.Bot.Flows.KeepingStakeholders;
using Upcm.Bot.Flows.PassingGates;
using Upcm.Bot.Flows.Reporting;
using Upcm.Bot.Pictures;
using Upcm.Domain;
using Gate = Upcm.Domain.Gate;

namespace Upcm.Bot.Flows.Exporting;

/// <summary>The dossier of a gate to hand over to who decides: first what is missing, then the proof.</summary>
internal sealed class GateDossierDocument(GateDossier dossier, WorkingMethod method, CultureInfo culture)
{
    private const string None = "–";

    private readonly bool en = culture.IsEnglish();

    private Initiative Initiative => dossier.Initiative;

    private Gate Gate => dossier.Gate;

    public Document On(DateOnly day) => new($"{(en ? "Gate dossier" : "Dossier fasepoort")} {Initiative.Number} {Initiative.Title}", en ? "en" : "nl")
    {
        Subtitle = $"{Gate.Name.In(culture)} · {State()}",
        Programme = method.Name.In(culture),
        Date = day,
        Body =
        [
            Summary(), .. Gaps(), .. Criteria(), .. Advice(), .. Impact(), .. Fingerprint(), .. Stakeholders(),
            .. dossier.Facts.Report is { } report ? new ReportBlocks(report, Initiative, method, culture, LocalTime.DayOf(dossier.At, Clock.Amsterdam)) is var parts ? [.. parts.Money(), .. parts.Plan(), .. parts.Risks()] : [] : Array.Empty<Block>(),
            .. Decisions(), .. Actions(), .. Changes(),
        ],
    };

    private string State() => dossier.Review switch
    {
        { Decision: { } decision } => $"{(en ? "decided" : "besloten")}: {GateWords.Name(decision.Kind).In(culture)}",
        { State: GateReviewState.Requested } => $"{(en ? "waits for" : "wacht op")} {GateWords.Decider(Gate, Initiative, method).In(culture)}",
        _ => en ? "in preparation" : "in voorbereiding",
    };

    private FactList Summary()
    {
        var done = Gate.Criteria.Length - dossier.Gaps.Count();
        return new(
        [
            new(en ? "Result" : "Resultaat", Initiative.Result),
            new("Team", method.Team(Initiative.Team)?.Name.In(culture) ?? Initiative.Team),
            new(en ? "Phase" : "Fase", InitiativeCard.StatusOf(Initiative, method, culture)),
            new(en ? "Decided by" : "Besluit door", GateWords.Decider(Gate, Initiative, method).In(culture)),
            new("Criteria", $"{done} {(en ? "of" : "van")} {Gate.Criteria.Length} {(en ? "settled" : "gereed")}"),
            new(en ? "Project leader" : "Projectleider", Initiative.Leader?.Name ?? (en ? "not chosen yet" : "nog niet gekozen")),
            new(en ? "Client" : "Opdrachtgever", Initiative.Client ?? None),
            new(en ? "Delivery term" : "Oplevertermijn", Initiative.Term is { } term ? ProgressWords.Day(term, culture) : None),
            new(en ? "Means" : "Middelen", Initiative.MeansAmount is { } amount ? ProgressWords.Euro(amount, culture) : Initiative.Means ?? None),
            .. dossier.Lights is { } lights ? [new Fact(en ? "Light" : "Licht", LightWords.Name(lights.Overall).In(culture), LightWords.OnCard(lights.Overall))] : Array.Empty<Fact>(),
        ]);
    }

    private IEnumerable<Block> Gaps()
    {
        var gaps = dossier.Gaps.Select(Asked).ToList();
        yield return new Heading(en ? "What is missing" : "Wat nog ontbreekt");
        yield return gaps.Count == 0
            ? new Paragraph(en ? "Nothing: every criterion is met or waived." : "Niets: elk criterium is voldaan of niet van toepassing.", Tone.Good)
            : new Listing(gaps);
    }

    private IEnumerable<Block> Criteria() => new[] { CriterionKind.Result, CriterionKind.Process }.SelectMany(kind =>
    {
        var criteria = Gate.Criteria.Where(criterion => criterion.Kind == kind).ToList();
        var name = kind == CriterionKind.Result ? en ? "Result criteria" : "Resultaatcriteria" : en ? "Process criteria" : "Procescriteria";
        return criteria.Count == 0 ? Array.Empty<Block>() :
        [
            new Heading(name),
            new Grid(
                name,
                [new(en ? "Criterion" : "Criterium", 2.4), new(en ? "State" : "Stand", 1), new(en ? "Evidence" : "Waaruit het blijkt", 2), new(en ? "By" : "Door", 0.9)],
                [.. criteria.Select(Criterion)]),
        ];
    });

    private IReadOnlyList<Cell> Criterion(Criterion criterion)
    {
        var entry = dossier.Review.Entry(criterion.Id);
        var proof = string.Join('\n', new[] { entry.Reason, entry.Evidence }.OfType<string>().Concat(entry.Links));
        return
        [
            Asked(criterion),
            new Cell(GateWords.Name(entry.State).In(culture), entry.State switch
            {
                CriterionState.Met => Cards.Light.Green,
                CriterionState.Partly => Cards.Light.Amber,
                _ => Cards.Light.None,
            }),
            proof.Length > 0 ? proof : None,
            entry.SeenByBot ? en ? "seen by the bot" : "gezien door de bot" : entry.By is { } by ? dossier.NameOf(by) : None,
        ];
    }

    private string Asked(Criterion criterion) => criterion.Condition is { } action
        ? $"{(en ? "Condition" : "Voorwaarde")}: {action.Text} ({action.Owner.Name}, {(en ? "by" : "uiterlijk")} {Day(action.Due)})"
        : criterion.Text.In(culture);

    private IEnumerable<Block> Advice() => dossier.Review.Advice.IsEmpty ? [] :
    [
        new Heading(en ? "Advice" : "Advies"),
        new Grid(
            $"{(en ? "Advice of" : "Advies van")} {method.Names.SteeringMember.Many.In(culture)}",
            [new(en ? "Who" : "Wie"), new(en ? "Advice" : "Advies"), new(en ? "In words" : "Toelichting", 2)],
            [.. dossier.Review.Advice.Select(one => (IReadOnlyList<Cell>)[dossier.NameOf(one.Person), GateWords.Name(one.Kind).In(culture), one.Text ?? None])]),
    ];

    private IEnumerable<Block> Impact() => dossier.Facts.Sheet is not { } sheet ? [] :
    [
        new Heading(en ? "Impact sheet" : "Impactsheet"),
        new Paragraph(ImpactSheetCard.InShort(sheet, method).In(culture)),
        .. ImpactRemarks.Of(sheet, method).Select(one => new Paragraph(one.In(culture), Tone.Warning)),
        .. sheet.Co2 is not null || sheet.Co2PerBand.Count > 0 ? [Figures.Of(ImpactSheetCard.Bars(sheet, method, culture))] : Array.Empty<Block>(),
    ];

    private IEnumerable<Block> Fingerprint()
    {
        if (dossier.Facts.Fingerprint is not { Answers.IsEmpty: false } round)
        {
            return [];
        }

        var result = FingerprintResult.Of(round, dossier.PreviousFingerprint, method);
        var forces = method.Forces.Zip(result.Forces).ToList();
        return
        [
            new Heading(en ? "Fingerprint" : "Vingerafdruk"),
            new Paragraph(en
                ? string.Create(culture, $"Round {round.Round}, filled in by {Spoken.People(result.People, culture)}; mean {Mark(result.Mean)}. The norm is {Mark(method.Norms.FingerprintForceAtLeast)} for every force and a mean of {Mark(method.Norms.FingerprintMeanAtLeast)}.")
                : string.Create(culture, $"Ronde {round.Round}, ingevuld door {Spoken.People(result.People, culture)}; gemiddeld {Mark(result.Mean)}. De norm is {Mark(method.Norms.FingerprintForceAtLeast)} voor elke kracht en gemiddeld {Mark(method.Norms.FingerprintMeanAtLeast)}.")),
            new Grid(
                en ? "Forces beside the round before" : "Krachten naast de vorige ronde",
                [new(en ? "Force" : "Kracht", 2), new(en ? "Now" : "Nu", Figures: true), new(en ? "Before" : "Vorige ronde", Figures: true), new(en ? "Spread" : "Spreiding", Figures: true), new(en ? "Answers" : "Antwoorden", Figures: true)],
                [.. forces.Select(pair => (IReadOnlyList<Cell>)
                [
                    pair.First.Name.In(culture), Mark(pair.Second.Mean), Mark(pair.Second.Mean - pair.Second.Change), Mark(pair.Second.Spread), pair.Second.Answers.ToString(culture),
                ])]),
            Figures.Of(RadarPicture.Of(result, method, culture)),
        ];
    }

    private IEnumerable<Block> Stakeholders() => dossier.Facts.Stakeholders is not { Stakeholders.IsEmpty: false } map ? [] :
    [
        new Heading("Stakeholders"),
        .. map.Stakeholders.Any(one => one.IsPlaced) ? [Figures.Of(MapPicture.Of(map, method.Norms, culture))] : Array.Empty<Block>(),
        new Grid(
            en ? "Stakeholders between influence and interest" : "Stakeholders tussen invloed en belang",
            [new(en ? "No." : "Nr", 0.5, Figures: true), new(en ? "Who" : "Wie", 2.1), new(en ? "Kind" : "Soort", 1.45), new(en ? "Influence, interest" : "Invloed, belang", 1.1), new(en ? "So" : "Dus", 1.2), new(en ? "Approach" : "Aanpak", 1.6)],
            [.. map.Stakeholders.OrderByDescending(one => one.Influence ?? 0).ThenByDescending(one => one.Interest ?? 0).Select(one => (IReadOnlyList<Cell>)
            [
                one.Id.ToString(culture), one.Name + (one.Against ? en ? " (against)" : " (tegen)" : ""), method.StakeholderKind(one.Kind)?.Name.In(culture) ?? None,
                $"{one.Influence?.ToString(culture) ?? None}, {one.Interest?.ToString(culture) ?? None}",
                one.In(method.Norms) is { } quadrant ? StakeholderWords.Name(quadrant).In(culture) : None, one.Approach ?? None,
            ])]),
    ];

    private IEnumerable<Block> Decisions() => dossier.Decisions.Count == 0 ? [] :
    [
        new Heading(en ? "Decisions so far" : "Besluiten tot nu toe"),
        new Grid(
            en ? "Decisions so far" : "Besluiten tot nu toe",
            [new(en ? "When" : "Wanneer", 1), new(en ? "Gate" : "Fasepoort", 1.5), new(en ? "Decision" : "Besluit", 1.2), new(en ? "Reason and conditions" : "Reden en voorwaarden", 2.2), new(en ? "Recorded by" : "Vastgelegd door", 1.1)],
            [.. dossier.Decisions.Select(review => (IReadOnlyList<Cell>)
            [
                Day(review.Decision!.MeetingDate ?? LocalTime.DayOf(review.Decision.At, Clock.Amsterdam)),
                string.Create(culture, $"{method.Gate(review.Gate)?.Name.In(culture) ?? review.Gate}, {(en ? "round" : "ronde")} {review.Round}"),
                GateWords.Name(review.Decision.Kind).In(culture),
                string.Join('\n', new[] { review.Decision.Reason }.OfType<string>().Concat(review.Decision.Conditions.Select(one => $"{one.Text} ({dossier.NameOf(one.Owner)}, {Day(one.Due)})")).DefaultIfEmpty(None)),
                dossier.NameOf(review.Decision.By),
            ])]),
    ];

    private IEnumerable<Block> Actions() => dossier.Actions.Count == 0 ? [] :
    [
        new Heading(en ? "Actions agreed on" : "Afgesproken acties"),
        new Grid(
            en ? "Actions agreed on" : "Afgesproken acties",
            [new(en ? "Action" : "Actie", 2.6), new(en ? "Owner" : "Eigenaar"), new(en ? "By" : "Uiterlijk"), new(en ? "Done" : "Gedaan")],
            [.. dossier.Actions.Select(one => (IReadOnlyList<Cell>)
                [one.Text, one.Owner.Name, Day(one.Due), one.DoneAt is { } at ? Day(LocalTime.DayOf(at, Clock.Amsterdam)) : None])]),
    ];

    private IEnumerable<Block> Changes()
    {
        if (dossier.Changes.Count == 0)
        {
            yield break;
        }

        yield return new Heading(dossier.LastDecision is null
            ? en ? "What happened so far" : "Wat er tot nu toe gebeurde"
            : en ? "What changed since the last decision" : "Wat er veranderde sinds het vorige besluit");
        if (new ThenAndNow(dossier, method, culture).Rows() is { Count: > 0 } rows)
        {
            yield return new Grid(
                en ? "Then and now" : "Toen en nu",
                [.. ThenAndNow.Columns(culture).Select((name, at) => new GridColumn(name, at == 0 ? 2 : 1))],
                [.. rows.Select(row => (IReadOnlyList<Cell>)[.. row.Select(text => new Cell(text))])]);
        }

        yield return new Listing([.. dossier.Changes.Select(line => History.Line(line, method, culture))]);
        if (dossier.HasMoreChanges)
        {
            yield return new Paragraph(en ? "More happened before that; the history holds all of it." : "Daarvoor gebeurde er meer; in de geschiedenis staat alles.", Tone.Subtle);
        }
    }

    private string Day(DateOnly day) => day.ToString("d MMM yyyy", culture);

    private string Mark(decimal? value) => value is { } known ? known.ToString("0.0#", culture) : None;
}
