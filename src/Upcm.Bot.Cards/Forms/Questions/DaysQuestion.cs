using System.Globalization;

namespace Upcm.Bot.Cards.Forms;

/// <summary>How long something takes, in calendar days, read as people write it: <c>10</c>, <c>10 dagen</c>, <c>6 weken</c>, <c>een half jaar</c>.</summary>
public sealed record DaysQuestion(string Key, Phrase Prompt) : Question<int>(Key, Prompt)
{
    /// <summary>Ten years; default 3650.</summary>
    public int AtMost { get; init; } = 3650;

    /// <summary>The days with their word, and the weeks where they are whole.</summary>
    public static string Show(int days, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var told = $"{Numbers.Show(days, culture)} {(days == 1 ? en ? "day" : "dag" : en ? "days" : "dagen")}";
        return days > 7 && days % 7 == 0 ? $"{told} ({Numbers.Show(days / 7, culture)} {(en ? "weeks" : "weken")})" : told;
    }

    protected override Reading<int> Read(string text, CultureInfo culture) => LengthOfTime.In(text) is { } length
        ? Fitting(length.Days)
        : Reading.Unclear<int>("Hoeveel tijd is dat? Schrijf het zo: 10 dagen, 6 weken of een half jaar.", "How long is that? Please write 10 days, 6 weeks or half a year.");

    protected override Reading<int> Parse(string canonical) =>
        int.TryParse(canonical, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? Fitting(days) : Reading.Unclear<int>("Dit is geen aantal dagen.", "This is no number of days.");

    protected override string Write(int value) => value.ToString(CultureInfo.InvariantCulture);

    public override string Echo(string canonical, CultureInfo culture) => Show(int.Parse(canonical, CultureInfo.InvariantCulture), culture);

    protected override Field Blank(CultureInfo culture) => new(Key, Prompt.In(culture), FieldKind.Number) { AtMost = 20 };

    private Reading<int> Fitting(int days) => days <= AtMost ? Reading.Of(days) : Reading.Unclear<int>(
        $"Ik lees {Show(days, Cultures.Dutch)}. Het mag hoogstens {Show(AtMost, Cultures.Dutch)} zijn.",
        $"I read {Show(days, Cultures.English)}. It can be {Show(AtMost, Cultures.English)} at most.");
}
