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
            Leader = new Somebody(new PersonId("fatima"), "fatima"),
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
    public async Task A_lesson_is_shown_by_its_number_and_who_shared_it_can_put_it_right()
    {
        await Shared();
        var card = await bot.Say("les 20-004 1");
        Assert.Contains("Les 1 uit 20-004 Batterijen uit fietsen", card, StringComparison.Ordinal);
        Assert.Contains("bewerk les 20-004 1", card, StringComparison.Ordinal);
        Assert.Contains("Spreek de inzamelaar vooraf.", await bot.Say("bewerk les 20-004 1"), StringComparison.Ordinal);
        await bot.Say("wijzig les");
        await bot.Say("Spreek de inzamelaar en de brandweer vooraf.");
        Assert.Contains("Spreek de inzamelaar en de brandweer vooraf.", await bot.Say("ja"), StringComparison.Ordinal);
        Assert.Contains("Spreek de inzamelaar en de brandweer vooraf.", await bot.Say("lessen brandweer", "piet"), StringComparison.Ordinal);
        Assert.Contains(
            "les gewijzigd: les 1: Les Spreek de inzamelaar vooraf. → Spreek de inzamelaar en de brandweer vooraf. · sanne",
            await bot.Say("geschiedenis 20-004"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_who_change_the_same_lesson_are_told()
    {
        await Shared();
        await bot.Say("bewerk les 20-004 1", "fatima");
        await bot.Say("wijzig les", "fatima");
        await bot.Say("Spreek de brandweer vooraf.", "fatima");
        await bot.SayAll("bewerk les 20-004 1", "wijzig les", "Spreek de gemeente vooraf.", "ja");
        var told = await bot.Say("ja", "fatima");
        Assert.Contains("Iemand anders veranderde intussen hetzelfde. Er is nog niets vastgelegd", told, StringComparison.Ordinal);
        Assert.Contains("Iemand anders veranderde intussen Les in: Spreek de gemeente vooraf.", told, StringComparison.Ordinal);
        Assert.Contains("Spreek de brandweer vooraf.", await bot.Say("ja", "fatima"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bewerk les 20-004")]
    [InlineData("les wijzigen 20004 1")]
    [InlineData("bewerk les batterijen 1")]
    [InlineData("bewrk les 20-004 1")]
    public async Task However_hurried_it_is_said_the_lesson_is_understood(string said)
    {
        await Shared();
        Assert.Contains("Les 1 uit 20-004", await bot.Say(said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bewerk les 1", "Noem het nummer van het initiatief")]
    [InlineData("bewerk les 20-004 9", "Les 9 ken ik niet. Welke les van 20-004? Zeg \"lessen 20-004\" voor de lijst")]
    [InlineData("bewerk les 99-999 1", "Initiatief 99-999 ken ik niet.")]
    public async Task A_lesson_that_is_not_there_is_answered_with_what_would_fit(string said, string answered)
    {
        await Shared();
        Assert.Contains(answered, await bot.Say(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_did_not_share_it_and_does_not_run_the_project_hears_who_can_change_it()
    {
        await Shared();
        var refused = await bot.Say("bewerk les 20-004 1", "piet");
        Assert.Contains("Een les wijzigen of intrekken kan hier alleen: wie het schreef (sanne), de projectleider (fatima), ", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("bewerk les", await bot.Say("les 20-004 1", "piet"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lesson_that_was_withdrawn_is_no_longer_found_and_stays_in_the_history()
    {
        await Shared();
        var sure = await bot.Say("trek les in 20-004 1");
        Assert.Contains("Les 1 van 20-004 intrekken?", sure, StringComparison.Ordinal);
        Assert.Contains("Spreek de inzamelaar vooraf.", await bot.Say("lessen inzamelaar"), StringComparison.Ordinal);
        Assert.Contains("Ingetrokken", await bot.Press(new Upcm.Bot.Cards.Press("lesson.withdraw", ("lesson", "20-004/001"))), StringComparison.Ordinal);
        Assert.Contains("Geen les past", await bot.Say("lessen inzamelaar"), StringComparison.Ordinal);
        Assert.Contains("les ingetrokken: Spreek de inzamelaar vooraf. · sanne", await bot.Say("geschiedenis 20-004"), StringComparison.Ordinal);
        Assert.Contains("Les 1 van 20-004 is ingetrokken.", await bot.Say("bewerk les 20-004 1"), StringComparison.Ordinal);
        Assert.Contains("Les 1 van 20-004 is ingetrokken.", await bot.Say("trek les in 20-004 1 zeker"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_all_said_in_English_too()
    {
        await bot.Say("language en");
        Assert.Contains("What can another learn from this?", await bot.Say("lesson 20-004"), StringComparison.Ordinal);
        await bot.Say("Talk to the collector beforehand.");
        Assert.Contains("Your lesson has been kept", await bot.Say("yes"), StringComparison.Ordinal);
        Assert.Contains("Lessons about \"collector\"", await bot.Say("lessons collector"), StringComparison.Ordinal);
        Assert.Contains("Lesson 1 from 20-004 Batterijen uit fietsen", await bot.Say("edit lesson 20-004 1"), StringComparison.Ordinal);
        await bot.SayAll("change lesson", "Talk to the fire brigade beforehand.", "yes");
        Assert.Contains("Withdraw lesson 1 of 20-004?", await bot.Say("withdraw lesson 20-004 1"), StringComparison.Ordinal);
        Assert.Contains("Withdrawn · sanne", await bot.Say("withdraw lesson 20-004 1 sure"), StringComparison.Ordinal);
        Assert.Contains("lesson changed: lesson 1: Lesson Talk to the collector beforehand. → Talk to the fire brigade beforehand.", await bot.Say("history 20-004"), StringComparison.Ordinal);
    }

    private async Task Shared()
    {
        await bot.Say("les 20-004");
        await bot.Say("Spreek de inzamelaar vooraf.");
        Assert.Contains("Je les is bewaard", await bot.Say("ja"), StringComparison.Ordinal);
    }
}
