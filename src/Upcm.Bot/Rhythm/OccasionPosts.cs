using System.Runtime.CompilerServices;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.HoldingMeetings;
using Upcm.Bot.Flows.Telling;
using Upcm.Bot.Notifications;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Rhythm;

/// <summary>Somebody, or a channel, that hears of an occasion.</summary>
/// <param name="PostId">Unique per occasion and recipient.</param>
/// <param name="Unreached">The name of a person whom the bot has no way to reach.</param>
public sealed record Recipient(string PostId, Func<ValueTask<Post>> Post, string? Unreached = null);

/// <summary>Who hears of an occasion, and what.</summary>
public sealed class OccasionPosts(IStore store, WorkingMethod method)
{
    private const int Page = 200;

    private readonly SummaryCards summaries = new(store, method);

    public IAsyncEnumerable<Recipient> Recipients(WorkspaceId workspace, OccasionRun run, CancellationToken cancel)
    {
        var reader = new NewsReader(store, workspace, method, cancel);
        var news = new Dictionary<string, TeamNews>(StringComparer.Ordinal);
        async ValueTask<TeamNews> Of(string team) => news.TryGetValue(team, out var known) ? known : news[team] = await reader.Of(team, run.Since, run.Until);
        return run.Kind switch
        {
            OccasionKind.Digest => LinkingPins(workspace, run, reader, Of, cancel),
            OccasionKind.Summary => BoundChannels(workspace, run, reader, Of, cancel),
            _ => AsyncEnumerable.Empty<Recipient>(),
        };
    }

    private async IAsyncEnumerable<Recipient> LinkingPins(
        WorkspaceId workspace, OccasionRun run, NewsReader reader, Func<string, ValueTask<TeamNews>> newsOf, [EnumeratorCancellation] CancellationToken cancel)
    {
        string? after = null;
        IReadOnlyList<Found<Appointment>> page;
        do
        {
            page = await store.Find(Kinds.Appointments, workspace, $"office={Offices.LinkingPin}|", Page, after, descending: false, cancel);
            foreach (var appointment in page.Select(found => found.Document).Where(one => one.Team is not null))
            {
                var id = $"{run.Id}/{appointment.Team}/{appointment.Person.Id}";
                if (await store.Load(Kinds.People, workspace, appointment.Person.Id.Value, cancel) is not { Document: { } person })
                {
                    yield return new Recipient(id, () => default, appointment.Person.Name);
                    continue;
                }

                yield return new Recipient(id, async () => Base(run, id, person.Channel, person.Language, await new NewsCards(reader, Cultures.Of(person.Language))
                    .Digest(await newsOf(appointment.Team!), TellingOf(run))) with
                {
                    Person = person.Id,
                    Through = person.PersonalAddress is null ? await AnyAddress(workspace, person, cancel) : null,
                });
            }

            after = page.Count == 0 ? null : page[^1].Bookmark;
        }
        while (page.Count == Page);
    }

    private async IAsyncEnumerable<Recipient> BoundChannels(
        WorkspaceId workspace, OccasionRun run, NewsReader reader, Func<string, ValueTask<TeamNews>> newsOf, [EnumeratorCancellation] CancellationToken cancel)
    {
        var keys = new Reader(store, workspace, cancel);
        foreach (var team in method.Teams.Where(team => run.Team is null || team.Id == run.Team))
        {
            foreach (var bound in (await store.Find(Kinds.Channels, workspace, $"team={team.Id}|", Page, null, descending: false, cancel)).Select(found => found.Document))
            {
                var id = $"{run.Id}/{bound.Place}";
                yield return new Recipient(id, async () => Base(run, id, bound.Channel, "nl", await summaries.Of(keys, reader, newsOf, team.Id, run, run.Until, Cultures.Dutch)) with { Place = bound.Place });
            }
        }
    }

    private static Telling TellingOf(OccasionRun run) =>
        new(null, run.IsLate ? run.At : null, run.Missed.Length);

    private static Post Base(OccasionRun run, string id, string channel, string language, Card card) => new()
    {
        Id = id,
        Occasion = run.Id,
        Kind = run.Kind == OccasionKind.Digest ? "digest" : "summary",
        Channel = channel,
        Card = card,
        Language = language,
        Created = run.Until,
        Due = run.Until,
    };

    /// <summary>An address in the workspace by which a personal conversation can be opened.</summary>
    private async ValueTask<string?> AnyAddress(WorkspaceId workspace, Person person, CancellationToken cancel)
    {
        foreach (var team in method.Teams)
        {
            foreach (var bound in await store.Find(Kinds.Channels, workspace, $"team={team.Id}|", 5, null, descending: false, cancel))
            {
                if (bound.Document.Channel == person.Channel)
                {
                    return bound.Document.Address;
                }
            }
        }

        return null;
    }
}
