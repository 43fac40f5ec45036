using Upcm.Bot.Programme;

using static Upcm.Bot.Tests.Programme.SmallProgramme;

namespace Upcm.Bot.Tests.Programme;

public sealed class ProgrammeRefusalTests
{
    [Fact]
    public void The_small_programme_itself_is_accepted()
    {
        var reading = ProgrammeFile.Read(Yaml, "klein.yaml");

        Assert.Empty(reading.Problems);
        Assert.Equal("klein", reading.Programme!.Id);
        Assert.Equal(-10.5m, Assert.Single(reading.Programme.Figures.ProductGroups).Co2Impact);
    }

    [Theory]
    [InlineData("{nl: hoog, en: high}", "{nl: hoog}", "teams/bouwers/level: the English text (en) is missing")]
    [InlineData("{nl: hoog, en: high}", "{en: high}", "teams/bouwers/level: the Dutch text (nl) is missing")]
    [InlineData("{nl: hoog, en: high}", "hoog", "a text in two languages is wanted here")]
    [InlineData("{nl: hoog, en: high}", "{nl: hoog, en: }", "teams/bouwers/level/en: this is empty")]
    [InlineData("{nl: hoog, en: high}", "{nl: '', en: high}", "teams/bouwers/level/nl: this is empty")]
    [InlineData("{nl: hoog, en: high}", "{nl: hoog, en: high, de: hoch}", "the key 'de' means nothing here. Known are: nl, en")]
    [InlineData("{nl: Het staat er., en: It stands.}", "{nl: Het staat er.}", "gates/uit-begin/criteria/klaar/example: the English text (en) is missing")]
    [InlineData("{nl: Een., en: One.}", "{nl: Een.}", "forces/kracht/statements/een: the English text (en) is missing")]
    public void A_text_is_there_in_both_languages(string part, string instead, string message) =>
        Assert.Contains(message, Broken(part, instead).OnlyProblem().Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("stakeholder-kinds", "stakeholder-kinds/buur/expected-on: there is no horizon '0-9j'. Known are: 0-1j")]
    [InlineData("stakeholder-sides", "stakeholder-sides/buur/expected-on: there is no horizon '0-9j'")]
    public void A_stakeholder_is_expected_on_horizons_that_there_are(string key, string message) =>
        Assert.Contains(
            message,
            Broken("scales:", $"{key}:\n  buur: {{name: {{nl: buur, en: neighbour}}, explanation: {{nl: Woont er., en: Lives there.}}, expected-on: [0-1j, 0-9j]}}\nscales:").OnlyProblem(1).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("{vijf: {nl: V., en: F.}, zes: {nl: W., en: G.}}", "{nl: Praat., en: Talk.}", "value-systems/orde/statements: a value system needs at least 3 statements; here are 2")]
    [InlineData("{vijf: {nl: V., en: F.}, zes: {nl: W., en: G.}, zeven: {nl: X., en: H.}}", "{nl: Praat.}", "value-systems/orde/communication: the English text (en) is missing")]
    [InlineData("{een: {nl: V., en: F.}, zes: {nl: W., en: G.}, zeven: {nl: X., en: H.}}", "{nl: Praat., en: Talk.}", "value-systems/orde/statements/een: the id 'een' is used twice")]
    public void A_value_system_has_statements_of_its_own_and_says_what_it_asks(string statements, string communication, string message)
    {
        var broken = Broken(
            "scales:",
            $"value-systems:\n  orde: {{name: {{nl: orde, en: order}}, explanation: {{nl: Vast., en: Set.}}, communication: {communication}, decisions: {{nl: Besluit., en: Decide.}}, statements: {statements}}}\nscales:");
        Assert.Contains(message, Assert.Single(broken.Reading.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id: klein", "id: klein\nkleur: rood", 1, "the key 'kleur' means nothing here")]
    [InlineData("    decided-by: client", "    decided-by: client\n    besloten-door: client", 1, "gates/uit-begin/besloten-door")]
    [InlineData("also: [huizen]", "ook: [huizen]", 0, "the key 'ook' means nothing here. Known are: name, meaning, also")]
    [InlineData("  risk-amber-from: 8", "  risk-amber: 8", 0, "norms/risk-amber")]
    public void An_unknown_key_is_named(string part, string instead, int below, string message) =>
        Assert.Contains(message, Broken(part, instead).OnlyProblem(below).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("  eind: {", "  begin: {", "the id 'begin' is used twice; the first is on line 38")]
    [InlineData("      twee:", "      een:", "the id 'een' is used twice")]
    public void An_id_is_used_once(string part, string instead, string message)
    {
        var reading = Broken(part, instead);

        var problem = Assert.Single(reading.Reading.Problems, p => p.Message.Contains("twice", StringComparison.Ordinal));
        Assert.Equal(reading.Line, problem.Line);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_stands_in_one_place_only() =>
        Assert.Contains("twice; the first is on line 1", Broken("name: {nl: Klein", "id: groot\nname: {nl: Klein").OnlyProblem().Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("pillar: bouwen", "pillar: slopen", "teams/bouwers/pillar: there is no pillar 'slopen'. Known are: bouwen.")]
    [InlineData("team: every-team", "team: slopers", "roles/leider/team: there is no team 'slopers'")]
    [InlineData("horizon: 0-1j", "horizon: 0-9j", "roles/leider/horizon: there is no horizon '0-9j'")]
    [InlineData("scale: contribution", "scale: bijdrage", "innovation-functions/F1/scale: there is no scale 'bijdrage'")]
    [InlineData("cluster: huizen", "cluster: hutten", "product-groups/23/cluster: there is no cluster 'hutten'")]
    [InlineData("band: R0-R2", "band: R3-R7", "strategies/R0/band: there is no band 'R3-R7'")]
    [InlineData("to: eind", "to: nergens", "gates/uit-begin/to: there is no phase 'nergens'")]
    [InlineData("      \"23\": {name: Stenen", "      \"24\": {name: Stenen", "there is no product group '24'")]
    [InlineData("      zeeland: {name: Zeeland", "      texel: {name: Texel", "there is no region 'texel'")]
    [InlineData("seen: term-set", "seen: term-zet", "gates/uit-begin/criteria/klaar/seen: 'term-zet' is not one of: leader-chosen")]
    [InlineData("office: team-lead}", "office: team-lead, horizon: 0-1j}", "this key stands here twice")]
    [InlineData("decided-by: client", "decided-by: nobody", "'nobody' is not one of: steering-meeting, client")]
    [InlineData("kind: result", "kind: resultaat", "'resultaat' is not one of: result, process")]
    public void What_is_named_exists(string part, string instead, string message) =>
        Assert.Contains(message, Broken(part, instead).OnlyProblem().Message, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_office_is_refused_and_nobody_has_the_known_one()
    {
        var broken = Broken("office: team-lead", "office: koning");

        Assert.Null(broken.Reading.Programme);
        Assert.Contains(broken.Reading.Problems, p =>
            p.Line == broken.Line && p.Message.StartsWith("roles/leider/office: 'koning' is not one of: team-lead", StringComparison.Ordinal));
        Assert.Contains(broken.Reading.Problems, p => p.Message.Contains("no role has the office 'team-lead'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("team-lead: {one: {nl: een, en: one}, ", "team-lead: {", "names/team-lead/one: this is missing; wanted is {nl: …, en: …}")]
    [InlineData("key-player: {one: {nl: een, en: one}, the: {nl: de een, en: the one}", "key-player: {one: {nl: een, en: one}, the: {nl: de een}", "names/key-player/the: the English text (en) is missing")]
    [InlineData("claims: {effect: {nl: gas, en: gas}, ", "claims: {effect: {nl: gas, en: gas}, since: x, ", "the key 'since' means nothing here. Known are: effect, unit, amount, value-against")]
    public void What_the_programme_calls_things_is_there_whole_and_in_both_languages(string part, string instead, string message) =>
        Assert.Contains(message, Broken(part, instead).OnlyProblem().Message, StringComparison.Ordinal);

    [Fact]
    public void A_programme_without_names_is_told_so() =>
        Assert.Contains(Broken("names:", "namen:").Reading.Problems, p => p.Message.StartsWith("names: this is missing", StringComparison.Ordinal));

    [Fact]
    public void A_role_says_whether_one_team_has_it_or_every_team() =>
        Assert.Contains("roles/leider/team: this is missing; wanted is an id, or every-team",
            Broken("team: every-team, ", "").OnlyProblem().Message, StringComparison.Ordinal);

    [Fact]
    public void A_gate_leads_out_of_every_phase_but_the_last()
    {
        var more = Broken("  eind: {name", "  midden: {name: {nl: M, en: N}, explanation: {nl: M., en: N.}}\n  eind: {name").Reading;
        Assert.Contains("no gate leads out of the phase 'midden'", Assert.Single(more.Problems).Message, StringComparison.Ordinal);

        var last = Broken("from: begin", "from: eind");
        Assert.Contains(last.Reading.Problems, p => p.Line == last.Line && p.Message.Contains("is the last phase", StringComparison.Ordinal));
        Assert.Contains(last.Reading.Problems, p => p.Message.Contains("no gate leads out of the phase 'begin'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_force_has_at_least_four_statements() =>
        Assert.Contains("at least 4 statements; here are 3",
            Broken("    statements:\n      een: {nl: Een., en: One.}", "    statements:").OnlyProblem().Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("risk-amber-from: 8", "risk-amber-from: acht", "'acht' is not a number")]
    [InlineData("risk-amber-from: 8", "risk-amber-from: 8.5", "a whole number is wanted")]
    [InlineData("risk-amber-from: 8", "risk-amber-from: 16", "this has to be from 1 to 15")]
    [InlineData("[1, 2, 3, 4, 5, 6, 7, 8, 9, -10.5, 11]", "[1, 2, 3, 4, 5, 6, 7, 8, 9, '-10,5', 11]", "Write 1250.5: a point for decimals")]
    [InlineData("[1, 2, 3, 4, 5, 6, 7, 8, 9, -10.5, 11]", "[1, 2, 3, 4, 5, 6, 7, 8, 9, -10.5]", "here are 10 numbers, but the table has 11 columns")]
    [InlineData("[1, 2, 3, 4, 5, 6, 7, 8, 9, -10.5, 11]", "[1, 2, 3.5, 4, 5, 6, 7, 8, 9, -10.5, 11]", "a whole number is wanted")]
    [InlineData("sum-of-rows: 11", "sum-of-rows: elf", "'elf' is not a number")]
    public void A_number_is_a_number(string part, string instead, string message) =>
        Assert.Contains(message, Broken(part, instead).OnlyProblem().Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("also: [huizen]", "also: huizen", "terms/huis/also: a list is wanted here")]
    [InlineData("pillar: bouwen", "pillar: [bouwen]", "teams/bouwers/pillar: a text is wanted here, not a list")]
    [InlineData("  zeeland: {nl: Zeeland, en: Zealand}", "  - Zeeland", "regions: a group of ids is wanted here, not a list")]
    [InlineData("effect-goals:\n  milieu: {name: {nl: milieu, en: environment}}", "effect-goals: milieu", "effect-goals: a group of ids is wanted here")]
    [InlineData("  milieu: {name: {nl: milieu, en: environment}}\nintended", "  milieu: ja\nintended", "effect-goals/milieu: a group of keys is wanted here")]
    [InlineData("\"23\": {name: {nl", "\"2 3\": {name: {nl", "an id is made of letters, digits, hyphens and points")]
    public void Things_are_of_the_kind_they_have_to_be(string part, string instead, string message) =>
        Assert.Contains(Broken(part, instead).Reading.Problems, p => p.Message.Contains(message, StringComparison.Ordinal));

    [Theory]
    [InlineData("    pillar: bouwen", "\tpillar: bouwen")]
    [InlineData("{nl: hoog, en: high}", "{nl: hoog, en: high")]
    [InlineData("{nl: hoog, en: high}", "{nl: hoog, en: high]")]
    [InlineData("{nl: hoog, en: high}", "'hoog")]
    [InlineData("{nl: hoog, en: high}", "\"\\UFFFFFFFF\"")]
    public void What_is_not_yaml_is_told_with_its_place(string part, string instead)
    {
        var broken = Broken(part, instead);

        Assert.Null(broken.Reading.Programme);
        var problem = Assert.Single(broken.Reading.Problems);
        Assert.Contains("not readable as YAML", problem.Message, StringComparison.Ordinal);
        Assert.True(problem.Line >= broken.Line && problem.Line <= broken.Line + 1, problem.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("# niets")]
    [InlineData("- een\n- twee")]
    [InlineData("zomaar een tekst")]
    public void What_is_no_programme_at_all_is_refused(string yaml)
    {
        var reading = ProgrammeFile.Read(yaml, "leeg.yaml");

        Assert.Null(reading.Programme);
        Assert.Single(reading.Problems);
    }

    [Fact]
    public void A_missing_part_is_named() =>
        Assert.Contains("gates/uit-begin/to: this is missing", Broken("    to: eind\n", "").Reading.Problems[0].Message, StringComparison.Ordinal);

    [Fact]
    public void One_word_leads_to_one_meaning() =>
        Assert.Contains("'huizen' already means 'huis'", Broken(
            "  huis: {name: {nl: huis, en: house}, also: [huizen], meaning: {nl: Waar je woont., en: Where you live.}}",
            """
              huis: {name: {nl: huis, en: house}, also: [huizen], meaning: {nl: Waar je woont., en: Where you live.}}
              hut: {name: {nl: hut, en: hut}, also: [huizen], meaning: {nl: Een klein huis., en: A small house.}}
            """).OnlyProblem(1).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_problem_is_told_at_once_in_the_order_of_the_file()
    {
        var broken = Yaml
            .Replace("{nl: hoog, en: high}", "{nl: hoog}", StringComparison.Ordinal)
            .Replace("to: eind", "to: nergens", StringComparison.Ordinal)
            .Replace("risk-amber-from: 8", "risk-amber-from: acht", StringComparison.Ordinal);

        var problems = ProgrammeFile.Read(broken, "klein.yaml").Problems;

        Assert.Equal(["teams", "gates", "norms"], problems.Select(p => p.Message.Split('/')[0]));
        Assert.Equal("klein.yaml(25,12): teams/bouwers/level: the English text (en) is missing.", problems[0].ToString());
    }
}
