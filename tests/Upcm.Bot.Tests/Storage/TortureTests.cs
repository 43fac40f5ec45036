using Upcm.Benchmarks.Torturing;

namespace Upcm.Bot.Tests.Storage;

/// <summary>The long form is <c>dotnet run -c Release --project benchmarks/Upcm.Benchmarks -- torture --rounds 100</c>.</summary>
public sealed class TortureTests
{
    [Theory]
    [InlineData(3, false, 0, false)]
    [InlineData(2, true, 0, false)]
    [InlineData(1, false, 30, false)]
    [InlineData(2, true, 0, true)]
    public async Task A_writer_killed_at_any_moment_has_lost_nothing_it_acknowledged(int rounds, bool fresh, int fsync, bool losesPower)
    {
        using var told = new StringWriter();
        var faults = await Torture.Run(new TortureRun(rounds, fresh) { FsyncMilliseconds = fsync, LosesPower = losesPower }, told);
        Assert.True(faults == 0, told.ToString());
    }
}
