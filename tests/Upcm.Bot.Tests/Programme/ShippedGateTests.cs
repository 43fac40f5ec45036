using System.Globalization;

using Upcm.Domain;

namespace Upcm.Bot.Tests.Programme;

/// <summary>The gates of the method, criterion by criterion; <c>=</c> is followed by what the bot sees for itself.</summary>
public sealed class ShippedGateTests
{
    private static WorkingMethod Method => Shipped.Programme;

    [Fact]
    public void The_way_of_an_initiative_has_five_phases_and_an_end()
    {
        Assert.Equal(
            ["initiatie", "definitie", "commitment", "uitvoering", "evaluatie", "afgesloten"], Method.Phases.Select(phase => phase.Id));
        Assert.All(Method.Phases.SkipLast(1).Zip(Method.Phases.Skip(1)), step =>
            Assert.Equal(step.Second.Id, Method.GateFrom(step.First.Id)!.To));
        Assert.Null(Method.GateFrom("afgesloten"));
    }

    [Theory]
    [InlineData("uit-initiatie", Decider.SteeringMeeting)]
    [InlineData("uit-definitie", Decider.Client)]
    [InlineData("uit-commitment", Decider.SteeringMeeting)]
    [InlineData("uit-uitvoering", Decider.SteeringMeeting)]
    [InlineData("uit-evaluatie", Decider.Client)]
    public void A_gate_is_decided_by_the_steering_meeting_or_the_client(string gate, Decider decider) =>
        Assert.Equal(decider, Method.Gate(gate)!.DecidedBy);

    [Theory]
    [InlineData("uit-initiatie", CriterionKind.Result, "bijdrage-roadmap", "binnen-reikwijdte", "leider-gekozen=leader-chosen")]
    [InlineData("uit-initiatie", CriterionKind.Process, "rollen-geraadpleegd", "roadmap-gebruikt",
        "impactsheet-gebruikt=impact-sheet-made", "contextscan-gebruikt=context-scan-made", "opdrachtgever-bekend=client-known",
        "profiel-leider=leader-profile-recorded", "voorstel-eenduidig=result-stated", "termijn-bekend=term-set", "middelen-in-zicht",
        "succes-toetsbaar=tests-stated")]
    [InlineData("uit-definitie", CriterionKind.Result, "bijdrage-roadmap", "binnen-reikwijdte", "kans-commitment")]
    [InlineData("uit-definitie", CriterionKind.Process, "rollen-geraadpleegd", "stakeholderanalyse=stakeholder-map-made",
        "vingerafdruk-gemaakt=fingerprint-made", "projectbrief=project-brief-recorded", "termijn-bekend=term-set",
        "middelen-gespecificeerd=means-specified", "toetsing-scherp")]
    [InlineData("uit-commitment", CriterionKind.Result, "bijdrage-roadmap", "binnen-reikwijdte", "krachten-voldoende=fingerprint-strong")]
    [InlineData("uit-commitment", CriterionKind.Process, "stakeholderanalyse=stakeholder-map-made",
        "vingerafdruk-gemaakt=fingerprint-made", "contract-getekend=contract-recorded", "contract-reikwijdte-resultaat=contract-scope-and-result",
        "contract-eerdere-criteria=contract-earlier-criteria", "contract-termijn=contract-term", "contract-middelen=contract-means",
        "contract-risicoanalyse=risk-analysis-recent",
        "contract-toetsing=contract-tests")]
    [InlineData("uit-uitvoering", CriterionKind.Result, "bijdrage-roadmap", "binnen-reikwijdte", "contractcriteria-gehaald")]
    [InlineData("uit-uitvoering", CriterionKind.Process, "kritieke-pad=critical-path-computed",
        "risicoanalyse-actueel=risk-analysis-recent", "stakeholderanalyse-bijgesteld", "toetsing-scherp", "sturing-op-contract")]
    [InlineData("uit-evaluatie", CriterionKind.Result, "resultaat-geevalueerd", "voorstellen-volgende-projecten", "voorstellen-instrumenten")]
    [InlineData("uit-evaluatie", CriterionKind.Process, "leerbijeenkomst=learning-meeting-held", "evaluatierapport=evaluation-recorded")]
    public void A_gate_asks_every_criterion_of_the_method(string gate, CriterionKind kind, params string[] criteria) =>
        Assert.Equal(criteria, Method.Gate(gate)!.Criteria.Where(criterion => criterion.Kind == kind)
            .Select(criterion => criterion.Seen is null ? criterion.Id : $"{criterion.Id}={criterion.Seen}"));

    [Fact]
    public void Everything_the_bot_can_see_is_used_somewhere() =>
        Assert.Empty(Sights.All.Except(Method.Gates.SelectMany(gate => gate.Criteria).Select(criterion => criterion.Seen)));

    /// <summary>A threshold is said in words as well; changing one without the other would mislead.</summary>
    [Fact]
    public void Thresholds_in_words_are_the_norms()
    {
        var strong = Method.Gate("uit-commitment")!.Criterion("krachten-voldoende")!.Explanation;
        Assert.Contains(Method.Norms.FingerprintForceAtLeast.ToString("0.0", CultureInfo.InvariantCulture), strong.En, StringComparison.Ordinal);
        Assert.Contains(Method.Norms.FingerprintMeanAtLeast.ToString("0.0", CultureInfo.InvariantCulture), strong.En, StringComparison.Ordinal);
        Assert.Equal(8, Method.Norms.RiskAnalysisValidWeeks);
        Assert.Contains("eight weeks", Method.Gate("uit-uitvoering")!.Criterion("risicoanalyse-actueel")!.Explanation.En, StringComparison.Ordinal);
    }
}
