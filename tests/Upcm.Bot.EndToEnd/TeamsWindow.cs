using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Upcm.Bot.EndToEnd;

/// <summary>
/// One browser window on one playground, as its person uses it. Opening it tells the bot that it was installed for this
/// person (installationUpdate and conversationUpdate), as does the first look into a group chat or channel. What the bot
/// posted before the window was open is not shown: open windows first.
/// </summary>
internal sealed partial class TeamsWindow : IAsyncDisposable
{
    private const string OwnPost = "[data-lexical-editor]";
    private readonly IPage page;
    private bool inChannel;
    private bool needsMention;

    private TeamsWindow(IPage page, Person person)
    {
        this.page = page;
        Person = person;
    }

    public Person Person { get; }

    /// <summary>For what the window has no word for.</summary>
    public IPage Page => page;

    /// <summary>The messages of the open conversation, with the box to type in.</summary>
    public ILocator Conversation => page.Locator(
        $"xpath=(//*[@data-lexical-editor])[1]/ancestor::*[preceding-sibling::*//@aria-label='Chat and Teams Channel'][1]");

    public static async Task<TeamsWindow> OpenAsync(Browser browser, Playground playground)
    {
        var client = await browser.NewPageAsync();
        await client.GotoAsync(playground.Address.ToString());
        // Until the configuration is read, the person is called "Me".
        await client.GetByLabel(playground.Person.Name, new() { Exact = true }).First.WaitForAsync();
        await client.GetByTitle("Hide log panel").ClickAsync();
        return new TeamsWindow(client, playground.Person);
    }

    public Task OpenPersonalChat() => OpenAsync("Personal Chat", channel: false, group: false);

    public Task OpenGroupChat() => OpenAsync(Cast.GroupChatName, channel: false, group: true);

    /// <param name="name"><c>General</c> or <see cref="Cast.ChannelName"/>.</param>
    public Task OpenChannel(string name) => OpenAsync($"{Cast.TeamName} - {name}", channel: true, group: true);

    /// <summary>
    /// Says it, with the mention of the bot in front where Teams would not deliver it otherwise. In a channel it starts a
    /// new post. Returns when it was sent; what comes back is for <see cref="WaitForText"/> or <see cref="LastCard"/>.
    /// </summary>
    public Task Say(string text) => TypeAndSendAsync(page.Locator(OwnPost).First, text);

    /// <summary>Replies in the newest thread of the open channel.</summary>
    public Task Reply(string text) => TypeAndSendAsync(Thread.Locator(OwnPost), text);

    /// <summary>Waits until the open conversation shows this text, somewhere.</summary>
    public Task WaitForText(string text, TimeSpan? patience = null) => SeenAsync(async () =>
    {
        await Assertions.Expect(Conversation).ToContainTextAsync(text, new() { Timeout = (float?)patience?.TotalMilliseconds });
        return true;
    });

    /// <summary>What the open conversation shows, as text.</summary>
    public Task<string> Text() => Conversation.InnerTextAsync();

    /// <summary>
    /// The last card of the conversation, in a channel of the newest thread. It is waited for; say a text that only the
    /// awaited card has when an older one may still be the last.
    /// </summary>
    public Task<CardView> LastCard(string? containing = null) => FindCardAsync(inChannel ? Thread : Conversation, containing);

    /// <summary>The last card of the whole conversation that has this text; in a channel in whatever thread.</summary>
    public Task<CardView> Card(string containing) => FindCardAsync(Conversation, containing);

    /// <summary>Writes the whole message list to artifacts/screenshots; returns the path.</summary>
    public async Task<string> Screenshot(string name)
    {
        var hidden = await Conversation.EvaluateAsync<int>(
            "pane => Math.max(0, ...[...pane.querySelectorAll('*')].filter(one => one.scrollHeight > one.clientHeight"
            + " && ['auto', 'scroll'].includes(getComputedStyle(one).overflowY)).map(one => one.scrollHeight - one.clientHeight))");
        await page.SetViewportSizeAsync(1280, Math.Min(900 + hidden, 8000));
        var file = Path.Combine(ClientTools.Artifacts("screenshots"), FileName(name) + ".png");
        await page.ScreenshotAsync(new() { Path = file });
        await page.SetViewportSizeAsync(1280, 900);
        return file;
    }

    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();

    internal static string FileName(string name) =>
        NotForFiles().Replace(name.ToLower(CultureInfo.InvariantCulture), "-").Trim('-');

    // The newest post stands on top, below the box for a new one.
    private ILocator Thread => Conversation.Locator(".fui-Card[role=group]").Nth(1);

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex NotForFiles();

    private Task<CardView> FindCardAsync(ILocator within, string? containing) => SeenAsync(() =>
        CardView.PinAsync(page, within.Locator(CardView.Selector).Filter(new() { HasText = containing }).Last));

    /// <summary>Leaves a picture of what was there instead when something awaited does not come.</summary>
    private async Task<T> SeenAsync<T>(Func<Task<T>> awaited)
    {
        try
        {
            return await awaited();
        }
        catch (Exception missing) when (missing is PlaywrightException or TimeoutException)
        {
            await Screenshot($"failed-{TestContext.Current.TestMethod?.MethodName}-{Person.Key}");
            throw;
        }
    }

    private async Task OpenAsync(string item, bool channel, bool group)
    {
        await page.GetByRole(AriaRole.Treeitem, new() { Name = item, Exact = true }).ClickAsync();
        await Assertions.Expect(Conversation.GetByRole(AriaRole.Button, new() { Name = "Post", Exact = true }))
            .ToHaveCountAsync(channel ? 1 : 0);
        (inChannel, needsMention) = (channel, group);
    }

    private async Task TypeAndSendAsync(ILocator box, string text)
    {
        if (needsMention)
        {
            await box.ClickAsync();
            await box.PressSequentiallyAsync("@");
            await page.Locator("#typeahead-menu").GetByRole(AriaRole.Menuitem)
                .Filter(new() { HasText = Cast.BotName }).ClickAsync();
            await box.PressSequentiallyAsync(" " + text);
        }
        else
        {
            await box.FillAsync(text);
        }

        await page.RunAndWaitForResponseAsync(
            () => box.PressAsync("Enter"),
            response => response.Request.Method == "POST" && response.Url.EndsWith("/messages", StringComparison.Ordinal));
    }
}
