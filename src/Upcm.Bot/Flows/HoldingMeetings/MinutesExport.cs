using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Conversation;
using Upcm.Bot.Documents;
using Upcm.Bot.Flows.Exporting;
using Upcm.Domain;

namespace Upcm.Bot.Flows.HoldingMeetings;

/// <summary>The minutes of the last role meeting as a document.</summary>
public sealed class MinutesExport : IExport
{
    public Phrase Name { get; } = new("notulen", "minutes");

    public IReadOnlyList<string> Also { get; } = ["verslag roloverleg", "notulen roloverleg", "minutes role meeting"];

    public IReadOnlyList<Format> Formats => Format.OfDocuments;

    public ExportSubject Subject => ExportSubject.Team;

    public IEnumerable<Team> Among(WorkingMethod method) => method.Teams;

    public async ValueTask<Exported?> Prepare(Turn turn, ExportAsked asked)
    {
        var team = asked.Team ?? turn.Method.Teams.FirstOrDefault(one => one.OwnsRoleMeeting) ?? turn.Method.Teams[0];
        if (await Meetings.Last(turn.Reader, team.Id) is not { } meeting)
        {
            turn.Say($"{team.Name.Nl} heeft nog geen roloverleg gehad met mij erbij. Er zijn dus geen notulen.", $"{team.Name.En} has not had a role meeting with me yet, so there are no minutes.");
            return null;
        }

        return new Exported(
            string.Create(CultureInfo.InvariantCulture, $"{Name.In(turn.Culture)} {team.Id} {meeting.StartedAt:yyyy-MM-dd}"),
            await Of(turn, meeting, team));
    }

    private static async ValueTask<Document> Of(Turn turn, RoleMeeting meeting, Team team)
    {
        var (culture, en) = (turn.Culture, turn.Culture.IsEnglish());
        var register = await Meetings.Register(turn, null, team.Id);
        List<Block> body =
        [
            new FactList(
            [
                new Fact(en ? "Led by" : "Geleid door", meeting.Facilitator?.Name ?? "–"),
                new Fact(en ? "Recorded by" : "Vastgelegd door", (meeting.Secretary ?? meeting.Facilitator)?.Name ?? "–"),
                new Fact(en ? "Present" : "Aanwezig", string.Join(", ", meeting.Attendance.Where(one => one.Comes).Select(one => one.Person.Name))),
            ]),
        ];
        if (meeting.Points.Length > 0)
        {
            body.Add(new Heading(en ? "Administrative points" : "Praktische punten"));
            body.Add(new Listing(meeting.Points));
        }

        foreach (var item in meeting.Items.Where(item => item.State == ItemState.Done))
        {
            body.Add(new Heading($"{item.Tension}. {item.Text} ({item.By.Name})"));
            if (item.Proposal is { } proposal)
            {
                body.Add(new Paragraph((en ? "Proposal: " : "Voorstel: ") + proposal));
            }

            body.Add(new Listing([.. item.Outcomes.Select(outcome => OutcomeWords.Of(outcome, outcome.Role is { } id ? register.GetValueOrDefault(id) : null, turn.Method).In(culture))]));
        }

        var left = meeting.Items.Where(item => item.State == ItemState.CarriedOver).Select(item => $"{item.Tension}. {item.Text} ({item.By.Name})").ToList();
        if (left.Count > 0)
        {
            body.Add(new Heading(en ? "Left for the next meeting" : "Doorgeschoven naar het volgende overleg"));
            body.Add(new Listing(left));
        }

        return new Document((en ? "Minutes: " : "Notulen: ") + MeetingCard.Title(team, culture), en ? "en" : "nl")
        {
            Subtitle = TimeZoneInfo.ConvertTime(meeting.StartedAt ?? meeting.StartsAt, Clock.Amsterdam).ToString("dddd d MMMM yyyy HH:mm", culture),
            Programme = turn.Method.Name.In(culture),
            Date = turn.Today,
            Body = body,
        };
    }
}
