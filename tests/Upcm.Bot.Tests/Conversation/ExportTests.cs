using System.Text;
using DocumentFormat.OpenXml.Packaging;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Importing;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

/// <summary>Files asked for in a conversation; without an address of its own the bot tells where they are.</summary>
public sealed class ExportTests : IAsyncLifetime
{
    private readonly Desk desk = new();

    private Talker Bot => desk.Talker;

    public async ValueTask InitializeAsync() => Assert.Equal(0, await desk.ImportFile(Desk.Sample));

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Theory]
    [InlineData("exporteer impactsheet 20-004 als pdf")]
    [InlineData("Exporteer de impactsheet van 20-004 als PDF.")]
    [InlineData("export impact sheet 20-004 as pdf")]
    [InlineData("pdf van impactsheet 20-004")]
    [InlineData("pdf 20-004 impactsheet")]
    [InlineData("download impactsheet 20-004")]
    [InlineData("exporteer impactshet 20-004 versie 1")]
    public async Task The_impact_sheet_comes_as_a_pdf_with_the_figures_of_the_worked_example(string said)
    {
        var answer = await Bot.Say(said);
        Assert.Contains("Impactsheet 20-004 Batterijen", answer, StringComparison.Ordinal);
        Assert.Contains("zeg: exporteer impactsheet 20-004", answer, StringComparison.Ordinal);
        var text = ToldFile.Pdf(answer);
        Assert.All(
            (string[])["26 kton per jaar minder", "€ 238 mln", "enige verbetering", "R3-R7 Levensduurverlenging 17", "De onderdelen tellen op tot 20 kton", "productgroepen: 30.9, 47.6", "F2 Kennisontwikkeling hoog", "1 tot en met 5", "pagina 1 van"],
            figure => Assert.Contains(figure, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_English_the_document_is_English()
    {
        await Bot.Say("taal en");
        var text = ToldFile.Pdf(await Bot.Say("pdf of impact sheet 20-004"));
        Assert.Contains("26 kt a year less", text, StringComparison.Ordinal);
        Assert.Contains("€238 million", text, StringComparison.Ordinal);
        Assert.Contains("page 1 of", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pdf of impact sheet 20-004")]
    [InlineData("pdf of progress 20-004")]
    [InlineData("pdf of gate 20-004")]
    public async Task In_English_it_says_that_Dutch_texts_stayed_Dutch(string said)
    {
        await Bot.Say("taal en");
        Assert.Contains("What people filled in is shown in the language they wrote it in", ToldFile.Pdf(await Bot.Say(said)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exporteer impactsheet 20-004 als pdf")]
    [InlineData("exporteer voortgang 20-004 als pdf")]
    [InlineData("exporteer dossier 20-004 als pdf")]
    public async Task In_Dutch_it_says_nothing_of_languages_where_everything_is_Dutch(string said) =>
        Assert.DoesNotContain("in de taal waarin zij het schreven", ToldFile.Pdf(await Bot.Say(said)), StringComparison.Ordinal);

    [Fact]
    public async Task The_progress_report_comes_with_its_lights_and_money()
    {
        var text = ToldFile.Pdf(await Bot.Say("exporteer voortgang 20-004 als pdf"));
        Assert.All(
            (string[])["Voortgang 20-004 Batterijen", "Klaar 10 %", "Toegekend € 80.000", "Saldo € 40.000", "Nog nodig € 20.000", "Initiatie zou begonnen zijn op di 21 december 2021", "Onvoldoende draagvlak", "Oranje"],
            figure => Assert.Contains(figure, text, StringComparison.Ordinal));
        var word = await Bot.Say("word van voortgang 20-004");
        using var read = WordprocessingDocument.Open(ToldFile.At(word), isEditable: false);
        Assert.Contains("€ 80.000", read.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_portfolio_comes_as_a_workbook_and_as_text()
    {
        var excel = await Bot.Say("exporteer portfolio als excel");
        Assert.Contains("Portfolio alle teams", excel, StringComparison.Ordinal);
        using var read = SpreadsheetDocument.Open(ToldFile.At(excel), isEditable: false);
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(read));
        var csv = await File.ReadAllTextAsync(ToldFile.At(await Bot.Say("csv van portfolio realisatie")), Encoding.UTF8);
        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        var batteries = lines.Single(line => line.StartsWith("20-004;Batterijen;", StringComparison.Ordinal)).Split(';');
        Assert.All((string[])["100000", "80000", "40000", "20000", "26", "238", "2021-04-01", "Rood"], figure => Assert.Contains(figure, batteries));
    }

    [Theory]
    [InlineData("nl", "exporteer dossier 20-004 als pdf", "Dossier fasepoort 20-004 Batterijen", "Wat nog ontbreekt", "Toegekend € 80.000", "Onvoldoende draagvlak", "in voorbereiding")]
    [InlineData("en", "pdf of gate 20-004", "Gate dossier 20-004 Batterijen", "What is missing", "Allocated €80,000", "Process criteria", "in preparation")]
    public async Task The_dossier_of_a_gate_holds_what_is_decided_on(string language, string said, params string[] wanted)
    {
        await Bot.Say($"taal {language}");
        var text = ToldFile.Pdf(await Bot.Say(said));
        Assert.All(wanted, part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stakeholders_come_as_a_table()
    {
        var changes = new Changes(Talker.Workspace);
        var map = new StakeholderMap
        {
            Number = new InitiativeNumber(20, 4),
            Stakeholders = [new Stakeholder { Id = 1, Name = "=Inzamelaars", Influence = 4, Interest = 2, Against = true, Approach = "Vroeg betrekken; elk kwartaal" }],
        };
        changes.Put(Kinds.StakeholderMaps, map, (await Bot.Store.Load(Kinds.StakeholderMaps, Talker.Workspace, "20-004", CancellationToken.None))!.Version);
        await Bot.Store.Commit(changes, CancellationToken.None);
        var csv = await File.ReadAllTextAsync(ToldFile.At(await Bot.Say("csv van stakeholders 20-004")), Encoding.UTF8);
        Assert.Contains("1;'=Inzamelaars;;;4;2;ja;Tevreden houden;;;\"Vroeg betrekken; elk kwartaal\"", csv, StringComparison.Ordinal);
        using var excel = SpreadsheetDocument.Open(ToldFile.At(await Bot.Say("exporteer stakeholders 20-004")), isEditable: false);
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(excel));
    }

    [Fact]
    public async Task The_evaluation_lays_what_was_seen_beside_what_was_claimed()
    {
        Assert.Contains("heeft nog geen evaluatie. Er valt dus niets te exporteren.", await Bot.Say("exporteer evaluatie 20-004"), StringComparison.Ordinal);
        var changes = new Changes(Talker.Workspace);
        changes.Insert(Kinds.Evaluations, new EvaluationReport
        {
            Number = new InitiativeNumber(20, 4),
            Version = 1,
            By = new Somebody(new PersonId("sanne"), "Sanne"),
            At = Bot.Time.GetUtcNow(),
            SheetVersion = 1,
            Criteria = [new CriterionResult("Tien bedrijven doen mee", ResultVerdict.Partly, "Acht brieven")],
            Impact = new SeenImpact(Co2: 14, Explanation: "Er was minder aanbod dan gedacht."),
            Differently = ["Betrek inzamelaars eerder"],
        });
        await Bot.Store.Commit(changes, CancellationToken.None);
        var text = ToldFile.Pdf(await Bot.Say("pdf van evaluatie 20-004"));
        Assert.All(
            (string[])["Evaluatie 20-004 Batterijen", "Tien bedrijven doen mee", "Deels gehaald", "26 14 12 minder", "Er was minder aanbod dan gedacht.", "Betrek inzamelaars eerder"],
            part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Contains("zeg: exporteer evaluatie 20-004 als word", await Bot.Say("evaluatie 20-004"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dashboard_comes_with_every_value()
    {
        var csv = await File.ReadAllTextAsync(ToldFile.At(await Bot.Say("exporteer dashboard als csv")), Encoding.UTF8);
        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length > 20, csv);
        Assert.StartsWith("Termijn;Kolom;Indicator;Waarde", lines[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        using var excel = SpreadsheetDocument.Open(ToldFile.At(await Bot.Say("excel van dashboard")), isEditable: false);
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(excel));
    }

    [Fact]
    public async Task An_initiative_can_be_named_by_its_title()
    {
        const string offered = "exporteer impactsheet batterijen als pdf 20-004";
        Assert.Contains(offered, await Bot.Say("exporteer impactsheet batterijen als pdf"), StringComparison.Ordinal);
        Assert.Contains("Impactsheet 20-004 Batterijen", await Bot.Say(offered), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_saying_what_there_is_a_choice_of_what_there_is()
    {
        var choice = await Bot.Say("pdf van 20-004");
        Assert.Contains("zeg: exporteer impactsheet 20-004 als pdf", choice, StringComparison.Ordinal);
        Assert.Contains("zeg: exporteer voortgang 20-004 als pdf", choice, StringComparison.Ordinal);
        Assert.Contains("\"onzin\" ken ik niet als iets om te exporteren", await Bot.Say("exporteer onzin"), StringComparison.Ordinal);
        Assert.Contains("zeg: exporteer portfolio als excel", await Bot.Say("export"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_of_nothing_says_so()
    {
        await Bot.Say("meld initiatief");
        var number = await Registered();
        Assert.Contains("heeft nog geen impactsheet. Er valt dus niets te exporteren.", await Bot.Say($"exporteer impactsheet {number} als pdf"), StringComparison.Ordinal);
        Assert.Contains("is nog niets gemeld. Er valt dus niets te exporteren.", await Bot.Say($"exporteer voortgang {number}"), StringComparison.Ordinal);
        Assert.Contains("Er valt dus niets in je agenda te zetten.", await Bot.Say($"exporteer agenda {number}"), StringComparison.Ordinal);
        Assert.Contains("heeft nog geen stakeholders. Er valt dus niets te exporteren.", await Bot.Say($"excel van stakeholders {number}"), StringComparison.Ordinal);
        Assert.Contains("Er staat nog niets in de portfolio van het Regieteam", await Bot.Say("exporteer portfolio regieteam"), StringComparison.Ordinal);
        Assert.Contains("Versie 7 is er niet. De nieuwste is versie 1.", await Bot.Say("exporteer impactsheet 20-004 versie 7"), StringComparison.Ordinal);
        Assert.Contains("Initiatief 20-999 ken ik niet", await Bot.Say("pdf van 20-999"), StringComparison.Ordinal);
        Assert.Contains("als Excel bestaat niet", await Bot.Say("exporteer impactsheet 20-004 als excel"), StringComparison.Ordinal);
        Assert.Contains("\"mars\" ken ik niet als team", await Bot.Say("exporteer portfolio mars"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_channel_the_file_goes_to_who_asked_and_nobody_else()
    {
        var answer = Talker.Plain(await Bot.Hear(new Said("pdf van impactsheet 20-004", []), kind: PlaceKind.Channel));
        Assert.Equal("Ik stuur het je persoonlijk.", answer);
        var posts = await Bot.Store.Find(Kinds.Posts, Talker.Workspace, "due=", 10, null, descending: false, CancellationToken.None);
        Assert.Equal("sanne", Assert.Single(posts).Document.Person!.Value.Value);
    }

    [Fact]
    public async Task The_agenda_holds_the_role_meetings_to_come()
    {
        var text = await File.ReadAllTextAsync(ToldFile.At(await Bot.Say("exporteer agenda")));
        Assert.Contains("SUMMARY:Roloverleg", text, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Europe/Amsterdam:20261013T100000", text, StringComparison.Ordinal);
    }

    private async Task<string> Registered()
    {
        await Bot.Say("Koper uit kabels");
        await Bot.Say("Koper komt terug uit oude kabels");
        await Bot.Say("realisatie");
        for (var asked = 0; asked < 30; asked++)
        {
            var answer = await Bot.Say(asked == 0 ? "klaar" : "ja");
            if (answer.Contains("26-001", StringComparison.Ordinal))
            {
                return "26-001";
            }
        }

        throw new InvalidOperationException("It was not registered.");
    }
}
