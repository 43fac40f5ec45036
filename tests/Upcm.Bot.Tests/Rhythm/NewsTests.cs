using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering;
using Upcm.Bot.Cards.Rendering.AdaptiveCards;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.Telling;
using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Rhythm;

public sealed class NewsTests : IAsyncLifetime
{
    private readonly Talker bot = new();

    private Beat Beat => new(bot.Store, bot.Time);

    public async ValueTask InitializeAsync()
    {
        await bot.Say("hoi", "jan");
        await Beat.Insert(Kinds.Appointments, new Appointment
        {
            Office = Offices.LinkingPin,
            Team = "realisatie",
            Person = new Somebody(new PersonId("jan"), "jan"),
            By = Beat.Lotte,
            At = bot.Time.GetUtcNow(),
        });
        await Beat.Ring();
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_week_in_the_portfolio_on_one_screen()
    {
        await AWeek();
        Assert.Equal(
            """
            Weekoverzicht Team Realisatie
            5 veranderingen sinds ma 28 september 11:00

            - 1 op rood gesprongen: 26-001 Batterijen: Groen → Rood, nog € 50.000 nodig
            - 1 fasepoort wacht op een besluit: 26-002 Pompen: Van initiatie naar definitie, sinds ma 5 okt
            - 1 actie te laat: do 1 okt: Contract tekenen (Lotte) · 26-001 Batterijen

            VERANDERD
            - 1 besluit: 26-003 Kozijnen (Uit Initiatie: Door)
            - 1 fasepoort aangevraagd: 26-002 Pompen
            - 1 aangemeld: 26-004 Vloeren
            - 1 voortgangsrapportage, 1 impactsheet

            WACHT OP EEN BESLUIT
            - 26-002 Pompen: Van initiatie naar definitie, sinds ma 5 okt

            STOPLICHT VERANDERD
            - 26-001 Batterijen: Groen → Rood, nog € 50.000 nodig

            TE LAAT, OF BINNEN TWEE WEKEN
            - do 1 okt, te laat: Contract tekenen (Lotte) · 26-001 Batterijen
            - di 13 okt: oplevering 26-003 Kozijnen
            """,
            Body(await bot.Say("weekbericht", "jan")));
    }

    [Fact]
    public async Task The_same_in_English()
    {
        await AWeek();
        await bot.Say("taal en", "jan");
        var answer = await bot.Hear(new Upcm.Bot.Conversation.Said("digest", []), "jan");
        var card = ((Upcm.Bot.Conversation.Show)answer.Utterances[0]).Card;
        Assert.Equal(
            """
            Weekly digest Realisation team
            5 changes since Mon 28 September 11:00

            - 1 turned red: 26-001 Batterijen: Green → Red, €50,000 still needed
            - 1 gate waits for a decision: 26-002 Pompen: From initiation to definition, since Mon 5 Oct
            - 1 action late: Thu 1 Oct: Contract tekenen (Lotte) · 26-001 Batterijen
            """,
            string.Join('\n', PlainTextRenderer.Render(card, Cultures.English).Split('\n').Take(6)));
    }

    [Fact]
    public async Task Everything_is_behind_a_button()
    {
        await AWeek();
        var all = await bot.Say("weekbericht alles", "jan");
        Assert.Contains("Alles van Team Realisatie", all, StringComparison.Ordinal);
        Assert.Contains("IMPACTSHEET GEMAAKT\n- 26-001 Batterijen", all, StringComparison.Ordinal);
        Assert.Equal(all, await bot.Press(ShowWhole.Press("realisatie", bot.Time.GetUtcNow() - TimeSpan.FromDays(7), bot.Time.GetUtcNow(), 0), "piet"));
        Assert.Contains("werkt niet meer", await bot.Press(new Press("news.all", ("team", "realisatie"), ("since", "x"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_summary_of_a_team_and_of_all_teams()
    {
        await AWeek();
        var team = await bot.Say("samenvatting realisatie", "sanne");
        Assert.Contains("Samenvatting Team Realisatie\n5 veranderingen sinds ma 21 september 11:00\n\nVoor het roloverleg van di 13 oktober 10:00.", team, StringComparison.Ordinal);
        var all = await bot.Say("samenvatting", "sanne");
        Assert.Contains("Samenvatting van alle teams", all, StringComparison.Ordinal);
        Assert.Contains(
            "Team Realisatie: 1 stoplicht veranderd · 1 fasepoort wacht · 1 actie binnenkort of te laat · 1 besluit · 1 fasepoort aangevraagd · 1 aangemeld · 1 bijna op te leveren · 1 voortgangsrapportage · 1 impactsheet",
            all, StringComparison.Ordinal);
        Assert.Contains("Het team \"blauw\" ken ik niet", await bot.Say("samenvatting blauw", "sanne"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_no_linking_pin_hears_who_is_and_what_can_be_seen()
    {
        var answer = await bot.Say("weekbericht", "sanne");
        Assert.Contains("Team Realisatie: jan", answer, StringComparison.Ordinal);
        Assert.Contains("samenvatting realisatie", answer, StringComparison.Ordinal);
        Assert.Contains("gaat naar de linking pins", await bot.Say("weekbericht verbreding", "jan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_now_changes_nothing_for_anybody()
    {
        await AWeek();
        await bot.Say("weekbericht", "jan");
        await bot.Say("samenvatting", "jan");
        Assert.Empty(await Beat.Runs(OccasionKind.Digest));
        bot.Time.SetUtcNow(new DateTimeOffset(2026, 10, 12, 6, 0, 0, TimeSpan.Zero));
        await Beat.Ring();
        Assert.Contains("5 veranderingen", Body(PlainTextRenderer.Render(Assert.Single(await Beat.Posts("digest")).Card, Cultures.Dutch)), StringComparison.Ordinal);
        Assert.Contains("Niets veranderd sinds ma 12 oktober 08:00", await bot.Say("weekbericht", "jan"), StringComparison.Ordinal);
        Assert.Contains("5 veranderingen", await bot.Say("weekbericht vorige", "jan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_in_a_channel_it_comes_in_person()
    {
        var answer = await bot.Hear(new Upcm.Bot.Conversation.Said("samenvatting realisatie", []), "jan", kind: Upcm.Bot.Conversation.PlaceKind.Channel);
        Assert.Equal("Ik stuur het je persoonlijk.", Talker.Plain(answer));
        Assert.Single(await bot.Store.Find(Kinds.Posts, Talker.Workspace, "due=", 10, null, false, CancellationToken.None));
    }

    [Fact]
    public async Task Tensions_between_teams_are_carried_both_ways_with_one_tap()
    {
        await bot.Say("hoi", "piet");
        Tension Of(int id, string text, string team, string from) => new()
        {
            Id = new TensionId(id),
            Text = text,
            By = Beat.Lotte,
            At = bot.Time.GetUtcNow(),
            Team = team,
            FromTeam = from,
            Table = Tables.OtherTeam,
        };
        await Beat.Insert(Kinds.Tensions, Of(1, "Wie betaalt de demonstratie?", "nsp", "realisatie"), Of(2, "Kennis komt te laat", "realisatie", "kennisintegratie"), Of(3, "Gaat ons niet aan", "nsp", "verbreding"));
        var digest = await bot.Say("weekoverzicht", "jan");
        Assert.Contains("SPANNINGEN VAN EEN ANDER TEAM\n- Kennis komt te laat (van Team Kennisintegratie)", digest, StringComparison.Ordinal);
        Assert.Contains("SPANNINGEN VOOR EEN ANDER TEAM\n- Wie betaalt de demonstratie? (voor het NL Strategisch Platform", digest, StringComparison.Ordinal);
        Assert.DoesNotContain("Gaat ons niet aan", digest, StringComparison.Ordinal);
        Assert.DoesNotContain("staat op de agenda", await bot.Press(CarryTension.Press(new TensionId(1)), "piet"), StringComparison.Ordinal);
        Assert.Contains("Spanning 1 staat op de agenda van het roloverleg van", await bot.Press(CarryTension.Press(new TensionId(1)), "jan"), StringComparison.Ordinal);
        Assert.Contains("staat al op de agenda", await bot.Press(CarryTension.Press(new TensionId(1)), "jan"), StringComparison.Ordinal);
        Assert.Contains("Spanning 2 staat op de agenda van het roloverleg van Team Realisatie", await bot.Press(CarryTension.Press(new TensionId(2)), "jan"), StringComparison.Ordinal);
        Assert.Contains(", op de agenda)", await bot.Say("weekoverzicht", "jan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_in_the_sight_line_is_told()
    {
        await Beat.Write(History.OfficeAppointed, null, $"{Offices.SteeringMember}|Fatima");
        bot.Time.Advance(TimeSpan.FromMilliseconds(1));
        await Beat.Write(History.OfficeEnded, null, $"{Offices.LinkingPin}|Piet");
        Assert.Contains("Zichtlijn: Piet is geen linking pin meer, Fatima is koersbepaler", await bot.Say("weekoverzicht", "jan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_changed_is_one_line()
    {
        Assert.Equal("Weekoverzicht Team Realisatie\nNiets veranderd sinds ma 28 september 11:00", await bot.Say("weekbericht", "jan"));
        Assert.Equal(
            "Samenvatting Team Realisatie\nNiets veranderd sinds ma 21 september 11:00\n\nVoor het roloverleg van di 13 oktober 10:00.", await bot.Say("samenvatting realisatie", "jan"));
    }

    [Fact]
    public async Task Three_thousand_changes_fit_the_same_screen()
    {
        var initiatives = Enumerable.Range(1, 3000).Select(i => Beat.Initiative(i, $"Initiatief met een nogal lange titel, nummer {i}", term: new DateOnly(2026, 10, 7))).ToArray();
        foreach (var some in initiatives.Chunk(500))
        {
            await Beat.Insert(Kinds.Initiatives, some);
            await Beat.Insert(Kinds.Journal, [.. some.Select(it => Beat.Line(History.InitiativeRegistered, it.Number, it.Title))]);
        }

        var reader = new NewsReader(bot.Store, Talker.Workspace, Talker.Method, CancellationToken.None);
        var news = await reader.Of("realisatie", bot.Time.GetUtcNow() - TimeSpan.FromDays(7), bot.Time.GetUtcNow());
        var card = await new NewsCards(reader, Cultures.Dutch).Digest(news, new Telling());
        CardLimits.Check(card, Cultures.Dutch);
        var text = PlainTextRenderer.Render(card, Cultures.Dutch);
        Assert.Contains("3.000 veranderingen", text, StringComparison.Ordinal);
        Assert.InRange(text.Split('\n').Length, 5, 20);
        var all = await bot.Hear(new Upcm.Bot.Conversation.Pressed(ShowWhole.Press("realisatie", news.Since, news.Until, 60), new Dictionary<string, string>(), null, true), "jan");
        var page = ((Upcm.Bot.Conversation.Replace)all.Utterances[0]).Card;
        CardLimits.Check(page, Cultures.Dutch);
        Assert.Contains("1.501–1.525 van 3.200", page.Status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_did_not_report_for_four_weeks_is_told_until_it_does()
    {
        var it = Beat.Initiative(1, "Batterijen");
        await Beat.Insert(Kinds.Initiatives, it, Beat.Initiative(2, "Idee", "initiatie"));
        await Beat.Report(it, 1, new DateOnly(2026, 10, 5), 100_000);
        bot.Time.Advance(TimeSpan.FromDays(28));
        await Beat.Ring();
        Assert.DoesNotContain("VOORTGANG TE LAAT", await bot.Say("samenvatting realisatie"), StringComparison.Ordinal);
        bot.Time.Advance(TimeSpan.FromDays(1));
        Assert.Contains("VOORTGANG TE LAAT\n- 26-001 Batterijen: laatst gemeld ma 5 okt", await bot.Say("samenvatting realisatie"), StringComparison.Ordinal);
        await Beat.Report(it, 2, new DateOnly(2026, 11, 3), 100_000);
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await Beat.Ring();
        Assert.DoesNotContain("VOORTGANG TE LAAT", await bot.Say("samenvatting realisatie"), StringComparison.Ordinal);
    }

    private static string Body(string text) => text.Split("\n\n[", 2)[0].Split("\n\nAlles tonen", 2)[0].ReplaceLineEndings("\n");

    private async Task AWeek()
    {
        var (batteries, pumps, frames, floors) = (
            Beat.Initiative(1, "Batterijen"), Beat.Initiative(2, "Pompen", "initiatie"), Beat.Initiative(3, "Kozijnen", term: new DateOnly(2026, 10, 13)), Beat.Initiative(4, "Vloeren", "initiatie"));
        await Beat.Insert(Kinds.Initiatives, batteries, pumps, frames, floors);
        bot.Time.SetUtcNow(bot.Time.GetUtcNow());
        await Beat.Insert(Kinds.Reports, new ProgressReport
        {
            Number = batteries.Number,
            Version = 1,
            ReportedAt = new DateOnly(2026, 9, 20),
            By = Beat.Lotte.Id,
            Phase = "definitie",
            Finance = new Finance(100_000, 100_000, 0),
        });
        bot.Time.Advance(TimeSpan.FromMilliseconds(1));
        await Beat.Report(batteries, 2, new DateOnly(2026, 10, 5), 50_000);
        await Beat.Write(History.InitiativeRegistered, floors.Number, floors.Title);
        await Beat.Write(History.ImpactSheetMade, batteries.Number);
        await Beat.Write(History.GateRequested, pumps.Number);
        await Beat.Write(History.GateDecided, frames.Number, words: new Phrase("Uit Initiatie: Door", "Out of Initiation: Go"));
        await Beat.Insert(Kinds.GateReviews, new GateReview
        {
            Number = pumps.Number,
            Team = "realisatie",
            Gate = "uit-initiatie",
            Round = 1,
            State = GateReviewState.Requested,
            RequestedAt = bot.Time.GetUtcNow(),
        });
        await Beat.Insert(Kinds.Actions, new AgreedAction
        {
            Id = "gate/26-001/0",
            Number = batteries.Number,
            Team = "realisatie",
            Text = "Contract tekenen",
            Owner = Beat.Lotte,
            Due = new DateOnly(2026, 10, 1),
        });
    }
}
