using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.CirculatingProposals;

/// <summary>Ends proposals whose deadline passed. Looking too often, or late, is harmless: the state says what is to be done.</summary>
public sealed class Deadlines(IStore store, WorkingMethod method, Circulations circulations, TimeProvider time, ILogger<Deadlines> log) : BackgroundService
{
    private const int AtOnce = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public async Task EndDue(CancellationToken cancel)
    {
        foreach (var workspace in await store.Workspaces(cancel))
        {
            var now = time.GetUtcNow();
            var until = "due=" + Kinds.Sortable(now);
            foreach (var due in (await store.Find(Kinds.Circulations, workspace, "due=", AtOnce, null, descending: false, cancel)).TakeWhile(hit => string.CompareOrdinal(hit.Key, until) <= 0))
            {
                var arrival = new Arrival
                {
                    Channel = Itself.Person.Channel,
                    Workspace = workspace,
                    Place = new Place("clock", PlaceKind.Personal, ""),
                    From = new Sender(Itself.Person.Id, Itself.Person.ChannelId, Itself.Person.Name),
                    What = new Said("", []),
                };
                var turn = new Turn(arrival, Itself.Person, method, store, now, cancel);
                await circulations.Write(turn, CirculationLaws.Ended(due.Document, now), due.Version);
                await store.Commit(turn.Changes, cancel);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await EndDue(stoppingToken);
            }
            catch (Exception failure) when (failure is IOException or VersionConflictException or InvalidOperationException)
            {
                log.LogError(failure, "A proposal whose deadline passed could not be ended; it is tried again");
            }
        }
    }
}
