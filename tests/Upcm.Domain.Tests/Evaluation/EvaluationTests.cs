namespace Upcm.Domain.Tests;

public sealed class EvaluationTests
{
    private static readonly Somebody Ann = new(Sample.Ann, "Ann");

    private static readonly EvaluationReport Report = new() { Number = Sample.Number, Version = 1, By = Ann, At = Sample.Moment };

    [Theory]
    [InlineData(ResultVerdict.Met, ResultVerdict.Met, ResultVerdict.Met)]
    [InlineData(ResultVerdict.Partly, ResultVerdict.Met, ResultVerdict.Partly)]
    [InlineData(ResultVerdict.Partly, ResultVerdict.Partly, ResultVerdict.NotMet)]
    public void A_project_turned_out_as_its_weakest_criterion(ResultVerdict overall, ResultVerdict one, ResultVerdict other) =>
        Assert.Equal(
            other == ResultVerdict.NotMet ? ResultVerdict.NotMet : overall,
            (Report with { Criteria = [new("a", one, "x"), new("b", other, "x")] }).Overall);

    [Fact]
    public void Without_criteria_nothing_is_said_of_the_whole() => Assert.Null(Report.Overall);

    [Theory]
    [InlineData(true, ProposalState.TakenUp)]
    [InlineData(false, ProposalState.NotTakenUp)]
    public void A_proposal_is_taken_up_or_not_with_a_reason(bool takenUp, ProposalState state)
    {
        var proposal = new InstrumentProposal { Id = 12, Number = Sample.Number, Text = "t", By = Ann, At = Sample.Moment };
        Assert.Equal(ProposalState.Open, proposal.State);
        var decided = proposal.Decided(takenUp, "want", Ann, Sample.Moment);
        Assert.Equal((state, "want", Ann, Sample.Moment), (decided.State, decided.Reason, decided.DecidedBy, decided.DecidedAt!.Value));
    }
}
