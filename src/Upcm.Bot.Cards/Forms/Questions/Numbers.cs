using System.Globalization;
using System.Text.RegularExpressions;

namespace Upcm.Bot.Cards.Forms;

/// <summary>Reads and shows numbers the way people in the Netherlands and in English write them.</summary>
public static partial class Numbers
{
    public static string Show(decimal value, CultureInfo culture) => value.ToString("#,0.####", culture);

    public static Reading<decimal> Read(string text, CultureInfo culture)
    {
        if (Shape().Match(text) is not { Success: true } match)
        {
            return NotANumber(text);
        }

        var digits = match.Groups["number"].Value.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal);
        if (digits.EndsWith(",-", StringComparison.Ordinal) || digits.EndsWith(",–", StringComparison.Ordinal))
        {
            digits = digits[..^2];
        }

        var (group, point) = culture.IsEnglish() ? (',', '.') : ('.', ',');
        var invariant = Grouped(digits, group, point) ?? Plain(digits, point) ?? Plain(digits, group);
        if (invariant is null)
        {
            return NotANumber(text);
        }

        // "40,000" is forty in Dutch and forty thousand in English: with three digits behind the mark nobody can tell.
        if (!Grouping(digits, group) && Grouping(digits, point) && digits.Count(c => c == point) == 1 && !digits.StartsWith('0'))
        {
            var large = digits.Replace(point.ToString(), "", StringComparison.Ordinal);
            return Reading.Unclear<decimal>(
                $"\"{text}\" kan ik op twee manieren lezen. Schrijf {Show(decimal.Parse(large, CultureInfo.InvariantCulture), Cultures.Dutch)} of {invariant.Split('.')[0]}.",
                $"I can read \"{text}\" in two ways. Please write {Show(decimal.Parse(large, CultureInfo.InvariantCulture), Cultures.English)} or {invariant.Split('.')[0]}.");
        }

        if (!decimal.TryParse(invariant, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            || value > 1_000_000_000_000_000m)
        {
            return NotANumber(text);
        }

        value *= Scale(match.Groups["scale"].Value);
        return Reading.Of(match.Groups["minus"].Success ? -value : value);
    }

    public static Reading<decimal> NotANumber(string text) => Reading.Unclear<decimal>(
        $"In \"{Short(text)}\" herken ik geen getal. Schrijf bijvoorbeeld 40.000 of 12,5.",
        $"I see no number in \"{Short(text)}\". Please write for instance 40,000 or 12.5.");

    /// <summary>True where the text says by how much to multiply: <c>12,5 mln</c>.</summary>
    internal static bool IsScaled(string text) => Shape().Match(text).Groups["scale"].Success;

    internal static bool IsMoney(string text) => Shape().Match(text).Groups["money"].Success;

    private static string Short(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 39), "…");

    private static bool Grouping(string digits, char mark) =>
        Regex.IsMatch(digits, $@"^\d{{1,3}}(\{mark}\d{{3}})+$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static string? Grouped(string digits, char group, char point) =>
        digits.Split(point) is [var whole, .. { Length: <= 1 } rest] && Grouping(whole, group) && rest.All(part => part.All(char.IsAsciiDigit))
            ? string.Join('.', [whole.Replace(group.ToString(), "", StringComparison.Ordinal), .. rest])
            : null;

    private static string? Plain(string digits, char point)
    {
        var parts = digits.Split(point);
        return parts.Length <= 2 && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit)) ? string.Join('.', parts) : null;
    }

    private static decimal Scale(string word) => word.ToUpperInvariant() switch
    {
        "" => 1,
        "K" or "DUIZEND" or "THOUSAND" => 1_000,
        "M" or "MLN" or "MLN." or "MIO" or "MILJOEN" or "MILLION" or "MEUR" => 1_000_000,
        _ => 1_000_000_000,
    };

    [GeneratedRegex(
        @"^\s*(?<minus>[-–−])?\s*(?<money>€|eur|euro)?\s*(?<minus>[-–−])?\s*(?<number>\d[\d.,\u00A0 ]*?(?:,[-–])?)\s*(?<scale>k|duizend|thousand|m|mln\.?|mio|miljoen|million|meur|mld\.?|miljard|billion)?\s*(?:(?<money>€|eur|euro)|kton(?:/j(?:aa)?r)?|kt|%|procent|percent)?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
