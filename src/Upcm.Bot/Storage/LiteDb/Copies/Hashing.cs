using System.Buffers;
using System.Security.Cryptography;
using Upcm.Bot.Cards;

namespace Upcm.Bot.Storage.LiteDb.Copies;

internal static class Hashing
{
    /// <summary>Copies to the end, and says what passed.</summary>
    public static ManifestFile Copy(Stream from, Stream to)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 20);
        var bytes = 0L;
        try
        {
            while (from.Read(buffer) is var read and > 0)
            {
                hash.AppendData(buffer.AsSpan(0, read));
                to.Write(buffer.AsSpan(0, read));
                bytes += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }

        return new ManifestFile(bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}

/// <summary>Whether there is room on a disk, asked before it is filled: a full disk stops the bot.</summary>
internal static class Room
{
    /// <summary>What is left to the bot.</summary>
    private const long Spare = 100_000_000;

    /// <summary>How many bytes the disk of a folder has free, where or will be that folder.</summary>
    public static long In(string folder)
    {
        var there = Path.GetFullPath(folder);
        while (!Directory.Exists(there) && Path.GetDirectoryName(there) is { } above)
        {
            there = above;
        }

        return new DriveInfo(there).AvailableFreeSpace;
    }

    /// <exception cref="BackupRefusedException">There is not.</exception>
    public static void Check(string folder, long needed)
    {
        var free = In(folder);
        if (free < needed + Spare)
        {
            throw new BackupRefusedException(new(
                $"In {folder} is {free / 1_000_000} MB vrij, en er is {(needed + Spare) / 1_000_000} MB nodig. Maak ruimte of kies een andere map.",
                $"{folder} has {free / 1_000_000} MB free, and {(needed + Spare) / 1_000_000} MB are needed. Make room or choose another folder."));
        }
    }
}

/// <summary>A backup that is not made or not restored, and why; nothing was changed.</summary>
#pragma warning disable CA1032, RCS1194 // made here only, with words for the administrator
public sealed class BackupRefusedException(Phrase why) : IOException(why.En)
{
    public Phrase Why { get; } = why;
}
#pragma warning restore CA1032, RCS1194
