using System.Globalization;

namespace Upcm.Bot.Pictures;

public static class PictureEndpoint
{
    /// <summary>An address that was ended is seen no longer than this where somebody fetched it before.</summary>
    private static readonly TimeSpan LongestCache = TimeSpan.FromDays(1);

    /// <summary>One at a time: a picture takes some milliseconds and some megabytes, and a replay must not take more.</summary>
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <summary>
    /// Serves <c>/pictures/{token}.png</c> without signing in, as clients fetch pictures. An address that is not ours or has
    /// ended is not found, whatever is wrong with it.
    /// </summary>
    public static IEndpointConventionBuilder MapPictures(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/pictures/{token}.png", [HttpMethods.Get, HttpMethods.Head], ShowAsync);

    private static async Task<IResult> ShowAsync(string token, HttpContext context, PictureLinks links, TimeProvider clock)
    {
        if (!links.TryRead(token, out var picture, out var end))
        {
            return Results.NotFound();
        }

        await OneAtATime.WaitAsync(context.RequestAborted);
        try
        {
            var png = picture.Png();
            var age = TimeSpan.FromSeconds(Math.Min(LongestCache.TotalSeconds, (end - clock.GetUtcNow()).TotalSeconds));
            context.Response.Headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"public, max-age={(long)age.TotalSeconds}, immutable");
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return Results.Bytes(png, "image/png");
        }
        finally
        {
            OneAtATime.Release();
        }
    }
}
