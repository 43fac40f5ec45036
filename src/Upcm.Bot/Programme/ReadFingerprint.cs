using System.Collections.Immutable;

using Upcm.Domain;

namespace Upcm.Bot.Programme;

/// <summary>The forces of the fingerprint and the statements people answer, and the scales answers are given on.</summary>
internal static class ReadFingerprint
{
    /// <summary>Fewer answers than this and a single odd one decides how strong a force seems.</summary>
    private const int FewestStatements = 4;

    private static readonly ImmutableArray<string> Scores = ["1", "2", "3", "4", "5"];

    public static ImmutableArray<Force> Forces(Section root) => root.Each("forces", Kind.Force, (id, force) =>
    {
        var read = new Force(
            id,
            force.Words("name"),
            force.Words("explanation"),
            force.EachText("statements", Kind.Statement, (statement, text) => new Statement(statement, text)));
        if (read.Statements.Length < FewestStatements)
        {
            force.Report(force.PlaceOf("statements"), "statements",
                $"a force needs at least {FewestStatements} statements; here are {read.Statements.Length}.");
        }

        return read;
    });

    public static ImmutableArray<Scale> Scales(Section root)
    {
        var scales = root.Each("scales", Kind.Scale, (id, scale) => new Scale(id, scale.EachText("steps", Kind.Step, (step, name) => new Item(step, name))));
        if (!scales.IsEmpty && Scores.Except(scales.FirstOrDefault(static scale => scale.Id == Scale.Agreement)?.Steps.Select(static step => step.Id) ?? []).Any())
        {
            root.Report(root.PlaceOf("scales"), "scales",
                $"the scale '{Scale.Agreement}' has to be here, with the steps {string.Join(", ", Scores)}; the statements of the fingerprint are answered on it.");
        }

        return scales;
    }
}
