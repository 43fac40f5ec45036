using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Upcm.Bot.Cards;

namespace Upcm.Bot.Documents.Word;

/// <summary>How things look in Word. The built-in names, so that the navigation pane and a reader's own template know them.</summary>
internal static class WordStyles
{
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string Section = "Heading1";
    public const string Part = "Heading2";
    public const string Bullet = "ListBullet";
    public const string Caption = "Caption";
    public const string Above = "UpcmAbove";
    public const string Spacer = "UpcmSpacer";
    public const string Cell = "UpcmCell";
    public const string CellName = "UpcmCellName";
    public const string CellHead = "UpcmCellHead";
    public const string Edge = "UpcmEdge";

    /// <summary>Of the letters in a table, in points.</summary>
    public const float CellSize = 9.5f;

    private const string Normal = "Normal";
    private const string Strong = "UpcmStrong";
    private const string Good = "UpcmGood";
    private const string Warning = "UpcmWarning";
    private const string Problem = "UpcmProblem";
    private const string Font = "Calibri";
    private const string Blue = "154273";
    private const string Ink = "252423";
    private const string Quiet = "605E5C";

    public const string Green = "007A5A";
    public const string Orange = "B85600";
    public const string Red = "B10E1E";

    public static string Of(Tone tone) => tone switch
    {
        Tone.Strong => Strong,
        Tone.Subtle => Caption,
        Tone.Heading => Part,
        Tone.Good => Good,
        Tone.Warning => Warning,
        Tone.Problem => Problem,
        _ => Normal,
    };

    public static void AddTo(MainDocumentPart main, CultureInfo culture)
    {
        main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(
                    new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font, EastAsia = Font },
                    new Color { Val = Ink },
                    new FontSize { Val = "21" },
                    new Languages { Val = culture.Name, EastAsia = culture.Name })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                    new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto }))),
            Style(Normal, "Normal", null, isDefault: true),
            Style(Title, "Title", Run(22, Blue, bold: true), spacing: (60, 60)),
            Style(Subtitle, "Subtitle", Run(12, Quiet), spacing: (0, 240), bar: null, under: Blue),
            Style(Section, "heading 1", Run(14.5, Blue, bold: true), spacing: (320, 100), outline: 0),
            Style(Part, "heading 2", Run(11.5, Ink, bold: true), spacing: (180, 60), outline: 1),
            Style(Bullet, "List Bullet", null, spacing: (0, 40), bulleted: true),
            Style(Caption, "caption", Run(9, Quiet), spacing: (40, 160)),
            Style(Above, "UPCM above", Run(9.5, Quiet), spacing: (0, 0)),
            Style(Strong, "UPCM strong", Run(10.5, Ink, bold: true)),
            Style(Good, "UPCM good", null, bar: Green),
            Style(Warning, "UPCM warning", null, bar: Orange),
            Style(Problem, "UPCM problem", null, bar: Red),
            Style(Spacer, "UPCM spacer", Run(4, Ink), spacing: (0, 60)),
            Style(Cell, "UPCM cell", Run(CellSize, Ink), spacing: (40, 40), hyphens: true),
            Style(CellName, "UPCM cell name", Run(CellSize, Quiet), spacing: (40, 40), hyphens: true),
            Style(CellHead, "UPCM cell head", Run(CellSize, Ink, bold: true), spacing: (40, 40), withNext: true, hyphens: true),
            Style(Edge, "UPCM edge", Run(8.5, Quiet), spacing: (0, 0)));
        main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
            new AbstractNum(new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = NumberFormatValues.Bullet },
                new LevelText { Val = "•" },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = "284", Hanging = "284" }))
            { LevelIndex = 0 })
            { AbstractNumberId = 1 },
            new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 });
        main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new AutoHyphenation(), new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }));
    }

    private static StyleRunProperties Run(double size, string colour, bool bold = false)
    {
        var run = new StyleRunProperties();
        if (bold)
        {
            run.Append(new Bold());
        }

        run.Append(new Color { Val = colour });
        run.Append(new FontSize { Val = (size * 2).ToString("0", CultureInfo.InvariantCulture) });
        return run;
    }

    /// <param name="spacing">Before and after, in twentieths of a point.</param>
    /// <param name="bar">The colour of a bar on the left.</param>
    /// <param name="under">The colour of a line underneath.</param>
    /// <param name="hyphens">True where words may be broken, with the hyphens of their language.</param>
    private static Style Style(
        string id, string name, StyleRunProperties? run, (int Before, int After)? spacing = null, int? outline = null, string? bar = null, string? under = null, bool bulleted = false, bool isDefault = false, bool withNext = false, bool hyphens = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null, CustomStyle = id.StartsWith("Upcm", StringComparison.Ordinal) ? true : null };
        style.Append(new StyleName { Val = name });
        if (!isDefault)
        {
            style.Append(new BasedOn { Val = Normal });
            style.Append(new NextParagraphStyle { Val = Normal });
        }

        style.Append(new PrimaryStyle());
        var paragraph = new StyleParagraphProperties();
        if (withNext || outline is not null)
        {
            paragraph.Append(new KeepNext());
        }

        if (bulleted)
        {
            paragraph.Append(new NumberingProperties(new NumberingId { Val = 1 }));
        }

        if (bar is not null)
        {
            paragraph.Append(new ParagraphBorders(new LeftBorder { Val = BorderValues.Single, Size = 24, Space = 8, Color = bar }));
        }

        if (under is not null)
        {
            paragraph.Append(new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 12, Space = 6, Color = under }));
        }

        if (isDefault || hyphens)
        {
            paragraph.Append(new SuppressAutoHyphens { Val = !hyphens });
        }

        if (spacing is var (before, after))
        {
            paragraph.Append(new SpacingBetweenLines { Before = before.ToString(CultureInfo.InvariantCulture), After = after.ToString(CultureInfo.InvariantCulture) });
        }

        if (bar is not null)
        {
            paragraph.Append(new Indentation { Left = "200" });
        }

        if (outline is { } level)
        {
            paragraph.Append(new OutlineLevel { Val = level });
        }

        style.Append(paragraph);
        if (run is not null)
        {
            style.Append(run);
        }

        return style;
    }
}
