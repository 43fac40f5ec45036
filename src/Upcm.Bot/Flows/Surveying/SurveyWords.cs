using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Surveying;

/// <summary>What a survey is called, and what one says and presses because of that: the same for every survey.</summary>
/// <param name="One">Without an article, lower case: vingerafdruk. In Dutch it is a word with "de".</param>
/// <param name="Many">More of them.</param>
/// <param name="Show">What the plain word shows, for help.</param>
/// <param name="About">What it is, for who sees it for the first time.</param>
/// <param name="Asked">What is asked of who is invited, and how long it takes.</param>
public sealed record SurveyWords(Phrase One, Phrase Many, Phrase Show, Phrase About, Phrase Asked)
{
    private static readonly Phrase Number = new("nummer", "number");

    public Sentence ToShow => new([One.Nl, Many.Nl], [One.En, Many.En], Helped(Show, One.Nl, One.En), Number);

    public Sentence ToStart => Said(
        [$"{One.Nl} starten", $"start {One.Nl}"], [$"start {One.En}", $"{One.En} start"],
        new($"mensen vragen een {One.Nl} in te vullen", $"ask people to fill in a {One.En}"));

    public Sentence ToAnswer => Said(
        [$"{One.Nl} invullen", $"vul {One.Nl} in"], [$"answer {One.En}", $"{One.En} answer", $"fill in {One.En}"],
        new($"een {One.Nl} invullen", $"fill in a {One.En}"));

    public Sentence ToInvite => Said(
        [$"{One.Nl} uitnodigen"], [$"invite {One.En}", $"{One.En} invite"], new("meer mensen uitnodigen", "invite more people"));

    public Sentence ToRemind => Said(
        [$"{One.Nl} herinneren", $"herinner {One.Nl}"], [$"remind {One.En}", $"{One.En} remind"],
        new("wie nog niet invulde herinneren", "remind who has not answered"));

    public Sentence ToSeeResult => Said(
        [$"{One.Nl} uitslag", $"uitslag {One.Nl}"], [$"{One.En} result", $"result {One.En}"],
        new($"de uitslag van een {One.Nl}", $"the result of a {One.En}"));

    public Sentence ToClose => Said(
        [$"{One.Nl} sluiten", $"sluit {One.Nl}"], [$"close {One.En}", $"{One.En} close"],
        new("een ronde sluiten en de uitslag vastleggen", "close a round and settle the result"));

    public string Name(CultureInfo culture) => Capital(One.In(culture));

    public string Names(CultureInfo culture) => Capital(Many.In(culture));

    public Button ShowButton(InitiativeNumber number, CultureInfo culture) => Say(Capital(One.Nl), Capital(One.En), ToShow, number, culture);

    public Button StartFirst(InitiativeNumber number, CultureInfo culture) =>
        Say("Start de eerste ronde", "Start the first round", ToStart, number, culture, ButtonTone.Main);

    public Button StartNext(InitiativeNumber number, CultureInfo culture) => Say("Start een nieuwe ronde", "Start a new round", ToStart, number, culture);

    public Button Answer(InitiativeNumber number, CultureInfo culture) => Say("Vul in", "Fill in", ToAnswer, number, culture, ButtonTone.Main);

    public Button Remind(InitiativeNumber number, CultureInfo culture) => Say("Herinner", "Remind", ToRemind, number, culture);

    public Button Invite(InitiativeNumber number, CultureInfo culture) => Say("Nodig meer mensen uit", "Invite more people", ToInvite, number, culture);

    public Button Result(InitiativeNumber number, CultureInfo culture) => Say("Uitslag", "Result", ToSeeResult, number, culture);

    public static Button Gate(InitiativeNumber number, CultureInfo culture, ButtonTone tone) =>
        culture.IsEnglish() ? Sayings.Button("Gate", $"gate {number}", tone) : Sayings.Button("Fasepoort", $"fasepoort {number}", tone);

    public static Button Initiative(InitiativeNumber number, CultureInfo culture) =>
        culture.IsEnglish() ? Sayings.Button("Show the project", $"show {number}") : Sayings.Button("Toon het project", $"toon {number}");

    private static Button Say(string nl, string en, Sentence words, InitiativeNumber number, CultureInfo culture, ButtonTone tone = ButtonTone.Normal) =>
        Sayings.Button(culture.IsEnglish() ? en : nl, $"{words.Name(culture)} {number}", tone);

    private static Sentence Said(IReadOnlyList<string> nl, IReadOnlyList<string> en, Phrase help) => new(nl, en, Helped(help, nl[0], en[0]), Number);

    private static Phrase Helped(Phrase help, string nl, string en) => new($"{help.Nl}: {nl} 20-004", $"{help.En}: {en} 20-004");

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
