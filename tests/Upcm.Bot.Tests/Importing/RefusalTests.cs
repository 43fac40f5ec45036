using Upcm.Bot.Cards;
using Upcm.Bot.Storage;

namespace Upcm.Bot.Tests.Importing;

/// <summary>Every problem at once, with its line and its field, and then nothing is written.</summary>
public sealed class RefusalTests : IAsyncDisposable
{
    private readonly Desk desk = new();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Theory]
    [InlineData("team: realisaite", "portfolio.yaml(6,11): initiatives[1].team: \"realisaite\" bestaat niet. Bedoel je realisatie?")]
    [InlineData("team: realisatie\n    tittle: x", "portfolio.yaml(7,5): initiatives[1].tittle: dit veld ken ik niet. Bedoel je title?")]
    [InlineData("team: realisatie\n    term: 31-12-2026", "portfolio.yaml(7,11): initiatives[1].term: In \"31-12-2026\" herken ik geen datum.")]
    [InlineData("team: realisatie\n    phase: begin", "initiatives[1].phase: \"begin\" bestaat niet. Kies uit: initiatie, definitie")]
    [InlineData("team: realisatie\n    status: closed", "initiatives[1].status: de status closed hoort bij de fase afgesloten")]
    [InlineData("team: realisatie\n    number: 4", "initiatives[1].number: \"4\" is geen nummer.")]
    [InlineData("team: realisatie\n    number: 26-001", "initiatives[1].number: 26-001 staat er twee keer, ook op regel 2.")]
    [InlineData("team: realisatie\n    title: Nog een", "initiatives[1].title: dit staat er twee keer, ook op regel 4.")]
    [InlineData("team: realisatie\n    reports: [{reported: 2026-01-01, percent: 101}]", "initiatives[1].reports[0].percent: 101 moet liggen van 0 tot en met 100.")]
    [InlineData("team: realisatie\n    reports: [{reported: 2026-01-01, finance: {required: 1.000,5}}]", "initiatives[1].reports[0].finance")]
    [InlineData("team: realisatie\n    impact: [{status-date: 2026-01-01, innovation-functions: {F2: hooog}}]", "innovation-functions.F2: \"hooog\" bestaat niet. Bedoel je hoog?")]
    [InlineData("team: realisatie\n    gates: [{gate: uit-initiatie, decided: 2026-01-01, meeting: 2026-01-01, decision: stop}]", "gates[0].decision: bij terug, aanhouden en stoppen hoort een reason.")]
    [InlineData("team: realisatie\n    fingerprints: [{opened: 2026-01-02, closed: 2026-01-01, answers: []}]", "fingerprints[0].closed: de ronde is gesloten voordat ze geopend werd.")]
    [InlineData("team: realisatie\n    stakeholders: [{name: RVO, influence: 6}]", "portfolio.yaml(7,43): initiatives[1].stakeholders[0].influence: 6 moet liggen van 1 tot en met 5.")]
    [InlineData("team: realisatie\n    stakeholders: [{name: RVO}, {name: R.V.O.}]", "initiatives[1].stakeholders[1].name: \"R.V.O.\" staat er twee keer, ook op regel 7.")]
    [InlineData("team: realisatie\n    stakeholders: [{name: RVO, kind: overheidd}]", "stakeholders[0].kind: \"overheidd\" bestaat niet. Bedoel je overheid?")]
    [InlineData("team: realisatie\n    reports: [{reported: 2026-01-01, milestones: [{name: A, waits-for: [B]}, {name: B, waits-for: [A]}]}]", "reports[0].milestones[0].waits-for: Dit wordt een kring: A → B → A.")]
    [InlineData("team: realisatie\n    reports: [{reported: 2026-01-01, milestones: [{name: A, waits-for: [A]}]}]", "reports[0].milestones[0].waits-for: A kan niet op zichzelf wachten.")]
    [InlineData("team: realisatie\n    reports: [{reported: 2026-01-01, milestones: [{name: A, waits-for: [Bee]}, {name: B}]}]", "milestones[0].waits-for: waits-for[0]: \"Bee\" is geen mijlpaal van deze melding. Kies uit: A, B.")]
    [InlineData("team: realisatie\n    registered: 2026-01-01\n    reports: [{reported: 2026-02-01, milestones: [{name: A, planned-end: 2025-12-31}]}]", "milestones[0].planned-end: 2025-12-31 ligt voor het begin van het project, 2026-01-01.")]
    [InlineData("team: realisatie\n    reports: [{reported: 2026-02-01, milestones: [{name: A, duration: -3}]}]", "milestones[0].duration: -3 moet liggen van 0 tot en met 36500.")]
    [InlineData("team: [realisatie]", "initiatives[1].team: hier hoort een tekst; ik lees een lijst.")]
    [InlineData("team: \"realisatie", "dit is geen leesbare YAML")]
    [InlineData("team: &a realisatie\n    client: *a", "dit is geen leesbare YAML")]
    public async Task A_problem_is_told_with_its_place(string field, string told)
    {
        var yaml = $"initiatives:\n  - {{number: 26-001, title: Ramen, result: Ramen gaan langer mee., team: realisatie}}\n  - key: deuren\n    title: Deuren\n    result: Deuren worden hergebruikt.\n    {field}\n";
        Assert.Equal(2, await desk.Import(yaml));
        Assert.Contains(told, desk.Told, StringComparison.Ordinal);
        Assert.Contains("Er is niets ingelezen", desk.Told, StringComparison.Ordinal);
        Assert.Equal(0, await desk.Count("count/initiative"));
        Assert.Null(await desk.Load(Kinds.ImportRuns, "portfolio.yaml"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b")]
    [InlineData("just words")]
    [InlineData("initiatieven: []")]
    [InlineData("programme: other")]
    [InlineData("initiatives:\n  - title: zonder sleutel\n    result: x\n    team: realisatie")]
    [InlineData("initiatives: [{key: a")]
    [InlineData("{\"initiatives\": [{\"key\": \"a\\ud800\"}]}")]
    public async Task What_is_no_portfolio_is_refused_and_never_throws(string yaml)
    {
        Assert.Equal(2, await desk.Import(yaml));
        Assert.NotEmpty(desk.Told);
    }

    [Fact]
    public async Task Fifty_problems_are_named_and_all_are_counted()
    {
        Assert.Equal(2, await desk.Import("initiatives:\n" + string.Concat(Enumerable.Repeat("  - {key: a}\n", 100)), culture: Cultures.English));
        var lines = desk.Told.TrimEnd().Split('\n');
        Assert.Equal(51, lines.Length);
        Assert.Equal("portfolio.yaml(2,5): initiatives[0].title: this is missing.", lines[0]);
        Assert.Equal("Nothing was imported: there are 300 things to put right. The first 50 are above.", lines[50]);
    }

    [Fact]
    public async Task JSON_is_read_as_well() =>
        Assert.Equal(0, await desk.Import("""{"initiatives": [{"key": "a", "title": "Ramen", "result": "Ze gaan langer mee.", "team": "realisatie", "groups": ["29.1"]}]}"""));

    [Fact]
    public async Task A_number_or_key_never_moves_to_another_initiative()
    {
        const string First = "initiatives: [{key: a, title: Ramen, result: Ze gaan langer mee., team: realisatie}]";
        await desk.Import(First);
        Assert.Equal(2, await desk.Import(First.Replace("key: a", "key: a, number: 26-009", StringComparison.Ordinal)));
        Assert.Contains("a is eerder ingelezen als 26-001. Een nummer verandert niet.", desk.Told, StringComparison.Ordinal);
        Assert.Equal(2, await desk.Import(First.Replace("key: a", "number: 26-001", StringComparison.Ordinal)));
        Assert.Contains("26-001 is eerder ingelezen met de key a. Laat die key staan.", desk.Told, StringComparison.Ordinal);
    }
}
