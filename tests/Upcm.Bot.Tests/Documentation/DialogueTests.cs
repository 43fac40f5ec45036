using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering;
using Upcm.Bot.Conversation;
using Upcm.Bot.Tests.Conversation;

namespace Upcm.Bot.Tests.Documentation;

/// <summary>
/// The conversations in the guides are held with the bot, from the first to the last: what is said follows a name and "&gt;",
/// and every line below it must be in the answer. A line "…" stands for what is left out.
/// </summary>
public sealed class DialogueTests
{
    private const string Fence = "```";

    [Theory]
    [InlineData("handleiding.md", "nl")]
    [InlineData("user-guide.md", "en")]
    public async Task What_the_guide_shows_is_what_the_bot_answers(string guide, string language)
    {
        await using var bot = new Talker();
        await Prepare(bot, language);
        var (answer, asked) = ("", 0);
        List<string> missing = [];
        foreach (var line in Spoken(new Page(guide).Text))
        {
            if (line.Split("> ", 2) is [var name, var said] && name.Length > 0 && name.All(char.IsLetter))
            {
                answer = $"{line}\n{Squeezed(await Answer(bot, name, said, language))}";
                asked++;
            }
            else if (line is not ("" or "…") && !answer.Contains(Squeezed(line), StringComparison.Ordinal))
            {
                missing.Add($"NOT ANSWERED: {line}\n{answer}");
            }
        }

        Assert.True(missing.Count == 0, string.Join("\n\n", missing));
        Assert.True(asked > 10, $"{guide} shows {asked} sentences.");
    }

    private static async Task Prepare(Talker bot, string language)
    {
        foreach (var person in new[] { "Sanne", "Jan", "Fatima", "Piet", "Lotte", "beheer" })
        {
            await bot.Say($"taal {language}", person);
        }

        foreach (var said in new[] { "benoem Piet tot linking pin van realisatie", "benoem Jan tot teamtrekker van realisatie", "benoem Fatima tot koersbepaler van realisatie", "benoem Lotte tot ondersteuningsteam" })
        {
            await bot.Say(said, "beheer");
            await bot.Say("ja", "beheer");
        }
    }

    private static async Task<string> Answer(Talker bot, string name, string said, string language)
    {
        var answer = await bot.Hear(new Said(said, []), name, surface: Surface.Text);
        return string.Join('\n', answer.Utterances.Select(utterance => utterance switch
        {
            Say say => say.Text,
            Show show => PlainTextRenderer.Render(show.Card, Cultures.Of(language)),
            Replace replace => PlainTextRenderer.Render(replace.Card, Cultures.Of(language)),
            _ => "",
        }));
    }

    /// <summary>Facts are set out in columns whose width depends on lines that may be left out.</summary>
    private static string Squeezed(string text) => string.Join('\n', text.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    private static IEnumerable<string> Spoken(string page)
    {
        var inside = false;
        foreach (var line in page.Split('\n'))
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                inside = !inside && line == Fence + "text";
            }
            else if (inside)
            {
                yield return line.Trim();
            }
        }
    }
}
