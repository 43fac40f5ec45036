using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Bot.Rhythm;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Scheduling;

/// <summary><c>overleggen realisatie</c>: when the coming role meetings of a team are, and what was changed about them.</summary>
public sealed class ShowMeetings(MeetingCalendar calendar, Standings standings) : ICommand
{
    private const int Shown = 6;

    public Sentence Sentence { get; } = new(
        ["overleggen", "wanneer is het overleg", "wanneer is het roloverleg"], ["meetings", "when is the meeting", "when is the role meeting"],
        new Phrase("wanneer het roloverleg is", "when the role meeting is"), new Phrase("team", "team"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var named = rest.Trim();
        var team = named.Length == 0 ? calendar.Owner : Teams.Named(turn.Method, named, turn.Method.Teams)?.Id;
        if (team is null)
        {
            turn.Show(new Card(turn.Culture.IsEnglish() ? $"I do not know the team \"{named}\"" : $"Het team \"{named}\" ken ik niet")
            {
                Buttons = [.. turn.Method.Teams.Select(known => Sayings.Button(known.Name.In(turn.Culture), $"{Sentence.Name(turn.Culture)} {known.Id}"))],
            });
            return;
        }

        turn.Replace(Card(turn, team, await calendar.Of(turn.Workspace, team, turn.Cancel), Rights.May(Deed.ChangeMeetings, await standings.InTeam(turn, team))));
    }

    /// <param name="timetable">Null where the team has no meetings of its own.</param>
    /// <param name="mayChange">Whether the buttons to change them are of use to who looks.</param>
    public static Card Card(Turn turn, string team, Timetable? timetable, bool mayChange)
    {
        var en = turn.Culture.IsEnglish();
        var name = turn.Method.Team(team)?.Name.In(turn.Culture) ?? team;
        var meetings = timetable?.Meetings(turn.Today, turn.Today.AddDays(370)).Where(one => LocalTime.At(one.At, timetable.Zone) > turn.Now).Take(Shown).ToList() ?? [];
        var skipped = timetable?.MeetingChanges.Where(change => change.Day is null && change.Planned >= turn.Today).OrderBy(change => change.Planned).ToList() ?? [];
        return new Card(en ? $"Role meetings {name}" : $"Roloverleg {name}")
        {
            Status = timetable is null ? en ? "No meetings planned" : "Geen overleg gepland"
                : !timetable.HasSeries ? en ? "No series: only what was added" : "Geen vaste reeks: alleen wat is toegevoegd"
                : timetable.LastMeetingDay is { } last ? (last < turn.Today ? en ? "Ended on " : "Gestopt op " : en ? "Ends on " : "Stopt op ") + MeetingWords.Day(last, turn.Culture)
                : MeetingWords.Rhythm(timetable.RoleMeeting).In(turn.Culture),
            Body =
            [
                .. meetings.Count > 0 ? [new Bullets([.. meetings.Select(meeting => MeetingWords.Of(meeting, timetable!, turn.Culture))])] : Array.Empty<Element>(),
                .. skipped.Select(change => new Text(
                    en ? $"Skipped: {MeetingWords.Day(change.Planned, turn.Culture)} ({change.By.Name})" : $"Overgeslagen: {MeetingWords.Day(change.Planned, turn.Culture)} ({change.By.Name})", Tone.Subtle)),
            ],
            Buttons = !mayChange ? InCalendar(meetings, en) : timetable is null
                ? [Sayings.Button(en ? "Set a rhythm" : "Stel een ritme in", $"{(en ? "meeting rhythm" : "overlegritme")} {team}", ButtonTone.Main)]
                :
                [
                    .. meetings.Count == 0 ? Array.Empty<Button>() :
                    [
                        Sayings.Button(en ? "Move one" : "Verplaats", $"{(en ? "move meeting" : "verplaats overleg")} {team}"),
                        Sayings.Button(en ? "Skip one" : "Sla over", $"{(en ? "skip meeting" : "sla overleg over")} {team}"),
                    ],
                    .. InCalendar(meetings, en),
                    Sayings.Button("Extra", $"{(en ? "extra meeting" : "extra overleg")} {team}"),
                    Sayings.Button(en ? "Rhythm" : "Ritme", $"{(en ? "meeting rhythm" : "overlegritme")} {team}"),
                ],
        };
    }

    /// <summary>The coming meetings as a file for one's own calendar.</summary>
    private static IReadOnlyList<Button> InCalendar(List<Meeting> meetings, bool en) =>
        meetings.Count == 0 ? [] : [Sayings.Button(en ? "In my calendar" : "In mijn agenda", en ? "export calendar" : "exporteer agenda")];
}
