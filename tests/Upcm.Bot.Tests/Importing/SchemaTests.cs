using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Upcm.Bot.Tests.Importing;

/// <summary>The schema beside the sample knows the fields that the import knows, and no others.</summary>
public sealed class SchemaTests : IAsyncDisposable
{
    private const string One = "initiatives:\n  - {key: a, title: Ramen, result: Ze gaan langer mee., team: realisatie, ";
    private static readonly JsonNode Schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Desk.Root, "samples", "portfolio.schema.json")))!;
    private readonly Desk desk = new();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Theory]
    [InlineData("initiative", "zzz: 1}")]
    [InlineData("sheet", "impact: [{zzz: 1}]}")]
    [InlineData("effect-goal", "impact: [{effect-goals: [{zzz: 1}]}]}")]
    [InlineData("report", "reports: [{zzz: 1}]}")]
    [InlineData("phase-dates", "reports: [{phases: [{zzz: 1}]}]}")]
    [InlineData("risk", "reports: [{risks: [{zzz: 1}]}]}")]
    [InlineData("milestone", "reports: [{milestones: [{zzz: 1}]}]}")]
    [InlineData("stakeholder", "stakeholders: [{zzz: 1}]}")]
    [InlineData("round", "fingerprints: [{zzz: 1}]}")]
    [InlineData("answers", "fingerprints: [{answers: [{zzz: 1}]}]}")]
    [InlineData("decision", "gates: [{zzz: 1, gate: uit-initiatie}]}")]
    [InlineData("condition", "gates: [{conditions: [{zzz: 1}]}]}")]
    [InlineData("office", "}\noffices: [{zzz: 1}]")]
    [InlineData("role", "}\nroles: [{zzz: 1}]")]
    [InlineData("filler", "}\nroles: [{fillers: [{zzz: 1}]}]")]
    [InlineData("policy", "}\nroles: [{policies: [{zzz: 1}]}]")]
    [InlineData("party", "}\nparties: [{zzz: 1}]")]
    public async Task It_knows_the_same_fields(string definition, string text)
    {
        Assert.Equal(2, await desk.Import(One + text));
        var known = Regex.Match(desk.Told, @"zzz: dit veld ken ik niet\..*Bekend zijn: (?<known>.*)\.", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["known"].Value.Split(", ");
        var written = Schema["$defs"]![definition]!["properties"]!.AsObject().Select(field => field.Key);
        Assert.Equal(written.Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));
    }
}
