using System.Globalization;

namespace Upcm.Bot.Cards.Forms;

/// <summary>Free text. Control characters are dropped, line breaks kept where several lines are asked.</summary>
public sealed record TextQuestion(string Key, Phrase Prompt) : Question<string>(Key, Prompt)
{
    /// <summary>The most characters, counted as the person sees them; default 300.</summary>
    public int AtMost { get; init; } = 300;

    public bool Paragraph { get; init; }

    /// <summary>What to do with a text that does not fit; default: shorten it.</summary>
    public Phrase TooLong { get; init; } = new("Maak het wat korter.", "Please shorten it.");

    protected override Reading<string> Read(string text, CultureInfo culture)
    {
        var clean = new string([.. text.Where(c => !char.IsControl(c) || (Paragraph && c is '\n'))]).Trim();
        return Parse(Paragraph ? clean : clean.Replace('\n', ' '));
    }

    protected override Reading<string> Parse(string canonical)
    {
        var length = new StringInfo(canonical).LengthInTextElements;
        return length == 0
            ? Reading.Unclear<string>("Hier staat nog niets.", "There is nothing here yet.")
            : length > AtMost
                ? Reading.Unclear<string>(
                    $"Dit zijn {Numbers.Show(length, Cultures.Dutch)} tekens, er passen er {Numbers.Show(AtMost, Cultures.Dutch)}. {TooLong.Nl}",
                    $"These are {Numbers.Show(length, Cultures.English)} characters, {Numbers.Show(AtMost, Cultures.English)} fit. {TooLong.En}")
                : Reading.Of(canonical);
    }

    protected override string Write(string value) => value;

    public override string Echo(string canonical, CultureInfo culture) => canonical;

    protected override Field Blank(CultureInfo culture) =>
        new(Key, Prompt.In(culture), Paragraph ? FieldKind.Paragraph : FieldKind.Line) { AtMost = AtMost };
}
