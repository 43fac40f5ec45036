namespace Upcm.Bot.Documents;

/// <summary>A kind of file. Ids are persisted.</summary>
/// <param name="Name">As people call it, in both languages.</param>
/// <param name="Words">What people say for it, lower case.</param>
public sealed record Format(string Id, string Name, string Extension, string ContentType, IReadOnlyList<string> Words)
{
    public static Format Pdf { get; } = new("pdf", "PDF", ".pdf", "application/pdf", ["pdf"]);

    public static Format Word { get; } =
        new("word", "Word", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ["word", "docx", "doc"]);

    public static Format Excel { get; } =
        new("excel", "Excel", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ["excel", "xlsx", "xls", "spreadsheet"]);

    public static Format Csv { get; } = new("csv", "CSV", ".csv", "text/csv; charset=utf-8", ["csv"]);

    public static Format Calendar { get; } = new("ics", "iCalendar", ".ics", "text/calendar; charset=utf-8", ["ics", "ical", "icalendar", "outlook"]);

    public static IReadOnlyList<Format> All { get; } = [Pdf, Word, Excel, Csv, Calendar];

    public static IReadOnlyList<Format> OfDocuments { get; } = [Pdf, Word];

    public static IReadOnlyList<Format> OfBooks { get; } = [Excel, Csv];
}
