using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Appointing;

/// <summary><c>wie is wie realisatie</c>; without a team the offices of the whole programme.</summary>
public sealed class ShowOffices(Standings standings) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["wie is wie"], ["who is who"],
        new Phrase("wie welke rol heeft: wie is wie {team}", "who holds which role: who is who {team}"),
        new Phrase("team", "team"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var team = Teams.Named(turn.Method, rest, turn.Method.Teams);
        var mayEnd = Rights.May(Deed.AppointOffice, await standings.InTeam(turn, team?.Id));
        var card = await OfficesCard.Of(turn, team?.Id, mayEnd);
        turn.Replace(card with
        {
            Buttons =
            [
                .. card.Buttons,
                .. turn.Method.Teams.Where(other => other.Id != team?.Id)
                    .Select(other => Sayings.Button(other.Name.In(turn.Culture), $"{Sentence.Name(turn.Culture)} {other.Id}")),
            ],
        });
    }
}

/// <summary>Ends an appointment: by its button, or <c>beëindig benoeming Piet als linking pin van realisatie</c>.</summary>
public sealed class EndOffice(Standings standings) : ICommand, IButton
{
    public string Verb => OfficesCard.EndVerb;

    public Sentence Sentence { get; } = new(
        ["beëindig benoeming"], ["end appointment"],
        new Phrase("een benoeming beëindigen: beëindig benoeming Jan als {linking-pin} van {team}", "end an appointment: end appointment Jan as {linking-pin} of {team}"),
        new Phrase("wie als wat", "who as what"));

    /// <summary>What is said for the button.</summary>
    public static string Words(Appointment one, WorkingMethod method, CultureInfo culture)
    {
        var (office, en) = (Refusals.OfficeName(method, one.Office).In(culture), culture.IsEnglish());
        return (en ? $"end appointment {one.Person.Name} as {office}" : $"beëindig benoeming {one.Person.Name} als {office}")
            + (one.Team is { } team ? en ? $" of {team}" : $" van {team}" : "");
    }

    public async ValueTask Run(Turn turn, string rest)
    {
        var form = new AppointForm(turn.Method);
        var match = AppointFlow.Whole().Match(rest);
        var team = form.Team.Hear(match.Groups["team"].Value, turn.Culture);
        var office = form.Office.Hear(match.Groups["office"].Value, turn.Culture);
        var held = !match.Success || !office.Understood ? []
            : (await turn.Find(Kinds.Appointments, $"team={(Appointment.IsOfWorkspace(office.Value!) ? "-" : team.Value)}|{office.Value}|", 50))
                .Where(hit => hit.Document.Person.Name.Equals(match.Groups["who"].Value.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        if (held is [var one])
        {
            await End(turn, new Stored<Appointment>(one.Document, one.Version));
        }
        else
        {
            turn.Say(
                "Zeg wie je bedoelt, in welke rol en van welk team. Met \"wie is wie\" en het team zie je wie er benoemd zijn.",
                "Say whom you mean, in which role and of which team. By \"who is who\" and the team you see who is appointed.");
        }
    }

    public async ValueTask Press(Turn turn, Pressed pressed)
    {
        if (await turn.Load(Kinds.Appointments, pressed.Press.Data.GetValueOrDefault("appointment") ?? "") is { } stored)
        {
            await End(turn, stored);
        }
        else
        {
            turn.Say("Deze benoeming was al beëindigd.", "This appointment had already ended.");
        }
    }

    private async ValueTask End(Turn turn, Stored<Appointment> stored)
    {
        var appointment = stored.Document;
        if (await Refusals.Allows(turn, Deed.AppointOffice, await standings.InTeam(turn, appointment.Team), appointment.Team))
        {
            turn.Changes.Delete(Kinds.Appointments, Kinds.Appointments.Id(appointment), stored.Version);
            turn.Record(History.OfficeEnded, null, appointment.Team, $"{appointment.Office}|{appointment.Person.Name}");
            turn.Replace(await OfficesCard.Of(turn, appointment.Team, mayEnd: true, ended: Kinds.Appointments.Id(appointment)));
        }
    }
}
