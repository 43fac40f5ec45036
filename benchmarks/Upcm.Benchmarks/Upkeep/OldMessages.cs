using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Benchmarks.Turns;
using Upcm.Bot.Cards;
using Upcm.Bot.Notifications;
using Upcm.Bot.Programme;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Domain;

namespace Upcm.Benchmarks.Upkeep;

/// <summary>Messages that were sent long enough ago for the next purge to remove them.</summary>
internal static class OldMessages
{
    private const int PerCommit = 500;
    private static readonly Card Card = new(string.Concat(Enumerable.Repeat("Er is nieuws over een initiatief dat je volgt. ", 20)));

    public static async Task Fill(string folder, int count, DateTimeOffset sent)
    {
        await using var store = Bot.Bot.Marked(LiteDbStore.OpenToFill(folder, NullLogger<LiteDbStore>.Instance), ProgrammeFile.ReadFrom(ProgrammeFile.Shipped).Programme!);
        for (var first = 0; first < count; first += PerCommit)
        {
            var changes = new Changes(new WorkspaceId(Seed.Tenant));
            for (var number = first; number < first + PerCommit && number < count; number++)
            {
                changes.Insert(Kinds.Posts, new Post
                {
                    Id = $"old/{number}",
                    Kind = "digest",
                    Channel = "msteams",
                    Person = new PersonId($"person {number % 300}"),
                    State = PostState.Sent,
                    Card = Card,
                    Language = "nl",
                    Created = sent.AddSeconds(-number),
                    Due = sent.AddSeconds(-number),
                    SentAt = sent.AddSeconds(-number),
                });
            }

            await store.Commit(changes, default);
        }
    }
}
