using System.Globalization;
using System.Text.RegularExpressions;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Learning;

/// <summary>Keeps lessons and finds them by what they are tagged with and by their words: never by scanning.</summary>
internal static partial class Lessons
{
    private const int PerKey = 40;
    private const int Prefix = 7;
    private const int AlikeFrom = 2;

    /// <summary>What an evaluation would do differently, as lessons: a line that stayed keeps its lesson, one that left is withdrawn.</summary>
    public static async ValueTask Keep(Turn turn, Initiative initiative, EvaluationReport report)
    {
        var own = $"{initiative.Number}/evaluation/";
        var there = (await turn.Find(Kinds.Lessons, $"initiative={initiative.Number}|{own}", 1000)).ToList();
        foreach (var gone in there.Where(hit => !hit.Document.Withdrawn && !report.Differently.Contains(hit.Document.Text, StringComparer.OrdinalIgnoreCase)))
        {
            turn.Changes.Put(Kinds.Lessons, gone.Document with { Withdrawn = true }, gone.Version);
        }

        var next = there.Count;
        foreach (var text in report.Differently)
        {
            if (there.Find(hit => string.Equals(hit.Document.Text, text, StringComparison.OrdinalIgnoreCase)) is { } known)
            {
                turn.Changes.Put(Kinds.Lessons, known.Document with { Withdrawn = false }, known.Version);
                continue;
            }

            turn.Changes.Insert(Kinds.Lessons, From(initiative, string.Create(CultureInfo.InvariantCulture, $"{own}{next++:000}"), text, [initiative.Phase], turn));
        }
    }

    public static string IdOf(InitiativeNumber number, int nth) => string.Create(CultureInfo.InvariantCulture, $"{number}/{nth:000}");

    /// <summary>Which lesson is meant by words that end in its number; null where they name an initiative alone, also as <c>20 004</c>.</summary>
    public static int? Nth(string said) =>
        said.Trim().Split(' ') is [.. { Length: > 0 } about, { Length: <= 3 } last] && about is not [{ Length: <= 2 }]
        && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var nth) ? nth : null;

    /// <summary>As it is said: <c>20-004 3</c>.</summary>
    public static string Said(Lesson lesson) => string.Create(CultureInfo.InvariantCulture, $"{lesson.Number} {lesson.Nth}");

    public static string SubjectOf(Lesson lesson) => $"lesson/{lesson.Id}";

    /// <summary>A lesson with what its initiative is about.</summary>
    public static Lesson From(Initiative initiative, string id, string text, IEnumerable<string> phases, Turn turn) => new()
    {
        Id = id,
        Number = initiative.Number,
        Text = text,
        Team = initiative.Team,
        Phases = [.. phases],
        ProductGroups = initiative.ProductGroups,
        Strategies = initiative.Strategies,
        Title = initiative.Title,
        By = turn.Speaker,
        At = turn.Now,
    };

    /// <summary>Those that fit the most of what was said first, then the newest: numbers, R-strategies, SBI codes, teams, phases and words.</summary>
    public static async ValueTask<IReadOnlyList<Lesson>> Find(Turn turn, string said, int take)
    {
        var keys = KeysOf(turn.Method, said).ToList();
        return keys.Count == 0
            ? [.. (await turn.Find(Kinds.Lessons, "at=", take, descending: true)).Select(hit => hit.Document)]
            : [.. (await Fitting(turn, keys.Select(key => (key, 1)))).Take(take).Select(one => one.Lesson)];
    }

    /// <summary>At most three of something alike: sharing two words of the title or a product group; an R-strategy alone is too little.</summary>
    public static async ValueTask<IReadOnlyList<Lesson>> Alike(Turn turn, string title, IEnumerable<string> groups, IEnumerable<string> strategies)
    {
        var keys = Words(title).Select(word => (word, 1))
            .Concat(groups.Select(group => ($"group={group}|", 2)))
            .Concat(strategies.Select(strategy => ($"strategy={strategy}|", 1)));
        return [.. (await Fitting(turn, keys)).Where(one => one.Score >= AlikeFrom).Take(3).Select(one => one.Lesson)];
    }

    /// <summary>One line: the lesson and where it comes from.</summary>
    public static string Line(Lesson lesson, int most = 300) => $"{Shorter.Than(most, lesson.Text)} ({lesson.Number} {Shorter.Than(40, lesson.Title)})";

    private static async ValueTask<IEnumerable<(Lesson Lesson, int Score)>> Fitting(Turn turn, IEnumerable<(string Key, int Weight)> keys)
    {
        Dictionary<string, (Lesson Lesson, int Score)> found = [];
        foreach (var (key, weight) in keys.Distinct())
        {
            foreach (var hit in (await turn.Find(Kinds.Lessons, key, PerKey, descending: true)).DistinctBy(hit => hit.Document.Id).Where(hit => !hit.Document.Withdrawn))
            {
                found[hit.Document.Id] = (hit.Document, found.GetValueOrDefault(hit.Document.Id).Score + weight);
            }
        }

        return found.Values.OrderByDescending(one => one.Score).ThenByDescending(one => one.Lesson.At);
    }

    private static IEnumerable<string> KeysOf(WorkingMethod method, string said)
    {
        var rest = said.Trim();
        if (Teams.Named(method, rest, method.Teams) is { } team)
        {
            return [$"team={team.Id}|"];
        }

        if (method.Phases.FirstOrDefault(phase => rest.Equals(phase.Id, StringComparison.OrdinalIgnoreCase) || rest.Equals(phase.Name.Nl, StringComparison.OrdinalIgnoreCase) || rest.Equals(phase.Name.En, StringComparison.OrdinalIgnoreCase)) is { } whole)
        {
            return [$"phase={whole.Id}|"];
        }

        return rest.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).SelectMany(word => KeysOfWord(method, word)).Distinct();
    }

    private static IEnumerable<string> KeysOfWord(WorkingMethod method, string word) =>
        InitiativeNumber.TryParse(word, CultureInfo.InvariantCulture, out var number) ? [$"initiative={number}|"]
        : method.Strategies.FirstOrDefault(strategy => strategy.Id.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } strategy ? [$"strategy={strategy.Id}|"]
        : Sbi().IsMatch(word) ? [$"group={word}|"]
        : method.Teams.FirstOrDefault(team => team.Id.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } team ? [$"team={team.Id}|"]
        : method.Phases.FirstOrDefault(phase => phase.Id.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } phase ? [$"phase={phase.Id}|"]
        : Words(word);

    /// <summary>The first letters of each word, so that <c>batterij</c> finds <c>batterijen</c> and the other way round.</summary>
    private static IEnumerable<string> Words(string text) =>
        SearchWords.In(text).Where(word => word.Length >= 3).Select(word => $"word={word[..Math.Min(word.Length, Prefix)]}").Distinct();

    [GeneratedRegex(@"^\d{1,2}(\.\d{1,2}){1,2}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sbi();
}
