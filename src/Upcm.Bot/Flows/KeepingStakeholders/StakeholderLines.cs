using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Domain;

namespace Upcm.Bot.Flows.KeepingStakeholders;

/// <summary>
/// A pasted list of stakeholders, one a line: <c>name; influence; interest; kind; …</c> with semicolons or tabs in between, as
/// it comes out of a spreadsheet. After the name the order matters little: numbers are influence and then interest, words are
/// recognised by what they mean, and <c>wint:</c>, <c>verliest:</c>, <c>aanpak:</c> and <c>contact:</c> say what follows. A
/// first line of column names sets the order.
/// </summary>
public sealed class StakeholderLines(WorkingMethod method)
{
    private const int LongestName = 100;
    private const int LongestText = 500;
    private static readonly char[] Between = [';', '\t'];

    private static readonly (Column Column, string[] Names)[] Columns =
    [
        (Column.Name, ["naam", "name", "organisatie", "organisation", "stakeholder", "partij", "rol", "role"]),
        (Column.Influence, ["invloed", "influence"]),
        (Column.Interest, ["belang", "interest"]),
        (Column.Kind, ["soort", "kind", "type"]),
        (Column.Side, ["kant", "side"]),
        (Column.Attitude, ["houding", "attitude"]),
        (Column.Wins, ["wint", "te winnen", "winst", "wins", "to win"]),
        (Column.Loses, ["verliest", "te verliezen", "verlies", "loses", "to lose"]),
        (Column.Approach, ["aanpak", "afgesproken aanpak", "approach"]),
        (Column.Contact, ["contact", "contactrol", "contact role"]),
    ];

    private readonly Scale influence = StakeholderForm.ScaleOf(method, "influence");
    private readonly Scale interest = StakeholderForm.ScaleOf(method, "interest");

    private enum Column
    {
        Name,
        Influence,
        Interest,
        Kind,
        Side,
        Attitude,
        Wins,
        Loses,
        Approach,
        Contact,
    }

    /// <param name="Problems">One for each line that is wrong, with its number.</param>
    public sealed record Result(ImmutableArray<Stakeholder> Stakeholders, ImmutableArray<Phrase> Problems);

    public Result Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = ImmutableArray.CreateBuilder<Stakeholder>();
        var problems = ImmutableArray.CreateBuilder<Phrase>();
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        IReadOnlyList<Column>? order = null;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            var fields = Fields(lines[at]);
            if (fields.Count == 0 || (read.Count == 0 && problems.Count == 0 && order is null && (order = Header(fields)) is not null))
            {
                continue;
            }

            var line = new Line(this, order, fields);
            if (line.Problem is { } problem)
            {
                problems.Add(Numbered(at + 1, problem));
            }
            else if (!names.TryAdd(StakeholderMap.Plain(line.Read.Name), at + 1))
            {
                var first = names[StakeholderMap.Plain(line.Read.Name)];
                problems.Add(Numbered(at + 1, new($"{line.Read.Name} staat ook op regel {first}.", $"{line.Read.Name} is on line {first} too.")));
            }
            else
            {
                read.Add(line.Read);
            }
        }

        return new Result(read.ToImmutable(), problems.ToImmutable());
    }

    /// <summary>The same list as it is kept: with ids in place of words, so that it is read back in either language.</summary>
    public static string Write(IEnumerable<Stakeholder> stakeholders) => string.Join('\n', stakeholders.Select(one => string.Join("; ", new[]
    {
        one.Name,
        one.Influence?.ToString(CultureInfo.InvariantCulture) ?? "-",
        one.Interest?.ToString(CultureInfo.InvariantCulture) ?? "-",
        one.Kind,
        one.Side,
        one.Against ? "tegen" : null,
        Labelled("wint", one.Wins),
        Labelled("verliest", one.Loses),
        Labelled("aanpak", one.Approach),
        Labelled("contact", one.Contact),
    }.OfType<string>())));

    private static string? Labelled(string label, string? text) => text is null ? null : $"{label}: {text}";

    private static Phrase Numbered(int line, Phrase problem) => new($"Regel {line}: {problem.Nl}", $"Line {line}: {problem.En}");

    private static List<string> Fields(string line)
    {
        var fields = line.Split(Between, StringSplitOptions.TrimEntries).Select(Clean).ToList();
        while (fields.Count > 0 && fields[^1].Length == 0)
        {
            fields.RemoveAt(fields.Count - 1);
        }

        if (fields.Count > 0)
        {
            fields[0] = fields[0].TrimStart('-', '*', '•', ' ');
        }

        return fields;
    }

    private static string Clean(string field) => new([.. field.Trim('"').Where(letter => !char.IsControl(letter))]);

    private static List<Column>? Header(List<string> fields)
    {
        var columns = fields.Select(field => Columns.Where(column => column.Names.Contains(field, StringComparer.OrdinalIgnoreCase)).Select(column => (Column?)column.Column).FirstOrDefault()).ToList();
        return columns[0] is not null && columns.Count > 1 && columns.TrueForAll(column => column is not null) && columns.Contains(Column.Name)
            ? columns.ConvertAll(column => column!.Value)
            : null;
    }

    /// <summary>One line: who it is about, or the first thing that is wrong with it.</summary>
    private sealed class Line
    {
        private readonly StakeholderLines lines;
        private int numbers;

        public Line(StakeholderLines lines, IReadOnlyList<Column>? order, List<string> fields)
        {
            this.lines = lines;
            for (var at = 0; at < fields.Count && Problem is null; at++)
            {
                if (order is not null && at >= order.Count)
                {
                    Problem = Unknown(fields[at]);
                }
                else
                {
                    Take(order?[at] ?? (at == 0 ? Column.Name : null), fields[at]);
                }
            }

            Problem ??= Read.Name.Length == 0
                ? new("er staat geen naam.", "there is no name.")
                : Read.Name.Length > LongestName
                    ? new($"de naam is langer dan {LongestName} tekens.", $"the name is longer than {LongestName} characters.")
                    : null;
        }

        public Stakeholder Read { get; private set; } = new() { Name = "" };

        public Phrase? Problem { get; private set; }

        private void Take(Column? column, string field)
        {
            if (column == Column.Name)
            {
                Read = Read with { Name = field };
                return;
            }

            if (field is "" or "-" or "?")
            {
                // An open place still counts: the number behind it is interest and not influence.
                numbers += column is null && numbers < 2 ? 1 : 0;
                return;
            }

            var said = field;
            if (column is null && field.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                column = ColumnOf(field[..colon].Trim());
                said = column is null ? field : field[(colon + 1)..].Trim();
            }

            Take(column ?? Meant(field), said, field);
        }

        private void Take(Column? column, string said, string field)
        {
            switch (column)
            {
                case Column.Influence:
                    Read = Read with { Influence = Step(lines.influence, new("invloed", "influence"), said) };
                    numbers = Math.Max(numbers, 1);
                    break;
                case Column.Interest:
                    Read = Read with { Interest = Step(lines.interest, new("belang", "interest"), said) };
                    numbers = 2;
                    break;
                case Column.Kind when Sort(lines.Kinds, said) is { } kind:
                    Read = Read with { Kind = kind };
                    break;
                case Column.Side when Sort(lines.Sides, said) is { } side:
                    Read = Read with { Side = side };
                    break;
                case Column.Attitude when Attitude(said) is { } against:
                    Read = Read with { Against = against };
                    break;
                case Column.Wins:
                    Read = Read with { Wins = Text(said) };
                    break;
                case Column.Loses:
                    Read = Read with { Loses = Text(said) };
                    break;
                case Column.Approach:
                    Read = Read with { Approach = Text(said) };
                    break;
                case Column.Contact:
                    Read = Read with { Contact = Text(said) };
                    break;
                default:
                    Problem = Unknown(field);
                    break;
            }
        }

        /// <summary>What a field without a column means by itself.</summary>
        private Column? Meant(string field) =>
            field.All(letter => char.IsAsciiDigit(letter) || letter is ',' or '.' or '-' or '+')
                ? numbers switch { 0 => Column.Influence, 1 => Column.Interest, _ => null }
            : Attitude(field) is not null ? Column.Attitude
            : Sort(lines.Kinds, field) is not null ? Column.Kind
            : Sort(lines.Sides, field) is not null ? Column.Side
            : ScaleQuestion.StepOf(lines.influence, field) is not null ? Column.Influence
            : ScaleQuestion.StepOf(lines.interest, field) is not null ? Column.Interest
            : null;

        private int? Step(Scale scale, Phrase name, string said)
        {
            if (ScaleQuestion.StepOf(scale, said) is { } step)
            {
                return int.Parse(step.Id, CultureInfo.InvariantCulture);
            }

            var off = ScaleQuestion.OffTheScale(scale, said);
            Problem = new($"{name.Nl} {off.Nl}", $"{name.En} {off.En}");
            return null;
        }

        private string Text(string said)
        {
            Problem = said.Length > LongestText ? new($"een tekst is langer dan {LongestText} tekens.", $"a text is longer than {LongestText} characters.") : Problem;
            return said;
        }

        private Phrase Unknown(string field) => new(
            $"\"{Shorter.Than(40, field)}\" herken ik niet. Dit kan: een soort ({List(lines.Kinds, Cultures.Dutch)}), een kant ({List(lines.Sides, Cultures.Dutch)}), tegen, of een tekst met wint:, verliest:, aanpak: of contact: ervoor.",
            $"I do not recognise \"{Shorter.Than(40, field)}\". This is possible: a kind ({List(lines.Kinds, Cultures.English)}), a side ({List(lines.Sides, Cultures.English)}), against, or a text with wins:, loses:, approach: or contact: before it.");

        private static string List(ImmutableArray<StakeholderSort> sorts, CultureInfo culture) => string.Join(", ", sorts.Select(sort => sort.Name.In(culture)));

        private static Column? ColumnOf(string name) =>
            Columns.Where(column => column.Names.Contains(name, StringComparer.OrdinalIgnoreCase)).Select(column => (Column?)column.Column).FirstOrDefault();

        private static bool? Attitude(string said) => said.ToLowerInvariant() switch
        {
            "tegen" or "against" or "negatief" or "negative" => true,
            "voor" or "for" or "positief" or "positive" => false,
            _ => null,
        };

        private static string? Sort(ImmutableArray<StakeholderSort> sorts, string said) => sorts.FirstOrDefault(sort =>
            new[] { sort.Id, sort.Name.Nl, sort.Name.En }.Any(name =>
                name.Equals(said, StringComparison.OrdinalIgnoreCase)
                || name.Equals(said.Replace(' ', '-'), StringComparison.OrdinalIgnoreCase)
                || (said.Length >= 5 && FuzzySharp.Fuzz.Ratio(name.ToLowerInvariant(), said.ToLowerInvariant()) >= 85)))?.Id;
    }

    private ImmutableArray<StakeholderSort> Kinds => method.StakeholderKinds;

    private ImmutableArray<StakeholderSort> Sides => method.StakeholderSides;
}
