using System.Text;
using LiteDB;
using Upcm.Bot.Storage.LiteDb.Copies;
using Upcm.Bot.Storage.LiteDb.Schemas;

namespace Upcm.Bot.Storage.LiteDb.Doctoring;

/// <summary>
/// Looks at everything in a folder that nobody else uses: the file page by page and index by index, the log record by record,
/// every document by its kind. All that can be read is held in memory, whatever else is broken.
/// </summary>
internal static class Examination
{
    private const int NamedAtMost = 10;
    private const string AllKeys = Rows.AllKeys;

    /// <exception cref="StoreDamagedException">Nothing can be read.</exception>
    /// <exception cref="StoreTooNewException">A newer release wrote the file.</exception>
    public static Diagnosis Of(string folder)
    {
        var diagnosis = new Diagnosis();
        var path = Path.Combine(folder, StoreFiles.File);
        var walk = Walk(path);
        Scan(path, diagnosis, walk);
        var log = LogScan.Of(folder, diagnosis.Last);
        Log(log, diagnosis);
        Documents(diagnosis);
        return diagnosis;
    }

    /// <summary>What LiteDB finds by its indexes; null where it cannot go all the way.</summary>
    private static (long Rows, ulong Marks)? Walk(string path)
    {
        try
        {
            using var database = new LiteDatabase(new ConnectionString { Filename = path, Collation = new Collation("/Ordinal") });
            Schema.Check(database);
            database.Checkpoint(); // what a kill left in LiteDB's own log comes onto its pages
            var (rows, marks) = (0L, 0UL);
            foreach (var collection in database.GetCollectionNames())
            {
                foreach (var row in database.RowByRow(collection))
                {
                    rows++;
                    marks += Mark(collection, row);
                }
            }

            return (rows, marks);
        }
        catch (StoreTooNewException)
        {
            throw;
        }
        catch (Exception broken) when (PageScan.IsDamage(broken) || broken is IOException)
        {
            return null;
        }
    }

    private static void Scan(string path, Diagnosis diagnosis, (long Rows, ulong Marks)? walked)
    {
        using var scan = new PageScan(path);
        var (rows, marks) = (0L, 0UL);
        List<string> places = [];
        HashSet<UInt128> keys = []; // of the keys by their hash: as texts they took half of all memory
        foreach (var (collection, document, where) in scan.Documents())
        {
            if (document is null || !document["_id"].IsString)
            {
                places.Add(collection.Length == 0 ? where : $"{where} ({collection})");
                continue;
            }

            rows++;
            marks += Mark(collection, document);
            Take(collection, document, diagnosis, keys);
        }

        if (places.Count > 0)
        {
            var (count, named) = (places.Count, string.Join(", ", places.Take(NamedAtMost)));
            diagnosis.Find(
                $"In upcm.db zijn {count} plekken niet te lezen: {named}. Wat daar stond is weg; alleen een reservekopie heeft het nog.",
                $"{count} places in upcm.db cannot be read: {named}. What stood there is gone; only a backup has it.", lost: true);
        }

        if (walked != (rows, marks))
        {
            diagnosis.Find(
                $"De indexen van upcm.db kloppen niet. Blad voor blad zijn er {rows} rijen te lezen; met --mend wordt het bestand daaruit opnieuw gemaakt.",
                $"The indexes of upcm.db are broken. Page by page {rows} rows can be read; with --mend the file is made anew from them.");
        }

        Keys(keys, scan, diagnosis);
    }

    /// <summary>A key tells of a document that gave it, also where that is gone.</summary>
    private static void Keys(HashSet<UInt128> there, PageScan scan, Diagnosis diagnosis)
    {
        HashSet<UInt128> given = [.. diagnosis.Rows.SelectMany(static one => one.Value.Keys.Select(key => Hash(Names.Key(one.Key, key))))];
        if (given.SetEquals(there))
        {
            return;
        }

        HashSet<DocumentName> misshapen = [.. diagnosis.Unreadable.Select(static one => new DocumentName(one.Workspace, one.Collection, one.Id))];
        var without = scan.Documents().Where(static one => one.Collection == AllKeys && one.Document?["_id"].IsString == true).Select(static one => one.Document!["_id"].AsString)
            .Distinct(StringComparer.Ordinal).Where(key => !given.Contains(Hash(key))).Select(static key => (Key: key, Name: NameIn(key))).Where(one => !misshapen.Contains(one.Name)).ToList();
        var gone = without.Select(static one => one.Name).Where(name => !diagnosis.Rows.ContainsKey(name)).Distinct().ToList();
        if (gone.Count > 0)
        {
            var named = string.Join(", ", gone.Take(NamedAtMost).Select(static name => $"{name.Id} ({name.Collection})")) + (gone.Count > NamedAtMost ? ", …" : "");
            diagnosis.Find(
                $"{gone.Count} documenten zijn er niet meer, al wijzen sleutels ernaar: {named}. Alleen een reservekopie kan ze nog hebben.",
                $"{gone.Count} documents are gone although keys point to them: {named}. Only a backup may have them.", lost: true);
        }

        var (less, more) = (given.Count(key => !there.Contains(key)), without.Count(one => diagnosis.Rows.ContainsKey(one.Name)));
        if (less + more > 0)
        {
            diagnosis.Find(
                $"Er ontbreken {less} sleutels en er zijn er {more} te veel: iets is niet te vinden terwijl het er wel is. Met --mend worden ze opnieuw gemaakt.",
                $"{less} keys are missing and {more} are too many: something cannot be found although it is there. With --mend they are made anew.");
        }

        static DocumentName NameIn(string key)
        {
            var parts = key.Split(Names.Between);
            return new DocumentName(parts[0], parts.Length > 1 ? parts[1] : "", parts[^1]);
        }
    }

    private static void Take(string collection, BsonDocument document, Diagnosis diagnosis, HashSet<UInt128> keys)
    {
        var id = document["_id"].AsString;
        switch (collection)
        {
            case AllKeys:
                keys.Add(Hash(id));
                return;
            case "counters" when id.Split(Names.Between, 2) is [var workspace, var counter] && document["n"].IsInt64:
                diagnosis.Counters[new CounterName(workspace, counter)] = document["n"].AsInt64;
                return;
            case "state":
                diagnosis.Last = document["n"].IsInt64 ? document["n"].AsInt64 : diagnosis.Last;
                diagnosis.Name = document["s"].IsString ? document["s"].AsString : diagnosis.Name;
                return;
            case "workspaces":
                return; // told by what is in them
        }

        var name = Everything.NameOf(collection[2..], document);
        try
        {
            diagnosis.Rows[name] = Rows.Read(document);
        }
        catch (InvalidCastException misshapen)
        {
            diagnosis.Set(new Unreadable(name.Workspace, name.Collection, name.Id, 0, document.ToString(), misshapen.Message));
        }
    }

    private static void Log(LogScan log, Diagnosis diagnosis)
    {
        diagnosis.LogRecords = log.Records;
        foreach (var (segment, at, bytes) in log.Broken)
        {
            diagnosis.Find(
                $"{segment} is niet te lezen van byte {at} af, {bytes} bytes lang.",
                $"{segment} cannot be read from byte {at} on, for {bytes} bytes.");
        }

        foreach (var (first, last) in log.Missing)
        {
            diagnosis.Find(
                $"Vastlegging {first}{(first == last ? "" : $" tot en met {last}")} is nergens te lezen. Wat erna kwam wel, en blijft; alleen een reservekopie kan de rest nog hebben.",
                $"Commit {first}{(first == last ? "" : $" to {last}")} can be read nowhere. What came after can and stays; only a backup may have the rest.", lost: true);
        }

        foreach (var (name, row) in log.Layer.Rows)
        {
            if (row.Json is null)
            {
                diagnosis.Rows.Remove(name);
            }
            else
            {
                diagnosis.Rows[name] = row;
            }
        }

        foreach (var (name, value) in log.Layer.Counters)
        {
            diagnosis.Counters[name] = value;
        }

        diagnosis.Last = log.Layer.Last;
    }

    private static void Documents(Diagnosis diagnosis)
    {
        foreach (var (name, row) in diagnosis.Rows)
        {
            if (Readers.Problem(name.Collection, row.Json!) is { } why)
            {
                diagnosis.Set(new Unreadable(name.Workspace, name.Collection, name.Id, row.Version, Encoding.UTF8.GetString(row.Json!), why));
            }
        }

        foreach (var one in diagnosis.Unreadable)
        {
            diagnosis.Rows.Remove(new DocumentName(one.Workspace, one.Collection, one.Id));
        }
    }

    private static UInt128 Hash(string key) => System.IO.Hashing.XxHash128.HashToUInt128(Encoding.UTF8.GetBytes(key));

    private static ulong Mark(string collection, BsonDocument row) =>
        System.IO.Hashing.XxHash3.HashToUInt64(Encoding.UTF8.GetBytes($"{collection}{Names.Between}{row["_id"]}"));
}
