using System.Net;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering;
using Upcm.Bot.Flows.HandlingPersonalData;
using Upcm.Domain;

namespace Upcm.Bot.Verbs;

/// <summary>What a browser sees: at <c>/</c> what runs, and the two pages that the app package names.</summary>
internal static class Pages
{
    private const string Html = "text/html; charset=utf-8";

    public static void MapPages(this WebApplication app, WorkingMethod method, bool authentication)
    {
        app.MapGet("/", () => Results.Text(Start(method, authentication), Html));
        app.MapGet("/privacy", () => Results.Text(Privacy(method, app.Configuration), Html));
        app.MapGet("/terms", () => Results.Text(Terms(method), Html));
    }

    /// <summary>What runs, whether people are authenticated, and where to go.</summary>
    internal static string Start(WorkingMethod method, bool authentication) => Page(
        $"{method.Short.Nl} bot",
        $"""
        <p>De bot draait met het programma <strong>{Safe(method.Name.Nl)}</strong>.</p>
        <p>{(authentication
            ? "De bot controleert van wie een bericht komt."
            : "<strong>De bot controleert niet van wie een bericht komt:</strong> alleen voor ontwikkeling, alleen op deze computer.")}</p>
        <p>Praat met de bot in Teams en zeg <code>help</code>. Teams stuurt berichten naar <code>/api/messages</code>. In de terminal praat je met de bot met <code>talk</code>.
        Hoe het met de bot gaat, staat op <a href="/health/ready">/health/ready</a>, wat de bot bewaart op <a href="/privacy">/privacy</a>.</p>
        """,
        $"""
        <p>The bot runs the programme <strong>{Safe(method.Name.En)}</strong>.</p>
        <p>{(authentication
            ? "The bot checks who a message is from."
            : "<strong>The bot does not check who a message is from:</strong> for development only, on this computer only.")}</p>
        <p>Talk with the bot in Teams and say <code>help</code>. Teams sends messages to <code>/api/messages</code>. In the terminal you talk with the bot by <code>talk</code>.
        How the bot is doing stands at <a href="/health/ready">/health/ready</a>, what it keeps at <a href="/privacy">/privacy</a>.</p>
        """);

    internal static string Privacy(WorkingMethod method, IConfiguration settings) => Page(
        "Privacy",
        $"<pre>{Safe(PlainTextRenderer.Render(ShowPrivacy.Told(method, settings, Cultures.Dutch) with { Title = method.Name.Nl }, Cultures.Dutch))}</pre><p>Zeg tegen de bot <code>mijn gegevens</code> of <code>vergeet mij</code>.</p>",
        $"<pre>{Safe(PlainTextRenderer.Render(ShowPrivacy.Told(method, settings, Cultures.English) with { Title = method.Name.En }, Cultures.English))}</pre><p>Say <code>my data</code> or <code>forget me</code> to the bot.</p>");

    internal static string Terms(WorkingMethod method) => Page(
        "Voorwaarden",
        $"""
        <p>Deze bot is er voor wie meewerkt aan het {Safe(method.Name.Nl)}. De organisatie die de bot laat draaien, bepaalt wie hem mag gebruiken.</p>
        <p>Wat je vastlegt, kunnen anderen in dezelfde werkruimte lezen. Leg niets vast wat daar niet hoort. Wat de bot van je bewaart, staat bij <a href="/privacy">privacy</a>.</p>
        """,
        $"""
        <p>This bot is for those who work on the {Safe(method.Name.En)}. The organisation that runs the bot decides who may use it.</p>
        <p>What you record can be read by others in the same workspace. Record nothing that does not belong there. What the bot keeps of you stands under <a href="/privacy">privacy</a>.</p>
        """);

    private static string Page(string title, string dutch, string english) => $$"""
        <!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{Safe(title)}}</title>
        <style>body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}pre{font:inherit;white-space:pre-wrap}</style>
        <main>
        <h1>{{Safe(title)}}</h1>
        {{dutch}}
        <section lang="en">
        {{english}}
        </section>
        </main></html>
        """;

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
