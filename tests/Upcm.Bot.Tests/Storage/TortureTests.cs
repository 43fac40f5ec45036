using Upcm.Benchmarks.Torturing;

namespace Upcm.Bot.Tests.Storage;

public sealed class TortureTests
{
    /// <summary>The long form is <c>dotnet run -c Release --project benchmarks/Upcm.Benchmarks -- torture --rounds 500</c>.</summary>
    [Fact]
    public async Task A_writer_killed_at_any_moment_has_lost_nothing_it_acknowledged()
    {
        using var told = new StringWriter();
        var faults = await Torture.Run(5, told);
        Assert.True(faults == 0, told.ToString());
    }
}
