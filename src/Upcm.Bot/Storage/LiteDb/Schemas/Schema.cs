using LiteDB;

namespace Upcm.Bot.Storage.LiteDb.Schemas;

/// <summary>One step from a schema to the next. Done again after a crash halfway, so doing it twice must be doing it once.</summary>
internal interface ISchemaStep
{
    /// <summary>The schema that the file has after it.</summary>
    int To { get; }

    void Take(LiteDatabase database);
}

/// <summary>The schemas of the file: which one this release writes, and how it comes there from an older one.</summary>
internal static class Schema
{
    private static readonly ISchemaStep[] Steps = [new FirstRows(), new LogBeside(), new NamedStore()];

    public static int Newest => Steps[^1].To;

    /// <exception cref="StoreTooNewException">A newer release wrote the file.</exception>
    public static void Check(LiteDatabase database)
    {
        if (database.UserVersion > Newest)
        {
            throw new StoreTooNewException($"The store has schema {database.UserVersion}; this release knows {Newest}. Install the newer release.");
        }
    }

    public static void BringUp(LiteDatabase database)
    {
        foreach (var step in Steps.Where(step => step.To > database.UserVersion))
        {
            step.Take(database);
            database.UserVersion = step.To;
            database.Checkpoint();
        }
    }
}
