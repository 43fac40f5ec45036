using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Bot.Programme;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

/// <summary>The whole engine on a real store in a folder of its own; the store is opened anew whenever a test restarts it.</summary>
public sealed class Talker : IAsyncDisposable
{
    public static WorkingMethod Method { get; } = ProgrammeFile.ReadFrom(ProgrammeFile.Shipped).Programme!;
    private readonly string folder = Directory.CreateTempSubdirectory("upcm").FullName;
    private readonly WorkingMethod programme;
    private ServiceProvider services = null!;

    private readonly Action<IServiceCollection>? also;

    /// <param name="also">What a test adds to it.</param>
    /// <param name="programme">Another programme than the one that comes with the bot.</param>
    public Talker(Action<IServiceCollection>? also = null, WorkingMethod? programme = null)
    {
        this.also = also;
        this.programme = programme ?? Method;
        Start();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 10, 5, 9, 0, 0, TimeSpan.Zero));

    public static WorkspaceId Workspace => new("tenant");

    public string Folder => folder;

    public IStore Store => services.GetRequiredService<IStore>();

    public IConversation Conversation => services.GetRequiredService<IConversation>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public IEnumerable<ICommand> Commands => services.GetServices<ICommand>();

    /// <param name="meanwhile">What happens to the folder while nobody has it open.</param>
    public async Task Restart(Action? meanwhile = null)
    {
        await services.DisposeAsync();
        meanwhile?.Invoke();
        Start();
    }

    /// <summary>What is answered, as plain text.</summary>
    public async Task<string> Say(string text, string person = "sanne", string? id = null) =>
        Plain(await Hear(new Said(text, []), person, id)) + await Kept(person);

    /// <summary>One after the other; what the last is answered.</summary>
    public async Task<string> SayAll(params IEnumerable<string> texts)
    {
        var answer = "";
        foreach (var text in texts)
        {
            answer = await Say(text);
        }

        return answer;
    }

    public async Task<string> Press(Press press, string person = "sanne", string? id = null, params (string Key, string Value)[] inputs) =>
        Plain(await Hear(new Pressed(press, inputs.ToDictionary(input => input.Key, input => input.Value), null, CanReplace: true), person, id)) + await Kept(person);

    public ValueTask<Answer> Hear(Event what, string person = "sanne", string? id = null, PlaceKind kind = PlaceKind.Personal, string tenant = "tenant", Surface surface = Surface.Cards) =>
        Conversation.Take(
            new Arrival
            {
                Channel = "test",
                Workspace = new WorkspaceId(tenant),
                Place = new Upcm.Bot.Conversation.Place(kind == PlaceKind.Personal ? $"personal/{person}" : "channel", kind, "address"),
                From = new Sender(new PersonId(person), $"29:{person}", person),
                Id = id,
                What = what,
                Surface = surface,
            },
            CancellationToken.None);

    public static string Plain(Answer answer) => string.Join('\n', answer.Utterances.Select(utterance => utterance switch
    {
        Say say => say.Text,
        Show show => PlainTextRenderer.Render(show.Card, Cultures.Dutch),
        Replace replace => PlainTextRenderer.Render(replace.Card, Cultures.Dutch),
        _ => "",
    }));

    /// <summary>What is shown to somebody through the outbox, so that it can be updated later: it arrives at once, as a message with its own id.</summary>
    private async Task<string> Kept(string person)
    {
        var said = "";
        foreach (var found in await Store.Find(Kinds.Posts, Workspace, $"lane={Post.Asked}/person/{person}|", 500, null, descending: false, CancellationToken.None))
        {
            if (found.Document is { Kind: "answer", Occasion: not null, Replaces: null } post)
            {
                said += PlainTextRenderer.Render(post.Card, Cultures.Dutch);
                var changes = new Changes(Workspace);
                changes.Put(Kinds.Posts, post with { State = PostState.Sent, SentAt = Time.GetUtcNow(), MessageId = post.Id }, found.Version);
                await Store.Commit(changes, CancellationToken.None);
            }
        }

        return said;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public T Service<T>()
        where T : class => services.GetRequiredService<T>();

    private void Start()
    {
        var made = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationManager { ["Administrators:0"] = "beheer", ["Data"] = folder })
            .AddSingleton(programme)
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IStore>(provider => LiteDbStore.Open(folder, provider.GetRequiredService<ILogger<LiteDbStore>>()));
        also?.Invoke(made);
        services = made.AddConversation().BuildServiceProvider();
    }
}
