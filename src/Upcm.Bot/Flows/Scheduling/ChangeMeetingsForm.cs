using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Scheduling;

/// <summary>What somebody wants to change about the meetings of a team.</summary>
/// <param name="timetable">That of the team that was chosen; null where none was yet, or it has no meetings.</param>
/// <param name="rhythm">What people changed about the meetings of that team; null where nobody did.</param>
public sealed class ChangeMeetingsForm(WorkingMethod method, Timetable? timetable, DateOnly today, MeetingRhythm? rhythm = null) : Form<ChangeMeetingsForm.Wish>
{
    public const string Move = "move";
    public const string PassOver = "skip";
    public const string Extra = "extra";
    public const string Rhythm = "rhythm";
    public const string End = "end";
    private const int MostMeetings = 12;
    private static readonly Phrase First = new("Wat en wie", "What and whose");
    private static readonly Phrase Then = new("Wanneer", "When");

    /// <param name="Planned">The meeting it is about; null for an extra one, a rhythm and an end.</param>
    public sealed record Wish(string What, string Team, DateOnly? Planned, DateOnly? Day, TimeOnly? Time, string? Weeks);

    public ChoiceQuestion What { get; } = new(
        "what", new("Wat wil je met het overleg doen?", "What do you want to do with the meeting?"),
        [
            new(Move, new("Verplaatsen", "Move it")),
            new(PassOver, new("Overslaan", "Skip it")),
            new(Extra, new("Een extra overleg", "Add an extra one"), "extra"),
            new(Rhythm, new("Het ritme instellen", "Set the rhythm"), "ritme"),
            new(End, new("Stoppen met de reeks", "End the series"), "stoppen"),
        ])
    {
        Name = new("Wat", "What"),
        Page = First,
    };

    public ChoiceQuestion Team { get; } = new(
        "team", new("Van welk team?", "Of which team?"), [.. method.Teams.Select(team => new Choice(team.Id, new Phrase(team.Name.Nl, team.Name.En)))])
    {
        Name = new("Team", "Team"),
        Page = First,
    };

    public override Phrase Title => new("Roloverleg wijzigen", "Change role meetings");

    public override IReadOnlyList<Question> Questions(Answers answers) =>
        [What, Team, Which, DayOf(answers), Time(answers), WeeksOf(answers)];

    public override IReadOnlyList<Phrase> Remarks(Answers answers)
    {
        List<Phrase> remarks = [];
        if (timetable is null && answers[What.Key] is Move or PassOver or End)
        {
            remarks.Add(new("Dit team heeft nog geen reeks. Stel eerst een ritme in.", "This team has no series yet. Set a rhythm first."));
        }

        if (answers[What.Key] is Move or Extra && DayOf(answers).IsAnswered(answers) && DayOf(answers).From(answers) is var day
            && timetable is not null && !timetable.DaysOff.IsWorkday(day))
        {
            remarks.Add(new(
                $"{MeetingWords.Day(day, Cultures.Dutch)} is {MeetingWords.Off(timetable, day).Nl}.", $"{MeetingWords.Day(day, Cultures.English)} is {MeetingWords.Off(timetable, day).En}."));
        }

        return remarks;
    }

    public override IReadOnlyList<Phrase> Replaces(Answers answers) =>
        answers[What.Key] == Rhythm && rhythm is { Weekday: { } weekday, Time: { } time }
            ? [new(
                $"Dit team heeft al een ritme, op {Cultures.Dutch.DateTimeFormat.GetDayName(weekday)} om {time:HH:mm}. Dit komt ervoor in de plaats.",
                $"This team has a rhythm already, on {Cultures.English.DateTimeFormat.GetDayName(weekday)} at {time:HH:mm}. This takes its place.")]
        : answers[What.Key] == End && rhythm?.LastDay is { } last
            ? [new(
                $"De reeks stopt al na {MeetingWords.Day(last, Cultures.Dutch)}. Dit komt ervoor in de plaats.",
                $"The series ends already after {MeetingWords.Day(last, Cultures.English)}. This takes its place.")]
        : Changed(answers) is not { } change ? []
        : change.Day is { } day && day != change.Planned
            ? [new(
                $"{change.By.Name} verplaatste dit overleg al van {MeetingWords.Day(change.Planned, Cultures.Dutch)} naar {MeetingWords.Day(day, Cultures.Dutch)}. Dit komt ervoor in de plaats.",
                $"{change.By.Name} moved this meeting already from {MeetingWords.Day(change.Planned, Cultures.English)} to {MeetingWords.Day(day, Cultures.English)}. This takes its place.")]
        : [new(
            $"{change.By.Name} veranderde het overleg van {MeetingWords.Day(change.Planned, Cultures.Dutch)} al. Dit komt ervoor in de plaats.",
            $"{change.By.Name} changed the meeting of {MeetingWords.Day(change.Planned, Cultures.English)} already. This takes its place.")];

    /// <summary>What somebody changed about the meeting that was chosen.</summary>
    private MeetingChange? Changed(Answers answers)
    {
        var day = answers[What.Key] is Move or PassOver ? Which.Maybe(answers)
            : answers[What.Key] == Extra && DayOf(answers) is var extra && extra.IsAnswered(answers) ? extra.From(answers).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
        return rhythm?.Changes.FirstOrDefault(change => change.Planned.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == day);
    }

    /// <summary>The meetings to choose from, by the day they were planned on.</summary>
    public ChoiceQuestion Which => new(
        "which", new("Welk overleg?", "Which meeting?"),
        [
            .. Coming.Select(meeting => new Choice(
                meeting.Planned.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                new Phrase(MeetingWords.At(meeting.At, Cultures.Dutch), MeetingWords.At(meeting.At, Cultures.English)),
                meeting.Planned.ToString("d MMM", Cultures.Dutch), meeting.Planned.ToString("d MMMM", Cultures.Dutch), meeting.Planned.ToString("d MMMM", Cultures.English))),
        ])
    {
        Name = new("Overleg", "Meeting"),
        OnlyIf = answers => answers[What.Key] is Move or PassOver && timetable is not null,
        Page = Then,
    };

    protected override Wish Complete(Answers answers) => new(
        What.From(answers),
        Team.From(answers),
        Which.Maybe(answers) is { } which ? DateOnly.ParseExact(which, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        DayOf(answers).IsAnswered(answers) ? DayOf(answers).From(answers) : null,
        Time(answers).IsAnswered(answers) ? Time(answers).From(answers) : null,
        WeeksOf(answers).Maybe(answers));

    private IEnumerable<Meeting> Coming => timetable?.Meetings(today, today.AddDays(370)).Take(MostMeetings) ?? [];

    private DateQuestion DayOf(Answers answers) => new(
        "day",
        answers[What.Key] switch
        {
            Move => new("Naar welke dag?", "To which day?"),
            Rhythm => new("Op welke dag is het eerste overleg?", "On which day is the first meeting?"),
            End => new("Wat is de laatste dag met een overleg?", "What is the last day with a meeting?"),
            _ => new("Op welke dag?", "On which day?"),
        },
        today)
    {
        Name = new("Dag", "Day"),
        Hint = answers[What.Key] == Rhythm ? new("De volgende vallen op dezelfde dag van de week.", "The next ones fall on the same day of the week.") : null,
        OnlyIf = known => known[What.Key] is Move or Extra or Rhythm or End,
        Rule = day => Fits(day, answers),
        Page = Then,
    };

    private static TimeQuestion Time(Answers answers) => new(
        "time", answers["what"] == Move ? new("Hoe laat begint het dan?", "At what time does it start then?") : new("Hoe laat begint het?", "At what time does it start?"))
    {
        Name = new("Tijd", "Time"),
        OnlyIf = static known => known["what"] is Move or Extra or Rhythm,
        Page = Then,
    };

    private ChoiceQuestion WeeksOf(Answers answers)
    {
        var odd = DayOf(answers) is var day && day.IsAnswered(answers) ? ISOWeek.GetWeekOfYear(day.From(answers)) % 2 == 1 : (bool?)null;
        return new ChoiceQuestion(
            "weeks", new("Hoe vaak komt het terug?", "How often does it come round?"),
            [
                new("second", new("Om de week", "Every second week"), "tweewekelijks", "biweekly"),
                .. odd != false ? [new Choice("odd", new("In oneven weken", "In odd weeks"), "oneven")] : Array.Empty<Choice>(),
                .. odd != true ? [new Choice("even", new("In even weken", "In even weeks"))] : Array.Empty<Choice>(),
                new("every", new("Elke week", "Every week"), "wekelijks", "weekly"),
            ])
        {
            Name = new("Ritme", "Rhythm"),
            Why = new(
                "Om de week telt vanaf het eerste overleg. Even en oneven zijn de weken van de kalender: na week 53 volgen twee oneven weken op elkaar.",
                "Every second week counts from the first meeting. Even and odd are the weeks of the calendar: after a week 53 two odd weeks follow each other."),
            OnlyIf = static known => known["what"] == Rhythm,
            Page = Then,
        };
    }

    private Phrase? Fits(DateOnly day, Answers answers)
    {
        if (day < today)
        {
            return new(
                $"{MeetingWords.Day(day, Cultures.Dutch)} is al geweest. Kies vandaag of een latere dag.",
                $"{MeetingWords.Day(day, Cultures.English)} has been. Choose today or a later day.");
        }

        if (day > today.AddYears(2))
        {
            return new(
                $"{MeetingWords.Day(day, Cultures.Dutch)} is over meer dan twee jaar. Kies een eerdere dag.",
                $"{MeetingWords.Day(day, Cultures.English)} is more than two years away. Choose an earlier day.");
        }

        var moved = answers[What.Key] == Move ? answers[Which.Key] : null;
        return answers[What.Key] is Move or Extra
            && timetable?.Meetings(day, day).FirstOrDefault(one => one.Planned.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) != moved) is { } other
                ? new($"Op die dag is er al een overleg, om {other.At:HH:mm}. Kies een andere dag.", $"There is a meeting on that day already, at {other.At:HH:mm}. Choose another day.")
                : null;
    }
}
