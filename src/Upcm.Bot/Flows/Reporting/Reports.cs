using System.Globalization;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Reporting;

/// <summary>Looks up reports, and reads which project and which version somebody means.</summary>
internal static class Reports
{
    public static async ValueTask<ProgressReport?> Newest(Turn turn, InitiativeNumber number) =>
        await turn.Find(Kinds.Reports, $"initiative={number}|", 1, descending: true) is [var newest, ..] ? newest.Document : null;

    /// <summary>The card of a version, or null where there is none.</summary>
    /// <param name="version">Null for the newest.</param>
    public static async ValueTask<ReportCard?> Card(Turn turn, Initiative initiative, int? version = null)
    {
        if (await Newest(turn, initiative.Number) is not { } newest)
        {
            return null;
        }

        var report = version is { } wanted && wanted != newest.Version ? await Load(turn, initiative.Number, wanted) : newest;
        return report is null ? null : new ReportCard(
            initiative,
            report,
            await Load(turn, initiative.Number, report.Version - 1),
            report.Version == newest.Version ? turn.Today : report.ReportedAt,
            report.Version == newest.Version,
            turn.Method);
    }

    /// <summary>The number in what was said and the rest of it.</summary>
    public static (string Number, string Words) Split(string said)
    {
        var words = said.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(words, word => InitiativeNumber.TryParse(word.TrimEnd(':', ',', '.'), CultureInfo.InvariantCulture, out _));
        return at < 0 ? (said, "") : (words[at].TrimEnd(':', ',', '.'), string.Join(' ', words.Where((_, index) => index != at)));
    }

    private static async ValueTask<ProgressReport?> Load(Turn turn, InitiativeNumber number, int version) =>
        version < 1 ? null : (await turn.Load(Kinds.Reports, Kinds.Versioned(number, version)))?.Document;
}
