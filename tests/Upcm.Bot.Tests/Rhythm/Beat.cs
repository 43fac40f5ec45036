using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Notifications;
using Upcm.Bot.People;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Rhythm;

/// <summary>Rings on a virtual clock, and writes into a store what other flows would have written.</summary>
internal sealed class Beat(IStore store, TimeProvider time)
{
    public static Timetable Timetable { get; } = RhythmOptions.From(new ConfigurationManager()).Timetable(Clock.Amsterdam);

    public static Somebody Lotte { get; } = new(new PersonId("lotte"), "Lotte");

    public IStore Store { get; } = store;

    public Task Ring(WorkingMethod? method = null) => new RhythmRunner(
        Store, new MeetingCalendar(Store, Timetable, method ?? Talker.Method), new OccasionPosts(Store, method ?? Talker.Method, new Reminders(Store, method ?? Talker.Method, time)), new ReportClock(Store, method ?? Talker.Method, time), time,
        NullLogger<RhythmRunner>.Instance).Ring(CancellationToken.None);

    public async Task<IReadOnlyList<Post>> Posts(string kind) => await PostsOf(kind == "digest" ? OccasionKind.Digest : OccasionKind.Summary);

    public async Task<IReadOnlyList<Post>> PostsOf(OccasionKind kind)
    {
        List<Post> posts = [];
        foreach (var run in await Runs(kind))
        {
            posts.AddRange((await Store.Find(Kinds.Posts, Talker.Workspace, $"occasion={run.Id}|", 1000, null, false, CancellationToken.None)).Select(found => found.Document));
        }

        return posts;
    }

    public async Task<IReadOnlyList<OccasionRun>> Runs(OccasionKind kind) =>
    [
        .. (await Store.Find(Kinds.Occasions, Talker.Workspace, $"kind={kind}|", 1000, null, false, CancellationToken.None))
            .Select(found => found.Document).Where(run => !run.Id.EndsWith("/start", StringComparison.Ordinal)),
    ];

    public async Task Insert<T>(Kind<T> kind, params T[] documents)
        where T : class
    {
        var changes = new Changes(Talker.Workspace);
        foreach (var document in documents)
        {
            changes.Insert(kind, document);
        }

        await Store.Commit(changes, CancellationToken.None);
    }

    public Task Appoint(string person, string team = "realisatie", string language = "nl", bool met = true) => Task.WhenAll(
        Insert(Kinds.Appointments, new Appointment { Office = Offices.LinkingPin, Team = team, Person = new Somebody(new PersonId(person), person), By = Lotte, At = time.GetUtcNow() }),
        met
            ? Insert(Kinds.People, new Person { Id = new PersonId(person), Name = person, ChannelId = $"29:{person}", Channel = "test", Language = language, PersonalAddress = "address" })
            : Task.CompletedTask);

    public Task Bind(string place, string team) =>
        Insert(Kinds.Channels, new BoundChannel(place, "test", "address", place, team, Lotte, time.GetUtcNow()));

    public Task Write(string what, InitiativeNumber? number, string? detail = null, Upcm.Bot.Cards.Phrase? words = null, string team = "realisatie") =>
        Insert(Kinds.Journal, Line(what, number, detail, words, team));

    public JournalLine Line(string what, InitiativeNumber? number, string? detail = null, Upcm.Bot.Cards.Phrase? words = null, string team = "realisatie") => new()
    {
        Id = $"{Kinds.Sortable(time.GetUtcNow())}~{Guid.NewGuid():N}",
        At = time.GetUtcNow(),
        By = Lotte,
        What = what,
        Number = number,
        Team = team,
        Detail = detail,
        Words = words,
    };

    public Initiative Initiative(int sequence, string title, string phase = "definitie", DateOnly? term = null) => new()
    {
        Number = new InitiativeNumber(26, sequence),
        Title = title,
        Result = "Een resultaat",
        Team = "realisatie",
        Phase = phase,
        Term = term,
        RegisteredBy = Lotte,
        RegisteredAt = time.GetUtcNow(),
    };

    public async Task Report(Initiative initiative, int version, DateOnly day, decimal? allocated)
    {
        await Insert(Kinds.Reports, new ProgressReport
        {
            Number = initiative.Number,
            Version = version,
            ReportedAt = day,
            By = Lotte.Id,
            Phase = initiative.Phase,
            Finance = allocated is { } sum ? new Finance(100_000, sum, 0) : null,
        });
        await Write(History.ProgressReported, initiative.Number);
    }
}
