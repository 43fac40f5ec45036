using System.Collections.Immutable;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Fingerprinting;

/// <summary>The statements of every force, a page per force. The keys are the ids of the statements.</summary>
public sealed class FingerprintForm : Form<ImmutableSortedDictionary<string, int?>>
{
    private readonly ImmutableArray<ScaleQuestion> questions;

    public FingerprintForm(WorkingMethod method, FingerprintRound round)
    {
        ArgumentNullException.ThrowIfNull(method);
        var scale = method.Scale(Scale.Agreement)!;
        var statements = method.Forces.SelectMany(force => force.Statements.Select(statement => (force, statement))).ToList();
        questions = [.. statements.Select((one, index) => Asked(one.force, one.statement, scale, index + 1, statements.Count))];
        Title = round.ClosedAt is null
            ? new($"Vingerafdruk {round.Number} · ronde {round.Round}", $"Fingerprint {round.Number} · round {round.Round}")
            : new($"Vingerafdruk {round.Number} · ronde {round.Round} is gesloten", $"Fingerprint {round.Number} · round {round.Round} is closed");
    }

    public override Phrase Title { get; }

    public override IReadOnlyList<Question> Questions(Answers answers) => questions;

    public override IReadOnlyList<Phrase> Remarks(Answers answers) =>
        [new("Na vastleggen kun je dit niet meer wijzigen: je ziet dan ook wat anderen vinden.", "Once recorded you cannot change this: you then see what others think as well.")];

    protected override ImmutableSortedDictionary<string, int?> Complete(Answers answers) =>
        questions.ToImmutableSortedDictionary(question => question.Key, question => question.Score(answers));

    private static ScaleQuestion Asked(Force force, Statement statement, Scale scale, int number, int count) =>
        new(statement.Id, new(statement.Text.Nl, statement.Text.En), scale)
        {
            Name = new($"Stelling {number}", $"Statement {number}"),
            Hint = new($"Stelling {number} van {count} · {force.Name.Nl}", $"Statement {number} of {count} · {force.Name.En}"),
            Why = new(
                $"{force.Name.Nl}: {force.Explanation.Nl} Geef aan hoe jij het ziet. Anderen zien je antwoord pas als ze zelf hebben ingevuld.",
                $"{force.Name.En}: {force.Explanation.En} Say how you see it yourself. Others see your answer only after they have given their own."),
            Page = new(force.Name.Nl, force.Name.En),
        };
}
