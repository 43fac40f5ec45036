using System.Globalization;
using System.Text;
using Upcm.Bot.Cards;
using Upcm.Bot.Flows;
using Upcm.Bot.Tests.Conversation;
using Upcm.Bot.Tests.Programme;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Documentation;

/// <summary>The tables in the guides are those of the code: run the tests with WRITE_DOCS=1 after changing it.</summary>
public sealed class TableTests
{
    [Fact]
    public void The_administrators_guide_shows_the_rights_as_they_are()
    {
        var table = new StringBuilder("| What | Who |\n|---|---|\n");
        foreach (var deed in Enum.GetValues<Deed>())
        {
            var who = Rights.WhoMay(deed).Select(holder => Refusals.Name(Shipped.Programme, holder).En);
            table.Append(CultureInfo.InvariantCulture, $"| {Refusals.Name(Shipped.Programme, deed).En} | {string.Join(", ", who)} |\n");
        }

        new Page("administrator-guide.md").Holds("rights", table.ToString());
    }

    [Theory]
    [InlineData("nl", "| Zeg | Wat het doet | Ook goed |\n|---|---|---|\n")]
    [InlineData("en", "| Say | What it does | As good |\n|---|---|---|\n")]
    public async Task The_list_of_sentences_is_what_the_bot_understands(string language, string head)
    {
        await using var bot = new Talker();
        var table = new StringBuilder(head);
        foreach (var sentence in bot.Commands.Select(command => command.Sentence))
        {
            var culture = Cultures.Of(language);
            var words = culture.IsEnglish() ? sentence.En : sentence.Nl;
            var takes = sentence.TakesIn(culture, Shipped.Programme) is { } what ? $" *{what}*" : "";
            table.Append(CultureInfo.InvariantCulture, $"| **{words[0]}**{takes} | {sentence.HelpIn(culture, Shipped.Programme)} | {string.Join(", ", words.Skip(1))} |\n");
        }

        new Page("commands.md").Holds($"sentences-{language}", table.ToString());
    }
}
