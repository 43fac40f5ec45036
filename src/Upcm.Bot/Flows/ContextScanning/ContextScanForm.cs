using System.Collections.Immutable;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.ContextScanning;

/// <summary>
/// Every statement twice: first for one's own organisation, then for the collaboration. The value systems are mixed and not
/// named, so that nobody answers to a name.
/// </summary>
public sealed class ContextScanForm : Form<ImmutableSortedDictionary<string, int?>>
{
    /// <summary>The name of the scale in the programme file.</summary>
    private const string Agreement = "agreement";
    private const int OnOnePage = 6;

    private static readonly Phrase Own = new("Jouw organisatie", "Your organisation");
    private static readonly Phrase Together = new("De samenwerking", "The collaboration");

    private readonly ImmutableArray<ScaleQuestion> questions;

    public ContextScanForm(WorkingMethod method, ContextScanRound round, PersonId person)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(round);
        var scale = method.Scale(Agreement)!;
        var organisation = round.OrganisationOf(person);
        var statements = Mixed(method.ValueSystems);
        questions =
        [
            .. Asked(statements, scale, ContextScanRound.Own, 0, Own, organisation is null ? Own : Phrase.Same(organisation)),
            .. Asked(statements, scale, ContextScanRound.Together, statements.Count, Together, Together),
        ];
        var closed = round.ClosedAt is null ? new Phrase("", "") : new Phrase(" is gesloten", " is closed");
        Title = new($"Contextscan {round.Number} · ronde {round.Round}{closed.Nl}", $"Context scan {round.Number} · round {round.Round}{closed.En}");
    }

    public override Phrase Title { get; }

    public override IReadOnlyList<Question> Questions(Answers answers) => questions;

    public override IReadOnlyList<Phrase> Remarks(Answers answers) =>
        [new("Na vastleggen kun je dit niet meer wijzigen: je ziet dan ook wat anderen vinden.", "Once recorded you cannot change this: you then see what others think as well.")];

    protected override ImmutableSortedDictionary<string, int?> Complete(Answers answers) =>
        questions.ToImmutableSortedDictionary(question => question.Key, question => question.Score(answers));

    /// <summary>The first statement of every system, then the second, and so on.</summary>
    private static List<Statement> Mixed(ImmutableArray<ValueSystem> systems) =>
    [
        .. systems
            .SelectMany(system => system.Statements.Select((statement, nth) => (statement, nth)))
            .OrderBy(one => one.nth)
            .Select(one => one.statement),
    ];

    private static IEnumerable<ScaleQuestion> Asked(List<Statement> statements, Scale scale, string prefix, int before, Phrase part, Phrase about) =>
        statements.Select((statement, at) => new ScaleQuestion(
            prefix + statement.Id, new($"{about.Nl}: {statement.Text.Nl}", $"{about.En}: {statement.Text.En}"), scale)
        {
            Name = new($"Stelling {before + at + 1}", $"Statement {before + at + 1}"),
            Hint = new($"Stelling {before + at + 1} van {2 * statements.Count} · hoe het er echt aan toegaat", $"Statement {before + at + 1} of {2 * statements.Count} · how it really goes"),
            Why = new(
                "Zeg hoe het nu gaat, niet hoe het zou moeten. Er is geen goed of fout. Anderen zien je antwoord pas als ze zelf hebben ingevuld.",
                "Say how it goes now, not how it should. There is no right or wrong. Others see your answer only after they have given their own."),
            Page = new(
                $"{part.Nl} {(at / OnOnePage) + 1}/{Pages(statements)}", $"{part.En} {(at / OnOnePage) + 1}/{Pages(statements)}"),
        });

    private static int Pages(List<Statement> statements) => (statements.Count + OnOnePage - 1) / OnOnePage;
}
