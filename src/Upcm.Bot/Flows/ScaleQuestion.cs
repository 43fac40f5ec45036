using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows;

/// <summary>
/// A step of one of the programme's scales, such as how far somebody agrees, by its number or its words. A number outside
/// the scale is never taken for the place of a choice in the list.
/// </summary>
public sealed record ScaleQuestion(string Key, Phrase Prompt, Scale Scale) : Question<string>(Key, Prompt)
{
    private static readonly string[] DontKnow =
        ["weet niet", "ik weet het niet", "weet het niet", "geen idee", "weetniet", "dont know", "i dont know", "do not know", "no idea", "?"];

    private bool KnowsUnknown => Scale.Steps.Any(step => !IsScore(step));

    /// <summary>1 to 5, or null for "don't know".</summary>
    public int? Score(Answers answers) =>
        int.TryParse(Maybe(answers), NumberStyles.None, CultureInfo.InvariantCulture, out var score) ? score : null;

    /// <summary>The step that a text names, or null.</summary>
    public static Item? StepOf(Scale scale, string text)
    {
        ArgumentNullException.ThrowIfNull(scale);
        var said = Plain(text);
        return scale.Steps.FirstOrDefault(step => Names(step).Any(name => Plain(name) == said))
            ?? (DontKnow.Contains(said) ? scale.Steps.FirstOrDefault(step => !IsScore(step)) : null);
    }

    /// <summary>What is said of something that is not on the scale.</summary>
    public static Phrase OffTheScale(Scale scale, string text)
    {
        ArgumentNullException.ThrowIfNull(scale);
        ArgumentNullException.ThrowIfNull(text);
        var scores = scale.Steps.Where(IsScore).ToList();
        var shown = Shorter.Than(40, text);
        var unknown = scores.Count < scale.Steps.Length;
        return new Phrase(
            $"\"{shown}\" past niet op de schaal. Kies een cijfer van {scores[0].Id} ({scores[0].Name.Nl}) tot {scores[^1].Id} ({scores[^1].Name.Nl}){(unknown ? ", of zeg \"weet niet\"" : "")}.",
            $"\"{shown}\" is not on the scale. Choose a number from {scores[0].Id} ({scores[0].Name.En}) to {scores[^1].Id} ({scores[^1].Name.En}){(unknown ? ", or say \"don't know\"" : "")}.");
    }

    protected override Reading<string> Read(string text, CultureInfo culture) =>
        StepOf(Scale, text) is { } step ? Reading.Of(step.Id) : Reading.Unclear<string>(OffTheScale(Scale, text));

    protected override Reading<string> Parse(string canonical) =>
        Scale.Step(canonical) is null ? Reading.Unclear<string>(OffTheScale(Scale, canonical)) : Reading.Of(canonical);

    protected override string Write(string value) => value;

    /// <summary>Where the scale can say "don't know" the prompt is a statement, which is told with the answer.</summary>
    public override string Echo(string canonical, CultureInfo culture) =>
        Scale.Step(canonical) is not { } step ? canonical
        : KnowsUnknown ? $"{Label(step, culture)} ({Prompt.In(culture).TrimEnd('.')})"
        : Label(step, culture);

    public override IReadOnlyList<Option> Suggestions(CultureInfo culture) =>
        [.. Scale.Steps.Select(step => new Option(step.Id, Label(step, culture)))];

    protected override Field Blank(CultureInfo culture) => new(Key, Prompt.In(culture), FieldKind.OneOf) { Options = Suggestions(culture) };

    private static bool IsScore(Item step) => int.TryParse(step.Id, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static string Label(Item step, CultureInfo culture) =>
        IsScore(step) && step.Name.In(culture) != step.Id ? $"{step.Id} · {step.Name.In(culture)}" : step.Name.In(culture);

    private static string[] Names(Item step) =>
        [step.Id, step.Name.Nl, step.Name.En, Label(step, Cultures.Dutch), Label(step, Cultures.English)];

    /// <summary>"Helemaal mee eens" is "helemaal eens".</summary>
    private static string Plain(string text) =>
        text.Trim().TrimEnd('.', '!').Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal).Replace("mee ", "", StringComparison.OrdinalIgnoreCase).ToLowerInvariant();
}
