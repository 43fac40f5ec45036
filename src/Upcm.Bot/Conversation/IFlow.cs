using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.People;
using Upcm.Domain;

namespace Upcm.Bot.Conversation;

/// <summary>Something one can say, in Dutch and English.</summary>
/// <param name="Nl">What is said in Dutch, lower case; the first is the name shown in help and suggestions.</param>
/// <param name="En">The same in English.</param>
/// <param name="Help">What it does, in a few words.</param>
/// <param name="Takes">What may follow: a number, a name; null where nothing does.</param>
public sealed record Sentence(IReadOnlyList<string> Nl, IReadOnlyList<string> En, Phrase Help, Phrase? Takes = null)
{
    /// <summary>What most sentences take: a number, of an initiative or of what they are about.</summary>
    private static readonly Phrase Number = new("nummer", "number");

    /// <summary>
    /// True where its words begin many a sentence: what follows stands after a colon, or is a number. Without, it is only understood
    /// where no form waits for an answer.
    /// </summary>
    public bool Colon { get; init; }

    /// <summary>"planning vastgesteld" begins with a sentence that takes a number and has none: to an open form it is an answer.</summary>
    public bool NeedsColonOrNumber(bool isInForm) => Colon || (isInForm && Takes == Number);

    public IEnumerable<string> All => Nl.Concat(En);

    public string Name(System.Globalization.CultureInfo culture) => culture.IsEnglish() ? En[0] : Nl[0];

    /// <summary>What it does, with examples from the programme in the places <c>{team}</c>, <c>{horizon}</c>, <c>{group}</c> and <c>{value}</c>, and its names in <c>{steering-meeting}</c>, <c>{linking-pin}</c> and their like.</summary>
    public string HelpIn(System.Globalization.CultureInfo culture, WorkingMethod method) => Filled(Help.In(culture), culture, method);

    /// <summary>What may follow, with the names of the programme; null where nothing does.</summary>
    public string? TakesIn(System.Globalization.CultureInfo culture, WorkingMethod method) => Takes is { } takes ? Filled(takes.In(culture), culture, method) : null;

    private static string Filled(string text, System.Globalization.CultureInfo culture, WorkingMethod method) => method.Names.Offices
        .Aggregate(text, (help, office) => help.Replace($"{{{office.Key}}}", office.Value.One.In(culture), StringComparison.Ordinal))
        .Replace("{steering-meeting}", method.Names.SteeringMeeting.One.In(culture), StringComparison.Ordinal)
        .Replace("{product-code}", method.Names.ProductCode.One.In(culture), StringComparison.Ordinal)
        .Replace("{region}", method.Names.Region.One.In(culture), StringComparison.Ordinal)
        .Replace("{group}", method.ProductGroups.FirstOrDefault()?.Sbi, StringComparison.Ordinal)
        .Replace("{meeting-team}", method.Teams.FirstOrDefault(static team => team.OwnsRoleMeeting)?.Id ?? method.ExampleTeam, StringComparison.Ordinal)
        .Replace("{team}", method.ExampleTeam, StringComparison.Ordinal)
        .Replace("{horizon}", method.Horizons[(method.Horizons.Length - 1) / 2].Name.In(culture), StringComparison.Ordinal)
        .Replace("{value}", method.Dashboard.FirstOrDefault(static one => one.From is null && one.Column == DashboardColumn.Activities)?.Name.In(culture).ToLower(culture), StringComparison.Ordinal);
}

/// <summary>What answers a sentence.</summary>
public interface ICommand
{
    Sentence Sentence { get; }

    /// <param name="rest">What followed the words, as typed.</param>
    ValueTask Run(Turn turn, string rest);
}

/// <summary>What answers a button. Verbs are persisted in cards already sent.</summary>
public interface IButton
{
    string Verb { get; }

    ValueTask Press(Turn turn, Pressed pressed);
}

/// <summary>A form that people open, and what happens when it is confirmed.</summary>
public interface IFlow : ICommand
{
    /// <summary>Persisted in drafts.</summary>
    string Id { get; }

    /// <summary>The form for a draft, or null where what it was about is gone.</summary>
    ValueTask<Form?> FormFor(Turn turn, Draft draft);

    /// <summary>The form as it is reviewed before it is recorded, with what has to be looked up for that alone.</summary>
    ValueTask<Form> ForReview(Turn turn, Draft draft, Form form) => ValueTask.FromResult(form);

    /// <summary>Carries out what was confirmed; false where it was refused and the draft must stay.</summary>
    ValueTask<bool> Finish(Turn turn, Draft draft, Form form);
}
