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

    /// <summary>
    /// What 1 stands for where amounts are asked in thousands or millions; default 1. <c>12,5 mln</c> is then 12.5, as is a bare
    /// <c>12,5</c>.
    /// </summary>
    public decimal Unit { get; init; } = 1;

    private bool IsMoney => Before.Contains('€', StringComparison.Ordinal);

    protected override Reading<decimal> Read(string text, CultureInfo culture)
    {
        var reading = Numbers.Read(text, culture);
        return !reading.Understood ? reading
            : Numbers.IsMoney(text) && !IsMoney ? NotAboutMoney()
            : Unit == 1 ? InRange(reading.Value)
            : Numbers.IsScaled(text) ? InRange(reading.Value / Unit)
            : Numbers.IsMoney(text) ? InUnits(reading.Value)
            : InRange(reading.Value);
    }

    private Reading<decimal> NotAboutMoney() => Reading.Unclear<decimal>(
        $"Ik lees een bedrag in euro, maar hier vraag ik geen geld. Schrijf alleen het getal{(After.Nl.Length > 0 ? $", in{After.Nl}" : "")}.",
        $"I read an amount in euro, but this is not about money. Please write the number alone{(After.En.Length > 0 ? $", in{After.En}" : "")}.");

    /// <summary>An amount with a euro sign may be meant to the euro, or in units.</summary>
    private Reading<decimal> InUnits(decimal value)
    {
        var euros = value / Unit;
        if (decimal.Round(euros, Decimals) == 0)
        {
            return InRange(value);
        }

        return value > AtMost ? InRange(euros) : Reading.Unclear<decimal>(
            $"Bedoel je {Show(value, Cultures.Dutch)} of {Show(euros, Cultures.Dutch)}? Schrijf{After.Nl} erbij, dan weet ik het zeker.",
            $"Do you mean {Show(value, Cultures.English)} or {Show(euros, Cultures.English)}? Please write{After.En} with it, so that I know.");
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
