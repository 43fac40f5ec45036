using Upcm.Bot.Programme;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Programme;

/// <summary>The indicators of the dashboard are refused as exactly as the rest of a programme.</summary>
public sealed class DashboardFileTests
{
    [Theory]
    [InlineData("by: goal-rated", "by: guessed", "'guessed' is not one of")]
    [InlineData("goal: P1, step: laag", "goal: P9, step: laag", "there is no performance goal 'P9'")]
    [InlineData("goal: P1, step: laag", "goal: P1, step: hoog", "'hoog' is not one of: laag")]
    [InlineData("goal: P1, step: laag", "goal: P1", "step: this is missing")]
    [InlineData("goal: P1, step: laag", "goal: P1, step: laag, teams: [bouwers]", "the key 'teams' means nothing here")]
    [InlineData("{by: goal-rated, goal: P1, step: laag}", "{by: initiatives, teams: [zoekers]}", "there is no team 'zoekers'")]
    [InlineData("{by: goal-rated, goal: P1, step: laag}", "{by: regions}", "regions: this is missing")]
    public void A_derivation_that_cannot_be_is_refused(string part, string instead, string why) =>
        Assert.Contains(why, SmallProgramme.Broken(part, instead).OnlyProblem().Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("kind: E, name: {nl: Lucht, en: Air}, unit: {nl: punten, en: points}", "kind: E, name: {nl: Lucht, en: Air}", "dashboard/lucht/unit: this is missing")]
    [InlineData("effect-goal: milieu, kind: E", "effect-goal: geld, kind: E", "there is no effect goal 'geld'")]
    [InlineData("column: effect, effect-goal", "column: gevolg, effect-goal", "'gevolg' is not one of: effect, performance, activities")]
    [InlineData("lucht: {horizon: 0-1j", "lucht: {horizon: 0-9j", "there is no horizon '0-9j'")]
    [InlineData("name: {nl: Lucht, en: Air}", "name: {nl: Lucht}", "dashboard/lucht/name: the English text (en) is missing")]
    public void An_indicator_that_cannot_be_is_refused(string part, string instead, string why)
    {
        var problems = SmallProgramme.Broken(part, instead).Reading.Problems;
        Assert.Contains(problems, problem => problem.Message.Contains(why, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("counts-as: followers", "stakeholder-kinds/buur/counts-as: 'followers' is not one of: target-groups, change-makers")]
    [InlineData("counts: target-groups", "the key 'counts' means nothing here")]
    public void What_stakeholders_count_as_is_something_the_dashboard_counts(string part, string why) => Assert.Contains(
        why,
        SmallProgramme.Broken("strategies:", $"stakeholder-kinds:\n  buur: {{name: {{nl: buur, en: neighbour}}, explanation: {{nl: Woont daar., en: Lives there.}}, {part}}}\nstrategies:").Reading.Problems[0].Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_missing_translation_of_a_criterion_is_refused_with_file_line_and_field()
    {
        var problem = SmallProgramme.Broken("text: {nl: Het is klaar., en: It is done.}", "text: {nl: Het is klaar.}").OnlyProblem();
        Assert.StartsWith("klein.yaml(", problem.ToString(), StringComparison.Ordinal);
        Assert.Contains("gates/uit-begin/criteria/klaar/text: the English text (en) is missing", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_programme_without_the_scale_that_statements_are_answered_on_is_refused() => Assert.Contains(
        "the scale 'agreement' has to be here, with the steps 1, 2, 3, 4, 5",
        SmallProgramme.Broken("  agreement:", "  eens:").Reading.Problems[0].Message, StringComparison.Ordinal);

    [Fact]
    public void The_other_programme_of_the_tests_is_sound() => Assert.Empty(ProgrammeFile.ReadFrom(Programmes.WarmtePath).Problems);

    [Fact]
    public void All_eight_horizons_have_indicators_in_every_column()
    {
        var method = Shipped.Programme;
        Assert.Equal(8, method.Horizons.Length);
        Assert.All(method.Horizons, horizon =>
        {
            var own = method.Dashboard.Where(one => one.Horizon == horizon.Id).ToList();
            Assert.Contains(own, static one => one.Column == DashboardColumn.Effect);
            Assert.Single(own, static one => one.Column == DashboardColumn.Performance);
            Assert.Equal(method.Pillars.Select(static pillar => pillar.Id), own.Where(static one => one.Column == DashboardColumn.Activities).Select(static one => one.Pillar));
        });
        Assert.Equal(16, method.Dashboard.Count(static one => one.Kind == MeasureKind.Derived));
    }

    /// <summary>What people are shown as examples comes from the programme, so that another programme shows its own.</summary>
    [Fact]
    public async Task No_sentence_has_a_team_of_the_programme_in_its_help()
    {
        await using var bot = new Conversation.Talker();
        var teams = Shipped.Programme.Teams.Where(static team => team.ProjectType is not null).Select(static team => team.Id).ToHashSet(StringComparer.Ordinal);
        Assert.All(bot.Commands, command => Assert.DoesNotContain(
            (command.Sentence.Help.Nl + " " + command.Sentence.Help.En).Split([' ', ':', ','], StringSplitOptions.RemoveEmptyEntries), word => teams.Contains(word)));
    }
}
