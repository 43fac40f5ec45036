using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

public sealed class TensionTests : IAsyncLifetime
{
    private readonly Talker bot = new();

    public async ValueTask InitializeAsync()
    {
        foreach (var person in new[] { "sanne", "jan", "piet" })
        {
            await bot.Say("hoi", person);
        }

        await bot.Say("benoem piet tot secretaris van realisatie", "beheer");
        await bot.Say("ja", "beheer");
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_tension_is_raised_in_one_sentence_confirmed_and_found()
    {
        await bot.Hear(new Said("koppel realisatie", []), "beheer", kind: PlaceKind.Channel);
        var review = await bot.Say("spanning: twee mensen vragen bedrijven om dezelfde cijfers, en het is onduidelijk wie dat doet", "piet");
        Assert.Contains("Klopt dit?", review, StringComparison.Ordinal);
        Assert.Contains("Vanuit je rol Secretaris (Team Realisatie)", review, StringComparison.Ordinal);
        Assert.Contains("Mijn voorstel: roloverleg van Team Realisatie, omdat je het hebt over \"onduidelijk wie\"", review, StringComparison.Ordinal);
        Assert.Contains("Hier ligt niets", await bot.Say("spanningen realisatie"), StringComparison.Ordinal);

        await bot.Restart();
        var raised = await bot.Say("ja", "piet");
        Assert.Contains("Vastgelegd. De spanning ligt bij: roloverleg van Team Realisatie", raised, StringComparison.Ordinal);
        Assert.Contains("Spanning 1", raised, StringComparison.Ordinal);
        var post = Assert.Single(await Posts());
        Assert.Equal("Op de agenda: roloverleg van Team Realisatie", post.Card.Status);

        bot.Time.Advance(TimeSpan.FromDays(9));
        Assert.Contains("1. twee mensen vragen bedrijven", await bot.Say("mijn spanningen", "piet"), StringComparison.Ordinal);
        Assert.Contains("9 dagen oud", await bot.Say("spanningen realisatie"), StringComparison.Ordinal);
        Assert.Contains("Jouw spanningen", await bot.Say("mijn overzicht", "piet"), StringComparison.Ordinal);
        Assert.Contains("piet (Secretaris)", await bot.Say("spanning 1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tension_in_English_from_no_role_goes_where_it_is_asked_to_go()
    {
        await bot.Say("language en", "sanne");
        Assert.Contains("because nothing points elsewhere", await bot.Say("tension: the coffee is cold"), StringComparison.Ordinal);
        Assert.Contains("Where does this belong?", await bot.Say("change table"), StringComparison.Ordinal);
        Assert.Contains("Of which team?", await bot.Say("another team"), StringComparison.Ordinal);
        Assert.Contains("Is this right?", await bot.Say("nsp"), StringComparison.Ordinal);
        Assert.Contains("It lies at: the NL Strategic Platform", await bot.Say("yes"), StringComparison.Ordinal);
        Assert.Contains("1. the coffee is cold", await bot.Say("tensions nsp"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_thousand_characters_are_kept_and_one_sentence_is_asked()
    {
        var story = string.Concat(Enumerable.Repeat("lang verhaal ", 800))[..10_000];
        var asked = await bot.Say($"spanning: {story}");
        Assert.Contains("Dit zijn 10.000 tekens. Ik bewaarde alles als toelichting", asked, StringComparison.Ordinal);
        Assert.Contains("Klopt dit?", await bot.Say("Het verhaal is te lang"), StringComparison.Ordinal);
        await bot.Say("ja");
        var stored = (await bot.Store.Load(Kinds.Tensions, Talker.Workspace, "1", CancellationToken.None))!.Document;
        Assert.Equal(story.Trim(), stored.Explanation);
        Assert.Contains("deel 2 van 4", await bot.Say("spanning 1 2"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("hoogstens 300 tekens", await bot.Say($"spanning: {story}{story}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_sentence_does_not_lie_over_the_first()
    {
        await bot.Say("spanning: eerste ding");
        await bot.Say("spanning: tweede ding");
        Assert.Contains("tweede ding", await bot.Say("ja"), StringComparison.Ordinal);
        Assert.Contains("Een spanning inbrengen", await bot.Say("mijn overzicht"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_raised_it_or_keeps_the_table_withdraws_moves_and_merges()
    {
        await Raise("niemand doet de verzendlijsten", "piet");
        await Raise("de rol van reporter is onduidelijk", "piet");
        Assert.Contains("kan hier alleen", await bot.Say("trek spanning in 1", "jan"), StringComparison.Ordinal);
        Assert.Contains("Spanning 99 ken ik niet", await bot.Say("trek spanning in 99", "piet"), StringComparison.Ordinal);
        Assert.Contains("Noem twee nummers", await bot.Say("voeg spanning samen 1", "piet"), StringComparison.Ordinal);
        Assert.Contains("+ 1: niemand doet de verzendlijsten", await bot.Say("voeg spanning samen 1 met 2", "piet"), StringComparison.Ordinal);
        Assert.Contains("niet meer open: samengevoegd met spanning 2", await bot.Say("trek spanning in 1", "piet"), StringComparison.Ordinal);
        Assert.Contains("Klopt dit?", await bot.Say("verplaats spanning 2 naar nsp", "piet"), StringComparison.Ordinal);
        Assert.Matches("Komt van:? +Team Realisatie", await bot.Say("ja", "piet"));
        Assert.Contains("Van dit team, bij anderen", await bot.Say("spanningen realisatie"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Ingetrokken", await bot.Say("trek spanning in 2", "piet"), StringComparison.Ordinal);
        Assert.Contains("geen open spanningen", await bot.Say("mijn spanningen", "piet"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de planning loopt: stand van zaken graag", Tables.WorkUpdate)]
    [InlineData("er is geen budget voor ons plan", Tables.SteeringMeeting)]
    [InlineData("ik heb geen toegang tot de map", Tables.DirectAction)]
    [InlineData("dit hoort bij team nsp", Tables.OtherTeam)]
    [InlineData("de verantwoordelijkheden lopen door elkaar", Tables.RoleMeeting)]
    [InlineData("nobody does the mailing lists", Tables.RoleMeeting)]
    [InlineData("het bureau staat scheef", Tables.RoleMeeting)]
    public void The_suggested_table_follows_from_the_words(string text, string table) =>
        Assert.Equal(table, Triage.Suggest(text, "realisatie", Talker.Method, _ => null).Table);

    [Fact]
    public void An_initiative_or_another_team_in_the_sentence_points_to_its_table()
    {
        var project = Triage.Suggest("20-004 loopt vast", null, Talker.Method, number => number == new InitiativeNumber(20, 4) ? "kennisintegratie" : null);
        Assert.Equal((Tables.SteeringMeeting, "kennisintegratie"), (project.Table, project.Team));
        var other = Triage.Suggest("kennisintegratie reageert niet", "realisatie", Talker.Method, _ => null);
        Assert.Equal((Tables.OtherTeam, "kennisintegratie"), (other.Table, other.Team));
    }

    private async Task Raise(string text, string person)
    {
        await bot.Say($"spanning: {text}", person);
        await bot.Say("ja", person);
    }

    private async Task<IReadOnlyList<Post>> Posts() =>
        [.. (await bot.Store.Find(Kinds.Posts, Talker.Workspace, "due=", 100, null, descending: false, CancellationToken.None)).Select(found => found.Document).Where(post => post.Kind == "tension-raised")];
}
