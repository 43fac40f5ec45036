using System.Net;
using Upcm.Domain;

namespace Upcm.Bot.Verbs;

/// <summary>The page at <c>/</c>: what runs, whether people are authenticated, and where to go.</summary>
internal static class StartPage
{
    public static string Html(WorkingMethod method, bool authentication) => $"""
        <!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{WebUtility.HtmlEncode(method.Short.Nl)} bot</title>
        <style>body{"{"}font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem{"}"}</style>
        <main>
        <h1>{WebUtility.HtmlEncode(method.Short.Nl)} bot</h1>
        <p>De bot draait met het programma <strong>{WebUtility.HtmlEncode(method.Name.Nl)}</strong>.</p>
        <p>{(authentication
            ? "De bot controleert van wie een bericht komt."
            : "<strong>De bot controleert niet van wie een bericht komt:</strong> alleen voor ontwikkeling, alleen op deze computer.")}</p>
        <p>Teams stuurt berichten naar <code>/api/messages</code>. In de terminal praat je met de bot met <code>talk</code>.</p>
        </main></html>
        """;
}
