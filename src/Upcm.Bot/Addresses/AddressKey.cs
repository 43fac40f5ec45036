using System.Security.Cryptography;

namespace Upcm.Bot.Addresses;

/// <summary>A secret key, such as the one that signs addresses of pictures and files: from the settings, or made once and kept in the data folder.</summary>
public static class AddressKey
{
    public const int Length = 32;

    private const string FileName = "pictures.key";
    private const int MostTries = 2000;

    /// <param name="setting">In base64, for several replicas that share no folder; null or empty otherwise.</param>
    /// <param name="fileName">Where it is kept in the folder.</param>
    /// <exception cref="FormatException">The setting is no base64 of at least 32 bytes; a weak key is not mended quietly.</exception>
    public static byte[] From(string? setting, string dataFolder, string fileName = FileName)
    {
        if (string.IsNullOrWhiteSpace(setting))
        {
            return FromFolder(Path.Combine(Directory.CreateDirectory(dataFolder).FullName, fileName));
        }

        var key = new byte[setting.Length];
        return Convert.TryFromBase64String(setting, key, out var length) && length >= Length
            ? key[..length]
            : throw new FormatException($"This key must be base64 of at least {Length} bytes; \"openssl rand -base64 {Length}\" makes one.");
    }

    /// <summary>One process at a time looks and makes: a move that does not overwrite is not one step, and let two processes have a key each.</summary>
    private static byte[] FromFolder(string file)
    {
        var wait = default(SpinWait);
        while (true)
        {
            try
            {
                using var stream = new FileStream(file, Alone());
                return stream.Length == 0 ? Make(stream) : Read(stream, file);
            }
            catch (IOException) when (wait.Count < MostTries)
            {
                wait.SpinOnce();
            }
        }
    }

    private static FileStreamOptions Alone()
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static byte[] Make(FileStream stream)
    {
        var key = RandomNumberGenerator.GetBytes(Length);
        stream.Write(key);
        stream.Flush(flushToDisk: true);
        return key;
    }

    private static byte[] Read(FileStream stream, string file)
    {
        var key = new byte[Length];
        return stream.Length == Length && stream.ReadAtLeast(key, Length, throwOnEndOfStream: false) == Length
            ? key
            : throw new InvalidDataException($"{file} must hold {Length} bytes; restore it from a backup.");
    }
}
