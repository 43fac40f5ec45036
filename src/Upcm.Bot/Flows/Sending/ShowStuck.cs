using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Notifications;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Sending;

/// <summary><c>verzonden</c>: what ran last, and which messages did not arrive and why, for who keeps the service going.</summary>
public sealed class ShowStuck(Standings standings) : ICommand
{
    private const int Shown = 6;

    public Sentence Sentence { get; } = new(
        ["verzonden", "niet verzonden"], ["outbox", "sent"],
        new Phrase("voor de beheerder: welke berichten niet aankwamen", "for the administrator: which messages did not arrive"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Refusals.Allows(turn, Deed.SeeSettings, await standings.InTeam(turn, null), null))
        {
            turn.Replace(await CardOf(turn, null));
        }
    }

    /// <param name="again">The post that goes out again by this very turn.</param>
    internal static async ValueTask<Card> CardOf(Turn turn, Post? again)
    {
        var en = turn.Culture.IsEnglish();
        var stuck = (await turn.Find(Kinds.Posts, "stuck=", 200)).Select(found => found.Document)
            .Where(post => post.Id != again?.Id)
            .OrderByDescending(post => post.Created)
            .ToList();
        List<Element> body = [];
        foreach (var post in stuck.Take(Shown))
        {
            body.Add(new Row(
                $"{PostWords.Name(post.Kind).In(turn.Culture)} · {await PostWords.Recipient(turn, post)}",
                $"{PostWords.At(post.Created, turn.Culture)} · {PostWords.State(post.State).In(turn.Culture)}{(post.Cause is { } cause ? $" · {cause}" : "")}",
                new Button(en ? "Send again" : "Stuur opnieuw", SendAgain.Press(post))));
        }

        List<Fact> ran = [];
        foreach (var kind in Enum.GetValues<OccasionKind>())
        {
            if ((await turn.Find(Kinds.Occasions, $"kind={kind}|", 1, descending: true)) is [{ Document: { IsStart: false } run }])
            {
                ran.Add(new Fact(PostWords.Name(Enum.GetName(kind)!.ToLowerInvariant()).In(turn.Culture), PostWords.Ran(run, turn.Culture)));
            }
        }

        if (ran.Count > 0)
        {
            body.Add(new Section(en ? "Last run" : "Laatst gemaakt", [new Facts(ran)]));
        }

        return new Card(en ? "Messages that did not arrive" : "Berichten die niet aankwamen")
        {
            Status = (again is null ? "" : en ? "Goes out again now · " : "Gaat nu opnieuw uit · ") + stuck.Count switch
            {
                0 => en ? "nothing is stuck" : "er staat niets vast",
                1 => en ? "1 message is stuck" : "er staat 1 bericht vast",
                200 => en ? "200 messages or more are stuck" : "er staan 200 berichten of meer vast",
                var count => en ? $"{count} messages are stuck" : $"er staan {count} berichten vast",
            } + (stuck.Count > Shown ? en ? $", the newest {Shown}" : $", de nieuwste {Shown}" : ""),
            Body = body,
        };
    }
}

/// <summary>Sends a message again that did not arrive; where it may have arrived, the message says so.</summary>
public sealed class SendAgain(Standings standings) : IButton
{
    private const string Name = "post.again";

    public string Verb => Name;

    internal static Press Press(Post post) => new(Name, ("post", post.Id));

    public async ValueTask Press(Turn turn, Pressed pressed)
    {
        if (!await Refusals.Allows(turn, Deed.SeeSettings, await standings.InTeam(turn, null), null))
        {
            return;
        }

        if (await turn.Load(Kinds.Posts, pressed.Press.Data.GetValueOrDefault("post") ?? "") is not { Document: { State: PostState.Held or PostState.Dead or PostState.Unknown } post } stored)
        {
            turn.Say("Dit bericht staat niet meer vast. Zeg \"verzonden\" voor hoe het er nu voor staat.", "This message is no longer stuck. Say \"outbox\" for how things are now.");
            return;
        }

        turn.Changes.Put(Kinds.Posts, post with
        {
            State = PostState.Pending,
            Attempt = 0,
            Due = turn.Now,
            LeaseOwner = null,
            LeaseEnds = null,
            Cause = null,
            Card = post.State == PostState.Unknown ? MayHaveArrived(post) : post.Card,
        }, stored.Version);
        turn.Record(History.PostSentAgain, null, null, post.Id);
        turn.Replace(await ShowStuck.CardOf(turn, post));
    }

    private static Card MayHaveArrived(Post post)
    {
        var said = new Text(
            Cultures.Of(post.Language).IsEnglish() ? "Sent again: you may have received this already." : "Opnieuw verstuurd: misschien heb je dit al ontvangen.", Tone.Subtle);
        return post.Card.Body is [Text first, ..] && first == said ? post.Card : post.Card with { Body = [said, .. post.Card.Body] };
    }
}
