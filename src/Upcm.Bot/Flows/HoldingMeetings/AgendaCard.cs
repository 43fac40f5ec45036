using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.KeepingRoles;
using Upcm.Bot.Flows.RaisingTensions;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.HoldingMeetings;

/// <summary>What the next meeting has before it: open tensions by role, role changes since the last one, and who comes.</summary>
public sealed class AgendaCard(Reader reader, WorkingMethod method, CultureInfo culture)
{
    public const int MostItems = 30;

    private const int MostInSight = 8;
    private const int MostChanges = 200;
    private const int MostNames = 12;

    private readonly bool en = culture.IsEnglish();

    /// <summary>A tension as it is after this turn, where one changes in it.</summary>
    public Tension? Changed { get; init; }

    /// <summary>The agenda by itself.</summary>
    /// <param name="mayLead">True where the reader may start it.</param>
    public async ValueTask<Card> Of(RoleMeeting meeting, Team team, DateTimeOffset now, bool mayLead) => new(MeetingCard.Title(team, culture))
    {
        Status = Status(meeting),
        Body = await Body(meeting, team.Id, now),
        Buttons = [.. mayLead ? StartOn(meeting, team.Id, now) : [], .. Buttons(team.Id)],
    };

    /// <summary>The agenda over a summary of what else changed.</summary>
    /// <param name="occasion">The id of what it is posted for.</param>
    /// <param name="leaders">Who may start it: they get a button for it on a card of their own.</param>
    public async ValueTask<Card> Over(Card summary, RoleMeeting meeting, Team team, DateTimeOffset now, string occasion, IEnumerable<string> leaders)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var people = leaders.Distinct().Take(60).ToList();
        return summary with
        {
            Title = $"{MeetingCard.Title(team, culture)} · {char.ToLower(summary.Title[0], culture)}{summary.Title[1..]}",
            Status = $"{Status(meeting)} · {summary.Status}",
            Body = [.. await Body(meeting, team.Id, now), .. summary.Body],
            Buttons = [.. Buttons(team.Id), .. summary.Buttons],
            Personal = people.Count == 0 ? null : new PersonalView(people, new Press(MeetingCard.ViewVerb, ("team", team.Id), ("occasion", occasion))),
        };
    }

    private async ValueTask<List<Element>> Body(RoleMeeting meeting, string team, DateTimeOffset now)
    {
        var tensions = (await reader.Find(Kinds.Tensions, $"table={team}/{Tables.RoleMeeting}|", MostItems))
            .Select(found => found.Document)
            .Where(tension => tension.Id != Changed?.Id)
            .Concat(Changed is { State: TensionState.Open, Table: Tables.RoleMeeting } && Changed.Team == team ? [Changed] : [])
            .OrderBy(tension => tension.At)
            .ToList();
        List<Element> body = [];
        List<string> lines = [];
        foreach (var group in tensions.Take(MostInSight).GroupBy(tension => tension.Role))
        {
            var role = group.Key is { } id && await new RoleRegister(reader, method).Load(id) is { } kept ? kept.Role.Name.In(culture) : null;
            lines.AddRange(group.Select(tension => $"{tension.Id}. {Shorter.Than(100, tension.Text)} · {(role is null ? tension.By.Name : $"{role} ({tension.By.Name})")}, {TensionWords.Age(tension, now, culture)}"
                + (tension.CarriedOver > 0 ? en ? ", carried over" : ", doorgeschoven" : "")));
        }

        if (tensions.Count > MostInSight)
        {
            lines.Add(en ? $"and {tensions.Count - MostInSight} more" : $"en nog {tensions.Count - MostInSight}");
        }

        body.Add(new Section(en ? $"On the agenda ({tensions.Count})" : $"Op de agenda ({tensions.Count})", [lines.Count > 0 ? new Bullets(lines) : new Text(en ? "No tensions yet." : "Nog geen spanningen.")]));
        var changes = await RoleChanges(team);
        if (changes.Count > 0)
        {
            body.Add(new Section(en ? "Roles changed since the last meeting" : "Rollen veranderd sinds het vorige overleg", [new Bullets(changes)], Folded: true));
        }

        body.AddRange(Who(meeting));
        return body;
    }

    private async ValueTask<List<string>> RoleChanges(string team)
    {
        var since = (await Meetings.Last(reader, team))?.StartedAt ?? DateTimeOffset.MinValue;
        return [.. (await reader.Find(Kinds.Journal, $"team={team}|", MostChanges, descending: true))
            .Select(found => found.Document)
            .TakeWhile(line => line.At >= since)
            .Where(line => line.What is Asking.History.RoleChanged or Asking.History.OfficeAppointed or Asking.History.OfficeEnded)
            .Take(MostInSight)
            .Select(line => Change(line))];
    }

    private string Change(JournalLine line) => line.Words?.In(culture)
        ?? (line.Detail?.Split('|') is [var office, var name] ? $"{name}: {Refusals.OfficeName(method, office).In(culture)}" : line.Detail ?? "");

    private IEnumerable<Element> Who(RoleMeeting meeting)
    {
        var (come, not) = (Names(meeting, comes: true), Names(meeting, comes: false));
        if (come.Length > 0 || not.Length > 0)
        {
            yield return new Facts(
            [
                .. come.Length > 0 ? [new Fact(en ? "Coming" : "Komen", come)] : Array.Empty<Fact>(),
                .. not.Length > 0 ? [new Fact(en ? "Not coming" : "Komen niet", not)] : Array.Empty<Fact>(),
            ]);
        }
    }

    private static string Names(RoleMeeting meeting, bool comes) =>
        string.Join(", ", meeting.Attendance.Where(one => one.Comes == comes).Select(one => one.Person.Name).Take(MostNames));

    private string Status(RoleMeeting meeting)
    {
        var come = meeting.Attendance.Count(one => one.Comes);
        var at = TimeZoneInfo.ConvertTime(meeting.StartsAt, Clock.Amsterdam).ToString("ddd d MMMM HH:mm", culture);
        return $"{at}{(come > 0 ? en ? $" · {come} coming" : $" · {come} {(come == 1 ? "komt" : "komen")}" : "")}";
    }

    /// <summary>The button to start, on the day of the meeting only: the day before, somebody would start it by mistake.</summary>
    public IEnumerable<Button> StartOn(RoleMeeting meeting, string team, DateTimeOffset now) =>
        LocalTime.DayOf(meeting.StartsAt, Clock.Amsterdam) <= LocalTime.DayOf(now, Clock.Amsterdam) ? [Start(team)] : [];

    private Button Start(string team) => Sayings.Button(en ? "Start" : "Start het overleg", $"{(en ? "start role meeting" : "start roloverleg")} {team}", ButtonTone.Main);

    private List<Button> Buttons(string team) =>
    [
        new(en ? "I come" : "Ik kom", new Press(SayToCome.ButtonVerb, ("team", team)), en ? "i am coming" : "ik kom"),
        new(en ? "I cannot come" : "Ik kom niet", new Press(SayNotToCome.ButtonVerb, ("team", team)), en ? "i cannot come" : "ik kom niet"),
        Sayings.Button(en ? "Raise a tension" : "Spanning inbrengen", en ? "tension" : "spanning"),
    ];
}
