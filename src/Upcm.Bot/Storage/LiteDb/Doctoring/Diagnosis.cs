using System.Globalization;
using Upcm.Bot.Cards;

namespace Upcm.Bot.Storage.LiteDb.Doctoring;

/// <summary>What was found in a store, and everything in it that can be read.</summary>
internal sealed class Diagnosis
{
    private readonly List<Phrase> findings = [];
    private readonly List<Unreadable> unreadable = [];

    public Dictionary<DocumentName, Row> Rows { get; } = [];

    public Dictionary<CounterName, long> Counters { get; } = [];

    /// <summary>The number of the last commit.</summary>
    public long Last { get; set; }

    /// <summary>The store's own name, where it is known.</summary>
    public string? Name { get; set; }

    public int LogRecords { get; set; }

    /// <summary>What is wrong and what that means, for the administrator; empty where all is well.</summary>
    public IReadOnlyList<Phrase> Findings => findings;

    /// <summary>Documents that are there and cannot be read.</summary>
    public IReadOnlyList<Unreadable> Unreadable => unreadable;

    public bool AllIsWell => findings.Count == 0;

    /// <summary>Something that was acknowledged is in no place where it could be read.</summary>
    public bool Lost { get; private set; }

    public void Find(string nl, string en, bool lost = false)
    {
        findings.Add(new Phrase(nl, en));
        Lost |= lost;
    }

    public void Set(Unreadable document)
    {
        unreadable.Add(document);
        var (collection, id, why) = (document.Collection, document.Id, document.Why);
        Find($"Document {id} in {collection} is niet te lezen ({why}). Met --mend gaat het naar quarantaine.", $"Document {id} in {collection} cannot be read ({why}). With --mend it goes into quarantine.");
    }

    public string Told(CultureInfo culture) => new Phrase(
        $"Onderzocht: {Number(Rows.Count)} documenten, {Number(Counters.Count)} tellers, {Number(LogRecords)} stukken logboek, tot en met vastlegging {Last}.",
        $"Examined: {Number(Rows.Count)} documents, {Number(Counters.Count)} counters, {Number(LogRecords)} pieces of log, up to and including commit {Last}.").In(culture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A document that cannot be read, as it stands there.</summary>
/// <param name="Raw">Its JSON, or what stands in the place of that.</param>
internal sealed record Unreadable(string Workspace, string Collection, string Id, int Version, string Raw, string Why);
