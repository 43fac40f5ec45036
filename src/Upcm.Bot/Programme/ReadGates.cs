using System.Collections.Immutable;

using Upcm.Domain;

namespace Upcm.Bot.Programme;

/// <summary>The way of an initiative: its phases, the gates between them and what each gate asks.</summary>
internal static class ReadGates
{
    private const string SteeringMeeting = "steering-meeting";
    private const string Client = "client";
    private const string Result = "result";
    private const string Process = "process";

    public static ImmutableArray<Phase> Phases(Section root) => root.Each("phases", Kind.Phase,
        (id, phase) => new Phase(id, phase.Words("name"), phase.Words("explanation")));

    public static ImmutableArray<Gate> Gates(Section root, ImmutableArray<Phase> phases)
    {
        var left = new HashSet<string>(StringComparer.Ordinal);
        var gates = root.Each("gates", Kind.Gate, (id, gate) =>
        {
            var read = new Gate(
                id,
                gate.Words("name"),
                gate.Id("from", Kind.Phase),
                gate.Id("to", Kind.Phase),
                gate.OneOf("decided-by", [SteeringMeeting, Client]) == Client ? Decider.Client : Decider.SteeringMeeting,
                gate.Each("criteria", Kind.Criterion, Criterion));
            if (!left.Add(read.From) && read.From.Length > 0)
            {
                gate.Report(gate.PlaceOf("from"), "from", $"another gate already leads out of the phase '{read.From}'.");
            }

            if (phases.Length > 0 && read.From == phases[^1].Id)
            {
                gate.Report(gate.PlaceOf("from"), "from", $"'{read.From}' is the last phase; no gate leads out of it.");
            }

            return read;
        });

        foreach (var phase in phases.SkipLast(1).Where(phase => !left.Contains(phase.Id)))
        {
            root.Report(root.PlaceOf("gates"), "gates", $"no gate leads out of the phase '{phase.Id}'; an initiative would stay in it.");
        }

        return gates;
    }

    private static Criterion Criterion(string id, Section criterion) => new(
        id,
        criterion.OneOf("kind", [Result, Process]) == Process ? CriterionKind.Process : CriterionKind.Result,
        criterion.Words("text"),
        criterion.Words("explanation"),
        criterion.Words("example"),
        criterion.OneOfIfAny("seen", Sights.All));
}
