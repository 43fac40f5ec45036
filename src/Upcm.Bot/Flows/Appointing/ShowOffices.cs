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

/// <summary>Ends an appointment.</summary>
public sealed class EndOffice(Standings standings) : IButton
{
    public string Verb => OfficesCard.EndVerb;

    public async ValueTask Press(Turn turn, Pressed pressed)
    {
        if (await turn.Load(Kinds.Appointments, pressed.Press.Data.GetValueOrDefault("appointment") ?? "") is not { } stored)
        {
            turn.Say("Deze benoeming was al beëindigd.", "This appointment had already ended.");
            return;
        }

        var appointment = stored.Document;
        if (await Refusals.Allows(turn, Deed.AppointOffice, await standings.InTeam(turn, appointment.Team), appointment.Team))
        {
            turn.Changes.Delete(Kinds.Appointments, Kinds.Appointments.Id(appointment), stored.Version);
            turn.Record(History.OfficeEnded, null, appointment.Team, $"{appointment.Office}|{appointment.Person.Name}");
            turn.Replace(await OfficesCard.Of(turn, appointment.Team, mayEnd: true, ended: Kinds.Appointments.Id(appointment)));
        }
    }
}
