using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Learning;

/// <summary><c>lessen batterij</c>: by a word, a team, a phase, an SBI code, an R-strategy or a number; without any the newest.</summary>
public sealed class FindLessons : ICommand
{
    private const int Shown = 8;

    public Sentence Sentence { get; } = new(
        ["lessen", "lessen over", "geleerd"], ["lessons", "lessons about", "learned"],
        new Phrase("wat anderen leerden: lessen batterij", "what others learned: lessons battery"),
        new Phrase("woord, team, fase, {product-code} of strategie", "word, team, phase, {product-code} or strategy"))
    {
        Colon = true,
    };

    public async ValueTask Run(Turn turn, string rest)
    {
        var en = turn.Culture.IsEnglish();
        var asked = Shorter.Than(60, rest.Trim());
        var found = await Lessons.Find(turn, rest, Shown);
        if (found.Count == 0)
        {
            var (code, example) = (turn.Method.Names.ProductCode.One, turn.Method.ProductGroups.FirstOrDefault()?.Sbi);
            turn.Show(new Card(en ? "No lessons found" : "Geen lessen gevonden")
            {
                Body =
                [
                    new Text(asked.Length == 0
                        ? en ? "Nobody has left a lesson yet." : "Er heeft nog niemand een les achtergelaten."
                        : en ? $"No lesson fits \"{asked}\". Try another word, a team, a phase, a strategy or a number: {code.En} {example}."
                        : $"Geen les past bij \"{asked}\". Probeer een ander woord, een team, een fase, een strategie of een nummer: {code.Nl} {example}."),
                ],
                Buttons = [Sayings.Button(en ? "The newest lessons" : "De nieuwste lessen", en ? "lessons" : "lessen")],
            });
            return;
        }

        turn.Show(LessonsCard.Of(
            asked.Length == 0 ? en ? "The newest lessons" : "De nieuwste lessen" : en ? $"Lessons about \"{asked}\"" : $"Lessen over \"{asked}\"",
            found.Count == Shown ? en ? $"The first {Shown}; say more words to narrow it" : $"De eerste {Shown}; zeg meer woorden om te verfijnen" : null,
            found,
            turn.Method,
            turn.Culture));
    }
}

/// <summary>Lessons with what they are tagged with and where they come from.</summary>
internal static class LessonsCard
{
    public static Card Of(string title, string? status, IReadOnlyList<Lesson> lessons, WorkingMethod method, CultureInfo culture) => new(title)
    {
        Status = status,
        Body =
        [
            .. lessons.Select(lesson => new Row(
                lesson.Text,
                $"{lesson.Number} {lesson.Title} · {Tags(lesson, method, culture)}",
                Show(lesson, culture))),
        ],
    };

    /// <summary>What stands in an evaluation is shown there: it is corrected there too.</summary>
    private static Button Show(Lesson lesson, CultureInfo culture) => (culture.IsEnglish(), lesson.Nth is not null) switch
    {
        (false, true) => Sayings.Button("Toon", $"les {Lessons.Said(lesson)}"),
        (false, false) => Sayings.Button("Toon", $"evaluatie {lesson.Number}"),
        (true, true) => Sayings.Button("Show", $"lesson {Lessons.Said(lesson)}"),
        (true, false) => Sayings.Button("Show", $"evaluation {lesson.Number}"),
    };

    internal static string Tags(Lesson lesson, WorkingMethod method, CultureInfo culture) => string.Join(" · ", new[]
    {
        method.Team(lesson.Team)?.Name.In(culture) ?? lesson.Team,
        string.Join(", ", lesson.Phases.Select(phase => method.Phase(phase)?.Name.In(culture) ?? phase)),
        string.Join(", ", lesson.ProductGroups),
        string.Join(", ", lesson.Strategies),
    }.Where(tag => tag.Length > 0));
}
