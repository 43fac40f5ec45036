using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Upcm.Bot.EndToEnd;

/// <summary>What the reference renderer made of one card.</summary>
/// <param name="Name">As it was given.</param>
/// <param name="Problems">What it could not read, what the card breaks, and what does not fit; empty for a sound card.</param>
/// <param name="Desktop">A picture as wide as a card in Teams on a desktop.</param>
/// <param name="Phone">A picture as wide as a card on a phone.</param>
internal sealed record RenderedCard(string Name, IReadOnlyList<string> Problems, string Desktop, string Phone);

/// <summary>Renders Adaptive Cards with the renderer that Microsoft publishes (npm adaptivecards), outside any client.</summary>
internal sealed class CardGallery : IAsyncDisposable
{
    /// <summary>Width of a card in a Teams chat on a desktop, in pixels.</summary>
    public const int DesktopWidth = 500;

    /// <summary>Width of a card on a small phone, in pixels.</summary>
    public const int PhoneWidth = 320;

    private readonly IPage page;

    private CardGallery(IPage page) => this.page = page;

    public static async Task<CardGallery> OpenAsync(Browser browser)
    {
        var modules = await ClientTools.RequireAsync();
        var sheet = await browser.NewPageAsync(600, 900);
        await sheet.SetContentAsync("<!doctype html><html lang='nl'><head></head><body></body></html>");
        await sheet.AddScriptTagAsync(new() { Path = Path.Combine(modules, "markdown-it", "dist", "browser", "markdown-it.umd.min.js") });
        await sheet.AddScriptTagAsync(new() { Path = Path.Combine(modules, "adaptivecards", "dist", "adaptivecards.min.js") });
        await sheet.AddStyleTagAsync(new() { Path = Path.Combine(ClientTools.ClientFolder, "gallery.css") });
        await sheet.AddScriptTagAsync(new() { Path = Path.Combine(modules, "axe-core", "axe.min.js") });
        await sheet.AddScriptTagAsync(new() { Path = Path.Combine(ClientTools.ClientFolder, "gallery.js") });
        return new CardGallery(sheet);
    }

    public async Task<IReadOnlyList<RenderedCard>> RenderAsync(IEnumerable<KeyValuePair<string, JsonNode>> cards)
    {
        List<RenderedCard> rendered = [];
        foreach (var (name, card) in cards)
        {
            rendered.Add(await RenderAsync(name, card));
        }

        return rendered;
    }

    /// <summary>Pictures go to artifacts/cards, named after the card.</summary>
    public async Task<RenderedCard> RenderAsync(string name, JsonNode card)
    {
        var (desktopProblems, desktop) = await RenderAsync(name, card, DesktopWidth, "desktop");
        var (phoneProblems, phone) = await RenderAsync(name, card, PhoneWidth, "phone");
        return new RenderedCard(name, [.. desktopProblems.Union(phoneProblems)], desktop, phone);
    }

    /// <summary>What axe finds in the card, as wide as on a desktop, in the colours of Teams.</summary>
    /// <param name="theme">light or dark.</param>
    public async Task<IReadOnlyList<string>> AuditAsync(JsonNode card, string theme) => JsonSerializer.Deserialize<string[]>(await page.EvaluateAsync<string>(
        "([card, width, theme]) => auditCard(JSON.parse(card), width, theme)", new object[] { card.ToJsonString(), DesktopWidth, theme }))!;

    /// <summary>Walks over the card that was shown last with Tab: where it stops, of all places where it can.</summary>
    public async Task<(IReadOnlyList<int> Stops, int All)> TabAsync()
    {
        var all = await page.EvaluateAsync<int>("stops().length");
        await page.EvaluateAsync("document.activeElement.blur(); document.body.tabIndex = -1; document.body.focus()");
        List<int> walked = [];
        for (var i = 0; i < (4 * all) + 4 && walked.Count < all; i++) // a date is several stops in one: day, month, year and the calendar
        {
            await page.Keyboard.PressAsync("Tab");
            var now = await page.EvaluateAsync<int>("stopNow()");
            if (walked.Count == 0 || walked[^1] != now)
            {
                walked.Add(now);
            }
        }

        return (walked, all);
    }

    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();

    private async Task<(string[] Problems, string Picture)> RenderAsync(string name, JsonNode card, int width, string kind)
    {
        var answer = await page.EvaluateAsync<string>(
            "([card, width]) => showCard(JSON.parse(card), width)", new object[] { card.ToJsonString(), width });
        var picture = Path.Combine(ClientTools.Artifacts("cards"), $"{TeamsWindow.FileName(name)}.{kind}.png");
        await page.Locator("#card").ScreenshotAsync(new() { Path = picture });
        return (JsonSerializer.Deserialize<string[]>(answer)!, picture);
    }
}
