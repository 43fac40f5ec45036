using System.Diagnostics;
using CsCheck;

namespace Upcm.Bot.Cards.Tests.Rendering;

/// <summary>The published schema of Adaptive Cards 1.5 decides, read by a validator that is not ours (npm ajv).</summary>
public class SchemaTests
{
    private const int Cards = 300;

    [Fact]
    public Task The_cards_we_send_are_valid()
    {
        var folder = CardFiles.Folder("samples");
        foreach (var (name, card) in SampleCards.All)
        {
            CardFiles.Write(folder, name, card);
        }

        return AssertValidAsync(folder);
    }

    [Fact]
    public Task Any_card_is_valid()
    {
        var folder = CardFiles.Folder("random");
        var count = 0;
        AnyCard.All.Sample(card => CardFiles.Write(folder, $"{Interlocked.Increment(ref count)}", card), iter: Cards);
        return AssertValidAsync(folder);
    }

    private static async Task AssertValidAsync(string folder)
    {
        var client = Path.Combine(CardFiles.Root, "tests", "client");
        if (!Directory.Exists(Path.Combine(client, "node_modules", "ajv")))
        {
            Missing("npm ci has not run in tests/client.");
        }

        using var node = Start(client, folder);
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, output + await errors);
    }

    private static Process Start(string client, string folder)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("node", [Path.Combine(client, "validate-cards.cjs"), folder])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Missing("Node.js is not installed.");
            throw;
        }
    }

    /// <summary>On a build server nobody must believe that the cards were validated when they were not.</summary>
    private static void Missing(string reason)
    {
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
    }
}
