using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot;
using Upcm.Bot.Conversation;
using Upcm.Bot.Programme;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Domain;

namespace Upcm.Benchmarks.Overseeing;

/// <summary>
/// How long the dashboard takes over many initiatives, from the sentence to the card, on a store that was just opened (the first
/// answer) and after that. Every third initiative has an impact sheet.
/// </summary>
internal static class DashboardBenchmark
{
    private const int PerCommit = 500;
    private const int Times = 50;
    private static readonly WorkspaceId Workspace = new("benchmark");
    private static readonly string[] Asked =
        ["dashboard", "dashboard 0-3 maanden", "herkomst circulaire initiatieven", "herkomst hogere-r-strategie", "herkomst change-makers", "portfolio per productgroep", "portfolio per effectdoel", "zichtlijn realisatie"];

    public static async Task<int> Run(int initiatives, CancellationToken cancel)
    {
        var method = ProgrammeFile.ReadFrom(ProgrammeFile.Shipped).Programme!;
        var folder = Directory.CreateTempSubdirectory("upcm-benchmark-").FullName;
        try
        {
            await Fill(folder, method, initiatives, cancel);
            Console.WriteLine($"| {initiatives} initiatives | first, ms | median, ms | slowest of {Times}, ms |\n|---|---|---|---|");
            foreach (var asked in Asked)
            {
                await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationManager()).AddBot(() => method, folder).BuildServiceProvider();
                var conversation = services.GetRequiredService<IConversation>();
                await Time(conversation, "help", cancel); // what every first answer pays, whatever is asked
                var first = await Time(conversation, asked, cancel);
                List<double> further = [];
                for (var time = 0; time < Times; time++)
                {
                    further.Add(await Time(conversation, asked, cancel));
                }

                further.Sort();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {asked} | {first:0.0} | {further[Times / 2]:0.0} | {further[^1]:0.0} |"));
            }

            await using var store = LiteDbStore.Open(folder, NullLogger<LiteDbStore>.Instance);
            var started = Stopwatch.GetTimestamp();
            var wrong = await Recount.Wrong(store, Workspace, cancel);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nA full count, as check does: {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s, {wrong.Count} counters differ."));
            return wrong.Count == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> Time(IConversation conversation, string text, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = await conversation.Take(
            new Arrival
            {
                Channel = "benchmark",
                Workspace = Workspace,
                Place = new Bot.Conversation.Place("personal", PlaceKind.Personal, "address"),
                From = new Sender(new PersonId("sanne"), "29:sanne", "Sanne"),
                What = new Said(text, []),
            },
            cancel);
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return answer.Utterances.Count == 1 ? took : throw new InvalidOperationException($"\"{text}\" was not answered with one card.");
    }

    private static async Task Fill(string folder, WorkingMethod method, int initiatives, CancellationToken cancel)
    {
        var teams = method.Teams.Where(static team => team.ProjectType is not null).ToList();
        T At<T>(IReadOnlyList<T> list, int number) => list[number % list.Count];
        await using var store = LiteDbStore.OpenToFill(folder, NullLogger<LiteDbStore>.Instance);
        for (var first = 1; first <= initiatives; first += PerCommit)
        {
            var changes = new Changes(Workspace);
            for (var number = first; number < first + PerCommit && number <= initiatives; number++)
            {
                var by = new Somebody(new PersonId($"person {number % 300}"), "Iemand");
                var command = new RegisterInitiative
                {
                    Title = $"Ketens sluiten in gemeente {number / 70}",
                    Result = "Minder nieuw materiaal",
                    Team = At(teams, number).Id,
                    ProductGroups = [At(method.ProductGroups, number).Sbi, At(method.ProductGroups, number / 7).Sbi],
                    Strategies = [At(method.Strategies, number).Id],
                    Effects = [At(method.IntendedEffects, number).Id],
                    Regions = [At(method.Regions, number).Id],
                };
                var it = command.As(new InitiativeNumber(20, number), method, by, new DateTimeOffset(2020, 1, 6, 9, 0, 0, TimeSpan.Zero).AddMinutes(number)) with
                {
                    Phase = At(method.Phases, number / 3).Id,
                };
                changes.Insert(Kinds.Initiatives, number % 3 > 0 ? it : it with
                {
                    Impact = new ImpactInBrief
                    {
                        Version = 1,
                        Co2 = number % 40,
                        EffectGoals = [$"{At(method.EffectGoals, number).Id}/{At(method.Horizons, number).Id}"],
                        ChangeMakers = [$"Koploper {number % 900}"],
                        PerformanceGoals = method.PerformanceGoals.ToImmutableSortedDictionary(static goal => goal.Id, goal => At(method.Scale(goal.Scale)!.Steps, number).Id),
                        InnovationFunctions = method.InnovationFunctions.ToImmutableSortedDictionary(static one => one.Id, one => At(method.Scale(one.Scale)!.Steps, number).Id),
                    },
                });
            }

            await store.Commit(changes, cancel);
        }
    }
}
