using LiteDB;

namespace Upcm.Bot.Storage.LiteDb.Schemas;

/// <summary>1: documents, keys and counters as <see cref="Rows"/> lays them out. A new file has none yet.</summary>
internal sealed class FirstRows : ISchemaStep
{
    public int To => 1;

    public void Take(LiteDatabase database)
    {
        // Collections are made when something is put into them.
    }
}

/// <summary>2: a commit log beside the file, which an earlier release would overlook. The file itself stays as it was.</summary>
internal sealed class LogBeside : ISchemaStep
{
    public int To => 2;

    public void Take(LiteDatabase database)
    {
        // The first commit begins the log.
    }
}

/// <summary>3: the store has a name of its own, by which a backup is known to be of this store or of another.</summary>
internal sealed class NamedStore : ISchemaStep
{
    public int To => 3;

    public void Take(LiteDatabase database) => database.NameStore();
}
