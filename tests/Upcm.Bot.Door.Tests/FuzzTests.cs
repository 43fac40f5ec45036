using Upcm.Benchmarks.Fuzzing;

namespace Upcm.Bot.Door.Tests;

/// <summary>A short run of what the benchmarks do a million times (benchmarks/README.md).</summary>
public sealed class FuzzTests
{
    [Theory]
    [InlineData("tokens", 5000)]
    [InlineData("activities", 5000)]
    [InlineData("submits", 300)]
    [InlineData("forms", 300)]
    [InlineData("programme", 300)]
    [InlineData("imports", 300)]
    public async Task Nothing_fails_whatever_it_is_given(string of, int rounds)
    {
        var run = await Fuzz.Run(of, rounds, seed: 1, first: 0, TestContext.Current.CancellationToken);
        Assert.Empty(run.Wrong);
        Assert.Equal(rounds, run.Rounds);
    }

    [Fact]
    public void Everything_that_is_fuzzed_has_its_short_run() =>
        Assert.Equal(Fuzz.Names.Order(StringComparer.Ordinal), ["activities", "forms", "imports", "programme", "submits", "tokens"]);
}
