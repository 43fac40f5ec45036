using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows;

/// <summary>Product groups as people type them: codes with commas, semicolons, spaces or "en" in between.</summary>
public static class SbiCodes
{
    public static IReadOnlyList<string> In(string text) =>
        [.. Listed.Parts(text).SelectMany(Listed.ByAnd).SelectMany(static part => part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>The codes that product groups are told apart by, as the programme calls them.</summary>
    public static Phrase Called(WorkingMethod method) => method.Names.ProductCode.Many.AsPhrase();

    /// <summary>Two of the programme's own, to show what they look like.</summary>
    public static string Examples(WorkingMethod method) => string.Join(", ", method.ProductGroups.Take(2).Select(static group => group.Sbi));

    public static bool AreCodes(string text) => In(text).All(IsCode);

    /// <summary>Says what is wrong with the first code that is none.</summary>
    public static Func<string, Phrase?> RuleOf(WorkingMethod method) => text => In(text).FirstOrDefault(code => !IsCode(code)) is { } wrong
        ? new Phrase(
            $"\"{wrong}\" is geen {method.Names.ProductCode.One.Nl}. Dat is een nummer zoals: {Examples(method)}.",
            $"\"{wrong}\" is no {method.Names.ProductCode.One.En}. That is a number such as: {Examples(method)}.")
        : null;

    private static bool IsCode(string code) => code.Split('.') is { Length: 1 or 2 } parts
        && parts[0].Length is 1 or 2
        && parts.All(part => part.Length is >= 1 and <= 3 && part.All(char.IsAsciiDigit));
}
