using Upcm.Bot.Cards;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Conversation;

/// <summary>
/// What happens to a bound channel on the platform: renamed it is known by its new name, deleted it is bound no longer. Where news
/// no longer has a place, the administrators and the team lead hear of it.
/// </summary>
public sealed class ChannelNews(Standings standings)
{
    /// <summary>Of <see cref="Notifications.Notice"/>.</summary>
    private const string Kind = "channel-gone";

    public async ValueTask Changed(Turn turn, ChannelChanged changed)
    {
        if (await turn.Load(Kinds.Channels, changed.ChannelId) is not { } bound)
        {
            return;
        }

        if (changed.Gone)
        {
            turn.Changes.Delete(Kinds.Channels, changed.ChannelId, bound.Version);
            turn.Record(History.ChannelGone, null, bound.Document.Team, bound.Document.Name);
            await TellOfGone(turn, bound.Document);
        }
        else if (changed.Name is { } name && name != bound.Document.Name)
        {
            turn.Changes.Put(Kinds.Channels, bound.Document with { Name = name }, bound.Version);
        }
    }

    /// <summary>The bot was taken out of a team or a group: what would come there waits until it is back.</summary>
    public async ValueTask Removed(Turn turn)
    {
        if (turn.IsPersonal)
        {
            return;
        }

        // The platform tells it twice, as an installation and as a member who left.
        var occasion = $"{Kind}/removed/{turn.Arrival.Place.Id}/{turn.Today:yyyy-MM-dd}";
        if ((await turn.Find(Kinds.Posts, $"occasion={occasion}|", 1)).Count > 0)
        {
            return;
        }

        var (place, by) = (turn.Arrival.Place.Name, turn.Person.Name);
        turn.Record(History.BotRemoved, null, null, place);
        foreach (var administrator in (await standings.Administrators(turn.Reader)).Where(one => one.Id != turn.Person.Id))
        {
            var en = Cultures.Of(administrator.Language).IsEnglish();
            turn.Write(administrator, Kind, occasion, new Card(
                place is null ? en ? "I was removed from a team" : "Ik ben uit een team verwijderd" : en ? $"I was removed from \"{place}\"" : $"Ik ben verwijderd uit \"{place}\"")
            {
                Status = en ? $"By {by}" : $"Door {by}",
                Body = [new Text(en ? "What would come there waits. It goes out as soon as I am added again." : "Wat daar zou komen, wacht. Het gaat eruit zodra ik weer word toegevoegd.")],
                Buttons = [Sayings.Button(en ? "What was sent" : "Wat is er verzonden", en ? "sent" : "verzonden")],
            });
        }
    }

    private async ValueTask TellOfGone(Turn turn, BoundChannel gone)
    {
        var left = (await turn.Find(Kinds.Channels, $"team={gone.Team}|", 20)).Select(found => found.Document).Where(other => other.Place != gone.Place).ToList();
        var people = (await standings.Administrators(turn.Reader)).Concat(await OfficeHolders.Reachable(turn, gone.Team, Offices.TeamLead)).DistinctBy(person => person.Id);
        foreach (var person in people)
        {
            turn.Write(person, Kind, $"{Kind}/{gone.Place}/{Kinds.Sortable(turn.Now)}", Card(turn.Method, gone, left, Cultures.Of(person.Language)), theirs: true);
        }
    }

    internal static Card Card(WorkingMethod method, BoundChannel gone, List<BoundChannel> left, System.Globalization.CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var team = method.Team(gone.Team)?.The.In(culture) ?? gone.Team;
        var name = gone.Name is { } known ? $" \"{known}\"" : "";
        return new Card(en ? $"The channel{name} was deleted" : $"Het kanaal{name} is verwijderd")
        {
            Status = left.Count == 0
                ? en ? $"The news of {team} is shown nowhere now" : $"Het nieuws van {team} staat nu nergens meer"
                : en ? $"The news of {team} is still shown in {Names(left)}" : $"Het nieuws van {team} staat nog wel in {Names(left)}",
            Body =
            [
                new Text(en
                    ? $"To show it in another channel, an administrator says there: \"bind {gone.Team}\"."
                    : $"Wil je het in een ander kanaal? Laat een beheerder daar zeggen: \"koppel {gone.Team}\"."),
            ],
        };
    }

    private static string Names(List<BoundChannel> channels) => string.Join(", ", channels.Select(one => one.Name ?? one.Place));
}
