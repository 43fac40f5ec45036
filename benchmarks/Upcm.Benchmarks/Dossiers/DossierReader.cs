using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Benchmarks.Turns;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering.AdaptiveCards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.PassingGates;
using Upcm.Bot.Pictures;
using Upcm.Bot.Programme;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Domain;

namespace Upcm.Benchmarks.Dossiers;

/// <summary>
/// The process that makes dossiers: first from a store that nobody writes, then while somebody keeps registering initiatives, which
/// the file behind the store takes now and then; who reads it waits for that.
/// </summary>
internal static class DossierReader
{
    public const string Verb = "dossier-reader";
    private const int Goal = 100;
    private static readonly TimeSpan BetweenRegistrations = TimeSpan.FromMilliseconds(20);
    private static readonly WorkspaceId Workspace = new(Seed.Tenant);
    private static readonly DateTimeOffset Now = new(2026, 10, 5, 9, 0, 0, TimeSpan.Zero);

    public static async Task<int> Run(string folder, int initiatives, int times, CancellationToken cancel)
    {
        var method = ProgrammeFile.ReadFrom(ProgrammeFile.Shipped).Programme!;
        await using var store = LiteDbStore.Open(folder, NullLogger<LiteDbStore>.Instance);
        var met = await Measure(store, initiatives, "at rest", method, times, cancel);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var writing = Register(store, method, stop.Token);
        met &= await Measure(store, initiatives, "written to", method, times, cancel);
        await stop.CancelAsync();
        await writing;
        return met ? 0 : 1;
    }

    private static async Task<bool> Measure(LiteDbStore store, int initiatives, string state, WorkingMethod method, int times, CancellationToken cancel)
    {
        var numbers = DossierBenchmark.Numbers(initiatives);

        // With the addresses of its pictures, as a card for Teams has them.
        var illustrations = new Illustrations(new PictureLinks(new Uri("https://bot.example/"), new byte[32], TimeProvider.System, TimeSpan.FromDays(30)));
        var took = new double[times];
        var bytes = 0;
        for (var i = 0; i < times; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var reader = new Reader(store, Workspace, cancel);
            var view = (await GateView.Of(reader, method, Now, numbers[i * 37 % numbers.Length]))!;
            var dossier = await GateDossier.Of(reader, method, Now, view);
            var card = new DossierCard(dossier, view, method, Cultures.Dutch, illustrations).For(Standing.None);
            bytes = AdaptiveCardRenderer.Render(card, Cultures.Dutch).Length;
            took[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        var first = took[0];
        Array.Sort(took);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {initiatives} | {state} | {first:0.0} | {At(took, 0.5):0.0} | {At(took, 0.99):0.0} | {took[^1]:0.0} | {bytes / 1024.0:0.0} |"));
        return At(took, 0.99) < Goal;
    }

    private static async Task Register(LiteDbStore store, WorkingMethod method, CancellationToken stop)
    {
        var team = method.Teams.First(static team => team.ProjectType is not null).Id;
        var by = new Somebody(new PersonId("person 1"), "Iemand");
        for (var number = 1; !stop.IsCancellationRequested; number++)
        {
            var changes = new Changes(Workspace);
            var command = new RegisterInitiative { Title = $"Pompen repareren in wijk {number}", Result = "Minder nieuw materiaal", Team = team };
            changes.Insert(Kinds.Initiatives, command.As(new InitiativeNumber(21, number), method, by, Now));
            await store.Commit(changes, CancellationToken.None);
            await Task.Delay(BetweenRegistrations, TimeProvider.System, stop).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private static double At(double[] sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
}
