using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Upcm.Bot.Cards;
using Upcm.Bot.Channels.Teams;
using Upcm.Bot.Notifications;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Notifications;

/// <summary>An outbox full of messages, carried to Teams through a connector that makes trouble, without waiting for the clock.</summary>
internal sealed class Storm : IAsyncDisposable
{
    public static readonly WorkspaceId Here = new("here");
    private readonly MemoryStore store = new();
    private readonly List<string> ids = [];

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 7, 0, 0, TimeSpan.Zero));

    public MemoryStore Store => store;

    public ValueTask DisposeAsync() => store.DisposeAsync();

    /// <param name="strangers">The bot never talked with every so-manieth of them.</param>
    public async Task Meet(int people, int channels, int strangers)
    {
        var changes = new Changes(Here);
        for (var person = 0; person < people; person++)
        {
            changes.Insert(Kinds.People, new Person
            {
                Id = new PersonId($"p{person}"),
                Name = $"p{person}",
                ChannelId = $"29:p{person}",
                Channel = TeamsChannel.ChannelName,
                PersonalAddress = person % strangers == 1 ? null : Address($"c{person}"),
            });
        }

        for (var channel = 0; channel < channels; channel++)
        {
            changes.Insert(Kinds.Channels, new BoundChannel($"k{channel}", TeamsChannel.ChannelName, Address($"k{channel}"), null, "realisatie", new Somebody(new PersonId("p1"), "p1"), Time.GetUtcNow()));
        }

        await store.Commit(changes, CancellationToken.None);
    }

    public async Task Fill(IEnumerable<Post> posts)
    {
        foreach (var some in posts.Chunk(1000))
        {
            var changes = new Changes(Here);
            foreach (var post in some)
            {
                ids.Add(post.Id);
                changes.Insert(Kinds.Posts, post);
            }

            await store.Commit(changes, CancellationToken.None);
        }
    }

    public Post Message(string id, string kind, string to, TimeSpan after) => new()
    {
        Id = id,
        Kind = kind,
        Channel = TeamsChannel.ChannelName,
        Place = to[0] == 'k' ? to : null,
        Person = to[0] == 'k' ? null : new PersonId(to),
        Card = new Card(id) { Body = [new Text("Wat er veranderde")] },
        Language = "nl",
        Created = Time.GetUtcNow(),
        Due = Time.GetUtcNow() + after,
    };

    public async Task<List<Post>> Posts()
    {
        List<Post> posts = [];
        foreach (var id in ids)
        {
            posts.Add((await store.Load(Kinds.Posts, Here, id, CancellationToken.None))!.Document);
        }

        return posts;
    }

    /// <summary>Steps from one moment at which something can happen to the next, without waiting for any of them.</summary>
    public async Task Blow(ChaosConnector connector)
    {
        using var http = new HttpClient(connector);
        var channel = new TeamsChannel(new Connector(new Clients(http), Time));
        using var dispatcher = new Dispatcher(store, new Courier(store, [channel], [], Time, NullLogger<Courier>.Instance), new Bell(), Time, NullLogger<Dispatcher>.Instance);
        while (dispatcher.Sending > 0 || (await store.Find(Kinds.Posts, Here, "due=", 1, null, false, CancellationToken.None)).Count > 0)
        {
            var before = connector.Requests.Count;
            var step = dispatcher.Step(CancellationToken.None);
            while (!step.IsCompleted || dispatcher.Sending != connector.Hanging)
            {
                if (!step.IsCompleted && connector.Hanging == Dispatcher.MostAtOnce) // the step waits for one of them to end
                {
                    Advance(connector.NextToGiveUp);
                }

                await Task.Yield();
            }

            var next = Earliest(await step, connector.NextToGiveUp);
            if (connector.Requests.Count == before) // else there may be more to send now: the store rings at every commit
            {
                Advance(next);
            }
        }

        void Advance(DateTimeOffset to)
        {
            if (to > Time.GetUtcNow())
            {
                Time.SetUtcNow(to);
            }

            connector.GiveUp();
        }
    }

    private static DateTimeOffset Earliest(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static string Address(string conversation) =>
        new TeamsAddress("https://smba.trafficmanager.net/emea/", conversation, "28:bot", "UPCM bot", "here", null).ToJson();

    private sealed class Clients(HttpClient client) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => client;
    }
}
