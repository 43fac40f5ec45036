using System.Globalization;
using Moq;
using Upcm.Bot.Cards;
using Upcm.Bot.Importing;
using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Importing;

public sealed class ImportTests : IAsyncDisposable
{
    private const string Two = """
        initiatives:
          - {key: ramen, title: Ramen, result: Ramen gaan langer mee., team: realisatie, registered: 2026-02-01}
          - {number: 26-007, title: Deuren, result: Deuren worden hergebruikt., team: verbreding, leader: Sanne}
        """;

    private readonly Desk desk = new();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task A_given_number_is_kept_and_others_count_on_from_it()
    {
        Assert.Equal(0, await desk.Import(Two));
        Assert.Equal("Deuren", (await desk.Load(Kinds.Initiatives, "26-007"))!.Title);
        Assert.Equal("Ramen", (await desk.Load(Kinds.Initiatives, "26-008"))!.Title);
        await desk.Talker.Say("meld initiatief");
        await desk.Talker.Say("Vloeren");
        await desk.Talker.Say("Vloeren komen terug.");
        await desk.Talker.Say("Realisatie");
        Assert.Contains("26-009", await desk.Talker.Say("ja"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_file_changed_is_changed_with_a_line_of_history()
    {
        await desk.Import(Two);
        Assert.Equal(0, await desk.Import(Two.Replace("title: Ramen", "title: Kozijnen", StringComparison.Ordinal).Replace("team: verbreding", "team: nsp", StringComparison.Ordinal)));
        Assert.Equal("Ingelezen in tenant: 0 nieuw, 2 veranderd, 0 gelijk gebleven.\n", desk.Told);
        Assert.Equal("Kozijnen", (await desk.Load(Kinds.Initiatives, "26-008"))!.Title);
        Assert.Equal((0, 1, 2), (await desk.Count("count/team/verbreding"), await desk.Count("count/team/nsp"), await desk.Count("count/initiative")));
        Assert.Contains("Titel Ramen → Kozijnen", await desk.Talker.Say("geschiedenis 26-008"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_changed_since_is_left_alone_and_named_until_it_is_asked_for()
    {
        await desk.Import(Two);
        await Correct("26-007", it => it with { Title = "Deuren en luiken" });
        var changed = Two.Replace("title: Deuren", "title: Poorten", StringComparison.Ordinal);
        Assert.Equal(3, await desk.Import(changed));
        Assert.Contains("Overgeslagen: 26-007 is in de bot veranderd.", desk.Told, StringComparison.Ordinal);
        Assert.Equal("Deuren en luiken", (await desk.Load(Kinds.Initiatives, "26-007"))!.Title);
        Assert.Equal(0, await desk.Import(changed, overwrite: true));
        Assert.Equal("Poorten", (await desk.Load(Kinds.Initiatives, "26-007"))!.Title);
        Assert.Equal(0, await desk.Import(changed));
        Assert.StartsWith("Er is niets veranderd", desk.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_by_people_stands_where_the_file_did_not_change()
    {
        await desk.Import(Two);
        await Correct("26-007", it => it with { Title = "Deuren en luiken" });
        Assert.Equal(0, await desk.Import(Two));
        Assert.Equal("Deuren en luiken", (await desk.Load(Kinds.Initiatives, "26-007"))!.Title);
    }

    [Fact]
    public async Task Stakeholders_keep_their_numbers_are_never_doubled_and_count_on_the_dashboard()
    {
        const string Map = "initiatives: [{key: ramen, title: Ramen, result: Ze gaan langer mee., team: realisatie, stakeholders: [{name: RVO, kind: overheid, influence: 4, interest: 5}, {name: Bouwers, kind: doelgroep}]}]";
        Assert.Equal(0, await desk.Import(Map));
        Assert.Equal(["1 RVO", "2 Bouwers"], await Stakeholders());
        Assert.Equal(["Bouwers"], (await desk.Load(Kinds.Initiatives, "26-001"))!.Stakeholders!.TargetGroups);
        Assert.Equal(0, await desk.Import(Map));
        Assert.StartsWith("Er is niets veranderd", desk.Told, StringComparison.Ordinal);

        var changed = Map.Replace("{name: RVO, kind: overheid, influence: 4, interest: 5}, {name: Bouwers, kind: doelgroep}", "{name: Bouwers, kind: doelgroep, influence: 2}, {name: Slopers}", StringComparison.Ordinal);
        Assert.Equal(0, await desk.Import(changed));
        Assert.Equal(["2 Bouwers", "3 Slopers"], await Stakeholders());
        Assert.Contains("ingelezen: 1 × krachtenveld", await desk.Talker.Say("geschiedenis 26-001"), StringComparison.Ordinal);

        var map = (await desk.Talker.Store.Load(Kinds.StakeholderMaps, Talker.Workspace, "26-001", CancellationToken.None))!;
        var changes = new Changes(Talker.Workspace);
        changes.Put(Kinds.StakeholderMaps, map.Document with { Stakeholders = [.. map.Document.Stakeholders, new Stakeholder { Id = 4, Name = "Gemeente" }], Last = 4 }, map.Version);
        await desk.Talker.Store.Commit(changes, CancellationToken.None);
        Assert.Equal(0, await desk.Import(changed.Replace("title: Ramen", "title: Kozijnen", StringComparison.Ordinal)));
        Assert.Equal(["2 Bouwers", "3 Slopers", "4 Gemeente"], await Stakeholders());
        Assert.Equal(3, await desk.Import(changed.Replace("{name: Slopers}", "{name: Slopers, interest: 1}", StringComparison.Ordinal)));
        Assert.Contains("Overgeslagen: 26-001, stakeholders is in de bot veranderd.", desk.Told, StringComparison.Ordinal);

        async Task<string[]> Stakeholders() => [.. (await desk.Load(Kinds.StakeholderMaps, "26-001"))!.Stakeholders.Select(one => $"{one.Id} {one.Name}")];
    }

    [Fact]
    public async Task Milestones_come_in_with_their_durations_and_what_they_wait_for()
    {
        const string Plan = """
            initiatives:
              - key: ramen
                title: Ramen
                result: Ze gaan langer mee.
                team: realisatie
                registered: 2026-09-01
                reports:
                  - reported: 2026-10-01
                    milestones:
                      - {name: Proef, planned-end: 2026-11-01, duration: 20}
                      - {name: Oogst, duration: 30, waits-for: [proef]}
            """;
        Assert.Equal(0, await desk.Import(Plan));
        Assert.Contains("Kritieke pad: Proef → Oogst", await desk.Talker.Say("planning 26-001"), StringComparison.Ordinal);
        Assert.Equal(0, await desk.Import(Plan));
        Assert.StartsWith("Er is niets veranderd", desk.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_initiative_that_people_registered_under_that_number_is_left_alone()
    {
        var changes = new Changes(Talker.Workspace);
        changes.Insert(Kinds.Initiatives, new Initiative
        {
            Number = new InitiativeNumber(26, 7),
            Title = "Van mensen",
            Result = "r",
            Team = "realisatie",
            Phase = "initiatie",
            RegisteredBy = new Somebody(new PersonId("jan"), "Jan"),
            RegisteredAt = desk.Talker.Time.GetUtcNow(),
        });
        await desk.Talker.Store.Commit(changes, default);
        Assert.Equal(3, await desk.Import(Two));
        Assert.Equal("Van mensen", (await desk.Load(Kinds.Initiatives, "26-007"))!.Title);
        Assert.Equal("Ramen", (await desk.Load(Kinds.Initiatives, "26-008"))!.Title);
    }

    [Fact]
    public async Task Rounds_decisions_conditions_and_offices_come_along()
    {
        Assert.Equal(0, await desk.Import("""
            initiatives:
              - number: 26-001
                title: Ramen
                result: Ramen gaan langer mee.
                team: realisatie
                phase: definitie
                fingerprints:
                  - {opened: 2026-01-10, closed: 2026-01-20, answers: [{scores: {voedend-behoefte: 4}}, {by: Jan, scores: {voedend-behoefte: weet-niet}}]}
                gates:
                  - gate: uit-initiatie
                    decided: 2026-02-01
                    meeting: 2026-02-01
                    decision: go-with-conditions
                    criteria: {}
                    conditions: [{text: Noem de middelen, owner: Sanne, due: 2026-03-01}]
            offices:
              - {office: team-lead, team: realisatie, person: {name: Fatima, id: fatima}}
              - {office: administrator, person: {name: Bram, id: bram}}
            """));
        Assert.Contains("2 keer iemand benoemd", desk.Told, StringComparison.Ordinal);
        Assert.Equal([4, null], (await desk.Load(Kinds.Fingerprints, "26-001/0001"))!.Answers.Select(one => one.Scores["voedend-behoefte"]));
        Assert.Equal(DecisionKind.GoWithConditions, (await desk.Load(Kinds.GateReviews, "26-001/uit-initiatie/0001"))!.Decision!.Kind);
        Assert.Equal("Sanne", (await desk.Load(Kinds.Actions, "gate/26-001/uit-initiatie/1/0"))!.Owner.Name);
        Assert.Equal("Fatima", (await desk.Load(Kinds.Appointments, "realisatie/team-lead/fatima"))!.Person.Name);
    }

    [Fact]
    public async Task Roles_come_along_with_who_fills_them_and_the_rights_that_go_with_it()
    {
        const string roles = """
            roles:
              - team: realisatie
                role: secretaris
                accountabilities: [Houdt de lijsten bij.]
                fillers:
                  - {person: {name: Fatima, id: fatima}, from: 2026-01-01}
                  - {person: Bram, acting: true, from: 2025-01-01, until: 2025-12-31}
              - team: realisatie
                name: Gegevensbewaker
                purpose: Bewaakt gegevens.
                horizon: 0-1j
                policies: [{text: Eens per maand., since: 2026-02-01}]
            """;
        Assert.Equal(0, await desk.Import(roles));
        Assert.Contains("2 rollen", desk.Told, StringComparison.Ordinal);
        var secretary = (await desk.Load(Kinds.Roles, "realisatie/secretaris"))!;
        Assert.Equal(("Secretaris", "Houdt de lijsten bij.", Offices.Secretary), (secretary.Name.Nl, secretary.Accountabilities.Single().Nl, secretary.Office));
        Assert.NotNull(await desk.Load(Kinds.Appointments, "realisatie/secretary/fatima"));
        Assert.Contains("Bewaakt gegevens.", await desk.Talker.Say("rol gegevensbewaker"), StringComparison.Ordinal);
        var card = await desk.Talker.Say("rol secretaris realisatie");
        Assert.Contains("Fatima", card, StringComparison.Ordinal);
        Assert.Contains("Bram, 1 jan 2025 – 31 dec 2025", card, StringComparison.Ordinal);

        Assert.Equal(0, await desk.Import(roles));
        Assert.Contains("Er is niets veranderd", desk.Told, StringComparison.Ordinal);
        Assert.Equal(2, await desk.Import("roles: [{team: realisatie, role: keizer, fillers: [{person: Bram}]}]"));
        Assert.Contains("roles[0].role", desk.Told, StringComparison.Ordinal);
        Assert.Contains("roles[0].fillers[0].from", desk.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        Assert.Equal(0, await desk.Import(Two, dry: true));
        Assert.Equal("Zou inlezen in tenant: 2 nieuw, 0 veranderd, 0 gelijk gebleven.\n", desk.Told);
        Assert.Equal((0, 0), (await desk.Count("count/initiative"), await desk.Count("initiatives/26")));
        Assert.Null(await desk.Load(Kinds.ImportRuns, "portfolio.yaml"));
    }

    [Fact]
    public async Task An_import_that_ended_halfway_stands_as_unfinished_until_the_next_completes_it()
    {
        var many = Many(1200);
        var failing = FailingAfter(1);
        await Assert.ThrowsAsync<IOException>(() => desk.Import(many, into: failing));
        Assert.Equal((500, 500), (await desk.Count("count/initiative"), (await desk.Load(Kinds.ImportRuns, "portfolio.yaml"))!.Done));
        Assert.Single(await desk.Talker.Store.Find(Kinds.ImportRuns, Talker.Workspace, ImportRun.Unfinished, 5, null, false, default));
        Assert.Contains("niet compleet", await desk.Talker.Say("portfolio realisatie"), StringComparison.Ordinal);

        Assert.Equal(0, await desk.Import(many));
        Assert.StartsWith("De vorige import van portfolio.yaml brak af. Deze heeft hem afgemaakt.", desk.Told, StringComparison.Ordinal);
        Assert.Equal((1200, 1200), (await desk.Count("count/initiative"), await desk.Count("initiatives/26")));
        Assert.NotNull((await desk.Load(Kinds.ImportRuns, "portfolio.yaml"))!.Finished);
        Assert.DoesNotContain("niet compleet", await desk.Talker.Say("portfolio realisatie"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_one_batch_comes_in_where_something_was_written_before()
    {
        await desk.Talker.Say("hoi");
        Assert.Equal(0, await desk.Import(Many(1200)));
        Assert.Equal(1200, await desk.Count("count/initiative"));
    }

    private static string Many(int count) => "initiatives:\n" + string.Concat(Enumerable.Range(1, count).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"  - {{key: k{i}, title: Titel {i}, result: Resultaat., team: realisatie}}\n")));

    private IStore FailingAfter(int commits)
    {
        var real = desk.Talker.Store;
        var failing = new Mock<IStore>();
        failing.Setup(store => store.Count(It.IsAny<WorkspaceId>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns((WorkspaceId workspace, string counter, CancellationToken cancel) => real.Count(workspace, counter, cancel));
        failing.Setup(store => store.Find(Kinds.ImportedRecords, It.IsAny<WorkspaceId>(), It.IsAny<string>(), It.IsAny<int>(), null, false, It.IsAny<CancellationToken>()))
            .Returns(() => new ValueTask<IReadOnlyList<Found<ImportedRecord>>>([]));
        failing.Setup(store => store.Load(Kinds.ImportRuns, It.IsAny<WorkspaceId>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns((Kind<ImportRun> kind, WorkspaceId workspace, string id, CancellationToken cancel) => real.Load(kind, workspace, id, cancel));
        failing.Setup(store => store.Commit(It.IsAny<Changes>(), It.IsAny<CancellationToken>()))
            .Returns((Changes changes, CancellationToken cancel) => commits-- > 0 ? real.Commit(changes, cancel) : throw new IOException("power cut"));
        return failing.Object;
    }

    private async Task Correct(string number, Func<Initiative, Initiative> correct)
    {
        var stored = (await desk.Talker.Store.Load(Kinds.Initiatives, Talker.Workspace, number, default))!;
        var changes = new Changes(Talker.Workspace);
        changes.Put(Kinds.Initiatives, correct(stored.Document), stored.Version);
        await desk.Talker.Store.Commit(changes, default);
    }
}
