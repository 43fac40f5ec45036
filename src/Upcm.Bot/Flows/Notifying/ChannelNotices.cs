using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Notifications;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Notifying;

/// <summary>What a bound channel shows by itself, each kind with its switch: for who may bind the channel, and for everybody in it.</summary>
public sealed class ChannelNotices(Standings standings)
{
    /// <summary>Shows the switches of the channel it is said in; false where it is said in no bound channel.</summary>
    public async ValueTask<bool> Show(Turn turn)
    {
        if (await Bound(turn, turn.Arrival.Place.Id) is not { Document: var channel })
        {
            return false;
        }

        turn.Replace(Card(turn, channel));
        return true;
    }

    /// <summary>Switches one kind on or off in a channel; false where that is no bound channel.</summary>
    public async ValueTask<bool> Set(Turn turn, string place, Notice notice, bool on)
    {
        if (await Bound(turn, place) is not { Document: var channel } stored)
        {
            return false;
        }

        if (notice.InChannel is null)
        {
            turn.Say(
                $"\"{notice.Name.Nl}\" gaat niet naar kanalen. Zet het voor jezelf uit in ons eigen gesprek.", $"\"{notice.Name.En}\" does not go to channels. Switch it off for yourself in our own conversation.");
        }
        else if (await Refusals.Allows(turn, Deed.BindChannel, await standings.InTeam(turn, channel.Team), channel.Team))
        {
            var off = channel.Off.Remove(notice.Kind);
            var switched = channel with { Off = on ? off : off.Add(notice.Kind) };
            turn.Changes.Put(Kinds.Channels, switched, stored.Version);
            turn.Record(History.ChannelSwitched, null, channel.Team, channel.Name, new Phrase($"{notice.Name.Nl}: {(on ? "aan" : "uit")}", $"{notice.Name.En}: {(on ? "on" : "off")}"));
            turn.Replace(Card(turn, switched));
        }

        return true;
    }

    private static async ValueTask<Stored<BoundChannel>?> Bound(Turn turn, string place) =>
        turn.Arrival.Place.Kind == PlaceKind.Channel ? await turn.Load(Kinds.Channels, place) : null;

    private static Card Card(Turn turn, BoundChannel channel)
    {
        var en = turn.Culture.IsEnglish();
        return new Card(en ? "What appears in this channel" : "Wat er in dit kanaal verschijnt")
        {
            Status = en ? $"News of {turn.Method.Team(channel.Team)?.The.En}" : $"Nieuws van {turn.Method.Team(channel.Team)?.The.Nl}",
            Body =
            [
                .. Notice.All.Where(notice => notice.InChannel is not null).Select(notice =>
                    ShowNotices.Row(notice, notice.InChannel!, channel.Shows(notice.Kind), SwitchNotice.Press(notice.Kind, !channel.Shows(notice.Kind), channel.Place), turn.Culture)),
                new Text(en ? "This holds for everybody here. What you get yourself, you set in our own conversation." : "Dit geldt voor iedereen hier. Wat je zelf krijgt, stel je in ons eigen gesprek in.", Tone.Subtle),
            ],
        };
    }
}
