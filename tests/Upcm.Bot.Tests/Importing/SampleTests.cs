using Upcm.Bot.Programme;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Importing;

/// <summary>The sample portfolio comes out with the figures that the handbook prints, and with its four oddities.</summary>
public sealed class SampleTests : IAsyncLifetime
{
    private static readonly WorkingMethod Method = ProgrammeFile.ReadFrom(ProgrammeFile.Shipped).Programme!;
    private readonly Desk desk = new();

    public async ValueTask InitializeAsync() => Assert.Equal(0, await desk.ImportFile(Desk.Sample));

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task It_holds_the_sixteen_initiatives_and_the_worked_example()
    {
        Assert.Contains("17 nieuw", desk.Told, StringComparison.Ordinal);
        Assert.Equal(17, await desk.Count("count/initiative"));
        List<string> counts = [];
        foreach (var team in (string[])["realisatie", "kennisintegratie", "verbreding", "kia-cm", "nsp"])
        {
            counts.Add($"{team} {await desk.Count($"count/team/{team}")}");
        }

        Assert.Equal("realisatie 3, kennisintegratie 7, verbreding 4, kia-cm 2, nsp 1", string.Join(", ", counts));
    }

    [Fact]
    public async Task The_worked_example_keeps_its_figures()
    {
        var sheet = (await desk.Load(Kinds.ImpactSheets, "20-004/0001"))!;
        Assert.Equal((26m, 238m, "hoog", "enige-verbetering"), (sheet.Co2, sheet.ValueAdded, sheet.InnovationFunctions["F2"], sheet.SupplyRisk));
        var report = (await desk.Load(Kinds.Reports, "20-004/0001"))!;
        Assert.Equal((10m, 80_000m, 40_000m, 20_000m), (report.PercentReady, report.Finance!.Allocated, report.Finance.Balance, report.Finance.Need));
    }

    [Fact]
    public async Task The_worked_example_has_its_stakeholders_and_milestones()
    {
        var map = (await desk.Load(Kinds.StakeholderMaps, "20-004"))!;
        Assert.Equal((19, 19), (map.Stakeholders.Length, map.Last));
        Assert.Equal(["Fietsenbranche", "Recyclers", "Wetgever", "Grootverbruikers", "Energiemaatschappijen"], map.Stakeholders.Where(one => one.Kind == "change-maker").Select(one => one.Name));
        var report = (await desk.Load(Kinds.Reports, "20-004/0001"))!;
        Assert.Equal([[], [0], [0]], report.Milestones.Select(one => one.Waits.ToArray()));
        Assert.Contains("Minstens één nieuw ketenproject", await desk.Talker.Say("planning 20-004"), StringComparison.Ordinal);
        Assert.Contains("Energiemaatschappijen", await desk.Talker.Say("stakeholders 20-004"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_four_oddities_are_pointed_out()
    {
        var report = (await desk.Load(Kinds.Reports, "20-004/0001"))!;
        Assert.Equal(
            [ContradictionCode.StartAfterReport, ContradictionCode.LaterPhaseCompleted],
            Contradictions.In(report, null, Method.Phases).Select(contradiction => contradiction.Code));
        var warnings = ImpactWarnings.In((await desk.Load(Kinds.ImpactSheets, "20-004/0001"))!, Method);
        Assert.Contains(warnings, warning => warning.ToString().Contains("30.9", StringComparison.Ordinal));
        Assert.Contains(warnings, warning => warning.ToString().Contains("47.6", StringComparison.Ordinal));
        Assert.Contains(warnings, warning => warning.ToString().Contains("20", StringComparison.Ordinal) && warning.ToString().Contains("26", StringComparison.Ordinal));
    }

    [Fact]
    public async Task People_see_it_and_register_beside_it()
    {
        Assert.Contains("20-004 Batterijen", await desk.Talker.Say("portfolio realisatie"), StringComparison.Ordinal);
        Assert.Contains("ingelezen: portfolio.yaml", await desk.Talker.Say("geschiedenis 20-004"), StringComparison.Ordinal);
        Assert.Equal(20, await desk.Count("initiatives/20"));
    }

    [Fact]
    public async Task A_second_time_changes_nothing_and_says_so()
    {
        Assert.Equal(0, await desk.ImportFile(Desk.Sample));
        Assert.Equal("Er is niets veranderd: 17 initiatieven gelezen.\n", desk.Told);
        Assert.Equal(17, await desk.Count("count/initiative"));
        Assert.Single(await desk.Talker.Store.Find(Kinds.Journal, Conversation.Talker.Workspace, "initiative=20-004|", 9, null, false, default));
        Assert.Equal(0, await desk.ImportFile(Desk.Sample, ifEmpty: true));
        Assert.Equal("Er zijn al initiatieven: niets ingelezen.\n", desk.Told);
    }
}
