using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;

namespace Upcm.Bot.Flows.Notifying;

/// <summary><c>meldingen</c>: what the bot sends to the speaker by itself, and how to change that.</summary>
public sealed class ShowNotices(ChannelNotices channels) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["meldingen", "mijn meldingen", "instellingen"], ["notifications", "my notifications", "settings"],
        new Phrase("wat je van mij krijgt, wanneer, en wat je uitzet", "what you get from me, when, and what you switch off"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (!await channels.Show(turn))
        {
            Telling.Alone.Tell(turn, "overview", Card(turn));
        }
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
                new Section(
                    en ? "What you always get" : "Wat je altijd krijgt",
                    [new Bullets([.. Notice.All.Where(notice => notice.Always is not null).Select(notice => $"{notice.Name.In(turn.Culture)}: {notice.Always!.In(turn.Culture)}")])],
                    Folded: true),
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

    private static Row Row(Notice notice, bool on, CultureInfo culture) => Row(notice, notice.Switch!, on, SwitchNotice.Press(notice.Kind, !on), culture);

    /// <param name="what">What it tells, to whom this row is shown.</param>
    internal static Row Row(Notice notice, Phrase what, bool on, Press press, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var words = on ? en ? "Switch off" : "Zet uit" : en ? "Switch on" : "Zet aan";
        return new Row(
            notice.Name.In(culture), $"{(on ? en ? "on" : "aan" : en ? "off" : "uit")} · {what.In(culture)}", new Button(words, press, $"{words.ToLower(culture)} {notice.Name.In(culture).ToLower(culture)}"));
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

/// <summary>Switches one kind of message off, or on again: for the person, or for everybody in a channel.</summary>
public sealed class SwitchNotice(ChannelNotices channels) : IButton
{
    private const string Name = "notice.switch";

    public string Verb => Name;

    /// <param name="place">The channel it is about; null for the person who presses.</param>
    internal static Press Press(string kind, bool on, string? place = null) =>
        place is null ? new(Name, ("kind", kind), ("on", on ? "ja" : "nee")) : new(Name, ("kind", kind), ("on", on ? "ja" : "nee"), ("place", place));

    public async ValueTask Press(Turn turn, Pressed pressed)
    {
        var (kind, on) = (pressed.Press.Data.GetValueOrDefault("kind") ?? "", pressed.Press.Data.GetValueOrDefault("on") == "ja");
        if (pressed.Press.Data.GetValueOrDefault("place") is { } place)
        {
            await channels.Set(turn, place, Notice.Of(kind), on);
        }
        else
        {
            Set(turn, kind, on);
        }
    }

    internal static void Set(Turn turn, string kind, bool on)
    {
        if (Notice.Of(kind).Switch is null)
        {
            var always = Notice.Of(kind).Always;
            turn.Say(
                $"Dit kun je niet uitzetten: {always?.Nl ?? "het gaat niet naar jou alleen"}.", $"This cannot be switched off: {always?.En ?? "it does not go to you alone"}.");
            return;
        }

        var wishes = turn.Person.Wishes ?? NoticeWishes.None;
        var off = wishes.Off.Remove(kind);
        turn.Person = turn.Person with { Wishes = wishes with { Off = on ? off : off.Add(kind) } };
        turn.Replace(ShowNotices.Card(turn));
    }

    /// <summary>The same by its name, in a bound channel for the channel; all of them are shown where there is no such message.</summary>
    internal static async ValueTask Set(Turn turn, ChannelNotices channels, string name, string verb, bool on)
    {
        if (Notice.All.FirstOrDefault(one => new[] { one.Kind, one.Name.Nl, one.Name.En }.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase)) is { } notice)
        {
            if (!await channels.Set(turn, turn.Arrival.Place.Id, notice, on))
            {
                Set(turn, notice.Kind, on);
            }
        }
        else
        {
            turn.Say($"Zeg erbij welk bericht: \"{verb} weekoverzicht\". Dit kan:", $"Say which message: \"{verb} digest\". These can be:");
            if (!await channels.Show(turn))
            {
                turn.Show(ShowNotices.Card(turn));
            }
        }
    }
}

/// <summary><c>zet uit weekoverzicht</c></summary>
public sealed class SwitchOff(ChannelNotices channels) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["zet uit"], ["switch off"],
        new Phrase("een soort bericht niet meer krijgen, of niet meer in dit kanaal: zet uit weekoverzicht", "no longer get a kind of message, or not in this channel: switch off digest"), new Phrase("bericht", "message"));

    public ValueTask Run(Turn turn, string rest) => SwitchNotice.Set(turn, channels, rest, Sentence.Name(turn.Culture), on: false);
}

/// <summary><c>zet aan weekoverzicht</c></summary>
public sealed class SwitchOn(ChannelNotices channels) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["zet aan"], ["switch on"],
        new Phrase("een soort bericht weer krijgen, of weer in dit kanaal: zet aan weekoverzicht", "get a kind of message again, or again in this channel: switch on digest"), new Phrase("bericht", "message"));

    public ValueTask Run(Turn turn, string rest) => SwitchNotice.Set(turn, channels, rest, Sentence.Name(turn.Culture), on: true);
}
