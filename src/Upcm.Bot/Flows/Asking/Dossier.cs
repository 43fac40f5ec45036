using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Asking;

/// <summary>An initiative with the newest of everything that was recorded about it; a handful of look-ups, never a scan.</summary>
/// <param name="Facts">What the bot has recorded, to see for itself by.</param>
/// <param name="PreviousFingerprint">The round before the newest, or null.</param>
/// <param name="Review">The newest review of the gate out of the present phase, or null.</param>
public sealed record Dossier(RecordedFacts Facts, FingerprintRound? PreviousFingerprint, GateReview? Review)
{
    public Initiative Initiative => Facts.Initiative;

    public ImpactSheet? Sheet => Facts.Sheet;

    public FingerprintRound? Fingerprint => Facts.Fingerprint;

    public ProgressReport? Report => Facts.Report;

    public StakeholderMap? Stakeholders => Facts.Stakeholders;

    /// <summary>The same, after the initiative itself changed.</summary>
    public Dossier With(Initiative initiative) => this with { Facts = Facts with { Initiative = initiative } };

    public static ValueTask<Dossier> Of(Turn turn, Initiative initiative) => Of(turn.Reader, turn.Method, initiative);

    public static async ValueTask<Dossier> Of(Reader reader, WorkingMethod method, Initiative initiative)
    {
        var key = $"initiative={initiative.Number}|";
        var rounds = await reader.Find(Kinds.Fingerprints, key, 2, descending: true);
        var gate = method.GateFrom(initiative.Phase);
        var facts = new RecordedFacts(initiative)
        {
            Sheet = await reader.Last(Kinds.ImpactSheets, key),
            Fingerprint = rounds is [var newest, ..] ? newest.Document : null,
            Report = await reader.Last(Kinds.Reports, key),
            Stakeholders = (await reader.Load(Kinds.StakeholderMaps, initiative.Number.ToString()))?.Document,
            ContextScan = await reader.Last(Kinds.ContextScans, key),
            Profile = await reader.Last(Kinds.Profiles, key),
            Brief = await reader.Last(Kinds.Briefs, key),
            Contract = await reader.Last(Kinds.Contracts, key),
            Learning = await reader.Last(Kinds.LearningMeetings, key),
            Evaluation = await reader.Last(Kinds.Evaluations, key),
            TeamHasLead = (await OfficeHolders.Of(reader, initiative.Team, Offices.TeamLead)).Count > 0,
        };
        return new Dossier(
            facts,
            rounds is [_, var previous, ..] ? previous.Document : null,
            gate is null ? null : await reader.Last(Kinds.GateReviews, $"{key}{gate.Id}|"));
    }

    /// <summary>Null while no report is owed yet and none was made: an initiative owes reports once it is a project.</summary>
    public Lights? LightsOn(DateOnly today, WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return Report is null && Initiative.Phase == method.Phases[0].Id ? null : Domain.Lights.Of(Report, method.Norms, today);
    }
}
