using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Upcm.Bot.Pictures;

namespace Upcm.Bot.Tests.Pictures;

public sealed class PictureEndpointTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 10, 12, 14, 5, 0, TimeSpan.Zero));
    private readonly HttpClient client = new();
    private readonly PictureLinks links;
    private readonly WebApplication app;

    public PictureEndpointTests()
    {
        links = new PictureLinks(new Uri("https://bot.example"), new byte[32], clock, TimeSpan.FromDays(30));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(links).AddSingleton<TimeProvider>(clock);
        app = builder.Build();
        app.MapPictures();
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
    }

    [Fact]
    public async Task A_picture_is_served_and_may_be_kept()
    {
        using var answer = await client.GetAsync(links.Address(SamplePictures.Fingerprint).AbsolutePath);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("public, max-age=86400, immutable", answer.Headers.GetValues("Cache-Control").Single());
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], (await answer.Content.ReadAsByteArrayAsync())[..4]);
    }

    [Fact]
    public async Task A_picture_is_not_kept_longer_than_its_address()
    {
        var path = links.Address(SamplePictures.Fingerprint).AbsolutePath;
        clock.SetUtcNow(new DateTimeOffset(2026, 11, 11, 23, 0, 0, TimeSpan.Zero));

        using var answer = await client.GetAsync(path);

        Assert.Equal("public, max-age=3600, immutable", answer.Headers.GetValues("Cache-Control").Single());
    }

    [Fact]
    public async Task A_client_may_ask_whether_it_is_there()
    {
        using var question = new HttpRequestMessage(HttpMethod.Head, links.Address(SamplePictures.Bars).AbsolutePath);
        using var answer = await client.SendAsync(question);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/pictures/AAAA.png")]
    [InlineData("/pictures/.png")]
    [InlineData("/pictures/%C3%A9%20.png")]
    [InlineData("/pictures/..%2f..%2fetc%2fpasswd.png")]
    [InlineData("/pictures/a.b.png")]
    [InlineData("/pictures/")]
    public async Task What_is_no_address_is_not_found(string path)
    {
        using var answer = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_picture_whose_address_has_ended_is_not_found()
    {
        var path = links.Address(SamplePictures.Bars).AbsolutePath;
        clock.Advance(TimeSpan.FromDays(32));

        using var answer = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
