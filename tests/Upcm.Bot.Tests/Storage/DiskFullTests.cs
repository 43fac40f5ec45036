using Upcm.Benchmarks.Torturing;
using Upcm.Bot.Storage;

namespace Upcm.Bot.Tests.Storage;

/// <summary>The long form is <c>dotnet run -c Release --project benchmarks/Upcm.Benchmarks -- disk-full</c>.</summary>
public sealed class DiskFullTests
{
    [Fact]
    public async Task While_the_disk_is_full_people_are_told_that_nothing_is_kept_and_after_that_all_goes_on()
    {
        Assert.SkipUnless(DiskFull.IsPossible(small: false), "There is no prlimit here");
        using var told = new StringWriter();
        var faults = await DiskFull.Run(typeof(Kinds).Assembly.Location, rounds: 1, small: false, told);
        Assert.True(faults == 0, told.ToString());
    }
}
