using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Importing;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Storage;

/// <summary>What is counted along the way is what a full count says.</summary>
public sealed class RecountTests
{
    [Fact]
    public async Task After_importing_twice_and_talking_the_counts_are_those_of_a_full_count()
    {
        await using var desk = new Desk();
        await desk.ImportFile(Desk.Sample);
        await desk.Talker.Say("benoem sanne tot teamtrekker van realisatie", "beheer");
        await desk.Talker.Say("bewerk 20-004", "beheer");
        await desk.ImportFile(Desk.Sample);
        Assert.Empty(await Recount.Wrong(desk.Talker.Store, Conversation.Talker.Workspace, default));
        Assert.Equal(17, await desk.Count("count/initiative"));
        Assert.Equal(1, await desk.Count("count/with-sheet/realisatie"));
        Assert.Equal(26_000, await desk.Count("count/co2"));
    }

    [Fact]
    public async Task A_stopped_initiative_and_its_sheet_count_no_more()
    {
        await using var desk = new Desk();
        await desk.ImportFile(Desk.Sample);
        var stored = (await desk.Talker.Store.Load(Kinds.Initiatives, Conversation.Talker.Workspace, "20-004", default))!;
        var changes = new Changes(Conversation.Talker.Workspace);
        changes.Put(Kinds.Initiatives, stored.Document with { Status = InitiativeStatus.Stopped }, stored.Version);
        await desk.Talker.Store.Commit(changes, default);
        Assert.Equal((0, 0, 17), (await desk.Count("count/co2"), await desk.Count("count/group/30.9"), await desk.Count("count/initiative")));
        Assert.Empty(await Recount.Wrong(desk.Talker.Store, Conversation.Talker.Workspace, default));
    }

    [Fact]
    public async Task A_file_that_corrects_a_title_is_taken_over_after_somebody_made_an_impact_sheet()
    {
        await using var desk = new Desk();
        const string Before = """{"programme": "upcm", "initiatives": [{"number": "26-001", "title": "Ramen", "result": "Ze gaan langer mee.", "team": "realisatie"}]}""";
        await desk.Import(Before);
        var stored = (await desk.Talker.Store.Load(Kinds.Initiatives, Conversation.Talker.Workspace, "26-001", default))!;
        var changes = new Changes(Conversation.Talker.Workspace);
        changes.Put(Kinds.Initiatives, stored.Document with { Impact = new ImpactInBrief { Version = 1, Co2 = 5 } }, stored.Version);
        await desk.Talker.Store.Commit(changes, default);
        Assert.Equal(0, await desk.Import(Before.Replace("Ramen", "Ramen en deuren", StringComparison.Ordinal)));
        var now = (await desk.Load(Kinds.Initiatives, "26-001"))!;
        Assert.Equal(("Ramen en deuren", 5m), (now.Title, now.Impact!.Co2));
    }

    [Fact]
    public async Task A_store_of_an_earlier_release_is_counted_when_it_is_opened()
    {
        await using var desk = new Desk();
        await desk.ImportFile(Desk.Sample);
        var stored = (await desk.Talker.Store.Load(Kinds.Initiatives, Conversation.Talker.Workspace, "20-004", default))!;
        var changes = new Changes(Conversation.Talker.Workspace);
        changes.Put(Kinds.Initiatives, stored.Document with { Impact = null }, stored.Version);
        changes.Add("count/initiative", -5);
        changes.Add("count/effect/weg", 3);
        changes.Add("counting", -await desk.Count("counting"));
        await desk.Talker.Store.Commit(changes, default);
        Assert.Equal(["count/effect/weg", "count/initiative"], (await Recount.Wrong(desk.Talker.Store, Conversation.Talker.Workspace, default)).Select(one => one.Counter).Order());

        await Recount.WhereNeeded(desk.Talker.Store, Conversation.Talker.Method, default);

        Assert.Empty(await Recount.Wrong(desk.Talker.Store, Conversation.Talker.Workspace, default));
        Assert.Equal((17, 26_000, 0), (await desk.Count("count/initiative"), await desk.Count("count/co2"), await desk.Count("count/effect/weg")));
    }

    [Fact]
    public async Task Stakeholders_of_before_they_counted_count_from_the_first_opening_on_and_otherwise_when_the_programme_says_otherwise()
    {
        await using var desk = new Desk();
        await desk.Import("""{"programme": "upcm", "initiatives": [{"number": "26-001", "title": "Ramen", "result": "Ze gaan langer mee.", "team": "realisatie", "impact": [{"status-date": "2026-01-01", "change-makers": ["De buren"]}]}]}""");
        var (store, method) = (desk.Talker.Store, Conversation.Talker.Method);
        var sheet = await desk.Count("count/change-maker");
        var changes = new Changes(Conversation.Talker.Workspace);
        changes.Insert(Kinds.StakeholderMaps, new StakeholderMap { Number = new InitiativeNumber(26, 1), Last = 1, Stakeholders = [new Stakeholder { Id = 1, Name = "De koploper", Kind = "change-maker" }] });
        await store.Commit(changes, default);

        await Recount.WhereNeeded(store, method, default);
        Assert.Equal(sheet + 1, await desk.Count("count/change-maker"));

        var other = method with { StakeholderKinds = [.. method.StakeholderKinds.Select(static kind => kind with { CountsAs = kind.Id == "change-maker" ? "target-groups" : null })] };
        var targets = await desk.Count("count/target-group");
        await Recount.WhereNeeded(store, other, default);
        Assert.Equal((sheet, targets + 1), (await desk.Count("count/change-maker"), await desk.Count("count/target-group")));
        Assert.Empty(await Recount.Wrong(store, Conversation.Talker.Workspace, default));
    }

    [Fact]
    public async Task A_file_that_is_read_again_leaves_the_stakeholders_counted()
    {
        await using var desk = new Desk();
        const string Before = """{"programme": "upcm", "initiatives": [{"number": "26-001", "title": "Ramen", "result": "Ze gaan langer mee.", "team": "realisatie"}]}""";
        await desk.Import(Before);
        await desk.Talker.Say("hoi");
        await desk.Talker.Say("benoem sanne tot teamtrekker van realisatie", "beheer");
        await desk.Talker.SayAll("ja", "beheer");
        await desk.Talker.Say("ja", "beheer");
        await desk.Talker.SayAll("stakeholders inlezen 26-001\nVensterbank; 4; 4; change maker", "ja");
        Assert.Equal(0, await desk.Import(Before.Replace("Ramen", "Ramen en deuren", StringComparison.Ordinal)));
        Assert.Equal(("Ramen en deuren", 1), ((await desk.Load(Kinds.Initiatives, "26-001"))!.Title, await desk.Count("count/change-maker")));
        Assert.Empty(await Recount.Wrong(desk.Talker.Store, Conversation.Talker.Workspace, default));
    }
}
