using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;

namespace Upcm.Bot.Documents.Csv;

/// <summary>
/// The first sheet of a book as RFC 4180, for other programs: semicolons and decimal commas in Dutch, since Excel reads a file
/// as its own language has it; dates as 2026-10-05, which every language reads.
/// </summary>
public static class CsvSheets
{
    /// <summary>What makes a spreadsheet read a text as a formula (owasp.org/www-community/attacks/CSV_Injection).</summary>
    private const string StartsFormula = "=+-@\t\r\n";

    public static async Task Write(Book book, Stream to, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(book);
        var culture = Cultures.Of(book.Language);
        var settings = new CsvConfiguration(culture) { Delimiter = culture.IsEnglish() ? "," : ";", NewLine = "\r\n" };
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true);
        await using var csv = new CsvWriter(text, settings, leaveOpen: true);
        var sheet = book.Sheets[0];
        foreach (var column in sheet.Columns)
        {
            csv.WriteField(Written(column.Name, culture));
        }

        await csv.NextRecordAsync();
        await foreach (var row in sheet.Rows.WithCancellation(cancel))
        {
            foreach (var value in row)
            {
                csv.WriteField(Written(value, culture));
            }

            await csv.NextRecordAsync();
        }
    }

    private static string Written(object? value, CultureInfo culture) => value switch
    {
        null => "",
        string text => Harmless(text),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.############", culture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"{value.GetType().Name} cannot be written as CSV."),
    };

    /// <summary>An apostrophe before it keeps it a text.</summary>
    private static string Harmless(string text) => text.Length > 0 && StartsFormula.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
}
