namespace Upcm.Domain.Tests;

public sealed class ContradictionsTests
{
    private static readonly ProgressReport Sound = Sample.Report with { Phases = [], Completed = [] };

    [Fact]
    public void The_worked_example_starts_after_its_report_and_completed_a_later_phase() =>
        Assert.Equal(
            [
                new Contradiction(ContradictionCode.StartAfterReport)
                {
                    Subject = "initiatie", Day = new DateOnly(2021, 12, 21), AgainstDay = new DateOnly(2021, 4, 1),
                },
                new Contradiction(ContradictionCode.LaterPhaseCompleted)
                {
                    Subject = "definitie", Text = "projectdefinitie afgerond",
                },
            ],
            Found(Sample.Report));

    [Fact]
    public void A_report_that_agrees_with_itself_has_none() => Assert.Empty(Found(Sound));

    [Fact]
    public void Spending_more_than_allocated_is_pointed_out() =>
        Assert.Equal(
            [new Contradiction(ContradictionCode.SpentAboveAllocated) { Figure = 90, AgainstFigure = 80 }],
            Found(Sound with { Finance = new Finance(100, 80, 90) }));

    [Theory]
    [InlineData(50, 20, true)]
    [InlineData(60, 20, false)]
    [InlineData(60, null, false)]
    [InlineData(90, null, true)]
    public void Parts_of_the_allocated_sum_must_add_up(int agency, int? others, bool found) =>
        Assert.Equal(
            found,
            Found(Sound with { Finance = new Finance(100, 80, 10, agency, others) })
                .Any(one => one.Code == ContradictionCode.PartsDoNotAddUp));

    [Fact]
    public void A_falling_percentage_is_pointed_out()
    {
        Assert.Equal(
            [new Contradiction(ContradictionCode.PercentFell) { Figure = 10, AgainstFigure = 25 }],
            Found(Sound, Sound with { PercentReady = 25 }));
        Assert.Empty(Found(Sound, Sound with { PercentReady = 10 }));
    }

    [Fact]
    public void An_end_before_its_start_is_pointed_out()
    {
        var (early, late) = (new DateOnly(2021, 1, 1), new DateOnly(2021, 2, 1));
        var report = Sound with { Phases = [new PhaseDates("initiatie", late, early, late, early)] };
        Assert.Equal(
            [ContradictionCode.PlannedEndBeforeStart, ContradictionCode.ActualEndBeforeStart],
            Found(report).Select(one => one.Code));
    }

    [Fact]
    public void The_present_phase_and_the_last_are_no_later_phase() =>
        Assert.Empty(Found(Sound with { Completed = ["initiatie klaar", "contract afgesloten"] }));

    private static System.Collections.Immutable.ImmutableArray<Contradiction> Found(
        ProgressReport report, ProgressReport? previous = null) => Contradictions.In(report, previous, Sample.Phases);
}
