using Upcm.Benchmarks.Digests;

namespace Upcm.Bot.Tests.Notifications;

public sealed class DigestKillTests
{
    /// <summary>The long form is <c>dotnet run -c Release --project benchmarks/Upcm.Benchmarks -- digest-kill --rounds 50</c>.</summary>
    [Fact]
    public async Task A_digest_run_killed_in_the_middle_reaches_everybody_and_nobody_twice_in_silence()
    {
        using var told = new StringWriter();
        var faults = await DigestKill.Run(3, told);
        Assert.True(faults == 0, told.ToString());
    }
}
