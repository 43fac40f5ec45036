using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;

namespace Upcm.Bot.Flows.Notifying;

/// <summary><c>meldingen</c>: what the bot sends to the speaker by itself, and how to change that.</summary>
public sealed class ShowNotices : ICommand
{
    public Sentence Sentence { get; } = new(
        ["meldingen", "mijn meldingen", "instellingen"], ["notifications", "my notifications", "settings"],
        new Phrase("wat je van mij krijgt, wanneer, en wat je uitzet", "what you get from me, when, and what you switch off"));

    public ValueTask Run(Turn turn, string rest)
    {
        turn.Replace(Card(turn));
        return ValueTask.CompletedTask;
    }

    public static Card Card(Turn turn)
    {
        var en = turn.Culture.IsEnglish();
        var wishes = turn.Person.Wishes ?? NoticeWishes.None;
        return new Card(en ? "What you get from me" : "Wat je van mij krijgt")
        {
            Status = wishes.PausedUntil is { } day && day > turn.Today
                ? en ? $"Paused until {Day(day, turn.Culture)}" : $"Gepauzeerd tot {Day(day, turn.Culture)}"
                : null,
            Body =
            [
                new Facts(
                [
                    new Fact(en ? "Language" : "Taal", en ? "English" : "Nederlands"),
                    new Fact(en ? "Quiet hours" : "Stille uren", Quiet(wishes, turn.Culture)),
                ]),
                .. Notice.All.Where(notice => notice.Switch is not null).Select(notice => Row(notice, !wishes.Off.Contains(notice.Kind), turn.Culture)),
                new Text(en
                    ? "What waits for your decision, and what you owe yourself, always comes. Say \"quiet from 18:00 to 08:00\" or \"pause until 6 December\"."
                    : "Wat op jouw besluit wacht en wat je zelf moet doen, krijg je altijd. Zeg \"stil van 18:00 tot 08:00\" of \"pauzeer tot 6 december\".", Tone.Subtle),
            ],
            Buttons =
            [
                wishes.PausedUntil > turn.Today ? Sayings.Button(en ? "End the pause" : "Stop de pauze", en ? "pause until now" : "pauzeer tot nu") : Sayings.Button(en ? "Pause a week" : "Pauzeer een week", en ? "pause until in 1 week" : "pauzeer tot over 1 week"),
                wishes.Quiet is null ? Sayings.Button(en ? "Quiet in the evening" : "'s Avonds stil", en ? "quiet from 18:00 to 08:00" : "stil van 18:00 tot 08:00") : Sayings.Button(en ? "No quiet hours" : "Geen stille uren", en ? "quiet off" : "stil uit"),
                Sayings.Button(en ? "See examples" : "Bekijk voorbeelden", en ? "example" : "voorbeeld"),
            ],
        };
    }

    private static Row Row(Notice notice, bool on, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        return new Row(notice.Name.In(culture), $"{(on ? en ? "on" : "aan" : en ? "off" : "uit")} · {notice.Switch!.In(culture)}", new Button(
            on ? en ? "Switch off" : "Zet uit" : en ? "Switch on" : "Zet aan", SwitchNotice.Press(notice.Kind, !on)));
    }

    internal static string Quiet(NoticeWishes wishes, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        return wishes.Quiet switch
        {
            null => en ? "none" : "geen",
            { } quiet when quiet.From == quiet.Until => en ? "at weekends" : "in het weekend",
            { } quiet => string.Create(CultureInfo.InvariantCulture, $"{quiet.From:HH:mm} – {quiet.Until:HH:mm}") + (quiet.Weekends ? en ? ", and weekends" : ", en het weekend" : ""),
        };
    }

    internal static string Day(DateOnly day, CultureInfo culture) => day.ToString("ddd d MMMM yyyy", culture);
}

/// <summary>Switches one kind of message off, or on again.</summary>
public sealed class SwitchNotice : IButton
{
    private const string Name = "notice.switch";

    public string Verb => Name;

    internal static Press Press(string kind, bool on) => new(Name, ("kind", kind), ("on", on ? "ja" : "nee"));

    public ValueTask Press(Turn turn, Pressed pressed)
    {
        var kind = pressed.Press.Data.GetValueOrDefault("kind") ?? "";
        if (Notice.Of(kind).Switch is null)
        {
            turn.Say("Dit kun je niet uitzetten: het is aan jou om er iets mee te doen.", "This cannot be switched off: it is yours to act on.");
            return ValueTask.CompletedTask;
        }

        var wishes = turn.Person.Wishes ?? NoticeWishes.None;
        var off = wishes.Off.Remove(kind);
        turn.Person = turn.Person with { Wishes = wishes with { Off = pressed.Press.Data.GetValueOrDefault("on") == "ja" ? off : off.Add(kind) } };
        turn.Replace(ShowNotices.Card(turn));
        return ValueTask.CompletedTask;
    }
}
