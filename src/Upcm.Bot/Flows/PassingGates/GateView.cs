using System.Collections.Frozen;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary>The gate an initiative stands before, with the review at hand and what the speaker is to it.</summary>
/// <param name="Gate">With the conditions of earlier decisions that are asked again.</param>
/// <param name="Review">The open review, looked at with the bot's own eyes; a fresh one where the last is decided.</param>
/// <param name="Version">The stored version of <paramref name="Review"/>; 0 where it was not stored yet.</param>
/// <param name="Previous">The decided review before it, or null.</param>
/// <param name="Seen">What the bot sees for itself, by the names of <see cref="Sights"/>.</param>
public sealed record GateView(
    Dossier Dossier, int InitiativeVersion, Gate Gate, GateReview Review, int Version, GateReview? Previous, IReadOnlySet<string> Seen)
{
    private const int MostActions = 100;

    /// <summary>What is there and cannot be seen, for it is of before, by the names of <see cref="Sights"/>.</summary>
    public IReadOnlySet<string> Outdated { get; init; } = FrozenSet<string>.Empty;

    /// <summary>What was agreed about the initiative: conditions of gates and outcomes of meetings.</summary>
    public IReadOnlyList<AgreedAction> Actions { get; init; } = [];

    /// <summary>What the reader is to it; nothing for who only reads.</summary>
    public Standing Standing { get; init; } = Standing.None;

    public Initiative Initiative => Dossier.Initiative;

    /// <summary>The gate named by an initiative's number, or null after having said why there is none.</summary>
    public static async ValueTask<GateView?> Named(Turn turn, Standings standings, string text) =>
        await Initiatives.Named(turn, text) is { } initiative ? await Of(turn, standings, initiative.Number) : null;

    /// <summary>The gate of an initiative, read anew, or null after having said why there is none.</summary>
    public static async ValueTask<GateView?> Of(Turn turn, Standings standings, InitiativeNumber number)
    {
        if (await Of(turn.Reader, turn.Method, turn.Now, number) is { } view)
        {
            return view with { Standing = await standings.Towards(turn, view.Initiative) };
        }

        var initiative = (await turn.Load(Kinds.Initiatives, number.ToString()))!.Document;
        turn.Say(
            $"{initiative.Number} {initiative.Title} is afgesloten. Er is geen fasepoort meer.",
            $"{initiative.Number} {initiative.Title} is closed. There is no gate any more.");
        return null;
    }

    /// <summary>The gate out of the present phase, as nobody in particular sees it; null in the last phase.</summary>
    public static async ValueTask<GateView?> Of(Reader reader, WorkingMethod method, DateTimeOffset now, InitiativeNumber number)
    {
        var stored = (await reader.Load(Kinds.Initiatives, number.ToString()))!;
        var initiative = stored.Document;
        if (method.GateFrom(initiative.Phase) is not { } gate)
        {
            return null;
        }

        var dossier = await Dossier.Of(reader, method, initiative);
        var newest = dossier.Review;
        var isOpen = newest is { State: not GateReviewState.Decided } || initiative.Status != InitiativeStatus.Active;
        var actions = (await reader.Find(Kinds.Actions, $"initiative={number}|", MostActions)).Select(found => found.Document).ToList();
        gate = GateConditions.Over(gate, initiative, actions);
        var review = newest is not null && isOpen ? newest : GateRounds.Begin(initiative, gate, newest);
        var version = newest is not null && isOpen ? (await reader.Load(Kinds.GateReviews, Kinds.GateReviews.Id(newest)))!.Version : 0;
        var today = LocalTime.DayOf(now, Clock.Amsterdam);
        HashSet<string> seen = [.. SeenSights.Of(dossier.Facts, method, today), .. GateConditions.Met(actions)];
        if (review.State == GateReviewState.Collecting)
        {
            review = GateLaws.See(review, gate, seen, now);
        }

        return new GateView(dossier, stored.Version, gate, review, version, isOpen ? null : newest, seen) { Actions = actions, Outdated = SeenSights.Outdated(dossier.Facts, method, today) };
    }

    /// <summary>The office that decides.</summary>
    public string Decides => Rights.OfficeThatDecides(Gate.DecidedBy);

    public bool MayDecide => Rights.May(Rights.ToDecide(Gate.DecidedBy), Standing);

    public bool OnlyRecords => Rights.RecordsOnBehalf(Gate.DecidedBy, Standing);
}
