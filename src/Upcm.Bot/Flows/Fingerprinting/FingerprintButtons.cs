using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Fingerprinting;

/// <summary>What can be done with a fingerprint, as buttons that say it.</summary>
internal static class FingerprintButtons
{
    public static Button Show(InitiativeNumber number, CultureInfo culture) =>
        Say("Vingerafdruk", "Fingerprint", "vingerafdruk", "fingerprint", number, culture);

    public static Button StartFirst(InitiativeNumber number, CultureInfo culture) =>
        Say("Start de eerste ronde", "Start the first round", "vingerafdruk starten", "start fingerprint", number, culture, ButtonTone.Main);

    public static Button StartNext(InitiativeNumber number, CultureInfo culture) =>
        Say("Start een nieuwe ronde", "Start a new round", "vingerafdruk starten", "start fingerprint", number, culture);

    public static Button Answer(InitiativeNumber number, CultureInfo culture) =>
        Say("Vul in", "Fill in", "vingerafdruk invullen", "answer fingerprint", number, culture, ButtonTone.Main);

    public static Button Remind(InitiativeNumber number, CultureInfo culture) =>
        Say("Herinner", "Remind", "vingerafdruk herinneren", "remind fingerprint", number, culture);

    public static Button Invite(InitiativeNumber number, CultureInfo culture) =>
        Say("Nodig meer mensen uit", "Invite more people", "vingerafdruk uitnodigen", "invite fingerprint", number, culture);

    public static Button Result(InitiativeNumber number, CultureInfo culture) =>
        Say("Uitslag", "Result", "vingerafdruk uitslag", "fingerprint result", number, culture);

    public static Button Gate(InitiativeNumber number, CultureInfo culture, ButtonTone tone) =>
        Say("Fasepoort", "Gate", "fasepoort", "gate", number, culture, tone);

    public static Button Initiative(InitiativeNumber number, CultureInfo culture) =>
        Say("Toon het project", "Show the project", "toon", "show", number, culture);

    private static Button Say(
        string nl, string en, string words, string wordsEn, InitiativeNumber number, CultureInfo culture, ButtonTone tone = ButtonTone.Normal) =>
        culture.IsEnglish() ? Sayings.Button(en, $"{wordsEn} {number}", tone) : Sayings.Button(nl, $"{words} {number}", tone);
}
