using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;

namespace Upcm.Bot.EndToEnd;

/// <summary>Somebody asks for a file in the client, presses the button that stands there, and has the file.</summary>
public sealed class ExportTests(Browser browser)
{
    private const string Number = "20-004";
    private const string OfAll = " van 17 regels";

    [Fact]
    public async Task A_person_asks_for_files_and_downloads_them_from_what_is_on_screen()
    {
        await ClientTools.RequireAsync(browser: true);
        using var data = new TemporaryFolder();
        await Import(data.Path);
        await using var bot = await BotProcess.StartAsync(dataFolder: data.Path);
        await using var shared = await SharedTeams.StartAsync(bot.Endpoint, Cast.Sanne);
        await using var sanne = await TeamsWindow.OpenAsync(browser, shared.Of(Cast.Sanne));
        await sanne.OpenPersonalChat();

        var pdf = await Download(sanne, $"exporteer dossier {Number} als pdf", "Dossier fasepoort", "Open PDF", "export-01-pdf");
        Assert.StartsWith("%PDF-1.", Encoding.Latin1.GetString(pdf.Content), StringComparison.Ordinal);
        Assert.EndsWith("%%EOF", Encoding.Latin1.GetString(pdf.Content).TrimEnd(), StringComparison.Ordinal);
        Assert.Equal($"{Number} dossier Van initiatie naar definitie.pdf", pdf.Name);

        var word = await Download(sanne, $"word van impactsheet {Number}", "Impactsheet", "Open Word", "export-02-word");
        Assert.Contains("kritieke materialen", Part(word.Content, "word/document.xml"), StringComparison.OrdinalIgnoreCase);

        var excel = await Download(sanne, "exporteer portfolio als excel", "Portfolio", "Open Excel", "export-03-excel");
        Assert.Contains("Batterijen", Part(excel.Content, "xl/worksheets/sheet1.xml") + Part(excel.Content, "xl/sharedStrings.xml"), StringComparison.Ordinal);

        var csv = await Download(sanne, "exporteer portfolio als csv", "Portfolio", "Open CSV", "export-09-csv");
        Assert.Contains("Batterijen", Encoding.UTF8.GetString(csv.Content), StringComparison.Ordinal);

        var meetings = await Download(sanne, "exporteer overleggen als kalender", "overleggen en mijlpalen", "Open iCalendar", "export-10-calendar");
        Assert.Contains("TZID:Europe/Amsterdam", Encoding.UTF8.GetString(meetings.Content), StringComparison.Ordinal);
        Assert.Contains("RRULE:FREQ=YEARLY", Encoding.UTF8.GetString(meetings.Content), StringComparison.Ordinal);

        await sanne.Say($"exporteer evaluatie {Number}");
        await sanne.WaitForText("Er valt dus niets te exporteren.");
        await sanne.Screenshot("export-04-nothing");
    }

    [Fact]
    public async Task A_long_export_shows_how_far_it_is_and_can_be_cancelled()
    {
        await ClientTools.RequireAsync(browser: true);
        using var data = new TemporaryFolder();
        await Import(data.Path);
        await using var bot = await BotProcess.StartAsync(BotProcess.BuiltProgram, data.Path, SlowReports.Settings);
        await using var shared = await SharedTeams.StartAsync(bot.Endpoint, Cast.Sanne);
        await using var sanne = await TeamsWindow.OpenAsync(browser, shared.Of(Cast.Sanne));
        await sanne.OpenPersonalChat();

        await sanne.Say("exporteer portfolio als excel");
        await sanne.WaitForText("Dit duurt even. Je ziet hier hoe ver ik ben");
        var slow = await sanne.LastCard("Portfolio alle teams (Excel)");
        await slow.Screenshot("export-05-begun");
        await slow.WaitForText(OfAll, TimeSpan.FromSeconds(30));
        var began = HowFar(await slow.Text);
        await Assertions.Expect(slow.Locator).Not.ToContainTextAsync(began, new() { Timeout = 30_000 }); // told every ten seconds, in the same card
        await slow.WaitForText(OfAll);
        Assert.True(Percent(HowFar(await slow.Text)) > Percent(began), await slow.Text);
        await sanne.Screenshot("export-06-underway");
        await sanne.Say("mijn overzicht"); // nobody waits for it meanwhile
        await sanne.WaitForText("Mijn overzicht");
        await slow.Press("Annuleren");
        await slow.WaitForText("De export is geannuleerd; er is geen bestand.");
        await sanne.Screenshot("export-07-cancelled");
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(data.Path, "files"), "*", SearchOption.AllDirectories), file => file.Contains("portfolio", StringComparison.OrdinalIgnoreCase));

        await slow.Press("Begin opnieuw");
        var again = await sanne.LastCard("Portfolio alle teams (Excel)");
        await again.WaitForText("De link werkt tot", TimeSpan.FromMinutes(1));
        await sanne.Screenshot("export-08-ready");
    }

    /// <summary>The line that says how far it is: <c>35 % · 6 van 17 regels</c>.</summary>
    private static string HowFar(string card) => card.Split('\n').Single(line => line.EndsWith(OfAll, StringComparison.Ordinal));

    private static int Percent(string howFar) => int.Parse(howFar.Split(' ')[0], CultureInfo.InvariantCulture);

    private static async Task Import(string folder)
    {
        var sample = Path.Combine(ClientTools.RepositoryRoot, "samples", "portfolio.yaml");
        await using var import = BotProcess.Run(BotProcess.DefaultProgram, ["import", sample, "--data", folder, "--workspace", Cast.TenantId]);
        Assert.True(await import.ExitAsync(TimeSpan.FromMinutes(2)) == 0, import.Log);
    }

    /// <summary>Says it, presses the button of the card that comes, and waits for the browser to have the file.</summary>
    private static async Task<(string Name, byte[] Content)> Download(TeamsWindow window, string said, string title, string button, string picture)
    {
        await window.Say(said);
        var card = await window.LastCard(title);
        await card.WaitForText("De link werkt tot");
        await card.Screenshot(picture);
        var begun = new TaskCompletionSource<IDownload>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Heard(object? sender, IDownload download) => begun.TrySetResult(download);
        void Opened(object? sender, IPage tab) => tab.Download += Heard;
        window.Page.Download += Heard;
        window.Page.Context.Page += Opened;
        try
        {
            await card.Open(button);
            var download = await begun.Task.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System);
            return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync()));
        }
        finally
        {
            window.Page.Download -= Heard;
            window.Page.Context.Page -= Opened;
        }
    }

    private static string Part(byte[] file, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        if (zip.GetEntry(name) is not { } entry)
        {
            return "";
        }

        using var text = new StreamReader(entry.Open());
        return text.ReadToEnd();
    }
}
