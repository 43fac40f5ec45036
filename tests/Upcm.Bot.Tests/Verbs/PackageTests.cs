using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Upcm.Bot.Tests.Importing;
using Upcm.Bot.Verbs;

namespace Upcm.Bot.Tests.Verbs;

public sealed class PackageTests : IDisposable
{
    private const string App = "12345678-1234-1234-1234-123456789012";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("upcm");

    public void Dispose() => folder.Delete(recursive: true);

    private string Zip => Path.Combine(folder.FullName, "upcm.zip");

    [Fact]
    public void It_holds_the_app_id_the_host_and_both_icons()
    {
        Assert.Empty(Write(App, "https://bot.voorbeeld.nl/"));
        using var archive = ZipFile.OpenRead(Zip);
        Assert.Equal(["color.png", "manifest.json", "outline.png"], archive.Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal));
        using var reader = new StreamReader(archive.GetEntry("manifest.json")!.Open());
        var text = reader.ReadToEnd();
        Assert.DoesNotContain("upcm-bot.example", text, StringComparison.Ordinal);
        Assert.DoesNotContain("00000000-0000", text, StringComparison.Ordinal);
        var manifest = JsonNode.Parse(text)!;
        Assert.Equal((App, App, "bot.voorbeeld.nl"), ((string?)manifest["id"], (string?)manifest["bots"]![0]!["botId"], (string?)manifest["validDomains"]![0]));
    }

    [Theory]
    [InlineData(null, null, 2)]
    [InlineData(App, null, 1)]
    [InlineData(App, "http://bot.voorbeeld.nl", 1)]
    [InlineData(App, "https://localhost", 1)]
    public void It_is_refused_while_something_is_missing(string? app, string? home, int problems)
    {
        Assert.Equal(problems, Write(app, home).Count);
        Assert.False(File.Exists(Zip));
    }

    private IReadOnlyList<Cards.Phrase> Write(string? app, string? home)
    {
        using var settings = new ConfigurationManager { ["Teams:AppId"] = app, ["Home"] = home };
        return PackageVerb.Write(settings, Path.Combine(Desk.Root, "manifest", "teams"), Zip);
    }
}
