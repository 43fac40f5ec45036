namespace Upcm.Benchmarks.Torturing;

/// <summary>What is done to the writing process, and how often.</summary>
/// <param name="Fresh">Every round begins with an empty folder, so that a kill also falls while the store is made; else one store grows.</param>
public sealed record TortureRun(int Rounds, bool Fresh)
{
    /// <summary>How long every fsync takes more.</summary>
    public int FsyncMilliseconds { get; init; }

    /// <summary>Only what was flushed is left after the kill, as after a loss of power at the worst moment.</summary>
    public bool LosesPower { get; init; }

    /// <summary>How large the growing store is at least before the first kill.</summary>
    public int Megabytes { get; init; }

    public bool NeedsFaults => FsyncMilliseconds > 0 || LosesPower;

    public override string ToString() =>
        $"{(Fresh ? "fresh store" : Megabytes > 0 ? $"growing store from {Megabytes} MB" : "growing store")}{(FsyncMilliseconds > 0 ? $", fsync {FsyncMilliseconds} ms slower" : "")}{(LosesPower ? ", what was not flushed is lost" : "")}";
}
