using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Programme;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Domain;

namespace Upcm.Benchmarks.Turns;

/// <summary>Fills a store with initiatives, as if they had been registered over the years.</summary>
internal static class Seed
{
    public const string Tenant = "benchmark";
    private const int PerCommit = 200;
    private static readonly string[] Things = ["Batterijen", "Koelkasten", "Matrassen", "Windmolens", "Pompen", "Gevels", "Kabels", "Magneten", "Zonnepanelen", "Fietsen"];
    private static readonly string[] Deeds = ["hergebruiken", "repareren", "inzamelen", "demonteren", "herontwerpen", "verhuren", "delen"];

    public static async Task Fill(string folder, int initiatives)
    {
        var team = ProgrammeFile.ReadFrom(ProgrammeFile.Shipped).Programme!.Teams.First(static team => team.ProjectType is not null).Id;
        var method = ProgrammeFile.ReadFrom(ProgrammeFile.Shipped).Programme!;
        await using var store = Bot.Bot.Marked(LiteDbStore.Open(folder, NullLogger<LiteDbStore>.Instance), method);
        var at = new DateTimeOffset(2020, 1, 6, 9, 0, 0, TimeSpan.Zero);
        for (var first = 1; first <= initiatives; first += PerCommit)
        {
            var changes = new Changes(new WorkspaceId(Tenant));
            for (var number = first; number < first + PerCommit && number <= initiatives; number++)
            {
                var title = $"{Things[number % Things.Length]} {Deeds[number % Deeds.Length]} in gemeente {number / 70}";
                var by = new Somebody(new PersonId($"person {number % 300}"), "Iemand");
                var command = new RegisterInitiative { Title = title, Result = "Minder nieuw materiaal", Team = team };
                changes.Insert(Kinds.Initiatives, command.As(new InitiativeNumber(20, number), method, by, at.AddMinutes(number)));
            }

            await store.Commit(changes, default);
        }
    }
}
