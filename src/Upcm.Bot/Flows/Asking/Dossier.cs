using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Asking;

/// <summary>An initiative with the newest of everything that was recorded about it; a handful of look-ups, never a scan.</summary>
/// <param name="Sheet">The newest impact sheet, or null.</param>
/// <param name="Fingerprint">The newest round, or null.</param>
/// <param name="PreviousFingerprint">The round before it, or null.</param>
/// <param name="Report">The newest progress report, or null.</param>
/// <param name="Review">The newest review of the gate out of the present phase, or null.</param>
public sealed record Dossier(
    Initiative Initiative,
    ImpactSheet? Sheet,
    FingerprintRound? Fingerprint,
    FingerprintRound? PreviousFingerprint,
    ProgressReport? Report,
    GateReview? Review,
    bool TeamHasLead)
{
    /// <summary>Null where nobody was put on it yet.</summary>
    public StakeholderMap? Stakeholders { get; init; }

    public static async ValueTask<Dossier> Of(Turn turn, Initiative initiative)
    {
        var key = $"initiative={initiative.Number}|";
        var rounds = await turn.Find(Kinds.Fingerprints, key, 2, descending: true);
        var gate = turn.Method.GateFrom(initiative.Phase);
        return new Dossier(
            initiative,
            await Newest(turn, Kinds.ImpactSheets, key),
            rounds is [var newest, ..] ? newest.Document : null,
            rounds is [_, var previous, ..] ? previous.Document : null,
            await Newest(turn, Kinds.Reports, key),
            gate is null ? null : await Newest(turn, Kinds.GateReviews, $"{key}{gate.Id}|"),
            (await OfficeHolders.Of(turn, initiative.Team, Offices.TeamLead)).Count > 0)
        {
            Stakeholders = (await turn.Load(Kinds.StakeholderMaps, initiative.Number.ToString()))?.Document,
        };
    }

    /// <summary>Null while no report is owed yet and none was made: an initiative owes reports once it is a project.</summary>
    public Lights? LightsOn(DateOnly today, WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return Report is null && Initiative.Phase == method.Phases[0].Id ? null : Domain.Lights.Of(Report, method.Norms, today);
    }

    /// <summary>What the bot can see for itself, by the names of <see cref="Sights"/>.</summary>
    public IReadOnlySet<string> Seen(WorkingMethod method) => SeenSights.Of(Initiative, Sheet, Fingerprint, Report, TeamHasLead, method, Stakeholders);

    private static async ValueTask<T?> Newest<T>(Turn turn, Kind<T> kind, string key)
        where T : class => await turn.Find(kind, key, 1, descending: true) is [var newest, ..] ? newest.Document : null;
}
