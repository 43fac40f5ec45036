using Microsoft.Extensions.Configuration;
using Upcm.Bot.Configuration;
using Upcm.Bot.Tests.Conversation;
using Upcm.Bot.Verbs;

namespace Upcm.Bot.Tests.Verbs;

/// <summary>What a browser is shown; the addresses of privacy and terms stand in the app package.</summary>
public sealed class PagesTests
{
    [Theory]
    [InlineData(true, "controleert van wie een bericht komt", "checks who a message is from")]
    [InlineData(false, "controleert niet van wie een bericht komt", "does not check who a message is from")]
    public void The_start_page_tells_what_runs_whether_people_are_authenticated_and_where_to_go(bool authentication, string dutch, string english)
    {
        var page = Pages.Start(Talker.Method, authentication);
        foreach (var part in (string[])["Uitvoeringsprogramma Circulaire Maakindustrie", dutch, english, "/api/messages", "talk", "/health/ready", "/privacy"])
        {
            Assert.Contains(part, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_privacy_page_says_what_the_bot_says_with_nothing_of_a_setting_taken_for_markup()
    {
        var page = Pages.Privacy(Talker.Method, new ConfigurationManager { [Settings.PrivacyContact] = "<b>privacy@voorbeeld.nl</b>" });
        Assert.Contains("&lt;b&gt;privacy@voorbeeld.nl&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Contains("mijn gegevens", page, StringComparison.Ordinal);
        Assert.Contains("a task in the public interest", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_pages_that_the_app_package_names_are_there()
    {
        var manifest = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "manifest", "teams", "manifest.json"));
        Assert.Contains("/privacy\"", manifest, StringComparison.Ordinal);
        Assert.Contains("/terms\"", manifest, StringComparison.Ordinal);
        Assert.Contains("href=\"/privacy\"", Pages.Terms(Talker.Method), StringComparison.Ordinal);
    }
}
