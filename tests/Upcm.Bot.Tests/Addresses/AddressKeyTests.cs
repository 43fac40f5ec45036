using Upcm.Bot.Addresses;

namespace Upcm.Bot.Tests.Addresses;

public sealed class AddressKeyTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "upcm-" + Guid.NewGuid().ToString("N"));

    [Fact]
    public void A_key_is_made_once_and_kept()
    {
        var key = AddressKey.From(null, folder);

        Assert.Equal(AddressKey.Length, key.Length);
        Assert.NotEqual(new byte[AddressKey.Length], key);
        Assert.Equal(key, AddressKey.From("", folder));
        Assert.Single(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task Processes_that_start_together_have_one_key()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => AddressKey.From(null, folder))));

        Assert.Single(keys.Select(Convert.ToBase64String).Distinct(StringComparer.Ordinal));
        Assert.Single(Directory.GetFiles(folder));
    }

    [Fact]
    public void Only_the_bot_reads_its_key()
    {
        AddressKey.From(null, folder);
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other rights.");
            return;
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Directory.GetFiles(folder).Single()));
    }

    [Fact]
    public void A_key_from_the_settings_touches_no_folder()
    {
        byte[] key = [.. Enumerable.Range(1, 32).Select(n => (byte)n)];

        Assert.Equal(key, AddressKey.From(Convert.ToBase64String(key), folder));
        Assert.False(Directory.Exists(folder));
    }

    [Theory]
    [InlineData("geheim")]
    [InlineData("AAAA")]
    [InlineData("not base64 at all, but long enough to be a key of 32 bytes!!")]
    public void A_weak_key_is_refused_at_the_start(string setting) => Assert.Throws<FormatException>(() => AddressKey.From(setting, folder));

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
