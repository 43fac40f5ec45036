using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Upcm.Domain.Tests;

/// <summary>A small programme's phases and gate, and the worked example of the handbook (project 20-004).</summary>
internal static class Sample
{
    public static readonly InitiativeNumber Number = new(20, 4);

    public static readonly PersonId Ann = new("ann");

    public static readonly PersonId Ben = new("ben");

    public static readonly PersonId Cas = new("cas");

    public static readonly DateTimeOffset Moment = new(2021, 4, 1, 9, 0, 0, TimeSpan.Zero);

    public static readonly DateOnly Today = new(2021, 4, 1);

    public static readonly System.Collections.Immutable.ImmutableArray<Phase> Phases =
    [
        Phase("initiatie", "Initiatie", "Initiation"),
        Phase("definitie", "Definitie", "Definition"),
        Phase("commitment", "Commitment van stakeholders", "Stakeholder commitment"),
        Phase("uitvoering", "Uitvoering", "Execution"),
        Phase("evaluatie", "Evaluatie", "Evaluation"),
        Phase("afgesloten", "Afgesloten", "Closed"),
    ];

    /// <summary>The report of the worked example; who reported is not printed.</summary>
    public static readonly ProgressReport Report = new()
    {
        Number = Number,
        Version = 1,
        ReportedAt = new DateOnly(2021, 4, 1),
        By = Ann,
        Phase = "initiatie",
        PercentReady = 10,
        Phases = [new PhaseDates("initiatie", ActualStart: new DateOnly(2021, 12, 21))],
        Dependencies = ["Project sectorale routekaarten", "Bovenregionale aanpak provincies"],
        Finance = new Finance(100_000, 80_000, 40_000, 60_000, 20_000),
        Done = ["koersbepalersoverleg geweest", "eerste stakeholderanalyse", "eerste vingerafdruk"],
        Completed = ["projectdefinitie afgerond"],
        Risks = [new Risk("onvoldoende draagvlak")],
        Issues = ["aansluiting bij roadmap 2.0"],
    };

    public static readonly Claims Claims = new(Text("CO₂"), Text("kton"), Text("kton CO₂"), Text("nu"));

    public static readonly ProgrammeNames Names = new()
    {
        SteeringMeeting = Called("KBO"),
        KeyPlayer = Called("sleutelspeler"),
        ChangeMaker = Called("change maker"),
        TargetGroup = Called("doelgroep"),
        ProductCode = Called("SBI-code"),
        Region = Called("provincie"),
        Offices = Offices.All.ToImmutableDictionary(static office => office, Called),
    };

    /// <summary>Of a programme only what tests look at; all else is absent.</summary>
    public static readonly WorkingMethod Method = (WorkingMethod)RuntimeHelpers.GetUninitializedObject(typeof(WorkingMethod)) with
    {
        Phases = Phases,
        Teams = [Team("nsp"), Team("realisatie")],
        Gates = [Gate("initiatie", "definitie"), Gate("definitie", "commitment")],
        Forces = [new Force("voedend", Text("x"), Text("x"), [new Statement("v1", Text("x"))])],
        Scales = [new Scale("risico", []), new Scale("bijdrage", [new Item("laag", Text("x")), new Item("hoog", Text("x"))])],
        ProductGroups = [new ProductGroup("28", Text("x"), null), new ProductGroup("29.1", Text("x"), null)],
        Norms = new Norms(),
    };

    public static Standing Holding(params string[] offices) => new() { InTeam = [.. offices] };

    public static Words Text(string text) => new(text, text);

    private static ProgrammeName Called(string name) => new(Text(name), Text($"de {name}"), Text($"{name}s"));

    private static Team Team(string id) => new(id, Text(id), null, Text("x"), null, Text("x"));

    private static Gate Gate(string from, string to) => new(
        $"uit-{from}", Text("x"), from, to, Decider.Client,
        [.. new[] { "eerste", "tweede" }.Select(id => new Criterion(id, CriterionKind.Result, Text("x"), Text("x"), Text("x")))]);

    private static Phase Phase(string id, string nl, string en) => new(id, new Words(nl, en), Text("x"));
}
