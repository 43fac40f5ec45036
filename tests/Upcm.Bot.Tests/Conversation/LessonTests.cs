using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

public sealed class LessonTests : IAsyncLifetime
{
    private readonly Talker bot = new();

    public async ValueTask InitializeAsync()
    {
        var changes = new Changes(Talker.Workspace);
        changes.Insert(Kinds.Initiatives, new Initiative
        {
            Number = new InitiativeNumber(20, 4),
            Title = "Batterijen uit fietsen",
            Result = "Een tweede leven",
            Team = "realisatie",
            Phase = "definitie",
            ProductGroups = ["27.2"],
            Strategies = ["R3"],
            RegisteredBy = new Somebody(new PersonId("fatima"), "fatima"),
            RegisteredAt = new DateTimeOffset(2021, 1, 4, 9, 0, 0, TimeSpan.Zero),
        });
        await bot.Store.Commit(changes, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Theory]
    [InlineData("lessen batterij")]
    [InlineData("lessen BATTERIJEN")]
    [InlineData("lessen inzamelaar")]
    [InlineData("lessen 27.2")]
    [InlineData("lessen r3")]
    [InlineData("lessen definitie")]
    [InlineData("lessen realisatie")]
    [InlineData("lessen 20-004")]
    [InlineData("lessen")]
    [InlineData("lessons definition")]
    public async Task A_lesson_is_found_by_what_it_is_about(string said)
    {
        await Shared();
        Assert.Contains("Spreek de inzamelaar vooraf.", await bot.Say(said, "piet"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lessen kunststof", "Geen les past bij \"kunststof\".")]
    [InlineData("lessen R9", "Geen les past bij \"R9\".")]
    [InlineData("lessen de", "Spreek de inzamelaar vooraf.")]
    public async Task What_is_not_found_is_said_with_what_would(string said, string answered)
    {
        await Shared();
        Assert.Contains(answered, await bot.Say(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_lesson_that_is_said() => Assert.Contains("Er heeft nog niemand een les achtergelaten.", await bot.Say("lessen"), StringComparison.Ordinal);

    [Fact]
    public async Task A_lesson_is_offered_at_the_review_of_something_alike_and_on_its_card()
    {
        await Shared();
        await bot.Say("meld initiatief");
        await bot.Say("Batterijen uit steps en fietsen");
        await bot.Say("Hergebruik");
        var review = await bot.Say("realisatie");
        Assert.Contains("! Eerder geleerd: Spreek de inzamelaar vooraf. (20-004 Batterijen uit fietsen).", review, StringComparison.Ordinal);
        var card = await bot.Say("ja");
        Assert.Contains("GELEERD IN WAT EROP LIJKT (1)", card, StringComparison.Ordinal);
        Assert.Contains("Spreek de inzamelaar vooraf. (20-004 Batterijen uit fietsen)", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_else_is_registered_without_lessons()
    {
        await Shared();
        await bot.Say("meld initiatief");
        await bot.Say("Windmolens");
        await bot.Say("Bladen hergebruiken");
        Assert.DoesNotContain("Eerder geleerd", await bot.Say("realisatie"), StringComparison.Ordinal);
        Assert.DoesNotContain("GELEERD", await bot.Say("ja"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_all_said_in_English_too()
    {
        await bot.Say("language en");
        Assert.Contains("What can another learn from this?", await bot.Say("lesson 20-004"), StringComparison.Ordinal);
        await bot.Say("Talk to the collector beforehand.");
        Assert.Contains("Your lesson has been kept", await bot.Say("yes"), StringComparison.Ordinal);
        Assert.Contains("Lessons about \"collector\"", await bot.Say("lessons collector"), StringComparison.Ordinal);
    }

    private async Task Shared()
    {
        await bot.Say("les 20-004");
        await bot.Say("Spreek de inzamelaar vooraf.");
        Assert.Contains("Je les is bewaard", await bot.Say("ja"), StringComparison.Ordinal);
    }
}
