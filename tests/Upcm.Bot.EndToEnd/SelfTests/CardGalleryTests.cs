using System.Text.Json.Nodes;

namespace Upcm.Bot.EndToEnd.SelfTests;

public sealed class CardGalleryTests(Browser browser)
{
    [Fact]
    public async Task A_sound_card_has_no_problems_and_two_pictures()
    {
        await using var gallery = await CardGallery.OpenAsync(browser);
        var rendered = Assert.Single(await gallery.RenderAsync([new("Self test: form", EchoCards.Form())]));
        Assert.Empty(rendered.Problems);
        Assert.True(new FileInfo(rendered.Desktop).Length > 5_000);
        Assert.True(new FileInfo(rendered.Phone).Length > 5_000);
    }

    [Theory]
    [InlineData("""{ "type": "AdaptiveCard", "version": "1.5", "body": [{ "type": "TextBlok", "text": "x" }] }""", "TextBlok")]
    [InlineData("""{ "type": "AdaptiveCard", "version": "1.5", "body": [{ "type": "TextBlock", "text": "x", "size": "Huge" }] }""", "Huge")]
    [InlineData("""{ "type": "AdaptiveCard", "version": "1.5", "body": [{ "type": "Input.Text", "label": "x" }] }""", "unique Id")]
    [InlineData("""{ "type": "AdaptiveCard", "version": "1.5", "body": [{ "type": "Input.Text", "id": "a", "isRequired": true }] }""", "label")]
    public async Task What_is_wrong_with_a_card_is_said(string card, string problem)
    {
        await using var gallery = await CardGallery.OpenAsync(browser);
        var rendered = await gallery.RenderAsync("Self test: broken", JsonNode.Parse(card)!);
        Assert.Contains(rendered.Problems, one => one.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_does_not_fit_a_phone_is_said()
    {
        await using var gallery = await CardGallery.OpenAsync(browser);
        var rendered = await gallery.RenderAsync("Self test: wide", JsonNode.Parse("""
            {
              "type": "AdaptiveCard", "version": "1.5",
              "body": [{ "type": "ColumnSet", "columns": [
                { "type": "Column", "width": "240px", "items": [{ "type": "TextBlock", "text": "links" }] },
                { "type": "Column", "width": "200px", "items": [{ "type": "TextBlock", "text": "rechts" }] }] }]
            }
            """)!);
        var problem = Assert.Single(rendered.Problems);
        Assert.Contains("320 px", problem, StringComparison.Ordinal);
        Assert.Contains("rechts", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_is_cut_on_a_phone_is_said()
    {
        await using var gallery = await CardGallery.OpenAsync(browser);
        var rendered = await gallery.RenderAsync("Self test: cut", JsonNode.Parse("""
            {
              "type": "AdaptiveCard", "version": "1.5",
              "body": [{ "type": "TextBlock", "text": "Een zin die op een telefoon niet op één regel past" }]
            }
            """)!);
        var problem = Assert.Single(rendered.Problems);
        Assert.Contains("320 px this text is cut: Een zin", problem, StringComparison.Ordinal);
    }
}
