using System.Collections.Immutable;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Recording;

/// <summary>The parts of a project contract as the commitment gate asks for them, and its signing. All may come in turn.</summary>
public sealed class ContractForm(Initiative initiative, ProjectContract? newest, Stamp stamp, DateOnly today)
    : PaperForm<ProjectContract>(Name, initiative, newest, stamp)
{
    private static readonly Phrase What = new("Wat is afgesproken", "What was agreed");
    private static readonly Phrase With = new("Termijn en middelen", "Term and means");
    private static readonly Phrase Proof = new("Toetsing", "Tests");
    private static readonly Phrase Signing = new("Ondertekening", "Signing");

    public static Phrase Name { get; } = new("Projectcontract", "Project contract");

    private static readonly TextQuestion Result = new("result", new("Welk resultaat is afgesproken?", "Which result was agreed?"))
    {
        Name = new("Resultaat", "Result"),
        Paragraph = true,
        AtMost = 1500,
        Optional = true,
        Page = What,
    };

    private static readonly TextQuestion Scope = new("scope", new("Wat valt binnen de reikwijdte?", "What falls within the scope?"))
    {
        Name = new("Reikwijdte", "Scope"),
        Paragraph = true,
        AtMost = 1500,
        Optional = true,
        Page = What,
    };

    private static readonly TextQuestion Outside = new("outside", new("En wat valt erbuiten?", "And what falls outside?"))
    {
        Name = new("Erbuiten", "Outside"),
        Paragraph = true,
        AtMost = 1000,
        Optional = true,
        Page = What,
    };

    private readonly DateQuestion term = new("term", new("Wanneer is het resultaat er?", "When will the result be there?"), today)
    {
        Name = new("Oplevertermijn", "Delivery term"),
        Optional = true,
        Page = With,
    };

    private static readonly NumberQuestion Needed = new("needed", new("Welk bedrag is nodig?", "Which amount is needed?"))
    {
        Name = new("Nodig", "Needed"),
        Before = "€ ",
        Decimals = 2,
        Optional = true,
        Page = With,
    };

    private static readonly NumberQuestion Granted = new("granted", new("Welk bedrag is toegekend?", "Which amount was granted?"))
    {
        Name = new("Toegekend", "Granted"),
        Before = "€ ",
        Decimals = 2,
        Optional = true,
        Page = With,
    };

    private static readonly LinesQuestion Tests = new("tests", new("Aan welke criteria wordt het resultaat getoetst?", "By which criteria will the result be tested?"))
    {
        Name = new("Toetscriteria", "Test criteria"),
        Hint = new("Een per regel, letterlijk uit het contract.", "One a line, word for word from the contract."),
        Why = new("Aan deze criteria wordt het project bij de afsluiting gemeten.", "The project is measured by these at its closure."),
        Optional = true,
        Page = Proof,
    };

    private static readonly TextQuestion Earlier = new("earlier", new("Waaruit blijkt dat aan de eerdere criteria is voldaan?", "What shows that the earlier criteria are met?"))
    {
        Name = new("Eerdere criteria", "Earlier criteria"),
        Hint = new("Bijvoorbeeld: bijlage 1, het overzicht van beide poorten.", "For instance: annex 1, the overview of both gates."),
        Paragraph = true,
        AtMost = 1000,
        Optional = true,
        Page = Proof,
    };

    private readonly DateQuestion signedOn = new("signed-on", new("Wanneer is het getekend?", "When was it signed?"), today)
    {
        Name = new("Getekend op", "Signed on"),
        Hint = new("Nog niet getekend? Sla dit over.", "Not signed yet? Skip this."),
        HasBeen = true,
        Optional = true,
        Rule = day => day > today ? new Phrase("Deze dag moet nog komen.", "This day is still to come.") : null,
        Page = Signing,
    };

    private static readonly LinesQuestion SignedBy = new("signed-by", new("Wie tekenden?", "Who signed?"))
    {
        Name = new("Getekend door", "Signed by"),
        Hint = new("Een per regel: naam en organisatie.", "One a line: name and organisation."),
        Optional = true,
        Page = Signing,
    };

    private static readonly TextQuestion Place = new("place", new("Waar staat het contract?", "Where is the contract?"))
    {
        Name = new("Vindplaats", "Place"),
        Hint = new("Een link.", "A link."),
        AtMost = 500,
        Optional = true,
        Page = Signing,
    };

    public override IReadOnlyList<Question> Questions(Answers answers) =>
        [Result, Scope, Outside, term, Needed, Granted, Tests, Earlier, signedOn, SignedBy, Place];

    public override IReadOnlyList<Phrase> Remarks(Answers answers) =>
    [
        .. Needed.IsAnswered(answers) && Granted.IsAnswered(answers) && Granted.From(answers) < Needed.From(answers)
            ? [new Phrase("Er is minder toegekend dan nodig. Wie over de fasepoort besluit, zal vragen hoe je dat oplost.", "Less was granted than is needed. Who decides at the gate will ask how you solve that.")]
            : Array.Empty<Phrase>(),
        .. signedOn.IsAnswered(answers) != SignedBy.IsAnswered(answers)
            ? [new Phrase("Voor een getekend contract zijn de dag en de namen allebei nodig.", "A signed contract needs both the day and the names.")]
            : Array.Empty<Phrase>(),
    ];

    public override Answers Known(ProjectContract paper)
    {
        var answers = Fill(Fill(Fill(Answers.None, Result, paper.Result), Scope, paper.Scope), Outside, paper.OutOfScope);
        answers = Fill(Fill(Fill(answers, term, paper.Term), Needed, paper.MeansNeeded), Granted, paper.MeansGranted);
        answers = Fill(Fill(answers, Tests, paper.Tests), Earlier, paper.EarlierCriteria);
        return Fill(Fill(Fill(answers, signedOn, paper.SignedOn), SignedBy, paper.SignedBy), Place, paper.Place);
    }

    protected override Answers Suggested(Initiative initiative)
    {
        var answers = Fill(Fill(Answers.None, Result, initiative.Result), term, initiative.Term);
        answers = Fill(answers, Needed, initiative.MeansAmount);
        return Fill(answers, Tests, initiative.Tests?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToImmutableArray() ?? []);
    }

    protected override ProjectContract Complete(Answers answers) => new()
    {
        Number = Stamp.Number,
        Version = Stamp.Version,
        By = Stamp.By,
        At = Stamp.At,
        Result = Result.Maybe(answers),
        Scope = Scope.Maybe(answers),
        OutOfScope = Outside.Maybe(answers),
        Term = term.IsAnswered(answers) ? term.From(answers) : null,
        MeansNeeded = Needed.IsAnswered(answers) ? Needed.From(answers) : null,
        MeansGranted = Granted.IsAnswered(answers) ? Granted.From(answers) : null,
        Tests = Tests.IsAnswered(answers) ? Tests.From(answers) : [],
        EarlierCriteria = Earlier.Maybe(answers),
        SignedOn = signedOn.IsAnswered(answers) ? signedOn.From(answers) : null,
        SignedBy = SignedBy.IsAnswered(answers) ? SignedBy.From(answers) : [],
        Place = Place.Maybe(answers),
    };
}
