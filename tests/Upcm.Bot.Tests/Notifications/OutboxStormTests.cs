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

/// <summary>Ten thousand messages through a connector that does everything wrong, on a virtual clock.</summary>
public sealed class OutboxStormTests : IAsyncDisposable
{
    private const int Messages = 10_000;
    private const int People = 300;
    private const int Channels = 6;
    private static readonly string[] PersonalKinds = ["digest", "gate-decided", "fingerprint", "reminder"];
    private static readonly WorkspaceId Here = new("here");
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 23, 7, 0, 0, TimeSpan.Zero));
    private readonly MemoryStore store = new();

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task Every_message_ends_sent_held_or_dead_none_twice_in_silence_no_window_exceeded_and_none_too_early()
    {
        var connector = new ChaosConnector(time, seed: 20261124);
        await Fill();
        foreach (var person in Enumerable.Range(0, People))
        {
            (person % 20 == 3 ? connector.Blocked : person % 30 == 7 ? connector.Gone : []).Add($"c{person}");
        }

        await Task.Run(() => Run(connector), TestContext.Current.CancellationToken);

        var posts = await Posts();
        Assert.Equal(Messages, posts.Count);
        Assert.All(posts, post => Assert.True(post.State is PostState.Sent or PostState.Held or PostState.Dead or PostState.Unknown, $"{post.Id} is {post.State}"));
        Assert.All(posts.Where(post => post.State != PostState.Sent), post => Assert.NotNull(post.Cause));
        var arrivals = connector.Requests.Where(request => request.Arrived).ToLookup(request => request.Said);
        foreach (var post in posts)
        {
            var arrived = arrivals[post.Id].ToList();
            Assert.True(arrived.Count <= 2, $"{post.Id} arrived {arrived.Count} times");
            Assert.All(arrived.Skip(1), again => Assert.True(again.SaysSo, $"{post.Id} arrived twice without saying so"));
            Assert.True(post.State switch
            {
                PostState.Sent => arrived.Count > 0,
                PostState.Held => arrived.Count == 0,
                PostState.Dead => arrived.Count == 0 || post.OnceMore,
                _ => true,
            }, $"{post.Id} is {post.State} and arrived {arrived.Count} times");
        }

        foreach (var conversation in connector.Requests.GroupBy(request => request.Conversation))
        {
            NoWindowExceeded([.. conversation.Select(request => request.At)], TeamsChannel.TeamsLimits.PerConversation);
            NoneTooEarly([.. conversation]);
        }

        NoWindowExceeded([.. connector.Requests.Select(request => request.At)], TeamsChannel.TeamsLimits.PerWorkspace);
        Assert.Empty(await store.Find(Kinds.SendingHolds, Here, "until=", 10, Kinds.Sortable(time.GetUtcNow()), false, CancellationToken.None));
        var sent = posts.Count(post => post.State == PostState.Sent);
        Assert.InRange(sent, Messages / 2, Messages);
        TestContext.Current.SendDiagnosticMessage(
            "{0} requests in {1}: {2} sent, {3} held, {4} unknown, {5} dead, {6} once more", connector.Requests.Count, time.GetUtcNow() - posts[0].Created, sent,
            posts.Count(post => post.State == PostState.Held), posts.Count(post => post.State == PostState.Unknown), posts.Count(post => post.State == PostState.Dead), posts.Count(post => post.OnceMore));
    }

    /// <summary>Steps from one moment at which something can happen to the next, without waiting for any of them.</summary>
    private async Task Run(ChaosConnector connector)
    {
        using var http = new HttpClient(connector);
        var channel = new TeamsChannel(new Connector(new Clients(http), time));
        using var dispatcher = new Dispatcher(store, new Courier(store, [channel], [], time, NullLogger<Courier>.Instance), new Bell(), time, NullLogger<Dispatcher>.Instance);
        while (dispatcher.Sending > 0 || (await store.Find(Kinds.Posts, Here, "due=", 1, null, false, CancellationToken.None)).Count > 0)
        {
            var step = dispatcher.Step(CancellationToken.None);
            while (!step.IsCompleted || dispatcher.Sending != connector.Hanging)
            {
                if (!step.IsCompleted && connector.Hanging == Dispatcher.MostAtOnce) // the step waits for one of them to end
                {
                    await Advance(connector.NextToGiveUp);
                }

                await Task.Yield();
            }

            await Advance(Earliest(await step, connector.NextToGiveUp));
        }

        Task Advance(DateTimeOffset to)
        {
            if (to > time.GetUtcNow())
            {
                time.SetUtcNow(to);
            }

            connector.GiveUp();
            return Task.CompletedTask;
        }
    }

    private static DateTimeOffset Earliest(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static void NoWindowExceeded(IReadOnlyList<DateTimeOffset> times, IEnumerable<Upcm.Bot.Channels.Window> windows)
    {
        foreach (var window in windows)
        {
            for (var i = window.Most; i < times.Count; i++)
            {
                Assert.True(times[i] - times[i - window.Most] >= window.In, $"{window.Most + 1} within {times[i] - times[i - window.Most]}, at most {window.Most} in {window.In}");
            }
        }
    }

    private static void NoneTooEarly(IReadOnlyList<ChaosConnector.Request> requests)
    {
        var until = DateTimeOffset.MinValue;
        foreach (var request in requests)
        {
            Assert.True(request.At >= until, $"{request.Conversation} was written to {until - request.At} too early");
            until = request.Wait is { } wait ? request.At + wait : until;
        }
    }

    private async Task Fill()
    {
        var changes = new Changes(Here);
        for (var person = 0; person < People; person++)
        {
            changes.Insert(Kinds.People, new Person { Id = new PersonId($"p{person}"), Name = $"p{person}", ChannelId = $"29:p{person}", Channel = TeamsChannel.ChannelName, PersonalAddress = Address($"c{person}") });
        }

        for (var channel = 0; channel < Channels; channel++)
        {
            changes.Insert(Kinds.Channels, new BoundChannel($"k{channel}", TeamsChannel.ChannelName, Address($"k{channel}"), null, "realisatie", new Somebody(new PersonId("p1"), "p1"), time.GetUtcNow()));
        }

        await store.Commit(changes, CancellationToken.None);
        var random = new Random(7);
        foreach (var some in Enumerable.Range(0, Messages).Chunk(1000))
        {
            changes = new Changes(Here);
            foreach (var i in some)
            {
                var inChannel = i % 5 == 0;
                changes.Insert(Kinds.Posts, new Post
                {
                    Id = $"post/{i}",
                    Kind = inChannel ? "initiative-registered" : PersonalKinds[i % PersonalKinds.Length],
                    Channel = TeamsChannel.ChannelName,
                    Place = inChannel ? $"k{random.Next(Channels)}" : null,
                    Person = inChannel ? null : new PersonId($"p{random.Next(People)}"),
                    Card = new Card($"post/{i}") { Body = [new Text("Wat er veranderde")] },
                    Language = "nl",
                    Created = time.GetUtcNow(),
                    Due = time.GetUtcNow() + TimeSpan.FromSeconds(random.Next(600)),
                });
            }

            await store.Commit(changes, CancellationToken.None);
        }
    }

    private async Task<List<Post>> Posts()
    {
        List<Post> posts = [];
        for (var i = 0; i < Messages; i++)
        {
            posts.Add((await store.Load(Kinds.Posts, Here, $"post/{i}", CancellationToken.None))!.Document);
        }

        return posts;
    }

    private static string Address(string conversation) =>
        new TeamsAddress("https://smba.trafficmanager.net/emea/", conversation, "28:bot", "UPCM bot", "here", null).ToJson();

    private sealed class Clients(HttpClient client) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => client;
    }
}
