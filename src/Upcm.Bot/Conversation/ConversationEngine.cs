using Upcm.Bot.Cards;
using Upcm.Bot.Notifications;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Bot.Telemetry;
using Upcm.Domain;

namespace Upcm.Bot.Conversation;

/// <summary>
/// One turn after another: recognise a resend, load, route, decide, commit once, and only then answer. A version conflict
/// loads and decides again.
/// </summary>
public sealed class ConversationEngine(IStore store, WorkingMethod method, Router router, TimeProvider time) : IConversation
{
    private const int MostTries = 8;
    private const int TriesAtOnce = 3;
    private readonly Lanes lanes = new();

    public async ValueTask<Answer> Take(Arrival arrival, CancellationToken cancel)
    {
        var (begun, what, outcome) = (time.GetTimestamp(), arrival.What.GetType().Name, "failed");
        using var activity = Measures.Begin("turn", "arrival", what);
        try
        {
            var answer = await lanes.In($"{arrival.Workspace}/{arrival.Place.Id}", () => Take(arrival, MostTries, cancel));
            outcome = answer.Utterances.Count > 0 ? "answered" : "silent";
            return answer;
        }
        finally
        {
            Measures.Turn(time.GetElapsedTime(begun), what, arrival.Channel, outcome);
            activity?.SetTag("outcome", outcome);
        }
    }

    /// <summary>Where many write the same thing at once, who lost a few times stands in line, so that everybody's turn comes.</summary>
    private async ValueTask<Answer> Take(Arrival arrival, int tries, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return tries > MostTries - TriesAtOnce
                    ? await TakeOnce(arrival, cancel)
                    : await lanes.In($"{arrival.Workspace}/again", () => TakeOnce(arrival, cancel));
            }
            catch (VersionConflictException) when (--tries > 0)
            {
                Measures.Conflict(); // somebody else was first: what they wrote is loaded and decided on
            }
        }
    }

    private async ValueTask<Answer> TakeOnce(Arrival arrival, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var heard = await store.Load(Kinds.HeardLately, arrival.Workspace, HeardLately.IdOf(arrival.Place.Id), cancel);
        if (arrival.Id is { } again && heard?.Document.Has(again, now) == true)
        {
            return Answer.Silence;
        }

        await Meet(arrival, cancel);
        var known = await store.Load(Kinds.People, arrival.Workspace, arrival.From.Id.Value, cancel);
        var person = Met(known?.Document, arrival, now);
        var turn = new Turn(arrival, person, method, store, now, cancel);
        await router.Route(turn);
        if (known?.Document.BlockedAt is not null && person.BlockedAt is null)
        {
            await HeldPosts.Release(turn, person.Id);
        }

        if (arrival is { What: Installed, Place.Kind: PlaceKind.Channel })
        {
            await HeldPosts.ReleaseChannels(turn);
        }

        if (known is null || turn.Person != known.Document)
        {
            turn.Changes.Put(Kinds.People, turn.Person, known?.Version ?? 0);
        }

        if (arrival.Id is { } id)
        {
            turn.Changes.Put(Kinds.HeardLately, (heard?.Document ?? HeardLately.Nothing(arrival.Place.Id)).With(id, now), heard?.Version ?? 0);
        }

        if (turn.Changes.Any)
        {
            await store.Commit(turn.Changes, cancel);
        }

        turn.Steps.ForEach(Measures.Form); // only now: a turn that lost is decided again
        return turn.Answer;
    }

    /// <summary>Writes down who is mentioned for the first time, so that the bot can find and write to them from now on.</summary>
    private async ValueTask Meet(Arrival arrival, CancellationToken cancel)
    {
        var changes = new Changes(arrival.Workspace);
        foreach (var person in arrival.What is Said said ? said.Mentions.Select(mention => mention.Person) : [])
        {
            if (person.Id != arrival.From.Id && await store.Load(Kinds.People, arrival.Workspace, person.Id.Value, cancel) is null)
            {
                changes.Insert(Kinds.People, new Person { Id = person.Id, Name = person.Name, ChannelId = person.ChannelId, Channel = arrival.Channel });
            }
        }

        if (changes.Any)
        {
            await store.Commit(changes, cancel);
        }
    }

    /// <summary>The person as known, brought up to date with what the platform says now.</summary>
    private static Person Met(Person? known, Arrival arrival, DateTimeOffset now)
    {
        var from = arrival.From;
        var person = known ?? new Person
        {
            Id = from.Id,
            Name = from.Name,
            ChannelId = from.ChannelId,
            Channel = arrival.Channel,
            Language = Cultures.Of(from.Locale).IsEnglish() && arrival.Channel == "terminal" ? "en" : "nl",
        };
        person = person with
        {
            Name = from.Name.Length > 0 ? from.Name : person.Name,
            ChannelId = from.ChannelId,
            Channel = arrival.Channel,
            LeftAt = arrival.What is Said or Pressed ? null : person.LeftAt,
        };
        return arrival.Place.Kind == PlaceKind.Personal
            ? person with { PersonalPlace = arrival.Place.Id, PersonalAddress = arrival.Place.Address, BlockedAt = arrival.What is Uninstalled ? person.BlockedAt ?? now : null }
            : person;
    }
}
