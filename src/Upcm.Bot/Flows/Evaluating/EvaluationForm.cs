using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Flows.Reporting;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Evaluating;

/// <summary>
/// An evaluation: the criteria of the contract, the impact that is seen beside what was claimed, and what others can learn.
/// The whole report may be any length and lies elsewhere; here stand its verdicts and a link.
/// </summary>
/// <param name="criteria">What the project is tested by, as far as it is known.</param>
/// <param name="sheet">The newest impact sheet, or null.</param>
/// <param name="previous">The version before this one, or null.</param>
public sealed class EvaluationForm(WorkingMethod method, Initiative initiative, ImmutableArray<string> criteria, ImpactSheet? sheet, EvaluationReport? previous) : Form<EvaluationReport>
{
    /// <summary>The answer that tells which version the form went on from.</summary>
    public const string BaseKey = "~base";

    public const int MostCriteria = 10;

    private const string Prefix = "criterion.";

    private static readonly Phrase ImpactPage = new("Impact", "Impact");
    private static readonly Phrase LearnPage = new("Leren", "Learning");
    private static readonly Phrase ReportPage = new("Het verslag", "The report");

    private static readonly LinesQuestion Differently = new("differently", new("Wat moet een volgend project anders doen?", "What should a next project do differently?"))
    {
        Name = new("Anders", "Differently"),
        Hint = new("Een les per regel, zo dat een ander er iets mee kan. Niets? Zeg \"geen\".", "One lesson a line, so that another can use it. None? Say \"none\"."),
        Why = new("Elke regel wordt een les. Wie iets aanmeldt dat erop lijkt, krijgt die te zien.", "Every line becomes a lesson. Who registers something alike gets to see it."),
        MostLines = 10,
        Page = LearnPage,
    };

    private static readonly LinesQuestion Instruments = new("instruments", new("Wat moet er anders aan de instrumenten?", "What should change in the instruments?"))
    {
        Name = new("Instrumenten", "Instruments"),
        Hint = new("Zoals de impactsheet, de vingerafdruk of de contextscan. Niets? Zeg \"geen\".", "Such as the impact sheet, the fingerprint or the context scan. Nothing? Say \"none\"."),
        Why = new("Elke regel wordt een voorstel aan het team dat de instrumenten beheert.", "Every line becomes a proposal to the team that keeps the instruments."),
        MostLines = 10,
        Page = LearnPage,
    };

    private static readonly TextQuestion Summary = new("summary", new("Wat is het verhaal in het kort?", "What is the story in short?"))
    {
        Name = new("Samenvatting", "Summary"),
        Paragraph = true,
        AtMost = 1500,
        TooLong = new(
            "Zet het hele verslag als document in het team en geef bij \"verslag\" de link; vul hier de kern in. Er is niets afgekapt en je andere antwoorden staan er nog.",
            "Please put the whole report in the team as a document and give its link under \"report\"; fill in the core here. Nothing was cut off and your other answers are still there."),
        Optional = true,
        Page = ReportPage,
    };

    private static readonly TextQuestion Link = new("link", new("Waar staat het hele verslag?", "Where is the whole report?"))
    {
        Name = new("Verslag", "Report"),
        Hint = new("Een link naar het document. Dat mag zo lang zijn als je wilt.", "A link to the document. It may be as long as you like."),
        AtMost = 400,
        Optional = true,
        Page = ReportPage,
    };

    private readonly NumberQuestion co2 = new("impact.co2", new($"Hoeveel {method.Claims.Effect.Nl} scheelt het echt?", $"How much {method.Claims.Effect.En} does it really save?"))
    {
        Name = new($"{method.Claims.Effect.Nl} gezien", $"{method.Claims.Effect.En} seen"),
        Hint = Claim(sheet?.Co2 is { } claimed ? new($"{Numbers.Show(claimed, Cultures.Dutch)} {method.Claims.Unit.Nl}", $"{Numbers.Show(claimed, Cultures.English)} {method.Claims.Unit.En}") : null),
        AtLeast = -1_000_000,
        AtMost = 1_000_000,
        Decimals = 3,
        After = new($" {method.Claims.Unit.Nl}", $" {method.Claims.Unit.En}"),
        Optional = true,
        Page = ImpactPage,
    };

    private readonly ChoiceQuestion supplyRisk = new(
        "impact.supply-risk", new("Hoe veranderde het leveringsrisico echt?", "How did the supply risk really change?"),
        [.. (method.Scale("supply-risk")?.Steps ?? []).Select(step => new Choice(step.Id, new Phrase(step.Name.Nl, step.Name.En)))])
    {
        Name = new("Leveringsrisico gezien", "Supply risk seen"),
        Hint = Claim(sheet?.SupplyRisk is { } claimed ? EvaluationWords.Step(method, claimed) : null),
        Optional = true,
        Page = ImpactPage,
    };

    private readonly NumberQuestion value = new("impact.value", new("Hoeveel toegevoegde waarde is er echt?", "How much value added is there really?"))
    {
        Name = new("Waarde gezien", "Value seen"),
        Hint = Claim(sheet?.ValueAdded is { } claimed ? new($"€ {Numbers.Show(claimed, Cultures.Dutch)} mln", $"€{Numbers.Show(claimed, Cultures.English)} million") : null),
        AtLeast = -1_000_000,
        AtMost = 1_000_000,
        Decimals = 3,
        Before = "€ ",
        After = new(" mln", " million"),
        Unit = 1_000_000,
        Optional = true,
        Page = ImpactPage,
    };

    private readonly TextQuestion why = new("impact.why", new("Wat zie je van de impact, vergeleken met wat je verwachtte?", "What do you see of the impact, compared with what you expected?"))
    {
        Name = new("Impact", "Impact"),
        Hint = sheet is null
            ? new("Er is geen impactsheet. Zeg wat je ziet.", "There is no impact sheet. Please say what you see.")
            : new($"Leg het naast impactsheet versie {sheet.Version}, en verklaar het verschil.", $"Lay it beside impact sheet version {sheet.Version}, and explain the difference."),
        Paragraph = true,
        AtMost = 1000,
        Page = ImpactPage,
    };

    private Answers? known;

    public int BaseVersion => previous?.Version ?? 0;

    public override Phrase Title => new($"{initiative.Number} {initiative.Title}: evaluatie", $"{initiative.Number} {initiative.Title}: evaluation");

    public override IReadOnlyList<Question> Questions(Answers answers) =>
        [.. Shown(answers).SelectMany(at => Criterion(at, answers).All), why, co2, supplyRisk, value, Differently, Instruments, Summary, Link];

    /// <summary>What the version before says; for the first what the project is tested by.</summary>
    public Answers Known()
    {
        if (known is not null)
        {
            return known;
        }

        var answers = Answers.None.With(BaseKey, BaseVersion.ToString(CultureInfo.InvariantCulture));
        if (previous is null)
        {
            return known = criteria.Take(MostCriteria).Select((text, at) => (text, at)).Aggregate(answers, (all, one) => Criterion(one.at + 1, all).Text.Prefill(all, one.text));
        }

        answers = previous.Criteria.Select((one, at) => (one, at)).Aggregate(answers, (all, told) => Criterion(told.at + 1, all).Known(all, told.one));
        answers = previous.Impact.Explanation is { } explained ? why.Prefill(answers, explained) : answers;
        answers = previous.Impact.Co2 is { } saved ? co2.Prefill(answers, saved) : answers;
        answers = previous.Impact.SupplyRisk is { } step ? supplyRisk.Prefill(answers, step) : answers;
        answers = previous.Impact.ValueAdded is { } added ? value.Prefill(answers, added) : answers;
        answers = Differently.Prefill(answers, previous.Differently is { IsEmpty: false } ? previous.Differently : ["geen"]);
        answers = Instruments.Prefill(answers, previous.Instruments is { IsEmpty: false } ? previous.Instruments : ["geen"]);
        answers = previous.Summary is { } summary ? Summary.Prefill(answers, summary) : answers;
        return known = previous.Link is { } link ? Link.Prefill(answers, link) : answers;
    }

    public override bool IsAsBefore(Question question, Answers answers) => previous is not null && Known()[question.Key] == answers[question.Key];

    public override IReadOnlyList<Phrase> Remarks(Answers answers) =>
    [
        .. sheet is null ? [new Phrase("Er is geen impactsheet om op terug te kijken.", "There is no impact sheet to look back at.")] : Array.Empty<Phrase>(),
        .. initiative.Status == InitiativeStatus.Active && method.Phases.Length > 2 && initiative.Phase != method.Phases[^2].Id && initiative.Phase != method.Phases[^1].Id
            ? [new Phrase($"Het project zit nog in {method.Phase(initiative.Phase)?.Name.Nl}. Je kunt wel alvast evalueren.", $"The project is still in {method.Phase(initiative.Phase)?.Name.En}. You can evaluate it already.")]
            : Array.Empty<Phrase>(),
    ];

    protected override EvaluationReport Complete(Answers answers) => new()
    {
        Number = initiative.Number,
        Version = BaseVersion + 1,
        By = initiative.RegisteredBy,
        At = initiative.RegisteredAt,
        Criteria = [.. Shown(answers).Select(at => Criterion(at, answers)).Where(one => one.Text.IsAnswered(answers)).Select(one => one.From(answers))],
        SheetVersion = sheet?.Version,
        Impact = new SeenImpact(
            co2.IsAnswered(answers) ? co2.From(answers) : null, supplyRisk.Maybe(answers), value.IsAnswered(answers) ? value.From(answers) : null, why.From(answers)),
        Differently = EvaluationWords.Some(Differently.From(answers)),
        Instruments = EvaluationWords.Some(Instruments.From(answers)),
        Summary = Summary.Maybe(answers),
        Link = Link.Maybe(answers),
    };

    private static Phrase? Claim(Phrase? claimed) => claimed is null ? null : new($"Geclaimd was: {claimed.Nl}.", $"Claimed was: {claimed.En}.");

    private static IEnumerable<int> Shown(Answers answers) => Groups.Shown(answers, Prefix).Take(MostCriteria);

    private static CriterionQuestions Criterion(int at, Answers answers) => new(at, answers);

    private sealed class CriterionQuestions
    {
        private readonly ChoiceQuestion verdict;
        private readonly TextQuestion shows;

        public CriterionQuestions(int at, Answers answers)
        {
            var number = at.ToString(CultureInfo.InvariantCulture);
            var heading = new Phrase($"Criterium {number}", $"Criterion {number}");
            Phrase Named(string nl, string en) => new($"Criterium {number} {nl}", $"Criterion {number} {en}");
            var isTold = answers[$"{Prefix}{number}.text"] is not null;
            Text = new($"{Prefix}{number}.text", new("Wat is een criterium uit het contract?", "What is a criterion of the contract?"))
            {
                Name = heading,
                Hint = new("Zoals het in het contract staat.", "As it stands in the contract."),
                AtMost = 200,
                Optional = at > 1,
                Page = heading,
            };
            var told = isTold ? Shorter.Than(80, answers[$"{Prefix}{number}.text"]!.TrimEnd('.', ' ')) : "";
            verdict = new($"{Prefix}{number}.verdict", new($"Is dit gehaald: {told}?", $"Is this met: {told}?"), EvaluationWords.Verdicts)
            {
                Name = Named("oordeel", "verdict"),
                Optional = !isTold,
                InTalkIf = _ => isTold,
                Page = heading,
            };
            shows = new($"{Prefix}{number}.shows", new("Waaruit blijkt dat?", "What does that show from?"))
            {
                Name = Named("blijkt uit", "shows from"),
                Hint = new("Een meting, een verslag of een link.", "A measurement, a report or a link."),
                Paragraph = true,
                AtMost = 400,
                Optional = !isTold,
                InTalkIf = _ => isTold,
                Page = heading,
            };
        }

        public TextQuestion Text { get; }

        public IReadOnlyList<Question> All => [Text, verdict, shows];

        public Answers Known(Answers answers, CriterionResult result)
        {
            answers = Text.Prefill(answers, result.Criterion);
            answers = verdict.Prefill(answers, result.Verdict.ToString());
            return shows.Prefill(answers, result.Shows);
        }

        public CriterionResult From(Answers answers) => new(Text.From(answers), Enum.Parse<ResultVerdict>(verdict.From(answers)), shows.From(answers));
    }
}
