using Upcm.Domain;

namespace Upcm.Bot.Privacy;

/// <summary>
/// That the records of an initiative must stay as they are, also where they name somebody who was erased, and are not purged: they
/// are needed for an archive, a request for information or a dispute.
/// </summary>
/// <param name="Why">What it is needed for.</param>
public sealed record LegalHold(InitiativeNumber Number, string Why, Somebody By, DateTimeOffset At)
{
    public const string Held = "hold=";
    public const string Lifted = "lifted=";

    /// <summary>When it was lifted; it goes as soon as what waited for that is done.</summary>
    public DateTimeOffset? LiftedAt { get; init; }
}
