using System.Text.RegularExpressions;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Notifying;

/// <summary><c>stil van 18:00 tot 08:00</c></summary>
public sealed partial class SetQuietHours : ICommand
{
    private static readonly TimeQuestion Time = new("time", Phrase.Same("")) { Name = Phrase.Same("") };

    public Sentence Sentence { get; } = new(
        ["stil", "stille uren"], ["quiet", "quiet hours"],
        new Phrase("wanneer ik je met rust laat: stil van 18:00 tot 08:00", "when I leave you alone: quiet from 18:00 to 08:00"), new Phrase("van, tot, weekend, uit", "from, to, weekend, off"));

    public ValueTask Run(Turn turn, string rest)
    {
        var said = rest.Trim().ToLowerInvariant();
        var wishes = turn.Person.Wishes ?? NoticeWishes.None;
        if (said is "uit" or "off" or "geen" or "none")
        {
            turn.Person = turn.Person with { Wishes = wishes with { Quiet = null } };
            turn.Say("Er zijn geen stille uren meer.", "There are no quiet hours any more.");
            return ValueTask.CompletedTask;
        }

        var weekend = said.Contains("weekend", StringComparison.Ordinal);
        if (Span().Match(said) is { Success: true } span)
        {
            var (from, until) = (Time.Hear(span.Groups["from"].Value.Trim(), turn.Culture), Time.Hear(span.Groups["until"].Value.Trim(), turn.Culture));
            if ((from.Problem ?? until.Problem) is { } problem)
            {
                turn.Say(problem.Nl, problem.En);
                return ValueTask.CompletedTask;
            }

            Set(turn, wishes, new QuietHours(Read(from.Value!), Read(until.Value!), weekend));
        }
        else if (weekend)
        {
            Set(turn, wishes, (wishes.Quiet ?? new QuietHours(default, default, true)) with { Weekends = true });
        }
        else
        {
            turn.Say(
                $"Stille uren nu: {ShowNotices.Quiet(wishes, turn.Culture)}. Zeg bijvoorbeeld \"stil van 18:00 tot 08:00\", \"stil weekend\" of \"stil uit\".",
                $"Quiet hours now: {ShowNotices.Quiet(wishes, turn.Culture)}. Say for instance \"quiet from 18:00 to 08:00\", \"quiet weekend\" or \"quiet off\".");
        }

        return ValueTask.CompletedTask;
    }

    private static void Set(Turn turn, NoticeWishes wishes, QuietHours quiet)
    {
        var wanted = wishes with { Quiet = quiet };
        turn.Person = turn.Person with { Wishes = wanted };
        turn.Say(
            $"Stil: {ShowNotices.Quiet(wanted, turn.Culture)}. Wat dan komt, krijg je daarna. Op wat je zelf vraagt, krijg je altijd antwoord.",
            $"Quiet: {ShowNotices.Quiet(wanted, turn.Culture)}. What comes then, you get after it. What you ask yourself is always answered.");
    }

    private static TimeOnly Read(string canonical) => TimeOnly.ParseExact(canonical, "HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:hours\s+|uren\s+)?(?:van|from|tussen|between)?\s*(?<from>.+?)\s*(?:tot|to|until|en|and|-|–)\s+(?<until>[\d:.]+\s*(?:uur|u|h|am|pm)?)(?:\s.*weekend.*)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Span();
}

/// <summary><c>pauzeer tot 6 december</c></summary>
public sealed class PauseNotices : ICommand
{
    private const int LongestMonths = 12;

    public Sentence Sentence { get; } = new(
        ["pauzeer tot", "pauzeer", "pauzeer meldingen"], ["pause until", "pause notifications", "snooze"],
        new Phrase("een tijd geen berichten van mij: pauzeer tot 6 december", "no messages from me for a while: pause until 6 December"), new Phrase("dag", "day"));

    public ValueTask Run(Turn turn, string rest)
    {
        var said = rest.Trim().ToLowerInvariant();
        said = said.StartsWith("tot ", StringComparison.Ordinal) ? said[4..] : said.StartsWith("until ", StringComparison.Ordinal) ? said[6..] : said;
        var wishes = turn.Person.Wishes ?? NoticeWishes.None;
        if (said is "nu" or "now" or "uit" or "off" or "vandaag" or "today")
        {
            turn.Person = turn.Person with { Wishes = wishes with { PausedUntil = null } };
            turn.Say("De pauze is voorbij: je krijgt weer berichten.", "The pause is over: you get messages again.");
            return ValueTask.CompletedTask;
        }

        var question = new DateQuestion("day", Phrase.Same(""), turn.Today)
        {
            Name = Phrase.Same(""),
            Rule = day => day <= turn.Today
                ? new($"{ShowNotices.Day(day, Cultures.Dutch)} is al geweest. Kies een latere dag.", $"{ShowNotices.Day(day, Cultures.English)} has been. Choose a later day.")
                : day > turn.Today.AddMonths(LongestMonths)
                    ? new("Langer dan een jaar kan een pauze niet duren.", "A pause cannot last longer than a year.")
                    : null,
        };
        if (said.Length == 0)
        {
            turn.Say("Tot wanneer? Zeg bijvoorbeeld \"pauzeer tot 6 december\" of \"pauzeer tot over 2 weken\".", "Until when? Say for instance \"pause until 6 December\" or \"pause until in 2 weeks\".");
        }
        else if (question.Hear(said, turn.Culture) is { Understood: true } reading)
        {
            var day = DateOnly.ParseExact(reading.Value!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            turn.Person = turn.Person with { Wishes = wishes with { PausedUntil = day } };
            turn.Say(
                $"Tot {ShowNotices.Day(day, turn.Culture)} stuur ik je niets uit mezelf. Daarna krijg je wat dan nog telt. Zeg \"pauzeer tot nu\" om te stoppen.",
                $"Until {ShowNotices.Day(day, turn.Culture)} I send you nothing by myself. After it you get what still counts then. Say \"pause until now\" to end it.");
        }
        else
        {
            var problem = question.Hear(said, turn.Culture).Problem!;
            turn.Say(problem.Nl, problem.En);
        }

        return ValueTask.CompletedTask;
    }
}
