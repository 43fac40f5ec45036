using System.Collections.Immutable;

using Upcm.Domain;

namespace Upcm.Bot.Programme;

/// <summary>The value systems of the context scan, with what people answer on them and what they ask for.</summary>
internal static class ReadContextScan
{
    /// <summary>Fewer answers than this and a single odd one decides how strong a value system seems.</summary>
    private const int FewestStatements = 3;

    /// <summary>A programme that names none has no context scan.</summary>
    public static ImmutableArray<ValueSystem> ValueSystems(Section root) => !root.Has("value-systems") ? [] : root.Each("value-systems", Kind.ValueSystem, (id, system) =>
    {
        var read = new ValueSystem(
            id,
            system.Words("name"),
            system.Words("explanation"),
            system.Words("communication"),
            system.Words("decisions"),
            system.EachText("statements", Kind.Statement, (statement, text) => new Statement(statement, text)));
        if (read.Statements.Length < FewestStatements)
        {
            system.Report(system.PlaceOf("statements"), "statements",
                $"a value system needs at least {FewestStatements} statements; here are {read.Statements.Length}.");
        }

        return read;
    });
}
