using System.Globalization;

using Upcm.Domain;

namespace Upcm.Bot.Programme;

/// <summary>What came of reading a programme: the whole programme, or every reason why not. Never half a programme.</summary>
public sealed record ProgrammeReading(WorkingMethod? Programme, IReadOnlyList<ProgrammeProblem> Problems);

/// <summary>Something in a programme file that has to be put right before the bot can start.</summary>
/// <param name="Line">Counted from 1, as editors do.</param>
/// <param name="Column">Counted from 1, as editors do.</param>
/// <param name="Message">Where in the file's structure, what was read there, and what would do.</param>
public sealed record ProgrammeProblem(string File, int Line, int Column, string Message)
{
    /// <summary>In the form editors and terminals make clickable: <c>gates.yaml(12,5): …</c></summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{File}({Line},{Column}): {Message}");
}
