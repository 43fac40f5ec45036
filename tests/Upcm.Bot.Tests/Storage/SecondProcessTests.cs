using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Bot.Tests.Importing;

namespace Upcm.Bot.Tests.Storage;

public sealed class SecondProcessTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("upcm-second-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("serve")]
    [InlineData("talk")]
    [InlineData("import", "samples/portfolio.yaml")]
    public async Task A_second_process_on_a_store_is_refused_with_what_to_do_and_an_exit_code(params string[] verb)
    {
        await using var first = LiteDbStore.Open(folder.FullName, NullLogger<LiteDbStore>.Instance);
        var start = new ProcessStartInfo("dotnet", [typeof(Kinds).Assembly.Location, .. verb, "--data", folder.FullName, "--lang", "en", "--set", "Urls=http://127.0.0.1:0"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = Desk.Root,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        using var second = Process.Start(start)!;
        second.StandardInput.Close();
        var (said, output) = (await second.StandardError.ReadToEndAsync(), await second.StandardOutput.ReadToEndAsync());
        await second.WaitForExitAsync();
        Assert.True(second.ExitCode == 2, $"{second.ExitCode}: {said} {output}");
        Assert.Matches("Another process has the store open .*Stop it first|is in use: the bot is running", said);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal); // no stack
    }
}
