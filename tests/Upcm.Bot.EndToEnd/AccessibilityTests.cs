using System.Text.Json;
using System.Text.Json.Nodes;

namespace Upcm.Bot.EndToEnd;

/// <summary>What axe and the keyboard find: in every card for every sentence, on the pages of the bot, and in the client.</summary>
public sealed class AccessibilityTests(Browser browser)
{
    /// <summary>Inputs that forms have; all of them must have been looked at.</summary>
    private static readonly string[] Inputs = ["Input.Text", "Input.Date", "Input.ChoiceSet"];

    /// <summary>What the reference renderer leaves out, whatever the card says: a list that can be searched in does not get the label that stands before it.</summary>
    private static readonly string[] OfTheRenderer = ["ac-choiceSetInput-filtered"];

    /// <summary>What the Agents Playground does wrong: it names what a button folds out by an id that nothing on its page has.</summary>
    private static readonly string[] OfTheClient = ["aria-valid-attr-value"];

    /// <summary>What makes the others who they are.</summary>
    private static readonly string[] Roles =
    [
        "benoem Sanne tot linking pin van realisatie", "ja", "benoem Fatima tot koersbepaler van realisatie", "ja", "benoem Piet tot secretaris van realisatie", "ja",
        "benoem Jan tot projectleider van 20-004", "ja",
    ];

    private static readonly (Person Person, string Role)[] Seats =
    [
        (Cast.Sanne, "linking pin"), (Cast.Jan, "project leader"), (Cast.Fatima, "steering member"), (Cast.Piet, "secretary and facilitator"), (Cast.Bram, "stranger"),
    ];

    [Fact]
    public async Task Axe_finds_nothing_in_any_card_in_light_or_dark_and_tab_walks_through_it_in_order()
    {
        await ClientTools.RequireAsync();
        using var data = new TemporaryFolder();
        await ImportAsync(data.Path);
        await using var bot = await BotProcess.StartAsync(dataFolder: data.Path, settings: new Dictionary<string, string?> { ["UPCM_Administrators__0"] = Cast.Lotte.AadObjectId });
        await using var collector = await CardCollector.StartAsync();
        foreach (var sentence in CardCollector.Sentences())
        {
            await collector.SayAsync(bot.Endpoint, Cast.Lotte, sentence);
            await collector.TurnPagesAsync(bot.Endpoint, Cast.Lotte, sentence);
        }

        await AuditAsync(collector, "axe.txt", 120);
        var looked = string.Concat(collector.Cards.Select(one => one.Value.ToJsonString()));
        Assert.All(Inputs, input => Assert.Contains(input, looked, StringComparison.Ordinal));
    }

    /// <summary>What each of them sees: who does the work, who leads it, who decides, who keeps the minutes and leads the meeting, and who is nobody.</summary>
    [Fact]
    public async Task Axe_finds_nothing_in_the_cards_of_any_role_and_every_picture_has_its_numbers_in_words()
    {
        await ClientTools.RequireAsync();
        using var data = new TemporaryFolder();
        await ImportAsync(data.Path);
        await using var bot = await BotProcess.StartAsync(dataFolder: data.Path, settings: new Dictionary<string, string?> { ["UPCM_Administrators__0"] = Cast.Lotte.AadObjectId });
        await using var collector = await CardCollector.StartAsync();
        foreach (var person in Cast.Everyone)
        {
            await collector.SayAsync(bot.Endpoint, person, "hoi");
        }

        foreach (var sentence in Roles)
        {
            await collector.SayAsync(bot.Endpoint, Cast.Lotte, sentence);
        }

        foreach (var (person, role) in Seats)
        {
            collector.Of = role;
            if (person == Cast.Piet)
            {
                await collector.SayAsync(bot.Endpoint, person, "start roloverleg realisatie"); // which makes who starts it the facilitator
            }

            foreach (var sentence in CardCollector.Sentences().Where(sentence => !sentence.StartsWith("vergeet", StringComparison.Ordinal)))
            {
                await collector.SayAsync(bot.Endpoint, person, sentence);
                await collector.TurnPagesAsync(bot.Endpoint, person, sentence);
            }
        }

        await AuditAsync(collector, "axe-roles.txt", 400);
        Assert.All(Seats, seat => Assert.Contains(collector.Cards, one => one.Key.StartsWith($"{seat.Role}: ", StringComparison.Ordinal)));
        var pictures = collector.Cards.SelectMany(one => Nodes(one.Value)).Where(node => (string?)node["type"] == "Image").Select(node => (string?)node["altText"] ?? "").Distinct().ToList();
        Assert.NotEmpty(pictures);
        Assert.All(pictures, words => Assert.Contains(words, char.IsDigit));
    }

    private static IEnumerable<JsonNode> Nodes(JsonNode node) => node switch
    {
        JsonObject it => it.Select(one => one.Value).OfType<JsonNode>().SelectMany(Nodes).Prepend(it),
        JsonArray many => many.OfType<JsonNode>().SelectMany(Nodes),
        _ => [],
    };

    private async Task AuditAsync(CardCollector collector, string report, int least)
    {
        await using var gallery = await CardGallery.OpenAsync(browser);
        List<string> found = [];
        var cards = collector.Cards.DistinctBy(one => CardCollector.Seen(one.Value)).ToList();
        foreach (var (said, card) in cards)
        {
            foreach (var theme in new[] { "light", "dark" })
            {
                found.AddRange((await gallery.AuditAsync(card, theme)).Where(one => !OfTheRenderer.Any(known => one.Contains(known, StringComparison.Ordinal))).Select(one => $"{said} ({theme}): {one}"));
            }

            var (stops, all) = await gallery.TabAsync();
            if (!stops.SequenceEqual(Enumerable.Range(0, all)))
            {
                found.Add($"{said}: tab goes {string.Join(' ', stops)}, of {all}");
            }
        }

        await File.WriteAllLinesAsync(
            Path.Combine(ClientTools.Artifacts("cards"), report), [$"{collector.Cards.Count} cards, {cards.Count} that look different, for {CardCollector.Sentences().Count()} sentences", .. found]);
        Assert.InRange(collector.Cards.Count, least, 5000);
        Assert.Empty(collector.Mute);
        Assert.Empty(found.Take(20));
    }

    [Theory]
    [InlineData("")]
    [InlineData("files/nothing")]
    public async Task Axe_finds_nothing_on_the_pages_of_the_bot(string path)
    {
        var modules = await ClientTools.RequireAsync();
        await using var bot = await BotProcess.StartAsync();
        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(bot.Address, path).AbsoluteUri);
        await page.AddScriptTagAsync(new() { Path = Path.Combine(modules, "axe-core", "axe.min.js") });
        var found = await page.EvaluateAsync<string>(
            "async () => JSON.stringify((await axe.run()).violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 120)}`)))");
        await page.Context.DisposeAsync();
        Assert.Empty(JsonSerializer.Deserialize<string[]>(found)!);
    }

    [Fact]
    public async Task Axe_finds_what_is_wrong_with_a_card_that_is_wrong()
    {
        await using var gallery = await CardGallery.OpenAsync(browser);
        var found = await gallery.AuditAsync(
            JsonNode.Parse("""
            { "type": "AdaptiveCard", "version": "1.5", "body": [
              { "type": "Input.Text", "id": "a" }, { "type": "Image", "url": "data:image/gif;base64,R0lGODlhAQABAAAAACw=" },
              { "type": "Container", "style": "emphasis", "items": [{ "type": "TextBlock", "text": "bleek", "color": "light" }] }] }
            """)!,
            "light");
        Assert.All(["label", "image-alt", "color-contrast"], rule => Assert.Contains(found, one => one.StartsWith(rule + ":", StringComparison.Ordinal)));
    }

    /// <summary>With the keyboard alone, in the client: Tab goes by the labels from top to bottom, then by the buttons, and Enter presses one.</summary>
    [Fact]
    public async Task In_the_client_a_form_is_filled_in_with_the_keyboard_alone_and_axe_finds_nothing_in_it()
    {
        var modules = await ClientTools.RequireAsync();
        await using var bot = await BotProcess.StartAsync();
        await using var playground = await Playground.StartAsync(Cast.Sanne, bot.Endpoint);
        await using var window = await TeamsWindow.OpenAsync(browser, playground);
        await window.Say("meld initiatief");
        var card = await window.LastCard("Initiatief aanmelden");

        await window.Page.AddScriptTagAsync(new() { Path = Path.Combine(modules, "axe-core", "axe.min.js") });
        var found = JsonSerializer.Deserialize<string[]>(await card.Locator.EvaluateAsync<string>("""
            async card => JSON.stringify((await axe.run(card, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }))
              .violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 160)} ${(node.any[0]?.message ?? '').slice(0, 120)}`)))
            """))!;
        await File.WriteAllLinesAsync(Path.Combine(ClientTools.Artifacts("cards"), "axe-client.txt"), found);

        await card.Locator.EvaluateAsync("card => { card.tabIndex = -1; card.focus(); }");
        List<int> tops = [];
        var typed = false;
        for (var i = 0; i < 40; i++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            var at = await card.Locator.EvaluateAsync<string>("""
                card => {
                  const now = document.activeElement;
                  const box = now.getBoundingClientRect();
                  const label = now.id ? card.querySelector(`label[for='${now.id}']`)?.innerText ?? '' : '';
                  return JSON.stringify({ inside: card.contains(now), top: Math.round(box.top + scrollY), label, text: now.innerText ?? '' });
                }
                """);
            var stop = JsonNode.Parse(at)!;
            if (!(bool)stop["inside"]!)
            {
                break;
            }

            tops.Add((int)stop["top"]!);
            if (((string)stop["label"]!).StartsWith("Hoe heet het initiatief?", StringComparison.Ordinal))
            {
                await window.Page.Keyboard.TypeAsync("Batterijen");
                typed = true;
            }
            else if ((string)stop["text"]! == "Bewaar voor later")
            {
                await window.Page.Keyboard.PressAsync("Enter");
                break;
            }
        }

        Assert.True(typed, $"Tab never came to the name: {string.Join(' ', tops)}");
        Assert.Equal(tops.Order(), tops);
        await card.WaitForText("Bewaard voor later");
        Assert.DoesNotContain(found, one => !OfTheClient.Any(rule => one.StartsWith(rule + ":", StringComparison.Ordinal)));
    }

    private static async Task ImportAsync(string data)
    {
        await using var import = BotProcess.Run(
            BotProcess.DefaultProgram, ["import", Path.Combine(ClientTools.RepositoryRoot, "samples", "portfolio.yaml"), "--data", data, "--workspace", Cast.TenantId]);
        Assert.Equal(0, await import.ExitAsync(TimeSpan.FromMinutes(2)));
    }
}
