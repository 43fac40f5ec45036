using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Upcm.Bot.Tests.Conversation;

/// <summary>Files that an answer tells of: without an address of its own the bot tells where they are.</summary>
internal static class ToldFile
{
    public static string At(string answer) => answer.Split('\n').Single(line => line.StartsWith('/') && File.Exists(line));

    /// <summary>The words of a PDF, one space between them.</summary>
    public static string Pdf(string answer)
    {
        using var pdf = PdfDocument.Open(At(answer));
        return string.Join(' ', pdf.GetPages().SelectMany(page => ContentOrderTextExtractor.GetText(page).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }
}
