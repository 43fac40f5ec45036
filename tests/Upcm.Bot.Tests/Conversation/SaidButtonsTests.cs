using System.Text.RegularExpressions;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

/// <summary>Where there are no buttons, what stands beside one can be said, and does the same.</summary>
public sealed partial class SaidButtonsTests : IAsyncDisposable
{
    private readonly Talker bot = new();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Theory]
    [InlineData("nl", "wie is wie realisatie", "Beëindig", "Er is nog niemand benoemd")]
    [InlineData("en", "who is who realisatie", "End", "Nobody has been appointed yet")]
    public async Task An_appointment_is_ended(string language, string shows, string label, string ended)
    {
        await bot.Say("hoi", "piet");
        await bot.Say("benoem piet tot linking pin van realisatie", "beheer");
        await bot.Say("ja", "beheer");
        await bot.Say($"taal {language}", "beheer");
        var words = await Beside(label, shows, "beheer");
        Assert.Contains("kan hier alleen", await bot.Say(words), StringComparison.Ordinal);
        Assert.Contains(ended, await bot.Say(words, "beheer"), StringComparison.Ordinal);
        Assert.DoesNotContain(ended, await bot.Say(words, "beheer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_is_done_and_opened_again()
    {
        await new Way(bot).Begin();
        await Agree("Vraag twee provincies om mee te doen, en de netbeheerder die er nu nog niet bij zit", "jan");
        await Agree("Vraag de brancheorganisatie", "jan", 2);
        var words = await Beside("Gedaan", "mijn overzicht", "jan");
        Assert.Contains("Gedaan: Vraag twee provincies", await bot.Say(words, "jan"), StringComparison.Ordinal);
        Assert.Contains("Gedaan: Vraag de branche", await bot.Say("actie gedaan: vraag", "jan"), StringComparison.Ordinal);
        Assert.Contains("Je hebt geen open acties", await bot.Say("actie gedaan", "jan"), StringComparison.Ordinal);
        Assert.Contains("Weer open", await bot.Say(await Beside("Toch niet gedaan", $"acties {Way.Number}", "jan"), "jan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_actions_that_begin_alike_one_is_chosen()
    {
        await new Way(bot).Begin();
        await Agree("Vraag twee provincies", "jan");
        await Agree("Vraag de brancheorganisatie", "jan");
        Assert.Contains("Welke actie is gedaan?", await bot.Say("actie gedaan: vraag", "jan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_party_in_a_sight_line_is_changed()
    {
        await new Way(bot).Begin();
        foreach (var said in (string[])["partijen toevoegen realisatie", "koersbepaler", "Recycler Noord", "ja"])
        {
            await bot.Say(said, "piet");
        }

        Assert.Contains("Recycler Noord in de zichtlijn", await bot.Say(await Beside("Wijzig", "zichtlijn realisatie", "piet"), "piet"), StringComparison.Ordinal);
        Assert.Contains("partij wijzigen", await bot.Say("partij wijzigen", "piet"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("benoem Xander tot linking pin van realisatie", "Ik ken niemand met de naam \"Xander\"")]
    [InlineData("benoem piet tot koning van realisatie", "\"koning\" staat niet in de lijst")]
    public async Task What_a_sentence_said_and_does_not_fit_is_told_in_talk_too(string said, string told)
    {
        await bot.Say("hoi", "piet");
        Assert.Contains(told, Talker.Plain(await bot.Hear(new Said(said, []), "beheer", surface: Surface.Text)), StringComparison.Ordinal);
    }

    private async Task Agree(string text, string owner, int day = 1)
    {
        var changes = new Changes(Talker.Workspace);
        changes.Insert(Kinds.Actions, new AgreedAction
        {
            Id = text.Length.ToString("D3", System.Globalization.CultureInfo.InvariantCulture),
            Number = InitiativeNumber.Parse(Way.Number, System.Globalization.CultureInfo.InvariantCulture),
            Team = "realisatie",
            Text = text,
            Owner = new Somebody(new PersonId(owner), owner),
            Due = new DateOnly(2026, 11, day),
        });
        await bot.Store.Commit(changes, CancellationToken.None);
    }

    /// <summary>What the plain text says to say for the first button of that label.</summary>
    private async Task<string> Beside(string label, string shows, string person)
    {
        var shown = await bot.Hear(new Said(shows, []), person, surface: Surface.Text);
        var text = string.Join('\n', shown.Utterances.Select(one => one is Show { Card: var card } ? PlainTextRenderer.Render(card, Cultures.Of(shown.Language)) : one is Replace { Card: var other } ? PlainTextRenderer.Render(other, Cultures.Of(shown.Language)) : ""));
        return Words().Matches(text).First(match => match.Groups["label"].Value == label).Groups["words"].Value;
    }

    [GeneratedRegex(@"\[(?<label>[^\]]+)\] (?:zeg|say): (?<words>.+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();
}
