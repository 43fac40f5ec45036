using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Upcm.Bot.Files;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Files;

public sealed class FileEndpointTests : IAsyncLifetime
{
    private static readonly WorkspaceId Ours = new("tenant");

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 10, 12, 14, 5, 0, TimeSpan.Zero));
    private readonly string folder = Directory.CreateTempSubdirectory("upcm").FullName;
    private readonly HttpClient client = new();
    private readonly FileLinks links;
    private readonly KeptFiles files;
    private readonly WebApplication app;

    public FileEndpointTests()
    {
        links = new FileLinks(new Uri("https://bot.example/upcm"), new byte[32], clock);
        files = new KeptFiles(folder, clock);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(links).AddSingleton(files);
        app = builder.Build();
        app.MapFiles();
    }

    public async ValueTask InitializeAsync()
    {
        await app.StartAsync();
        client.BaseAddress = new Uri(app.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_file_is_handed_out_under_its_own_name_and_kept_by_nobody_on_the_way()
    {
        using var answer = await client.GetAsync(PathOf(await Kept("20-004 impactsheet versie 1.pdf")));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("inhoud", await answer.Content.ReadAsStringAsync());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("20-004 impactsheet versie 1.pdf", answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task An_address_that_has_ended_says_politely_what_to_do()
    {
        var path = PathOf(await Kept("portfolio.csv"));
        clock.Advance(KeptFiles.Kept);
        await Refused(path);
    }

    [Theory]
    [InlineData("/files/AAAA")]
    [InlineData("/files/..%2f..%2fetc%2fpasswd")]
    [InlineData("/files/%C3%A9")]
    public Task What_is_no_address_gets_the_same_answer(string path) => Refused(path);

    [Fact]
    public async Task An_address_cannot_be_changed_into_another()
    {
        var path = PathOf(await Kept("portfolio.csv"));
        foreach (var at in new[] { 10, path.Length / 2, path.Length - 2 })
        {
            await Refused(string.Concat(path.AsSpan(0, at), path[at] == 'A' ? "B" : "A", path.AsSpan(at + 1)));
        }
    }

    [Fact]
    public async Task A_file_of_one_workspace_is_not_found_under_another()
    {
        var file = await Kept("portfolio.csv");
        Assert.NotNull(files.PathOf(Ours, file.Id, file.Name));
        Assert.Null(files.PathOf(new WorkspaceId("anders"), file.Id, file.Name));
        await Refused(PathOf(file with { Workspace = new WorkspaceId("anders") }));
        await Refused(PathOf(file with { Name = "../../" + file.Name + "x" }));
    }

    [Fact]
    public async Task A_file_goes_when_its_address_ends_and_one_that_failed_was_never_there()
    {
        var file = await Kept("portfolio.csv");
        clock.Advance(KeptFiles.Kept + TimeSpan.FromSeconds(1));
        files.RemoveOld();
        Assert.False(File.Exists(file.Path));

        await Assert.ThrowsAsync<IOException>(() => files.Make(Ours, KeptFiles.NewId(), "a.pdf", _ => throw new IOException("vol")));
        Assert.Empty(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task An_address_is_short_enough_for_every_client() =>
        Assert.InRange(links.Address(await Kept(new string('a', 80) + ".xlsx")).AbsoluteUri.Length, 1, 700);

    private Task<KeptFile> Kept(string name) =>
        files.Make(Ours, KeptFiles.NewId(), name, to => to.WriteAsync(Encoding.UTF8.GetBytes("inhoud")).AsTask());

    private string PathOf(KeptFile file) => links.Address(file).AbsolutePath["/upcm".Length..];

    private async Task Refused(string path)
    {
        using var answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Vraag het opnieuw aan de bot", text, StringComparison.Ordinal);
        Assert.Contains("Ask the bot for it again", text, StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }
}
