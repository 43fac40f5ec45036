using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Conversation;
using Upcm.Bot.Documents;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.Reporting;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Exporting;

/// <summary>Role meetings that come, and what is due of one initiative or of the speaker's own: for one's own calendar.</summary>
public sealed class AgendaExport(MeetingCalendar calendar) : IExport
{
    private const int Most = 50;
    private const int DaysAhead = 182;

    /// <summary>Changes are counted in minutes from here: a later one has a higher number.</summary>
    private static readonly DateTimeOffset Start = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public Phrase Name { get; } = new("agenda", "calendar");

    public IReadOnlyList<string> Also { get; } = ["kalender", "mijlpalen", "overleggen", "vergaderingen", "roloverleggen", "milestones", "meetings", "agenda"];

    public IReadOnlyList<Format> Formats { get; } = [Format.Calendar];

    public ExportSubject Subject => ExportSubject.Mine;

    public async ValueTask<bool> Has(Turn turn, Initiative initiative) => (await Due(turn, initiative)).Any();

    public async ValueTask<Exported?> Prepare(Turn turn, ExportAsked asked)
    {
        var en = turn.Culture.IsEnglish();
        List<AgendaItem> items = asked.Initiative is null ? [.. await Meetings(turn)] : [];
        foreach (var initiative in asked.Initiative is { } one ? [one] : await Initiatives.Of(turn, Most))
        {
            items.AddRange(await Due(turn, initiative));
        }

        if (items.Count == 0)
        {
            turn.Say(
                $"{asked.Initiative!.Number} {asked.Initiative.Title} heeft nog geen oplevertermijn en geen mijlpalen met een datum. Er valt dus niets in je agenda te zetten.",
                $"{asked.Initiative.Number} {asked.Initiative.Title} has no delivery term and no milestones with a date yet, so there is nothing to put in your calendar.");
            return null;
        }

        var title = asked.Initiative is { } about ? $"{about.Number} {about.Title}" : $"{turn.Method.Short.In(turn.Culture)}: {(en ? "meetings and milestones" : "overleggen en mijlpalen")}";
        return new Exported(
            asked.Initiative is { } of ? $"{of.Number} {Name.In(turn.Culture)}" : $"{Name.In(turn.Culture)} {turn.Today:yyyy-MM-dd}",
            new Agenda(title, en ? "en" : "nl", [.. items.OrderBy(item => item.Day)]));
    }

    /// <summary>The role meetings of the team that owns them, and of every team that the speaker holds an office in.</summary>
    private async ValueTask<IEnumerable<AgendaItem>> Meetings(Turn turn)
    {
        var offices = await turn.Find(Kinds.Appointments, $"person={turn.Person.Id}|", Most);
        List<AgendaItem> items = [];
        foreach (var team in offices.Select(found => found.Document.Team).OfType<string>().Prepend(calendar.Owner).Distinct())
        {
            if (await calendar.Of(turn.Workspace, team, turn.Cancel) is { } timetable)
            {
                items.AddRange(Meetings(turn, team, timetable));
            }
        }

        return items;
    }

    /// <summary>A meeting is known by the day it was planned on, so that a calendar moves or removes what it had.</summary>
    private static IEnumerable<AgendaItem> Meetings(Turn turn, string team, Timetable timetable)
    {
        var title = $"{(turn.Culture.IsEnglish() ? "Role meeting" : "Roloverleg")} {turn.Method.Team(team)?.Name.In(turn.Culture) ?? team}";
        foreach (var meeting in timetable.Meetings(turn.Today, turn.Today.AddDays(DaysAhead)))
        {
            var changed = timetable.MeetingChanges.FirstOrDefault(change => change.Planned == meeting.Planned);
            yield return Item(meeting.Planned, DateOnly.FromDateTime(meeting.At), TimeOnly.FromDateTime(meeting.At), changed);
        }

        foreach (var skipped in timetable.MeetingChanges.Where(change => change.Day is null && change.Planned >= turn.Today))
        {
            yield return Item(skipped.Planned, skipped.Planned, timetable.RoleMeeting.Time, skipped) with { Cancelled = true };
        }

        // A meeting changes by itself or with the whole rhythm, whichever was last.
        AgendaItem Item(DateOnly planned, DateOnly day, TimeOnly at, MeetingChange? changed)
        {
            DateTimeOffset? since = changed is null || timetable.RhythmSince > changed.At ? timetable.RhythmSince : changed.At;
            return new($"{team}-{planned:yyyy-MM-dd}@upcm", title, day, at)
            {
                Changed = since ?? turn.Now,
                Sequence = since is { } changedAt ? (int)(changedAt - Start).TotalMinutes : 0,
            };
        }
    }

    private static async ValueTask<IEnumerable<AgendaItem>> Due(Turn turn, Initiative initiative)
    {
        var en = turn.Culture.IsEnglish();
        var name = $"{initiative.Number} {initiative.Title}";
        var stopped = initiative.Status is InitiativeStatus.Stopped;
        List<AgendaItem> items = [];
        if (initiative.Term is { } term)
        {
            var version = (await turn.Load(Kinds.Initiatives, initiative.Number.ToString()))?.Version ?? 0;
            items.Add(new AgendaItem($"{initiative.Number}-term@upcm", $"{(en ? "Delivery" : "Oplevering")} {name}", term)
            {
                Description = initiative.Result,
                Sequence = version,
                Changed = turn.Now,
                Cancelled = stopped,
            });
        }

        if (await Reports.Newest(turn, initiative.Number) is { } report)
        {
            items.AddRange(report.Milestones.Where(one => one.PlannedEnd is not null && one.ActualEnd is null).Select(one =>
                new AgendaItem($"{initiative.Number}-{Slug(one.Name)}@upcm", $"{one.Name} ({initiative.Number})", one.PlannedEnd!.Value)
                {
                    Description = name,
                    Sequence = report.Version,
                    Changed = turn.Now,
                    Cancelled = stopped,
                }));
        }

        return items;
    }

    /// <summary>A milestone has no id of its own: it is known by its name.</summary>
    private static string Slug(string name) =>
        string.Join('-', SearchWords.In(name)) is { Length: > 0 } words ? words : Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(name))[..Math.Min(16, name.Length * 2)];
}
