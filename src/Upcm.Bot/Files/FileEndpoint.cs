using Microsoft.Net.Http.Headers;
using Upcm.Bot.Documents;
using Upcm.Domain;

namespace Upcm.Bot.Files;

public static class FileEndpoint
{
    private const string Ended = """
        <!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>UPCM</title>
        <body style="font:1.1em/1.5 system-ui,sans-serif;max-width:36em;margin:4em auto;padding:0 1em"><main>
        <h1>Dit bestand is er niet meer</h1>
        <p>Een bestand blijft een dag staan. Vraag het opnieuw aan de bot, dan maak ik het met de cijfers van nu.</p>
        <h2 lang="en">This file is no longer here</h2>
        <p lang="en">A file is kept for a day. Ask the bot for it again, and I make it with the figures of now.</p></main></body></html>
        """;

    /// <summary>
    /// Serves <c>/files/{token}</c> without signing in, as a browser opens a link in Teams. Whether an address was never ours
    /// or has ended is not told apart.
    /// </summary>
    public static IEndpointConventionBuilder MapFiles(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/files/{token}", [HttpMethods.Get, HttpMethods.Head], Serve);

    private static IResult Serve(string token, HttpContext context, FileLinks links, KeptFiles files)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
        if (links.Read(token) is not { } ticket || files.PathOf(new WorkspaceId(ticket.Workspace), ticket.Id, ticket.Name) is not { } path)
        {
            return Results.Text(Ended, "text/html; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(ticket.Name);
        headers.ContentDisposition = disposition.ToString();
        return Results.File(path, Format.All.First(format => format.Extension == Path.GetExtension(ticket.Name)).ContentType);
    }
}
