using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Documents;
using Upcm.Bot.Files;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Exporting;

/// <summary>A file that is being made, or was.</summary>
/// <param name="words">What to say to have it made again.</param>
public sealed class ExportJob(string id, WorkspaceId workspace, PersonId person, Exported exported, Format format, string words, DateTimeOffset started) : IDisposable
{
    private long done;

    public string Id { get; } = id;

    public WorkspaceId Workspace { get; } = workspace;

    public PersonId Person { get; } = person;

    public Exported Exported { get; } = exported;

    public Format Format { get; } = format;

    public string Words { get; } = words;

    public DateTimeOffset Started { get; } = started;

    public string Title => Exported.Content.Title;

    public string Language => Exported.Content.Language;

    /// <summary>Rows written so far.</summary>
    public long Done => Interlocked.Read(ref done);

    public CancellationTokenSource Stop { get; } = new();

    /// <summary>Null while it runs.</summary>
    public ExportOutcome? Outcome { get; set; }

    /// <summary>True once it was said that it takes a while, so that its end must be told.</summary>
    public bool IsTold { get; set; }

    public Task Work { get; set; } = Task.CompletedTask;

    /// <summary>The content, of which every row that is written is counted.</summary>
    public IContent Counted() => Exported.Content is Book book
        ? book with { Sheets = [book.Sheets[0] with { Rows = Count(book.Sheets[0].Rows) }, .. book.Sheets.Skip(1)] }
        : Exported.Content;

    public void Dispose() => Stop.Dispose();

    private async IAsyncEnumerable<IReadOnlyList<object?>> Count(IAsyncEnumerable<IReadOnlyList<object?>> rows)
    {
        await foreach (var row in rows.WithCancellation(Stop.Token))
        {
            yield return row;
            Interlocked.Increment(ref done);
        }
    }
}

/// <summary>How it ended.</summary>
public abstract record ExportOutcome;

public sealed record FileMade(KeptFile File) : ExportOutcome;

public sealed record ExportCancelled : ExportOutcome;

/// <param name="Incident">Is in the log too.</param>
public sealed record ExportFailed(string Incident) : ExportOutcome;

/// <summary>A long export as the store knows it, so that who waits for it is told where the service stops in between.</summary>
public sealed record RunningExport
{
    public required string Id { get; init; }

    public required PersonId Person { get; init; }

    public required string Title { get; init; }

    /// <summary>What to say to have it made again.</summary>
    public required string Words { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required string Language { get; init; }

    /// <summary>The key that all of them are found by.</summary>
    public const string Running = "running=";

    /// <summary>Of the message that shows how far it is.</summary>
    public static string OccasionOf(string id) => $"export/{id}";
}
