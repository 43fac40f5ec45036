using System.Globalization;
using System.Text;

namespace Upcm.Bot.EndToEnd;

/// <summary>
/// One Microsoft 365 Agents Playground: Teams as one person sees it. Two of them are two people who talk to the same bot;
/// tenant, team, channels and group chat have the same ids in all.
/// </summary>
internal sealed class Playground : IAsyncDisposable
{
    private const string LogFile = "playground.log";
    private readonly ChildProcess process;
    private readonly TemporaryFolder folder;

    private Playground(ChildProcess process, TemporaryFolder folder, Person person, Uri address)
    {
        this.process = process;
        this.folder = folder;
        Person = person;
        Address = address;
    }

    public Person Person { get; }

    /// <summary>Where the client is; the connector that the bot answers to is at <c>_connector</c> below it.</summary>
    public Uri Address { get; }

    public Uri ServiceUrl => new(Address, "_connector");

    public string Log
    {
        get
        {
            var file = new FileInfo(folder.File(LogFile));
            return process.Log + (file.Exists ? File.ReadAllText(file.FullName) : "");
        }
    }

    /// <param name="person">Who sits behind it.</param>
    /// <param name="bot">The bot's messaging endpoint, or what stands in front of it.</param>
    /// <param name="serviceUrl">What the bot is told to answer to; this playground's own connector where absent.</param>
    public static async Task<Playground> StartAsync(Person person, Uri bot, Uri? serviceUrl = null)
    {
        var modules = await ClientTools.RequireAsync();
        var temporary = new TemporaryFolder();
        var config = temporary.Write(".m365agentsplayground.yml", PlaygroundConfig.For(person));
        var port = ChildProcess.FreePort();
        List<string> arguments =
        [
            Path.Combine(modules, "@microsoft", "m365agentsplayground", "cli.js"), "start",
            "-e", bot.ToString(), "-c", "msteams", "--dt", "true", "-p", port.ToString(CultureInfo.InvariantCulture),
        ];
        if (serviceUrl is not null)
        {
            arguments.AddRange(["--su", serviceUrl.ToString()]);
        }

        var client = ChildProcess.Start(ClientTools.Node!, arguments, temporary.Path, new Dictionary<string, string?>
        {
            ["TEAMSAPPTESTER_BROWSER"] = "none",
            ["M365_AGENTS_PLAYGROUND_CONFIG_PATH"] = config,
            ["M365_AGENTS_PLAYGROUND_LOGFILE"] = temporary.File(LogFile),
            ["TZ"] = "Europe/Amsterdam",
        });
        try
        {
            // A port that got taken in between is silently replaced by another: the line is what counts.
            const string Ready = "Listening on ";
            var line = await client.LineAsync(
                said => said.StartsWith(Ready, StringComparison.Ordinal), TimeSpan.FromSeconds(60));
            var address = new Uri($"http://localhost:{line[Ready.Length..].Trim()}/");
            return new Playground(client, temporary, person, address);
        }
        catch
        {
            await client.DisposeAsync();
            temporary.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Lets the bot hear of something that a person cannot do in the window: <c>install</c>, <c>uninstall</c>,
    /// <c>userAdded</c>, <c>userRemoved</c>, <c>botAdded</c>, <c>botRemoved</c>, and in a channel <c>channelCreated</c>,
    /// <c>channelRenamed</c>, <c>channelDeleted</c>, <c>teamRenamed</c>, <c>teamDeleted</c>.
    /// </summary>
    public async Task MockAsync(string what, string conversationId)
    {
        const string Activities = "_internal/v1/customActivities";
        using var http = new HttpClient { BaseAddress = Address };
        var activity = await http.GetStringAsync(
            $"{Activities}/template?type={what}&conversationId={Uri.EscapeDataString(conversationId)}");
        using var body = new StringContent(activity, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(Activities, body);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        folder.Dispose();
    }
}
