using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.CirculatingProposals;
using Upcm.Bot.Notifications;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

/// <summary>A proposal between meetings, in English: it circulates on a card, and ends by agreement, by an objection or by its deadline.</summary>
public sealed class CirculationTests : IAsyncLifetime
{
    private readonly Talker bot = new();

    public async ValueTask InitializeAsync()
    {
        foreach (var person in new[] { "lotte", "piet", "sanne", "jan" })
        {
            await bot.Say("language en", person);
        }

        foreach (var office in new[] { "lotte tot ondersteuningsteam", "jan tot ondersteuningsteam", "piet tot secretaris van ondersteuningsteam" })
        {
            await bot.Say($"benoem {office}", "beheer");
            await bot.Say("ja", "beheer");
        }

        await bot.Hear(new Said("koppel ondersteuningsteam", []), "beheer", kind: PlaceKind.Channel);
        await bot.Say("tension: nobody does the mailing lists", "lotte");
        await bot.Say("yes", "lotte");
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_proposal_everybody_agrees_with_applies_without_a_meeting()
    {
        await Circulate();
        var posts = await Posts();
        Assert.Equal(["channel", "jan", "piet"], posts.Select(post => post.Person?.Value ?? post.Place).Order());
        Says(await bot.Say("my overview", "piet"), "Proposals for you to answer");
        Says(await bot.Say("no objection 1", "sanne"), "was not put to you");
        Says(await bot.Say("no objection 1", "piet"), "Answer by", "To answer");
        await bot.Restart();
        Says(await bot.Say("no objection 1", "jan"), "Adopted: nobody objected");
        Says(await bot.Say("role relation developer", "piet"), "Keeps the mailing lists.");
        Says(await bot.Say("tension 1", "piet"), "Handled");
        var told = Assert.Single(await bot.Store.Find(Kinds.Posts, Talker.Workspace, "occasion=roles-changed/circulation/1/1|", 10, null, descending: false, CancellationToken.None)).Document;
        Assert.Equal(("channel", "Rollen van het Ondersteuningsteam veranderd"), (told.Place, told.Card.Title));
        Says(await bot.Say("object to 1: too late", "sanne"), "no longer circulates");
        Assert.All(await Posts(), post => Assert.Equal("Adopted: nobody objected", post.Person is null ? "Adopted: nobody objected" : post.Card.Status));
    }

    [Fact]
    public async Task One_objection_brings_it_to_the_meeting_with_the_proposal()
    {
        await Circulate();
        Says(await bot.Say("object to 1", "sanne"), "What is your objection?");
        await bot.Say("The secretary already keeps them", "sanne");
        Says(await bot.Say("yes", "sanne"), "There is an objection", "sanne: The secretary already keeps them");
        Says(await bot.Say("role meeting", "lotte"), "1. nobody does the mailing lists", "carried over");
        Says(await bot.Say("tension 1", "lotte"), "The relation developer keeps the lists");
    }

    [Fact]
    public async Task After_the_deadline_silence_is_no_consent_unless_the_programme_says_so()
    {
        await Circulate();
        bot.Time.Advance(TimeSpan.FromDays(4));
        await bot.Get<Deadlines>().EndDue(CancellationToken.None);
        Says(await bot.Say("circulate proposal 1", "lotte"), "circulating already");
        bot.Time.Advance(TimeSpan.FromDays(3));
        await bot.Get<Deadlines>().EndDue(CancellationToken.None);
        Assert.Contains(await Posts(), post => post.Card.Status == "Not everybody answered: this comes on the agenda");
        Says(await bot.Say("role meeting", "lotte"), "carried over");
    }

    [Fact]
    public async Task A_proposal_that_goes_round_is_withdrawn_by_who_sent_it_and_a_better_one_can_be_sent()
    {
        await Circulate();
        Says(await bot.Say("withdraw proposal 1", "sanne"), "can only be done by");
        Says(await bot.Say("withdraw proposal 1", "lotte"), "Withdrawn");
        Says(await bot.Say("withdraw proposal 1", "lotte"), "no longer circulates");
        Says(await bot.Say("no objection 1", "piet"), "no longer circulates");
        Assert.All(await Posts(), post => Assert.Equal(post.Person is null ? "Ingetrokken" : "Withdrawn", post.Card.Status));
        Assert.DoesNotContain("carried over", await bot.Say("role meeting", "lotte"), StringComparison.Ordinal);
        Says(await bot.Say("circulate proposal 1", "lotte"), "What is the proposal?");
    }

    [Fact]
    public async Task Only_who_raised_it_or_keeps_the_table_circulates_a_proposal()
    {
        Says(await bot.Say("circulate proposal 1", "sanne"), "can only be done by");
        Says(await bot.Say("no objection 1", "sanne"), "No proposal was circulated");
        Says(await bot.Say("circulate proposal 9", "sanne"), "I know no tension 9");
    }

    private async Task Circulate()
    {
        Says(await bot.Say("circulate proposal 1", "lotte"), "What is the proposal?");
        await bot.Say("The relation developer keeps the lists", "lotte");
        await bot.Say("add an accountability", "lotte");
        await bot.Say("relation developer", "lotte");
        Says(await bot.Say("Keeps the mailing lists.", "lotte"), "Is this right?", "Who says nothing has not agreed");
        Says(await bot.Say("yes", "lotte"), "Proposal on tension 1", "Relation developer gets: Keeps the mailing lists.");
    }

    private async Task<IReadOnlyList<Post>> Posts() =>
        [.. (await bot.Store.Find(Kinds.Posts, Talker.Workspace, "due=", 200, null, descending: false, CancellationToken.None)).Select(found => found.Document).Where(post => post.Kind == "proposal")];

    private static void Says(string answer, params string[] parts) => Assert.All(parts, part => Assert.Contains(part, answer, StringComparison.OrdinalIgnoreCase));
}
