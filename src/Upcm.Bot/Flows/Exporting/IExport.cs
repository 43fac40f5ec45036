using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Conversation;
using Upcm.Bot.Documents;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Exporting;

/// <summary>Something that can be had as a file. Each part of the method adds its own.</summary>
public interface IExport
{
    /// <summary>As people call it, without an article: <c>impactsheet</c>. The Dutch name is also what a button says.</summary>
    Phrase Name { get; }

    /// <summary>What else people call it, lower case.</summary>
    IReadOnlyList<string> Also { get; }

    /// <summary>The usual one first.</summary>
    IReadOnlyList<Format> Formats { get; }

    ExportSubject Subject { get; }

    Deed Deed => Deed.Read;

    /// <summary>The teams that it can be of.</summary>
    IEnumerable<Team> Among(WorkingMethod method) => Teams.WithPortfolio(method);

    /// <summary>False where there is nothing of it yet.</summary>
    ValueTask<bool> Has(Turn turn, Initiative initiative) => ValueTask.FromResult(true);

    /// <summary>What goes into the file, or null after having said why there is nothing to export.</summary>
    ValueTask<Exported?> Prepare(Turn turn, ExportAsked asked);
}

/// <summary>What an export is of.</summary>
public enum ExportSubject
{
    Initiative,

    /// <summary>One team, or all of them.</summary>
    Team,

    /// <summary>One initiative, or what concerns the speaker.</summary>
    Mine,

    /// <summary>The whole programme.</summary>
    Programme,
}

/// <summary>What somebody wants a file of.</summary>
/// <param name="Version">Null for the newest.</param>
public sealed record ExportAsked(Initiative? Initiative, Team? Team, int? Version);

/// <summary>What goes into a file.</summary>
/// <param name="FileName">Without an extension.</param>
public sealed record Exported(string FileName, IContent Content)
{
    /// <summary>How many rows it will have; null where it is made at once.</summary>
    public long? Rows { get; init; }
}
