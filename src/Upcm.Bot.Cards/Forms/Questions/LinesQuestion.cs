using System.Collections.Immutable;
using System.Globalization;

namespace Upcm.Bot.Cards.Forms;

/// <summary>Any number of short texts: one a line, or with <c>;</c> in between. Stored with line breaks.</summary>
public sealed record LinesQuestion(string Key, Phrase Prompt) : Question<ImmutableArray<string>>(Key, Prompt)
{
    private static readonly char[] Between = ['\n', '\r', ';'];

    /// <summary>The most characters of one line; default 300.</summary>
    public int AtMost { get; init; } = 300;

    /// <summary>The most lines; default 30.</summary>
    public int MostLines { get; init; } = 30;

    protected override Reading<ImmutableArray<string>> Read(string text, CultureInfo culture) =>
        Fitting([.. text.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => new string([.. line.Where(static c => !char.IsControl(c))]).TrimStart('-', '*', '•', ' '))
            .Where(static line => line.Length > 0)]);

    protected override Reading<ImmutableArray<string>> Parse(string canonical) => Fitting([.. canonical.Split('\n')]);

    protected override string Write(ImmutableArray<string> value) => string.Join('\n', value.Select(static line => line.ReplaceLineEndings(" ")));

    public override string Echo(string canonical, CultureInfo culture) => canonical.Replace("\n", "; ", StringComparison.Ordinal);

    protected override Field Blank(CultureInfo culture) => new(Key, Prompt.In(culture), FieldKind.Paragraph) { AtMost = AtMost * MostLines };

    private Reading<ImmutableArray<string>> Fitting(ImmutableArray<string> lines) =>
        lines.IsEmpty
            ? Reading.Unclear<ImmutableArray<string>>("Hier staat nog niets.", "There is nothing here yet.")
            : lines.Length > MostLines
                ? Reading.Unclear<ImmutableArray<string>>(
                    $"Dit zijn {lines.Length} regels, er passen er {MostLines}. Voeg er een paar samen.",
                    $"These are {lines.Length} lines, {MostLines} fit. Please put some together.")
                : lines.Select(static line => new StringInfo(line).LengthInTextElements).Max() is var longest && longest > AtMost
                    ? Reading.Unclear<ImmutableArray<string>>(
                        $"De langste regel heeft {longest} tekens, er passen er {AtMost}. Maak die wat korter.",
                        $"The longest line has {longest} characters, {AtMost} fit. Please shorten it.")
                    : Reading.Of(lines);
}
