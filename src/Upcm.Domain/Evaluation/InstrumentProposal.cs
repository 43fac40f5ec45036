using System.Text.Json.Serialization;

namespace Upcm.Domain;

[JsonConverter(typeof(JsonStringEnumConverter<ProposalState>))]
public enum ProposalState
{
    Open,
    TakenUp,
    NotTakenUp,

    /// <summary>No longer said by the evaluation it came from.</summary>
    Withdrawn,
}

/// <summary>A proposal to change an instrument, for the team that keeps the instruments.</summary>
public sealed record InstrumentProposal
{
    /// <summary>Counted per workspace, so that it can be named: <c>besluit voorstel 12</c>.</summary>
    public required int Id { get; init; }

    public required InitiativeNumber Number { get; init; }

    public required string Text { get; init; }

    public required Somebody By { get; init; }

    public required DateTimeOffset At { get; init; }

    public ProposalState State { get; init; }

    /// <summary>Why it is taken up or not.</summary>
    public string? Reason { get; init; }

    public Somebody? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The proposal as it was decided on; a later decision takes the place of an earlier one.</summary>
    public InstrumentProposal Decided(bool takenUp, string reason, Somebody by, DateTimeOffset at) => this with
    {
        State = takenUp ? ProposalState.TakenUp : ProposalState.NotTakenUp,
        Reason = reason,
        DecidedBy = by,
        DecidedAt = at,
    };
}
