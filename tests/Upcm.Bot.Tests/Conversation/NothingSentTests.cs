using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Talk;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Bot.Storage;

namespace Upcm.Bot.Tests.Conversation;

/// <summary>A client that sends a form's button off without the fields that are filled in on its card.</summary>
public sealed class NothingSentTests : IAsyncDisposable
{
    private readonly Talker bot = new();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Theory]
    [InlineData("taal nl", "meld initiatief", "Ik kreeg niets van wat er op de kaart staat")]
    [InlineData("taal en", "register initiative", "Nothing of what is on the card reached me")]
    public async Task The_card_stays_as_it_is_what_was_answered_is_kept_and_one_can_go_on_by_talking(string language, string opens, string told)
    {
        await bot.Say(language);
        var page = (await bot.Hear(new Said(opens, []))).Utterances.OfType<Show>().Last().Card;
        var submit = page.Buttons.First(button => button.Press.Verb == FormCards.SubmitVerb).Press;

        Assert.Contains(told, Assert.IsType<Say>(Assert.Single(await Press(submit))).Text, StringComparison.Ordinal);
        Assert.Null((await Draft()).Answers["title"]);
        await bot.Say("Oude machines als nieuw");
        Assert.Equal("Oude machines als nieuw", (await Draft()).Answers["title"]);
        Assert.IsType<Say>(Assert.Single(await Press(submit)));
        Assert.Equal("Oude machines als nieuw", (await Draft()).Answers["title"]);
        Assert.IsType<Replace>(Assert.Single(await Press(submit, ("title", "Nieuwe machines"))));
        Assert.Equal("Nieuwe machines", (await Draft()).Answers["title"]);
    }

    private async Task<IReadOnlyList<Utterance>> Press(Press press, params (string Key, string Value)[] inputs) =>
        (await bot.Hear(new Pressed(press, inputs.ToDictionary(input => input.Key, input => input.Value), "m1", CanReplace: true))).Utterances;

    private async Task<Draft> Draft() => Assert.Single(await bot.Store.Find(Kinds.Drafts, Talker.Workspace, "person=sanne|", 10, null, descending: false, CancellationToken.None)).Document;
}
