using System.Globalization;

namespace Upcm.Bot.Cards.Forms;

/// <summary>A number, read as people write it: <c>12,5</c>, <c>1.200</c>, <c>12,5 mln</c>, <c>€ 40.000</c>, <c>10%</c>.</summary>
public sealed record NumberQuestion(string Key, Phrase Prompt) : Question<decimal>(Key, Prompt)
{
    public decimal AtLeast { get; init; }

    public decimal AtMost { get; init; } = 1_000_000_000_000m;

    /// <summary>How many decimals are kept at most; default 0.</summary>
    public int Decimals { get; init; }

    /// <summary>Written before the number: <c>€ </c>.</summary>
    public string Before { get; init; } = "";

    /// <summary>Written after the number: <c> kton</c>, <c> %</c>.</summary>
    public Phrase After { get; init; } = Phrase.Same("");

    protected override Reading<decimal> Read(string text, CultureInfo culture)
    {
        var reading = Numbers.Read(text, culture);
        return reading.Understood ? InRange(reading.Value) : reading;
    }

    protected override Reading<decimal> Parse(string canonical) =>
        decimal.TryParse(canonical, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? InRange(value)
            : Numbers.NotANumber(canonical);

    private Reading<decimal> InRange(decimal value) =>
        value < AtLeast || value > AtMost
            ? Reading.Unclear<decimal>(
                $"Ik lees {Show(value, Cultures.Dutch)}. Het moet liggen tussen {Show(AtLeast, Cultures.Dutch)} en {Show(AtMost, Cultures.Dutch)}.",
                $"I read {Show(value, Cultures.English)}. It must be between {Show(AtLeast, Cultures.English)} and {Show(AtMost, Cultures.English)}.")
            : decimal.Round(value, Decimals) != value
                ? Reading.Unclear<decimal>(
                    Decimals == 0 ? "Geef een heel getal, zonder cijfers achter de komma." : $"Geef hoogstens {Decimals} cijfers achter de komma.",
                    Decimals == 0 ? "Please give a whole number." : $"Please give at most {Decimals} decimals.")
                : Reading.Of(value);

    protected override string Write(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    public override string Echo(string canonical, CultureInfo culture) =>
        Show(decimal.Parse(canonical, CultureInfo.InvariantCulture), culture);

    private string Show(decimal value, CultureInfo culture) =>
        $"{(culture.IsEnglish() ? Before.TrimEnd() : Before)}{Numbers.Show(value, culture)}{After.In(culture)}";

    protected override Field Blank(CultureInfo culture) => new(Key, Prompt.In(culture), FieldKind.Number) { AtMost = 40 };

    protected override string InInput(string canonical, CultureInfo culture) =>
        Numbers.Show(decimal.Parse(canonical, CultureInfo.InvariantCulture), culture);
}
