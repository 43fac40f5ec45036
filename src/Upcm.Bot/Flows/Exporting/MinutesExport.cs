using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Conversation;
using Upcm.Bot.Documents;
using Upcm.Bot.Flows.HoldingMeetings;
using Upcm.Bot.Flows.KeepingRoles;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Exporting;

/// <summary>The minutes of a team's last role meeting as a document.</summary>
public sealed class MinutesExport : IExport
{
    public static Phrase Called { get; } = new("notulen", "minutes");

    public Phrase Name => Called;

    public IReadOnlyList<string> Also { get; } = ["verslag", "notulen roloverleg", "minutes role meeting"];

    public IReadOnlyList<Format> Formats => Format.OfDocuments;

    public ExportSubject Subject => ExportSubject.Team;

    public IEnumerable<Team> Among(WorkingMethod method) => method.Teams;

    public async ValueTask<Exported?> Prepare(Turn turn, ExportAsked asked)
    {
        var team = asked.Team ?? turn.Method.Teams.FirstOrDefault(one => one.OwnsRoleMeeting) ?? turn.Method.Teams[0];
        var name = team.Name.In(turn.Culture);
        if (await Meetings.Last(turn.Reader, team.Id) is not { } meeting)
        {
            turn.Say(
                $"{Capital.Of(team.The.Nl)} heeft nog geen roloverleg gesloten. Er zijn dus nog geen notulen.", $"{Capital.Of(team.The.En)} has closed no role meeting yet, so there are no minutes.");
            return null;
        }

        var roles = (await new RoleRegister(turn.Reader, turn.Method).OfTeam(team.Id)).ToDictionary(kept => kept.Role.Id, kept => kept.Role);
        var day = LocalTime.DayOf(meeting.StartedAt ?? meeting.StartsAt, Clock.Amsterdam);
        return new Exported(
            string.Create(CultureInfo.InvariantCulture, $"{Name.In(turn.Culture)} {team.Id} {day:yyyy-MM-dd}"),
            new Minutes(meeting, name, roles, turn.Method, turn.Culture).On(turn.Today));
    }

    private sealed class Minutes(RoleMeeting meeting, string team, Dictionary<RoleId, Role> roles, WorkingMethod method, CultureInfo culture)
    {
        private readonly bool en = culture.IsEnglish();

        public Document On(DateOnly day) => new($"{(en ? "Minutes of the role meeting" : "Notulen roloverleg")} {team}", en ? "en" : "nl")
        {
            Subtitle = $"{At(meeting.StartedAt ?? meeting.StartsAt, "dddd d MMMM yyyy HH:mm")}{(meeting.ClosedAt is { } closed ? $" – {At(closed, "HH:mm")}" : "")}",
            Programme = method.Name.In(culture),
            Date = day,
            Body = [Who(), .. Points(), .. meeting.Items.SelectMany(Item), .. Nothing()],
        };

        private FactList Who() => new(
        [
            new(en ? "Led by" : "Geleid door", meeting.Facilitator?.Name ?? "–"),
            new(en ? "Recorded by" : "Vastgelegd door", meeting.Recorder?.Name ?? "–"),
            new(en ? "Present" : "Aanwezig", Names(comes: true)),
            new(en ? "Said not to come" : "Afgemeld", Names(comes: false)),
        ]);

        private string At(DateTimeOffset moment, string format) => TimeZoneInfo.ConvertTime(moment, Clock.Amsterdam).ToString(format, culture);

        private string Names(bool comes) =>
            string.Join(", ", meeting.Attendance.Where(one => one.Comes == comes).Select(one => one.Person.Name).DefaultIfEmpty("–"));

        private IEnumerable<Block> Points() => meeting.Points.IsEmpty ? [] : [new Heading(en ? "Administrative points" : "Administratieve punten"), new Listing(meeting.Points)];

        private IEnumerable<Block> Nothing() => meeting.Items.Any(item => !item.Outcomes.IsEmpty) ? [] :
            [new Paragraph(en ? "Nothing was agreed." : "Er is niets afgesproken.", Tone.Subtle)];

        private IEnumerable<Block> Item(MeetingItem item)
        {
            yield return new Heading(item.Text);
            yield return new FactList(
            [
                new(en ? "Raised by" : "Ingebracht door", item.By.Name),
                .. item.Proposal is { } proposal ? [new Fact(en ? "Proposal" : "Voorstel", proposal)] : Array.Empty<Fact>(),
                .. item.Objections.Select(one => new Fact(
                    en ? "Objection" : "Bezwaar",
                    $"{one.By.Name}: {one.Text}{(!one.Stands ? en ? " (did not stand)" : " (hield geen stand)" : one.Integrated ? en ? " (integrated)" : " (opgelost)" : "")}")),
            ]);
            if (item.State == ItemState.CarriedOver)
            {
                yield return new Paragraph(en ? "Carried over to the next meeting." : "Doorgeschoven naar het volgende overleg.", Tone.Subtle);
            }

            if (!item.Outcomes.IsEmpty)
            {
                yield return new Heading(en ? "Agreed" : "Afgesproken", 2);
                yield return new Listing([.. item.Outcomes.Select(one => OutcomeWords.Of(one, one.Role is { } id ? roles.GetValueOrDefault(id) : null, method).In(culture))]);
            }
        }
    }
}
