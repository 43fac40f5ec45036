using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Fingerprinting;

/// <summary>
/// How far somebody agrees with a statement: a step of the programme's scale, by its number or its words. A number outside
/// the scale is never taken for the place of a choice in the list.
/// </summary>
public sealed record AgreementQuestion(string Key, Phrase Prompt, Scale Scale) : Question<string>(Key, Prompt)
{
    private static readonly string[] DontKnow =
        ["weet niet", "ik weet het niet", "weet het niet", "geen idee", "weetniet", "dont know", "i dont know", "do not know", "no idea", "?"];

    /// <summary>1 to 5, or null for "don't know".</summary>
    public int? Score(Answers answers) =>
        int.TryParse(From(answers), NumberStyles.None, CultureInfo.InvariantCulture, out var score) ? score : null;

    protected override Reading<string> Read(string text, CultureInfo culture)
    {
        var said = Plain(text);
        return Scale.Steps.FirstOrDefault(step => Names(step).Any(name => Plain(name) == said)) is { } step
            ? Reading.Of(step.Id)
            : DontKnow.Contains(said) && Scale.Steps.FirstOrDefault(step => !IsScore(step)) is { } unknown
                ? Reading.Of(unknown.Id)
                : OffTheScale(text);
    }

    protected override Reading<string> Parse(string canonical) =>
        Scale.Step(canonical) is null ? OffTheScale(canonical) : Reading.Of(canonical);

    protected override string Write(string value) => value;

    public override string Echo(string canonical, CultureInfo culture) =>
        Scale.Step(canonical) is { } step ? $"{Label(step, culture)} ({Prompt.In(culture).TrimEnd('.')})" : canonical;

    public override IReadOnlyList<Option> Suggestions(CultureInfo culture) =>
        [.. Scale.Steps.Select(step => new Option(step.Id, Label(step, culture)))];

    protected override Field Blank(CultureInfo culture) => new(Key, Prompt.In(culture), FieldKind.OneOf) { Options = Suggestions(culture) };

    private Reading<string> OffTheScale(string text)
    {
        var scores = Scale.Steps.Where(IsScore).ToList();
        var shown = text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 39), "…");
        return Reading.Unclear<string>(
            $"\"{shown}\" past niet op de schaal. Kies een cijfer van {scores[0].Id} ({scores[0].Name.Nl}) tot {scores[^1].Id} ({scores[^1].Name.Nl}), of zeg \"weet niet\".",
            $"\"{shown}\" is not on the scale. Choose a number from {scores[0].Id} ({scores[0].Name.En}) to {scores[^1].Id} ({scores[^1].Name.En}), or say \"don't know\".");
    }

    private static bool IsScore(Item step) => int.TryParse(step.Id, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static string Label(Item step, CultureInfo culture) => IsScore(step) ? $"{step.Id} · {step.Name.In(culture)}" : step.Name.In(culture);

    private static string[] Names(Item step) =>
        [step.Id, step.Name.Nl, step.Name.En, Label(step, Cultures.Dutch), Label(step, Cultures.English)];

    private static string Plain(string text) =>
        text.Trim().TrimEnd('.', '!').Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal).ToLowerInvariant();
}
