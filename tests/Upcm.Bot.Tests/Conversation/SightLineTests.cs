using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Importing;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

public sealed class SightLineTests : IAsyncLifetime
{
    private readonly Desk desk = new();

    private Talker Bot => desk.Talker;

    public async ValueTask InitializeAsync()
    {
        Assert.Equal(0, await desk.ImportFile(Desk.Sample));
        Assert.Contains("56 partijen in zichtlijnen", desk.Told, StringComparison.Ordinal);
        await Bot.Say("hoi", "piet");
        await Bot.Say("benoem piet tot linking pin van realisatie", "beheer");
        await Bot.Say("ja", "beheer");
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task A_sight_line_shows_chair_key_players_steering_members_and_portfolio()
    {
        var card = await Bot.Say("zichtlijn realisatie");
        Assert.Matches(@"Voorzitter \(linking pin\):\s+piet", card);
        Assert.Contains("- Invest-NL", card, StringComparison.Ordinal);
        Assert.Contains("- DDT circulair inkopen", card, StringComparison.Ordinal);
        Assert.Contains("3 initiatieven: Initiatie 3.", card, StringComparison.Ordinal);
        Assert.Contains("20-004 Batterijen", card, StringComparison.Ordinal);
        Assert.Contains("De zichtlijn van welk team?", await Bot.Say("zichtlijn"), StringComparison.Ordinal);
        Assert.Contains("\"zzz\"", await Bot.Say("zichtlijn zzz"), StringComparison.Ordinal);
        await Bot.Say("taal en");
        Assert.Contains("Sight line: Realisation team", await Bot.Say("sight line realisatie"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_adds_changes_and_removes_parties_and_history_says_so()
    {
        Assert.Contains("kan hier alleen: de linking pin (piet)", await Bot.Say("partijen toevoegen realisatie", "jan"), StringComparison.Ordinal);
        await Bot.Say("partijen toevoegen realisatie", "piet");
        await Bot.Say("koersbepaler", "piet");
        await Bot.Say("Recyclers; recyclers ; Invest-NL", "piet");
        var added = await Bot.Say("ja", "piet");
        Assert.Contains("Recyclers", added, StringComparison.Ordinal);
        Assert.Equal(PartyKind.SteeringMember, (await desk.Load(Kinds.Parties, "realisatie/invest-nl"))!.Kind);
        Assert.Equal(8, (await Bot.Store.Find(Kinds.Parties, Talker.Workspace, "team=realisatie|", 99, null, false, default)).Count);

        await Bot.Press(new Cards.Press("party.edit", ("party", "realisatie/recyclers")), "piet");
        await Bot.Say("wijzig organisatie", "piet");
        await Bot.Say("Inzamelaars", "piet");
        Assert.Contains("Inzamelaars", await Bot.Say("ja", "piet"), StringComparison.Ordinal);
        Assert.Null(await desk.Load(Kinds.Parties, "realisatie/recyclers"));
        Assert.Contains("niet in de zichtlijn", await Bot.Say("partij verwijderen realisatie: Recyclers", "piet"), StringComparison.Ordinal);
        Assert.Contains("uit de zichtlijn gehaald", await Bot.Say("partij verwijderen realisatie: inzamelaars", "piet"), StringComparison.Ordinal);
        Assert.Contains("dubbele punt", await Bot.Say("partij verwijderen inzamelaars", "piet"), StringComparison.Ordinal);
        var lines = await Bot.Store.Find(Kinds.Journal, Talker.Workspace, "team=realisatie|", 20, null, descending: true, default);
        Assert.Contains(lines, static line => line.Document is { What: "party-removed", Words.Nl: "Inzamelaars" });
        Assert.Contains(lines, static line => line.Document is { What: "party-changed", Words.Nl: "Recyclers → Inzamelaars, koersbepaler" });
    }

    [Fact]
    public async Task Importing_again_leaves_alone_what_people_changed()
    {
        await Bot.Say("partij verwijderen realisatie: banken", "piet");
        Assert.Equal(0, await desk.ImportFile(Desk.Sample));
        Assert.Null(await desk.Load(Kinds.Parties, "realisatie/banken"));
    }

    [Theory]
    [InlineData("{team: realisatie, kind: vriend, name: X}", "vriend")]
    [InlineData("{team: ondersteuningsteam, kind: key-player, name: X}", "ondersteuningsteam")]
    [InlineData("{team: realisatie, kind: key-player}", "name")]
    public async Task A_party_that_cannot_be_is_refused_with_its_line(string party, string why)
    {
        Assert.Equal(2, await desk.Import($"programme: upcm\nparties:\n  - {party}\n"));
        Assert.Contains("portfolio.yaml(3,", desk.Told, StringComparison.Ordinal);
        Assert.Contains(why, desk.Told, StringComparison.Ordinal);
    }
}
