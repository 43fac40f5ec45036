using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Cards;
using Upcm.Bot.Importing;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Bot.Verbs;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Verbs;

public sealed class CheckTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("upcm");
    private readonly ConfigurationManager settings = new();

    public CheckTests() => settings["Data"] = folder.FullName;

    public void Dispose()
    {
        settings.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task All_is_well() =>
        Assert.Equal((0, 4, 0), Counted(await Run()));

    [Fact]
    public async Task A_store_in_use_is_told_with_what_to_do()
    {
        await using var other = LiteDbStore.Open(folder.FullName, NullLogger<LiteDbStore>.Instance);
        var (code, said) = await Run();
        Assert.Equal(1, code);
        Assert.Contains("Stop de bot om de opslag te testen.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_ended_halfway_is_told()
    {
        await using (var store = LiteDbStore.Open(folder.FullName, NullLogger<LiteDbStore>.Instance))
        {
            var changes = new Changes(new WorkspaceId("w"));
            changes.Insert(Kinds.ImportRuns, new ImportRun("portfolio.yaml", default, 500, 1200, null));
            await store.Commit(changes, default);
        }

        var (code, said) = await Run();
        Assert.Equal(1, code);
        Assert.Contains("niet goed Import van portfolio.yaml in w: brak af na 500 van 1200 initiatieven.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_programme_and_an_address_nobody_answers_at_are_told()
    {
        settings["Programme"] = Path.Combine(folder.FullName, "nergens");
        settings["Home"] = "https://bot.voorbeeld.nl";
        settings["Teams:AppId"] = "12345678-1234-1234-1234-123456789012";
        var (code, said) = await Run(HttpStatusCode.NotFound);
        Assert.Equal((1, 4), (code, said.Split("niet goed").Length - 1));
        Assert.Contains("Bereikbaar op https://bot.voorbeeld.nl: HTTP 404. Draait de bot", said, StringComparison.Ordinal);
        Assert.Contains("Teams:AppPassword en Teams:TenantId ontbreken.", said, StringComparison.Ordinal);
    }

    private static (int Code, int Ok, int NotOk) Counted((int Code, string Said) run) =>
        (run.Code, run.Said.Split('\n').Count(line => line.StartsWith("goed", StringComparison.Ordinal)), run.Said.Split("niet goed").Length - 1);

    private async Task<(int Code, string Said)> Run(HttpStatusCode answers = HttpStatusCode.OK)
    {
        await using var said = new StringWriter();
        using var handler = new Answering(answers);
        using var http = new HttpClient(handler);
        return (await CheckVerb.Run(settings, http, said, Cultures.Dutch, CancellationToken.None), said.ToString());
    }

    private sealed class Answering(HttpStatusCode status) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status));
    }
}
