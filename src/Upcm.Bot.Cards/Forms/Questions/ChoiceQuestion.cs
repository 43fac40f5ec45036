using System.Collections.Immutable;
using System.Globalization;

namespace Upcm.Bot.Cards.Forms;

/// <param name="Id">What is stored; persisted, no commas.</param>
/// <param name="Also">Other words it is known by.</param>
public sealed record Choice(string Id, Phrase Label, params ImmutableArray<string> Also);

/// <summary>One of a list: by its label, its id or its number in the list; a start, one of its words or a typing error will do where only one fits.</summary>
public sealed record ChoiceQuestion(string Key, Phrase Prompt, ImmutableArray<Choice> Choices) : Question<string>(Key, Prompt)
{
    public static ImmutableArray<Choice> YesNo { get; } =
        [new("ja", new Phrase("Ja", "Yes"), "yes", "y", "j"), new("nee", new Phrase("Nee", "No"), "no", "n")];

    /// <summary>What is told with the answer, where the name alone does not say what was asked.</summary>
    public Phrase? About { get; init; }

    protected override Reading<string> Read(string text, CultureInfo culture) => Choosing.One(Choices, text);

    protected override Reading<string> Parse(string canonical) =>
        Choices.Any(choice => choice.Id == canonical) ? Reading.Of(canonical) : Choosing.NotAChoice(canonical);

    protected override string Write(string value) => value;

    public override string Echo(string canonical, CultureInfo culture) =>
        Choosing.Label(Choices, canonical, culture) + (About is null ? "" : $" ({About.In(culture).TrimEnd('.')})");

    public override IReadOnlyList<Option> Suggestions(CultureInfo culture) => Choosing.Options(Choices, culture);

    protected override Field Blank(CultureInfo culture) =>
        new(Key, Prompt.In(culture), Choices.Length <= 5 ? FieldKind.OneOf : FieldKind.OneOfMany) { Options = Choosing.Options(Choices, culture) };
}

/// <summary>Any number of a list, with commas, line breaks or "en" in between. Stored as ids with commas.</summary>
public sealed record ChoicesQuestion(string Key, Phrase Prompt, ImmutableArray<Choice> Choices)
    : Question<ImmutableArray<string>>(Key, Prompt)
{
    /// <summary>A number is the id of a choice, never its place in the list: the choices are numbered themselves.</summary>
    public bool NumbersAreIds { get; init; }

    /// <summary>Where something outside the list is allowed too: how it is read, or null if it is not even that.</summary>
    public Func<string, string?>? Other { get; init; }

    protected override Reading<ImmutableArray<string>> Read(string text, CultureInfo culture)
    {
        var chosen = ImmutableArray.CreateBuilder<string>();
        foreach (var part in Listed.Parts(text).SelectMany(part => ReadOne(part).Understood ? [part] : Listed.ByAnd(part)))
        {
            var reading = ReadOne(part);
            if (!reading.Understood)
            {
                return Reading.Unclear<ImmutableArray<string>>(reading.Problem!);
            }

            if (!chosen.Contains(reading.Value!))
            {
                chosen.Add(reading.Value!);
            }
        }

        return chosen.Count == 0
            ? Reading.Unclear<ImmutableArray<string>>("Kies er ten minste een.", "Please choose at least one.")
            : Reading.Of(chosen.ToImmutable());
    }

    private Reading<string> ReadOne(string part)
    {
        var reading = Choosing.One(Choices, part, byPlace: !NumbersAreIds);
        return !reading.Understood && Other?.Invoke(part) is { Length: > 0 } other ? Reading.Of(other) : reading;
    }

    protected override Reading<ImmutableArray<string>> Parse(string canonical)
    {
        var ids = canonical.Split(',', StringSplitOptions.RemoveEmptyEntries);
        return ids.FirstOrDefault(id => Choices.All(choice => choice.Id != id) && Other?.Invoke(id) is null) is { } unknown
            ? Reading.Unclear<ImmutableArray<string>>(Choosing.NotAChoice(unknown).Problem!)
            : Reading.Of(ids.ToImmutableArray());
    }

    protected override string Write(ImmutableArray<string> value) => string.Join(',', value);

    public override string Echo(string canonical, CultureInfo culture) =>
        string.Join(", ", canonical.Split(',').Select(id => Choosing.Label(Choices, id, culture)));

    public override IReadOnlyList<Option> Suggestions(CultureInfo culture) => Choosing.Options(Choices, culture);

    protected override Field Blank(CultureInfo culture) =>
        new(Key, Prompt.In(culture), FieldKind.ManyOf) { Options = Choosing.Options(Choices, culture) };
}

internal static class Choosing
{
    public static Reading<string> One(ImmutableArray<Choice> choices, string text, bool byPlace = true)
    {
        var said = text.Trim().TrimEnd('.');
        if (choices.FirstOrDefault(choice => Names(choice).Contains(said, StringComparer.OrdinalIgnoreCase)) is { } exact)
        {
            return Reading.Of(exact.Id);
        }

        if (byPlace && int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var position) && position >= 1 && position <= choices.Length)
        {
            return Reading.Of(choices[position - 1].Id);
        }

        var starts = choices
            .Where(choice => said.Length >= 2 && Names(choice).Any(name => name.StartsWith(said, StringComparison.OrdinalIgnoreCase)))
            .ToList();
        var meant = starts.Count > 0 ? starts
            : choices.Where(choice => said.Length >= 3 && Names(choice).Any(name => HasWord(name, said))).ToList() is { Count: > 0 } within ? within
            : [.. choices.Where(choice => Names(choice).Any(name => Typos.Near(said, name)))];
        return meant switch
        {
            [] => NotAChoice(text),
            [var only] => Reading.Of(only.Id),
            _ => Reading.Unclear<string>(
                $"\"{Short(text)}\" past op meer dan een keuze. Welke bedoel je: {List(meant, Cultures.Dutch)}?",
                $"\"{Short(text)}\" fits more than one choice. Which do you mean: {List(meant, Cultures.English)}?"),
        };
    }

    /// <summary>The list itself always stands beside it.</summary>
    public static Reading<string> NotAChoice(string text) => Reading.Unclear<string>(
        $"\"{Short(text)}\" staat niet in de lijst. Kies een naam of een nummer dat er wel in staat.",
        $"\"{Short(text)}\" is not in the list. Please choose a name or a number that is.");

    public static string Label(ImmutableArray<Choice> choices, string id, CultureInfo culture) =>
        choices.FirstOrDefault(choice => choice.Id == id)?.Label.In(culture) ?? id;

    public static IReadOnlyList<Option> Options(ImmutableArray<Choice> choices, CultureInfo culture) =>
        [.. choices.Select(choice => new Option(choice.Id, choice.Label.In(culture)))];

    /// <summary>"brabant" in Noord-Brabant.</summary>
    public static bool HasWord(string name, string said)
    {
        var at = name.IndexOf(said, StringComparison.OrdinalIgnoreCase);
        return at > 0 && !char.IsLetterOrDigit(name[at - 1]) && (at + said.Length == name.Length || !char.IsLetterOrDigit(name[at + said.Length]));
    }

    private static IEnumerable<string> Names(Choice choice) => [choice.Id, choice.Label.Nl, choice.Label.En, .. choice.Also];

    private static string List(List<Choice> choices, CultureInfo culture) =>
        string.Join(", ", choices.Take(8).Select(choice => choice.Label.In(culture))) + (choices.Count > 8 ? ", …" : "");

    private static string Short(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 39), "…");
}
