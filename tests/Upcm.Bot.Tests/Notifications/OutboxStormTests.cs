using Upcm.Bot.Channels;
using Upcm.Bot.Notifications;
using Upcm.Bot.Storage;

namespace Upcm.Bot.Tests.Notifications;

/// <summary>Ten thousand messages through a connector that does everything wrong, and each thing that can go wrong by itself, on a virtual clock.</summary>
public sealed class OutboxStormTests : IAsyncDisposable
{
    private const int Messages = 10_000;
    private const int Updates = 400;
    private const int People = 300;
    private const int Channels = 6;

    /// <summary>Half of what Teams allows: 7 in 1 s, 8 in 2 s, 60 in 30 s and 1800 in an hour per conversation, 50 a second per tenant.</summary>
    private static readonly Window[] PerConversation = [new(3, TimeSpan.FromSeconds(1)), new(4, TimeSpan.FromSeconds(2)), new(30, TimeSpan.FromSeconds(30)), new(900, TimeSpan.FromHours(1))];
    private static readonly Window[] PerTenant = [new(25, TimeSpan.FromSeconds(1))];

    /// <summary>Before it goes again where the platform does not say when: four seconds at least.</summary>
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan OnceMoreAfter = TimeSpan.FromMinutes(2);
    private static readonly string[] PersonalKinds = ["digest", "gate-decided", "fingerprint", "reminder"];
    private readonly Storm storm = new();

    public ValueTask DisposeAsync() => storm.DisposeAsync();

    [Fact]
    public async Task Every_message_ends_sent_held_or_dead_none_twice_in_silence_no_window_exceeded_and_none_too_early()
    {
        var random = new Random(20261124);
        await storm.Meet(People, Channels, strangers: 10);
        await storm.Fill(Enumerable.Range(0, Messages).Select(i => i % 5 == 0
            ? storm.Message($"post/{i}", "initiative-registered", $"k{Math.Max(0, random.Next(2 * Channels) - Channels)}", TimeSpan.FromSeconds(random.Next(600)))
            : storm.Message($"post/{i}", PersonalKinds[i % PersonalKinds.Length], $"p{random.Next(People)}", TimeSpan.FromSeconds(random.Next(600)))));
        var roots = await storm.Posts();
        foreach (var nth in new[] { 1, 2 })
        {
            await storm.Fill(roots.Take(Updates).Select(root => root.Replaced(root.Card with { Title = $"{root.Id}/{nth}" }, storm.Time.GetUtcNow().AddSeconds(nth * 300)) with { Id = $"{root.Id}/{nth}" }));
        }

        var connector = new ChaosConnector(storm.Time, (conversation, _) => Wrong(random, conversation), seed: 7);

        await Task.Run(() => storm.Blow(connector), TestContext.Current.CancellationToken);

        var posts = await storm.Posts();
        var arrivals = connector.Requests.Where(request => request.Arrived && !request.Update).ToLookup(request => request.Said);
        Assert.All(posts.Where(post => post.Replaces is null), post => Ended(post, [.. arrivals[post.Id]]));
        Assert.All(posts.Where(post => post.Replaces is not null), post => Assert.True(
            post.State is PostState.Sent or PostState.Dead or PostState.Held || post is { State: PostState.Moot, Cause: PostCause.NeverShown or PostCause.Newer }, $"{post.Id} is {post.State}"));
        Assert.All(connector.Requests.Where(request => request.Update).GroupBy(request => request.Said[..^2]), updates =>
            Assert.Equal(updates.Select(update => update.Said).Order(StringComparer.Ordinal), updates.Select(update => update.Said)));
        await WhatIsHeldIsInSight(posts);
        AtTheRightTime(connector.Requests);
        Assert.All(await storm.Store.Find(Kinds.SendingHolds, Storm.Here, "until=", People, null, false, CancellationToken.None), hold => Assert.True(hold.Document.Until <= storm.Time.GetUtcNow()));
        Assert.All(Enum.GetValues<Mishap>(), mishap => Assert.InRange(connector.Requests.Count(request => request.Mishap == mishap), 10, int.MaxValue));
        Assert.All(new[] { PostState.Sent, PostState.Held, PostState.Unknown, PostState.Dead }, state => Assert.Contains(posts, post => post.State == state));
        var sent = posts.Count(post => post.State == PostState.Sent);
        Assert.InRange(sent, Messages / 2, Messages);
        TestContext.Current.SendDiagnosticMessage(
            "{0} requests in {1}: {2} sent, {3} held, {4} unknown, {5} dead, {6} once more; {7}", connector.Requests.Count, storm.Time.GetUtcNow() - posts[0].Created, sent,
            posts.Count(post => post.State == PostState.Held), posts.Count(post => post.State == PostState.Unknown), posts.Count(post => post.State == PostState.Dead), posts.Count(post => post.OnceMore),
            string.Join(", ", connector.Requests.CountBy(request => request.Mishap).OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value}")));
    }

    [Fact]
    public async Task A_channel_that_takes_everything_is_told_no_more_in_an_hour_than_half_of_what_it_may_be()
    {
        await storm.Meet(people: 2, channels: 1, strangers: 100);
        await storm.Fill(Enumerable.Range(0, 1000).Select(i => storm.Message($"post/{i}", "summary", "k0", TimeSpan.Zero)));
        var connector = new ChaosConnector(storm.Time, (_, _) => Mishap.None, seed: 10);

        await Task.Run(() => storm.Blow(connector), TestContext.Current.CancellationToken);

        Assert.Equal(1000, connector.Requests.Count);
        AtTheRightTime(connector.Requests);
    }

    [Theory]
    [InlineData(nameof(Mishap.WaitInSeconds), true)]
    [InlineData(nameof(Mishap.WaitUntilDate), true)]
    [InlineData(nameof(Mishap.TooManyAndNoWord), true)]
    [InlineData(nameof(Mishap.Conflict), true)]
    [InlineData(nameof(Mishap.NoConnection), true)]
    [InlineData(nameof(Mishap.Failed), false)]
    [InlineData(nameof(Mishap.Unavailable), false)]
    [InlineData(nameof(Mishap.UnavailableUntil), false)]
    [InlineData(nameof(Mishap.AcceptedThenFailed), false)]
    [InlineData(nameof(Mishap.Hangs), false)]
    [InlineData(nameof(Mishap.Reset), false)]
    [InlineData(nameof(Mishap.TimedOut), false)]
    public async Task What_certainly_did_not_arrive_goes_again_and_what_may_have_goes_once_more_and_says_so_or_is_held(string named, bool certain)
    {
        var mishap = Enum.Parse<Mishap>(named);
        await storm.Meet(people: 20, channels: 1, strangers: 100);
        await storm.Fill(Enumerable.Range(0, 200).Select(i => storm.Message($"post/{i}", i % 2 == 0 ? "digest" : "fingerprint", $"p{2 + (i % 18)}", TimeSpan.Zero)));
        var met = new HashSet<string>();
        var connector = new ChaosConnector(storm.Time, (_, said) => met.Add(said) ? mishap : Mishap.None, seed: 8);

        await Task.Run(() => storm.Blow(connector), TestContext.Current.CancellationToken);

        var posts = await storm.Posts();
        var requests = connector.Requests.ToLookup(request => request.Said);
        foreach (var post in posts)
        {
            var again = certain || Notice.Of(post.Kind).Unknown == WhenUnknown.SendOnceMore;
            Assert.Equal((again ? PostState.Sent : PostState.Unknown, again ? 2 : 1), (post.State, requests[post.Id].Count()));
            Assert.All(requests[post.Id].Skip(1), request => Assert.Equal(!certain, request.SaysSo));
        }

        if (mishap is not (Mishap.WaitInSeconds or Mishap.WaitUntilDate))
        {
            var wait = certain ? ShortestWait : OnceMoreAfter;
            Assert.All(requests, tries => Assert.True(tries.Last().At == tries.First().At || tries.Last().At - tries.First().At >= wait, $"{tries.Key} went again after {tries.Last().At - tries.First().At}"));
        }

        await WhatIsHeldIsInSight(posts);
        AtTheRightTime(connector.Requests);
    }

    [Theory]
    [InlineData(nameof(Mishap.Conflict), PostState.Dead, Post.MostAttempts, PostCause.GivenUp)]
    [InlineData(nameof(Mishap.Bad), PostState.Dead, 1, "400")]
    [InlineData(nameof(Mishap.Blocked), PostState.Held, 1, "403")]
    [InlineData(nameof(Mishap.Gone), PostState.Dead, 2, "404")]
    public async Task What_never_gets_through_ends_with_its_cause_and_is_not_tried_for_ever(string named, PostState ends, int tries, string cause)
    {
        await storm.Meet(people: 3, channels: 1, strangers: 100);
        await storm.Fill([storm.Message("post", "digest", "p2", TimeSpan.Zero)]);
        var connector = new ChaosConnector(storm.Time, (_, said) => said.Length == 0 ? Mishap.None : Enum.Parse<Mishap>(named), seed: 9);

        await Task.Run(() => storm.Blow(connector), TestContext.Current.CancellationToken);

        var post = Assert.Single(await storm.Posts());
        Assert.Equal((ends, tries), (post.State, connector.Requests.Count(request => request.Said == "post")));
        Assert.Contains(cause, post.Cause, StringComparison.Ordinal);
        await WhatIsHeldIsInSight([post]);
        var gaps = connector.Requests.Where(request => request.Said == "post").Select(request => request.At).ToList();
        Assert.All(gaps.Zip(gaps.Skip(1)).Zip(gaps.Skip(1).Zip(gaps.Skip(2))), pair => Assert.True(pair.Second.Second - pair.Second.First >= pair.First.Second - pair.First.First));
    }

    /// <summary>A third goes wrong, in every way there is; some people blocked the bot, and some conversations are gone.</summary>
    private static Mishap Wrong(Random random, string conversation)
    {
        if (conversation[0] == 'c' && int.Parse(conversation.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) is var person && (person % 20 == 3 || person % 30 == 7))
        {
            return person % 20 == 3 ? Mishap.Blocked : Mishap.Gone;
        }

        var wrong = random.Next(1000);
        return wrong >= 350 ? Mishap.None
            : wrong >= 345 && conversation.StartsWith('c') ? Mishap.Bad
            : (Mishap)(1 + (wrong % (int)Mishap.TimedOut));
    }

    private static void Ended(Post post, List<ChaosConnector.Request> arrived)
    {
        Assert.True(post.State is PostState.Sent or PostState.Held or PostState.Dead or PostState.Unknown, $"{post.Id} is {post.State}");
        Assert.True(post.State == PostState.Sent || post.Cause is { Length: > 0 }, $"{post.Id} is {post.State} and nobody knows why");
        Assert.True(arrived.Count <= 2, $"{post.Id} arrived {arrived.Count} times");
        Assert.All(arrived.Skip(1), again => Assert.True(again.SaysSo, $"{post.Id} arrived twice without saying so"));
        Assert.True(post.State switch
        {
            PostState.Sent => arrived.Count > 0,
            PostState.Held => arrived.Count == 0 || post.OnceMore,
            PostState.Dead => arrived.Count == 0 || post.OnceMore,
            _ => true,
        }, $"{post.Id} is {post.State} and arrived {arrived.Count} times");
    }

    /// <summary>Held, with an outcome that is unknown, or dead: the administrator finds each of them.</summary>
    private async Task WhatIsHeldIsInSight(IReadOnlyList<Post> posts)
    {
        foreach (var state in new[] { PostState.Held, PostState.Unknown, PostState.Dead })
        {
            var seen = await storm.Store.Find(Kinds.Posts, Storm.Here, $"stuck={state}|", Messages, null, false, CancellationToken.None);
            Assert.Equal(posts.Where(post => post.State == state).Select(post => post.Id).Order(StringComparer.Ordinal), seen.Select(found => found.Document.Id).Order(StringComparer.Ordinal));
        }
    }

    /// <summary>No window exceeded, of a conversation or of the tenant as a whole, and no conversation written to before the platform wants to.</summary>
    private static void AtTheRightTime(IReadOnlyList<ChaosConnector.Request> requests)
    {
        foreach (var conversation in requests.GroupBy(request => request.Conversation))
        {
            NoWindowExceeded([.. conversation.Select(request => request.At)], PerConversation);
            NoneTooEarly([.. conversation]);
        }

        NoWindowExceeded([.. requests.Select(request => request.At)], PerTenant);
    }

    private static void NoWindowExceeded(IReadOnlyList<DateTimeOffset> times, IEnumerable<Window> windows)
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
}
