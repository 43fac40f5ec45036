using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Upcm.Bot.EndToEnd;

/// <summary>One Adaptive Card in a conversation. It stays the same card when it is refreshed in place or others come after.</summary>
internal sealed class CardView
{
    internal const string Selector = ".ac-preview-panel";

    /// <summary>
    /// With every message that comes in this client draws all cards anew: inputs get other ids and forget what was in them.
    /// So nothing is filled in before it has been still for a while; five seconds at most.
    /// </summary>
    private const string UntilAtRest = """
        () => new Promise(rested => {
            let still = setTimeout(rested, 400);
            const watch = new MutationObserver(() => { clearTimeout(still); still = setTimeout(rested, 400); });
            watch.observe(document.body, { subtree: true, childList: true });
            setTimeout(rested, 5000);
        })
        """;

    private static int pinned;
    private readonly IPage page;
    private readonly ILocator card;

    private CardView(IPage page, ILocator card)
    {
        this.page = page;
        this.card = card;
    }

    /// <summary>What the card shows, line by line.</summary>
    public Task<string> Text => card.InnerTextAsync();

    /// <summary>The titles of the buttons, in order.</summary>
    public async Task<IReadOnlyList<string>> Buttons() =>
        await card.Locator(".ac-actionSet").GetByRole(AriaRole.Button).AllInnerTextsAsync();

    public ILocator Locator => card;

    /// <summary>Waits for the text, and until the client has stopped drawing: what is typed before that is lost.</summary>
    public async Task WaitForText(string text, TimeSpan? patience = null)
    {
        await Assertions.Expect(card).ToContainTextAsync(text, new() { Timeout = (float?)patience?.TotalMilliseconds });
        await page.EvaluateAsync(UntilAtRest);
    }

    /// <summary>Types into a text, number, date (yyyy-MM-dd) or time (HH:mm) field.</summary>
    public async Task Fill(string label, string value)
    {
        var input = await InputAsync(label);
        var kind = await input.GetAttributeAsync("class") ?? "";
        if (await input.GetAttributeAsync("aria-haspopup") == "dialog")
        {
            // The date picker reads dates as Americans write them and shows them in full.
            var date = DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            await input.FillAsync(date.ToString("M/d/yyyy", CultureInfo.InvariantCulture));
            await input.PressAsync("Enter");
            await CloseAsync(input);
        }
        else if (kind.Contains("TimePicker", StringComparison.Ordinal))
        {
            await input.FillAsync(value);
            await input.PressAsync("Enter");
            await CloseAsync(input);
        }
        else
        {
            await input.FillAsync(value);
            await input.BlurAsync();
        }
    }

    /// <summary>Chooses an option of a list, of radio buttons or of check boxes; call it again for the next of several.</summary>
    public async Task Choose(string label, string option)
    {
        var input = await InputAsync(label);
        if (await input.GetAttributeAsync("role") != "combobox")
        {
            await input.Locator("label").Filter(new() { HasTextRegex = Exactly(option) }).ClickAsync();
            return;
        }

        await input.ClickAsync();
        var list = page.Locator($"[id='{await input.GetAttributeAsync("aria-controls")}']");
        await list.Locator("[role=option], [role=menuitemcheckbox]")
            .Filter(new() { HasTextRegex = Exactly(option) }).ClickAsync();
        await CloseAsync(input);
    }

    /// <summary>Sets or clears the check box that stands before this sentence.</summary>
    public Task Tick(string title, bool on = true) =>
        card.GetByRole(AriaRole.Checkbox, new() { Name = title, Exact = true }).SetCheckedAsync(on);

    /// <summary>What stands in a field; a list shows the titles of what was chosen.</summary>
    public async Task<string> ValueOf(string label) => await (await InputAsync(label)).InputValueAsync();

    /// <summary>What stands before the fields, in order.</summary>
    public async Task<IReadOnlyList<string>> Labels() =>
        [.. (await card.Locator("label.ac-richTextBlock[for]").AllInnerTextsAsync()).Select(label => label.Replace(" *", "", StringComparison.Ordinal).Trim())];

    public Task Press(string button) =>
        card.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Presses a button that opens an address: to who listens to a screen that is a link.</summary>
    public Task Open(string link) => card.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();

    /// <summary>Waits until every picture on the card was fetched and drawn.</summary>
    public async Task WaitForPictures()
    {
        foreach (var picture in await card.Locator("img").AllAsync())
        {
            await Assertions.Expect(picture).ToHaveJSPropertyAsync("complete", true);
            var width = await picture.EvaluateAsync<int>("image => image.naturalWidth");
            Assert.True(width > 0, $"A picture was not fetched: {await picture.GetAttributeAsync("src")}");
        }
    }

    public async Task Screenshot(string name)
    {
        await page.SetViewportSizeAsync(1280, 4000);
        await card.ScreenshotAsync(new() { Path = Path.Combine(ClientTools.Artifacts("screenshots"), TeamsWindow.FileName(name) + ".png") });
        await page.SetViewportSizeAsync(1280, 900);
    }

    /// <summary>
    /// Marks the element around the card, which stays while its content is replaced: "the last card" said now must not
    /// become another one a moment later.
    /// </summary>
    internal static async Task<CardView> PinAsync(IPage page, ILocator last)
    {
        await last.WaitForAsync();
        await page.EvaluateAsync(UntilAtRest);
        var mark = $"card-{Interlocked.Increment(ref pinned)}";
        var found = await last.EvaluateAsync<string>(
            "(card, mark) => card.parentElement.dataset.pinned ??= mark", mark);
        return new CardView(page, page.Locator($"[data-pinned='{found}']"));
    }

    private static Regex Exactly(string text) =>
        new($"^\\s*{Regex.Escape(text)}( \\*)?\\s*$", RegexOptions.None, TimeSpan.FromSeconds(1));

    /// <summary>What opened below a field would cover the fields that come after it.</summary>
    private static async Task CloseAsync(ILocator input)
    {
        if (await input.GetAttributeAsync("aria-expanded") == "true")
        {
            await input.PressAsync("Escape");
        }

        await Assertions.Expect(input).ToHaveAttributeAsync("aria-expanded", "false");
    }

    private async Task<ILocator> InputAsync(string label)
    {
        var id = await card.Locator("label.ac-richTextBlock[for]").Filter(new() { HasTextRegex = Exactly(label) })
            .First.GetAttributeAsync("for");
        return page.Locator($"[id='{id}']");
    }
}
