using System.Security.Cryptography;
using System.Text;
using Upcm.Domain;

namespace Upcm.Bot.Files;

/// <summary>
/// Files made for somebody, in the data folder for as long as their address holds. Each has a folder that cannot be guessed,
/// below one of its workspace.
/// </summary>
public sealed class KeptFiles(string folder, TimeProvider time)
{
    /// <summary>Long enough to come back to it the same day, short enough for an address that opens without signing in.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private const string Unfinished = ".part";

    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Makes a file; where that fails or is cancelled nothing stays behind.</summary>
    public async Task<KeptFile> Make(WorkspaceId workspace, string id, string name, Func<Stream, Task> write)
    {
        RemoveOld();
        var place = Directory.CreateDirectory(FolderOf(workspace, id)).FullName;
        var (path, part) = (Path.Combine(place, name), Path.Combine(place, name + Unfinished));
        try
        {
            await using (var stream = new FileStream(part, FileMode.Create, FileAccess.ReadWrite))
            {
                await write(stream);
            }

            File.Move(part, path);
        }
        catch
        {
            Directory.Delete(place, recursive: true);
            throw;
        }

        Directory.SetLastWriteTimeUtc(place, time.GetUtcNow().UtcDateTime);
        return new KeptFile(workspace, id, name, path, new FileInfo(path).Length, time.GetUtcNow() + Kept);
    }

    /// <summary>Where it is, or null where it is no longer kept.</summary>
    public string? PathOf(WorkspaceId workspace, string id, string name)
    {
        var path = Path.Combine(FolderOf(workspace, id), Path.GetFileName(name));
        return File.Exists(path) ? path : null;
    }

    /// <summary>Removes every file of a workspace: whoever still needs one asks for it again.</summary>
    public void RemoveAllOf(WorkspaceId workspace)
    {
        if (Path.GetDirectoryName(FolderOf(workspace, "-")) is { } place && Directory.Exists(place))
        {
            Directory.Delete(place, recursive: true);
        }
    }

    /// <summary>Removes what no address opens any more.</summary>
    public void RemoveOld() => Remove(place => Directory.GetLastWriteTimeUtc(place) < time.GetUtcNow().UtcDateTime - Kept);

    /// <summary>Removes what was being made when the service stopped.</summary>
    public void RemoveUnfinished() => Remove(place => Directory.EnumerateFiles(place, "*" + Unfinished).Any());

    private void Remove(Func<string, bool> which)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var place in Directory.EnumerateDirectories(folder).SelectMany(Directory.EnumerateDirectories).Where(which).ToList())
        {
            Directory.Delete(place, recursive: true);
        }
    }

    /// <summary>A workspace's id may be anything, so its folder is called by a digest of it.</summary>
    private string FolderOf(WorkspaceId workspace, string id) =>
        Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(workspace.Value)))[..16], Path.GetFileName(id));
}

/// <param name="Path">On this machine.</param>
/// <param name="Ends">When it is removed.</param>
public sealed record KeptFile(WorkspaceId Workspace, string Id, string Name, string Path, long Bytes, DateTimeOffset Ends);
