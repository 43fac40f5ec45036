using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;

namespace Upcm.Bot.Flows;

/// <summary>Product groups as people type them: SBI codes with commas, semicolons, spaces or "en" in between.</summary>
public static class SbiCodes
{
    public static IReadOnlyList<string> In(string text) =>
        [.. Listed.Parts(text).SelectMany(Listed.ByAnd).SelectMany(static part => part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>What is wrong with the first code that is none, or null.</summary>
    public static Phrase? Problem(string text) => In(text).FirstOrDefault(code => !IsCode(code)) is { } wrong
        ? new Phrase($"\"{wrong}\" is geen SBI-code. Een code ziet eruit als 29 of 29.1.", $"\"{wrong}\" is not an SBI code. A code looks like 29 or 29.1.")
        : null;

    private static bool IsCode(string code) => code.Split('.') is { Length: 1 or 2 } parts
        && parts[0].Length is 1 or 2
        && parts.All(part => part.Length is >= 1 and <= 3 && part.All(char.IsAsciiDigit));
}
