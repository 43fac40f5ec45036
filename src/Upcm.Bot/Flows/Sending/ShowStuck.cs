using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Notifications;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Sending;

/// <summary><c>verzonden</c>: what was made when, what did not arrive and why; and of one occasion who got it.</summary>
public sealed class ShowStuck(Standings standings) : ICommand
{
    private const int Shown = 5;
    private const int RunsShown = 6;
    private const int SentShown = 8;

    public Sentence Sentence { get; } = new(
        ["verzonden", "niet verzonden"], ["sent", "outbox"],
        new Phrase("voor de beheerder: wat is verzonden, aan wie, en wat niet aankwam", "for the administrator: what was sent, to whom, and what did not arrive"),
        new Phrase("gelegenheid", "occasion"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Refusals.Allows(turn, Deed.SeeSettings, await standings.InTeam(turn, null), null))
        {
            var asked = rest.Trim();
            turn.Replace(asked.Length == 0 ? await CardOf(turn, null) : await RunCard.Of(turn, asked));
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
                $"{PostWords.At(post.Created, turn.Culture)} · {PostWords.State(post.State).In(turn.Culture)}{(PostWords.Cause(post, turn.Culture) is { } cause ? $" · {cause}" : "")}",
                new Button(en ? "Send again" : "Stuur opnieuw", SendAgain.Press(post), $"{(en ? "send again" : "stuur opnieuw")} {post.Id}")));
        }

        var runs = (await turn.Find(Kinds.Occasions, "at=", RunsShown + 10, descending: true)).Select(found => found.Document).Where(run => !run.IsStart).Take(RunsShown).ToList();
        if (runs.Count > 0)
        {
            body.Add(new Section(en ? "Last run" : "Laatst gemaakt", [.. runs.Select(run => new Row(
                PostWords.Name(Enum.GetName(run.Kind)!.ToLowerInvariant()).In(turn.Culture),
                PostWords.Ran(run, turn.Culture),
                Sayings.Button(en ? "To whom" : "Aan wie", $"{(en ? "sent" : "verzonden")} {run.Id}")))]));
        }

        List<string> sent = [];
        foreach (var found in await turn.Find(Kinds.Posts, "ended=", SentShown, descending: true))
        {
            sent.Add($"{PostWords.Name(found.Document.Kind).In(turn.Culture)} · {await PostWords.Recipient(turn, found.Document)} · {PostWords.Became(found.Document, turn.Culture)}");
        }

        if (sent.Count > 0)
        {
            body.Add(new Section(en ? "Last sent" : "Laatst verzonden", [new Bullets(sent)], Folded: true));
        }

        if (await turn.Find(Kinds.Purges, "at=", 1, descending: true) is [{ Document: var purge }] && purge.Removed.GetValueOrDefault("messages") is > 0 and var removed)
        {
            body.Add(new Text(en
                ? $"Cleared on {PostWords.At(purge.At, turn.Culture)}: {removed.ToString("N0", turn.Culture)} old {(removed == 1 ? "message" : "messages")}"
                : $"Opgeruimd op {PostWords.At(purge.At, turn.Culture)}: {removed.ToString("N0", turn.Culture)} {(removed == 1 ? "oud bericht" : "oude berichten")}", Tone.Subtle));
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
public sealed class SendAgain(Standings standings) : ICommand, IButton
{
    private const string Name = "post.again";

    public string Verb => Name;

    public Sentence Sentence { get; } = new(
        ["stuur opnieuw"], ["send again"],
        new Phrase("voor de beheerder: een bericht dat vaststaat opnieuw sturen", "for the administrator: send a message again that is stuck"), new Phrase("bericht", "message"));

    public ValueTask Run(Turn turn, string rest) => Send(turn, rest.Trim());

    internal static Press Press(Post post) => new(Name, ("post", post.Id));

    public ValueTask Press(Turn turn, Pressed pressed) => Send(turn, pressed.Press.Data.GetValueOrDefault("post") ?? "");

    private async ValueTask Send(Turn turn, string id)
    {
        if (!await Refusals.Allows(turn, Deed.SeeSettings, await standings.InTeam(turn, null), null))
        {
            return;
        }

        if (await turn.Load(Kinds.Posts, id) is not { Document: { State: PostState.Held or PostState.Dead or PostState.Unknown } post } stored)
        {
            turn.Say("Dit bericht staat niet meer vast. Zeg \"verzonden\" voor hoe het er nu voor staat.", "This message is no longer stuck. Say \"sent\" for how things are now.");
            return;
        }

        turn.Changes.Put(Kinds.Posts, post.Again(turn.Now), stored.Version);
        turn.Record(History.PostSentAgain, null, null, post.Id);
        turn.Replace(await ShowStuck.CardOf(turn, post));
    }
}
