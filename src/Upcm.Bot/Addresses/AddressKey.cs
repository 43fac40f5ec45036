using System.Security.Cryptography;

namespace Upcm.Bot.Addresses;

/// <summary>The key that signs addresses of pictures and files: from the settings, or made once and kept in the data folder.</summary>
public static class AddressKey
{
    public const int Length = 32;

    private const string FileName = "pictures.key";

    /// <param name="setting">In base64, for several replicas that share no folder; null or empty otherwise.</param>
    /// <exception cref="FormatException">The setting is no base64 of at least 32 bytes; a weak key is not mended quietly.</exception>
    public static byte[] From(string? setting, string dataFolder)
    {
        if (string.IsNullOrWhiteSpace(setting))
        {
            return FromFolder(dataFolder);
        }

        var key = new byte[setting.Length];
        return Convert.TryFromBase64String(setting, key, out var length) && length >= Length
            ? key[..length]
            : throw new FormatException($"The key for addresses must be base64 of at least {Length} bytes; \"openssl rand -base64 {Length}\" makes one.");
    }

    private static byte[] FromFolder(string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        var file = Path.Combine(dataFolder, FileName);
        if (!File.Exists(file))
        {
            Make(file);
        }

        var key = File.ReadAllBytes(file);
        return key.Length == Length ? key : throw new InvalidDataException($"{file} must hold {Length} bytes; delete it and addresses in older cards end.");
    }

    /// <summary>Written aside and then moved, so that a process that starts at the same moment never reads half a key.</summary>
    private static void Make(string file)
    {
        var aside = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(aside, options))
        {
            stream.Write(RandomNumberGenerator.GetBytes(Length));
        }

        try
        {
            File.Move(aside, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(aside);
        }
    }
}
