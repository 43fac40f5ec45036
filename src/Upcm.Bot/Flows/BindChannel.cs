using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Bot.Storage;

namespace Upcm.Bot.Flows;

/// <summary><c>koppel realisatie</c>, said in a channel by an administrator: the team's news is shown there from now on.</summary>
public sealed class BindChannel(IConfiguration settings) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["koppel kanaal aan", "koppel"], ["bind channel to", "bind"],
        new Phrase("in een kanaal: het nieuws van een team hier tonen", "in a channel: show a team's news here"), new Phrase("team", "team"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var wanted = rest.Trim();
        var team = turn.Method.Teams.FirstOrDefault(team => ((string[])[team.Id, team.Name.Nl, team.Name.En]).Contains(wanted, StringComparer.OrdinalIgnoreCase));
        var place = turn.Arrival.Place;
        if (place.Kind != PlaceKind.Channel)
        {
            turn.Say("Zeg dit in het kanaal dat je wilt koppelen.", "Say this in the channel that you want to bind.");
        }
        else if (team is null)
        {
            turn.Say(
                $"Het team \"{wanted}\" ken ik niet. Kies uit: {string.Join(", ", turn.Method.Teams.Select(team => team.Id))}.",
                $"I do not know the team \"{wanted}\". Choose from: {string.Join(", ", turn.Method.Teams.Select(team => team.Id))}.");
        }
        else if (!IsAdministrator(turn))
        {
            turn.Say(
                "Een kanaal koppelen doet de beheerder of het ondersteuningsteam. Vraag het een van hen.",
                "Binding a channel is done by the administrator or the support team. Please ask one of them.");
        }
        else
        {
            var known = await turn.Load(Kinds.Channels, place.Id);
            turn.Changes.Put(
                Kinds.Channels,
                new BoundChannel(place.Id, turn.Arrival.Channel, place.Address, place.Name, team.Id, turn.Speaker, turn.Now),
                known?.Version ?? 0);
            turn.Record("channel-bound", null, team.Id, place.Name);
            turn.Say($"Gekoppeld. Het nieuws van {team.Name.Nl} verschijnt hier.", $"Bound. The news of {team.Name.En} appears here.");
        }
    }

    /// <summary>The first administrators are named by setting: directory object ids.</summary>
    private bool IsAdministrator(Turn turn) =>
        settings.GetSection("Administrators").GetChildren().Any(id => id.Value == turn.Person.Id.Value);
}
