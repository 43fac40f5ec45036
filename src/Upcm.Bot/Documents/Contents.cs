using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Documents.Calendar;
using Upcm.Bot.Documents.Csv;
using Upcm.Bot.Documents.Excel;
using Upcm.Bot.Documents.Pdf;
using Upcm.Bot.Documents.Word;

namespace Upcm.Bot.Documents;

/// <summary>Which content goes into which file.</summary>
public static class Contents
{
    /// <exception cref="NotSupportedException">There is no such file of such a content.</exception>
    public static async Task Write(IContent content, Format format, Stream to, CancellationToken cancel)
    {
        switch (content, format.Id)
        {
            case (Document document, "pdf"):
                PdfDocuments.Write(document, to, cancel);
                break;
            case (Document document, "word"):
                WordDocuments.Write(document, to, cancel);
                break;
            case (Book book, "excel"):
                await ExcelBooks.Write(book, to, cancel);
                break;
            case (Book book, "csv"):
                await CsvSheets.Write(book, to, cancel);
                break;
            case (Agenda agenda, "ics"):
                IcsAgendas.Write(agenda, to);
                break;
            default:
                throw new NotSupportedException($"{content.GetType().Name} cannot be written as {format.Name}.");
        }
    }
}
