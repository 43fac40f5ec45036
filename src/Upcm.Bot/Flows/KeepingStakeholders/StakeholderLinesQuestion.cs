using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.KeepingStakeholders;

/// <summary>A pasted list. It is taken whole or not at all, and every line that is wrong is named by its number.</summary>
public sealed record StakeholderLinesQuestion(string Key, Phrase Prompt, StakeholderLines Lines) : Question<ImmutableArray<Stakeholder>>(Key, Prompt)
{
    private const int MostProblems = 10;
    private const int MostNames = 12;
    private const int MostLetters = 20_000;

    protected override Reading<ImmutableArray<Stakeholder>> Read(string text, CultureInfo culture) => Parse(text);

    protected override Reading<ImmutableArray<Stakeholder>> Parse(string canonical)
    {
        var read = Lines.Read(canonical);
        return !read.Problems.IsEmpty ? Reading.Unclear<ImmutableArray<Stakeholder>>(Told(read.Problems))
            : read.Stakeholders.IsEmpty ? Reading.Unclear<ImmutableArray<Stakeholder>>("Hier staat nog niets.", "There is nothing here yet.")
            : read.Stakeholders.Length > StakeholderMap.Most
                ? Reading.Unclear<ImmutableArray<Stakeholder>>(
                    $"Dit zijn {read.Stakeholders.Length} stakeholders, er passen er {StakeholderMap.Most}.", $"These are {read.Stakeholders.Length} stakeholders, {StakeholderMap.Most} fit.")
                : Reading.Of(read.Stakeholders);
    }

    protected override string Write(ImmutableArray<Stakeholder> value) => StakeholderLines.Write(value);

    public override string Echo(string canonical, CultureInfo culture)
    {
        var names = Lines.Read(canonical).Stakeholders.Select(one => one.Name).ToList();
        var more = names.Count - MostNames;
        return string.Create(culture, $"{names.Count}: {string.Join(", ", names.Take(MostNames))}")
            + (more > 0 ? string.Create(culture, $" {(culture.IsEnglish() ? "and" : "en nog")} {more}{(culture.IsEnglish() ? " more" : "")}") : "");
    }

    public override bool IsMore(string text) => text.AsSpan().IndexOfAny(";\t\n") >= 0;

    protected override Field Blank(CultureInfo culture) => new(Key, Prompt.In(culture), FieldKind.Paragraph) { AtMost = MostLetters };

    private static Phrase Told(ImmutableArray<Phrase> problems)
    {
        var more = problems.Length - MostProblems;
        return new(
            string.Join('\n', problems.Take(MostProblems).Select(problem => problem.Nl)) + (more > 0 ? $"\nEn nog {more} regels." : "")
                + "\nEr is nog niets vastgelegd. Verbeter wat er staat en stuur het opnieuw.",
            string.Join('\n', problems.Take(MostProblems).Select(problem => problem.En)) + (more > 0 ? $"\nAnd {more} more lines." : "")
                + "\nNothing was recorded yet. Correct what is there and send it again.");
    }
}
