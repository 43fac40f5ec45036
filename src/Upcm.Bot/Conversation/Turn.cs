using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Notifications;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Bot.Telemetry;
using Upcm.Domain;

namespace Upcm.Bot.Conversation;

/// <summary>One turn: who says what where, what is known, what is to be written, and what is said back.</summary>
public sealed class Turn(Arrival arrival, Person person, WorkingMethod method, IStore store, DateTimeOffset now, CancellationToken cancel)
{
    private readonly List<Utterance> said = [];

    public Arrival Arrival { get; } = arrival;

    public WorkspaceId Workspace => Arrival.Workspace;

    public Person Person { get; set; } = person;

    public Somebody Speaker => new(Person.Id, Person.Name);

    public CultureInfo Culture => Cultures.Of(Person.Language);

    public WorkingMethod Method { get; } = method;

    public DateTimeOffset Now { get; } = now;

    /// <summary>The day in the programme's time zone.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Clock.Amsterdam).DateTime);

    public CancellationToken Cancel { get; } = cancel;

    public Changes Changes { get; } = new(arrival.Workspace);

    /// <summary>What happened to forms, to be counted once it is recorded.</summary>
    internal List<FormStep> Steps { get; } = [];

    /// <summary>What this turn reads by.</summary>
    public Reader Reader { get; } = new(store, arrival.Workspace, cancel);

    public Answer Answer => new(said, Person.Language);

    /// <summary>What was said, or what the pressed button says.</summary>
    public string Words => Arrival.What switch
    {
        Said said => said.Text.Trim(),
        Pressed pressed => pressed.Press.Data.GetValueOrDefault("text") ?? "",
        _ => "",
    };

    public bool IsPersonal => Arrival.Place.Kind == PlaceKind.Personal;

    public void Say(string nl, string en) => said.Add(new Say(Culture.IsEnglish() ? en : nl));

    public void Show(Card card) => said.Add(new Show(card));

    /// <summary>Takes the pressed card's place; after a message it is shown below.</summary>
    public void Replace(Card card) => said.Add(Arrival.What is Pressed ? new Replace(card) : new Show(card));

    /// <summary>Adds a line to the last that was said or shown: never two messages where one will do.</summary>
    public void Append(string nl, string en)
    {
        var text = Culture.IsEnglish() ? en : nl;
        Card Below(Card card) => card with { Body = [.. card.Body, new Text(text, Tone.Subtle)] };
        if (said is not [.., var last])
        {
            said.Add(new Say(text));
        }
        else
        {
            said[^1] = last switch
            {
                Show show => show with { Card = Below(show.Card) },
                Replace replace => replace with { Card = Below(replace.Card) },
                Say say => say with { Text = $"{say.Text}\n\n{text}" },
                _ => last,
            };
        }
    }

    public ValueTask<Stored<T>?> Load<T>(Kind<T> kind, string id)
        where T : class => Reader.Load(kind, id);

    /// <summary>Asked twice in one turn, it says the same: a form is made before an answer is heard and again after it.</summary>
    public ValueTask<IReadOnlyList<Found<T>>> Find<T>(Kind<T> kind, string key, int take, bool descending = false, string? after = null)
        where T : class => Reader.Find(kind, key, take, descending, after);

    public ValueTask<long> Count(string counter) => store.Count(Workspace, counter, Cancel);

    /// <summary>The next number of a series, durably; see <see cref="NumberSeries"/>.</summary>
    public ValueTask<long> Next(string series) => NumberSeries.Has(series)
        ? store.Next(Workspace, series, Cancel)
        : throw new ArgumentException($"{series} is not among the series of numbers, so a restore would let it give numbers twice.", nameof(series));

    /// <summary>Writes a line of history.</summary>
    /// <param name="what">Of <see cref="Flows.Asking.History"/>.</param>
    /// <param name="words">What is worth knowing of it.</param>
    /// <param name="subject">What it is about besides an initiative.</param>
    public void Record(
        string what, InitiativeNumber? number, string? team, string? detail = null, Phrase? words = null, ImmutableArray<FieldChange> changes = default, string? subject = null) =>
        Changes.InsertDrawn(Kinds.Journal, new JournalLine
        {
            Id = Kinds.Drawn(Now),
            At = Now,
            By = Speaker,
            What = what,
            Number = number,
            Team = team,
            Detail = detail,
            Words = words,
            Changes = changes,
            Subject = subject,
            From = Arrival.Channel,
        });

    /// <summary>Tells every channel that shows the team's news, through the outbox, once per occasion.</summary>
    public async ValueTask Tell(string team, string kind, string occasion, Func<CultureInfo, Card> card)
    {
        foreach (var bound in await Find(Kinds.Channels, $"team={team}|", 20))
        {
            Changes.Insert(Kinds.Posts, new Post
            {
                Id = $"{occasion}/{bound.Document.Place}",
                Occasion = occasion,
                Kind = kind,
                Channel = bound.Document.Channel,
                Place = bound.Document.Place,
                Card = card(Cultures.Dutch),
                Language = "nl",
                Created = Now,
                Due = Now,
            });
        }
    }

    /// <summary>True where something is shown here through the outbox, so that nothing more need be said.</summary>
    public bool IsPosted { get; private set; }

    /// <summary>Shows a card here through the outbox, so that it can be updated later with the others of its occasion.</summary>
    /// <param name="message">The platform's id of the message that shows it already; null where it is to be sent.</param>
    public void Keep(Card card, string kind, string occasion, string? message = null)
    {
        IsPosted = true;
        Changes.Insert(Kinds.Posts, new Post
        {
            Id = $"{occasion}/{Guid.NewGuid():N}",
            Occasion = occasion,
            Kind = kind,
            Channel = Arrival.Channel,
            Address = Arrival.Place.Address,
            Person = IsPersonal ? Person.Id : null,
            InPerson = IsPersonal,
            Card = card,
            Language = Person.Language,
            State = message is null ? PostState.Pending : PostState.Sent,
            MessageId = message,
            SentAt = message is null ? null : Now,
            Created = Now,
            Due = Now,
        });
    }

    /// <summary>Writes to one person, through the outbox.</summary>
    /// <param name="theirs">It is the person's to decide or to do, and is not switched off.</param>
    public void Write(Person to, string kind, string occasion, Card card, bool theirs = false) => Changes.Insert(Kinds.Posts, new Post
    {
        Id = $"{occasion}/{to.Id}",
        Occasion = occasion,
        Kind = kind,
        Channel = to.Channel,
        Person = to.Id,
        Through = Arrival.Place.Address,
        Card = card,
        Theirs = theirs,
        Language = to.Language,
        Created = Now,
        Due = Now,
    });

    /// <summary>Shows another card in the place of one that was sent, or that waits to be sent.</summary>
    public void Update(Found<Post> sent, Card card)
    {
        var post = sent.Document;
        if (post.State is PostState.Pending or PostState.Held)
        {
            Changes.Put(Kinds.Posts, post with { Card = card }, sent.Version);
        }
        else if (post.State is not PostState.Dead)
        {
            Changes.Insert(Kinds.Posts, post.Replaced(card, Now));
        }
    }
}

/// <summary>The time zone that the programme lives in.</summary>
public static class Clock
{
    public static TimeZoneInfo Amsterdam { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
}
