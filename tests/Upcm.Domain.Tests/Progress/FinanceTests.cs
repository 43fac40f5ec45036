namespace Upcm.Domain.Tests;

public sealed class FinanceTests
{
    [Fact]
    public void The_worked_example_has_its_printed_balance_and_need()
    {
        Assert.Equal(40_000, Sample.Report.Finance!.Balance);
        Assert.Equal(20_000, Sample.Report.Finance.Need);
        Assert.Equal(10, Sample.Report.PercentReady);
    }

    [Fact]
    public void Balance_and_need_add_up_to_required_minus_spent() =>
        CsCheck.Check.Sample(
            CsCheck.Gen.Select(CsCheck.Gen.Int[0, 1_000_000], CsCheck.Gen.Int[0, 1_000_000], CsCheck.Gen.Int[0, 1_000_000]),
            sums =>
            {
                var finance = new Finance(sums.Item1, sums.Item2, sums.Item3);
                Assert.Equal(finance.TotalRequired - finance.Spent, finance.Balance + finance.Need);
            });
}
