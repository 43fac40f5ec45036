using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Documents;
using Upcm.Bot.Flows.Exporting;
using Upcm.Bot.Flows.Reporting;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Evaluating;

/// <summary>How a project turned out: its criteria, impact claimed beside impact seen, and what others can learn.</summary>
public static class EvaluationCard
{
    /// <param name="Sheet">The impact sheet it looks back at, or null.</param>
    /// <param name="Meeting">The newest record of the learning meeting, or null.</param>
    /// <param name="Proposals">What became of its proposals for the instruments.</param>
    public sealed record Subject(
        Initiative Initiative, EvaluationReport Report, ImpactSheet? Sheet, LearningMeeting? Meeting, IReadOnlyList<InstrumentProposal> Proposals, bool IsNewest);

    public static Card Of(Subject of, WorkingMethod method, CultureInfo culture, bool mayEvaluate)
    {
        ArgumentNullException.ThrowIfNull(of);
        ArgumentNullException.ThrowIfNull(method);
        var (initiative, report, sheet, _, _, isNewest) = of;
        var en = culture.IsEnglish();
        List<Element> body =
        [
            new Table(
                [en ? "Criterion" : "Criterium", en ? "Verdict" : "Oordeel", en ? "Shows from" : "Blijkt uit"],
                [.. report.Criteria.Select(one => (IReadOnlyList<string>)[one.Criterion, EvaluationWords.Name(one.Verdict).In(culture), one.Shows])]),
            new Text("Impact", Tone.Heading),
        ];
        if (Impact(report.Impact, sheet, method, culture) is { Rows.Count: > 0 } impact)
        {
            body.Add(impact);
        }

        if (report.Impact.Explanation is { } explained)
        {
            body.Add(new Text(explained));
        }

        body.AddRange(Sections(of, culture));
        body.Add(new Text(Meeting(of.Meeting, culture), of.Meeting is null ? Tone.Subtle : Tone.Normal));
        return new Card($"{initiative.Number} {initiative.Title}: {(en ? "evaluation" : "evaluatie")}")
        {
            Status = string.Create(culture, $"{EvaluationWords.InShort(report).In(culture)} · {(en ? "version" : "versie")} {report.Version}, {report.By.Name}{(isNewest ? "" : en ? " · an older version" : " · een oudere versie")}"),
            Light = EvaluationWords.Light(report.Overall),
            Body = body,
            Buttons = [.. Buttons(of, en, mayEvaluate)],
        };
    }

    public static Card None(Initiative initiative, CultureInfo culture, bool mayEvaluate)
    {
        ArgumentNullException.ThrowIfNull(initiative);
        var en = culture.IsEnglish();
        return new Card($"{initiative.Number} {initiative.Title}: {(en ? "evaluation" : "evaluatie")}")
        {
            Body = [new Text(en ? "There is no evaluation yet." : "Er is nog geen evaluatie.")],
            Buttons =
            [
                .. mayEvaluate ? [Sayings.Button(en ? "Evaluate" : "Evalueer", $"{(en ? "evaluate" : "evalueer")} {initiative.Number}", ButtonTone.Main)] : Array.Empty<Button>(),
                Sayings.Button(en ? "Show initiative" : "Toon initiatief", $"{(en ? "show" : "toon")} {initiative.Number}"),
            ],
        };
    }

    /// <summary>Claimed beside seen, as far as either was told.</summary>
    private static Table Impact(SeenImpact seen, ImpactSheet? sheet, WorkingMethod method, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        List<IReadOnlyList<string>> rows = [];
        void Figure(string what, decimal? claimed, decimal? now)
        {
            if (claimed is not null || now is not null)
            {
                var difference = claimed is { } then && now is { } here ? $" ({EvaluationWords.Difference(then, here, culture)})" : "";
                rows.Add([what, claimed is { } told ? Numbers.Show(told, culture) : "–", now is { } shown ? Numbers.Show(shown, culture) + difference : "–"]);
            }
        }

        Figure($"{method.Claims.Effect.In(culture)} ({method.Claims.Unit.In(culture)})", sheet?.Co2, seen.Co2);
        if (sheet?.SupplyRisk is not null || seen.SupplyRisk is not null)
        {
            string Step(string? step) => step is null ? "–" : EvaluationWords.Step(method, step).In(culture);
            rows.Add([en ? "Supply risk" : "Leveringsrisico", Step(sheet?.SupplyRisk), Step(seen.SupplyRisk)]);
        }

        Figure(en ? "Value added (€ million)" : "Toegevoegde waarde (€ mln)", sheet?.ValueAdded, seen.ValueAdded);
        var claimedIn = sheet is null ? en ? "Claimed" : "Geclaimd" : string.Create(culture, $"{(en ? "Claimed (version" : "Geclaimd (versie")} {sheet.Version})");
        return new Table([en ? "What" : "Wat", claimedIn, en ? "Seen" : "Gezien"], rows);
    }

    private static IEnumerable<Element> Sections(Subject of, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var report = of.Report;
        if (!report.Differently.IsEmpty)
        {
            yield return new Section(en ? $"Do differently ({report.Differently.Length})" : $"Anders doen ({report.Differently.Length})", [new Bullets(report.Differently)]);
        }

        if (!report.Instruments.IsEmpty)
        {
            yield return new Section(
                en ? $"Instruments ({report.Instruments.Length})" : $"Instrumenten ({report.Instruments.Length})",
                [new Bullets([.. report.Instruments.Select(text => Proposal(text, of.Proposals, culture))])]);
        }

        if (report.Summary is { } summary)
        {
            yield return new Section(en ? "In short" : "In het kort", [new Text(summary)], Folded: summary.Length > 400);
        }

        if (report.Link is { } link)
        {
            yield return new Text($"{(en ? "The whole report:" : "Het hele verslag:")} {link}");
        }
    }

    private static string Proposal(string text, IReadOnlyList<InstrumentProposal> proposals, CultureInfo culture) =>
        proposals.FirstOrDefault(one => string.Equals(one.Text, text, StringComparison.OrdinalIgnoreCase)) is { } proposal
            ? $"{text} ({(culture.IsEnglish() ? "proposal" : "voorstel")} {proposal.Id.ToString(culture)}: {EvaluationWords.Name(proposal.State).In(culture)})"
            : text;

    private static string Meeting(LearningMeeting? meeting, CultureInfo culture) => (meeting, culture.IsEnglish()) switch
    {
        (null, true) => "No learning meeting has been recorded yet.",
        (null, false) => "Er is nog geen leerbijeenkomst vastgelegd.",
        (var held, true) => $"Learning meeting held on {ProgressWords.Day(held.HeldOn, culture)}, with {held.Present.Length} roles present.",
        (var held, _) => $"Leerbijeenkomst gehouden op {ProgressWords.Day(held.HeldOn, culture)}, met {held.Present.Length} rollen aanwezig.",
    };

    private static IEnumerable<Button> Buttons(Subject of, bool en, bool mayEvaluate)
    {
        var number = of.Initiative.Number;
        if (mayEvaluate)
        {
            yield return Sayings.Button(en ? "Correct" : "Verbeter", $"{(en ? "evaluate" : "evalueer")} {number}");
        }

        yield return Sayings.Button(en ? "Learning meeting" : "Leerbijeenkomst", $"{(en ? "learning meeting" : "leerbijeenkomst")} {number}");
        yield return Sayings.Button(en ? "Lessons" : "Lessen", $"{(en ? "lessons" : "lessen")} {number}");
        yield return Sayings.Button(en ? "Impact sheet" : "Impactsheet", $"{(en ? "impact sheet" : "impactsheet")} {number}");
        foreach (var file in ExportButtons.Of(EvaluationExport.Called, of.IsNewest ? $"{number}" : $"{number} {(en ? "version" : "versie")} {of.Report.Version}", Format.OfDocuments, en ? Cultures.English : Cultures.Dutch))
        {
            yield return file;
        }

        if (of.Report.Version > 1)
        {
            yield return Sayings.Button(en ? "Version before this" : "Versie hiervoor", string.Create(
                CultureInfo.InvariantCulture, $"{(en ? "evaluation" : "evaluatie")} {number} {(en ? "version" : "versie")} {of.Report.Version - 1}"));
        }

        yield return Sayings.Button(en ? "Show initiative" : "Toon initiatief", $"{(en ? "show" : "toon")} {number}");
    }
}
