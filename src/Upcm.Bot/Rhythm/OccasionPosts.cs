using System.Runtime.CompilerServices;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.HoldingMeetings;
using Upcm.Bot.Flows.Overseeing;
using Upcm.Bot.Flows.Telling;
using Upcm.Bot.Notifications;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Rhythm;

/// <summary>Somebody, or a channel, that hears of an occasion.</summary>
/// <param name="PostId">Unique per occasion and recipient.</param>
/// <param name="Unreached">The name of a person whom the bot has no way to reach.</param>
public sealed record Recipient(string PostId, Func<ValueTask<Post>> Post, string? Unreached = null);

/// <summary>Who hears of an occasion, and what.</summary>
public sealed class OccasionPosts(IStore store, WorkingMethod method, Reminders reminders)
{
    private const int Page = 200;
    private const int LooksBack = 5;

    private readonly SummaryCards summaries = new(store, method);

    public IAsyncEnumerable<Recipient> Recipients(WorkspaceId workspace, OccasionRun run, CancellationToken cancel)
    {
        var reader = new NewsReader(store, workspace, method, cancel);
        var news = new Dictionary<(string, DateTimeOffset), TeamNews>();
        async ValueTask<TeamNews> Of(string team, DateTimeOffset since) =>
            news.TryGetValue((team, since), out var known) ? known : news[(team, since)] = await reader.Of(team, since, run.Until);
        return run.Kind switch
        {
            OccasionKind.Digest => LinkingPins(workspace, run, reader, Of, cancel),
            OccasionKind.Summary => BoundChannels(workspace, run, reader, Of, cancel),
            OccasionKind.Reminders => Owners(workspace, run, cancel),
            OccasionKind.Snapshot => ChannelsOfSupport(workspace, run, cancel),
            _ => AsyncEnumerable.Empty<Recipient>(),
        };
    }

    private async IAsyncEnumerable<Recipient> LinkingPins(
        WorkspaceId workspace, OccasionRun run, NewsReader reader, Func<string, DateTimeOffset, ValueTask<TeamNews>> newsOf, [EnumeratorCancellation] CancellationToken cancel)
    {
        var earlier = (await store.Find(Kinds.Occasions, workspace, $"kind={OccasionKind.Digest}|", LooksBack, null, descending: true, cancel))
            .Select(found => found.Document).Where(one => one.Until <= run.Since && !one.IsStart).ToList();
        string? after = null;
        IReadOnlyList<Found<Appointment>> page;
        do
        {
            page = await store.Find(Kinds.Appointments, workspace, $"office={Offices.LinkingPin}|", Page, after, descending: false, cancel);
            foreach (var appointment in page.Select(found => found.Document).Where(one => one.Team is not null))
            {
                var suffix = $"{appointment.Team}/{appointment.Person.Id}";
                var id = $"{run.Id}/{suffix}";
                if (await store.Load(Kinds.People, workspace, appointment.Person.Id.Value, cancel) is not { Document: { } person })
                {
                    yield return new Recipient(id, () => default, appointment.Person.Name);
                    continue;
                }

                yield return new Recipient(id, async () => Base(run, id, person.Channel, person.Language, await new NewsCards(reader, Cultures.Of(person.Language))
                    .Digest(await newsOf(appointment.Team!, await Since(suffix)), TellingOf(run))) with
                {
                    Person = person.Id,
                    UseUntil = run.At + OccasionRun.Period(OccasionKind.Digest),
                });
            }

            after = page.Count == 0 ? null : page[^1].Bookmark;
        }
        while (page.Count == Page);

        // What an earlier digest was to tell and never arrived is told in this one.
        async ValueTask<DateTimeOffset> Since(string suffix)
        {
            var since = run.Since;
            foreach (var one in earlier)
            {
                if (await store.Load(Kinds.Posts, workspace, $"{one.Id}/{suffix}", cancel) is not { Document.State: PostState.Moot or PostState.Dead or PostState.Held })
                {
                    break;
                }

                since = one.Since;
            }

            return since;
        }
    }

    private async IAsyncEnumerable<Recipient> BoundChannels(
        WorkspaceId workspace, OccasionRun run, NewsReader reader, Func<string, DateTimeOffset, ValueTask<TeamNews>> newsOf, [EnumeratorCancellation] CancellationToken cancel)
    {
        var keys = new Reader(store, workspace, cancel);
        foreach (var team in method.Teams.Where(team => run.Team is null || team.Id == run.Team))
        {
            foreach (var bound in (await store.Find(Kinds.Channels, workspace, $"team={team.Id}|", Page, null, descending: false, cancel)).Select(found => found.Document))
            {
                var id = $"{run.Id}/{bound.Place}";
                yield return new Recipient(id, async () => Base(run, id, bound.Channel, "nl", await summaries.Of(keys, reader, one => newsOf(one, run.Since), team.Id, run, run.Until, Cultures.Dutch)) with { Place = bound.Place, UseUntil = run.About });
            }
        }
    }

    private async IAsyncEnumerable<Recipient> Owners(WorkspaceId workspace, OccasionRun run, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var (id, owed, to, kind) in await reminders.Of(workspace, run, cancel))
        {
            if (await store.Load(Kinds.People, workspace, to.Id.Value, cancel) is not { Document: { } person })
            {
                yield return new Recipient(id, () => default, to.Name);
                continue;
            }

            yield return new Recipient(id, () => new(Base(run, id, person.Channel, person.Language, reminders.Card(owed, kind, Cultures.Of(person.Language))) with
            {
                Kind = kind,
                Person = person.Id,
                Theirs = kind == Reminders.ToOwner,
                About = string.Join('\n', owed.Select(one => one.Id)),
                UseUntil = run.At + TimeSpan.FromDays(Reminders.SecondAfter),
            }));
        }
    }

    /// <summary>The dashboard is kept as it is, and told beside the snapshot before it to the teams that keep the programme together.</summary>
    private async IAsyncEnumerable<Recipient> ChannelsOfSupport(WorkspaceId workspace, OccasionRun run, [EnumeratorCancellation] CancellationToken cancel)
    {
        var before = await DashboardReading.Before(store, workspace, run.Until, cancel);
        var now = await DashboardReading.Values(store, workspace, method, null, cancel);
        if (await store.Load(Kinds.DashboardSnapshots, workspace, Kinds.Sortable(run.Until), cancel) is null)
        {
            var changes = new Changes(workspace);
            changes.Insert(Kinds.DashboardSnapshots, DashboardSnapshot.Of(now, null, run.Until));
            await store.Commit(changes, cancel);
        }

        foreach (var team in method.Teams.Where(static team => team.ProjectType is null))
        {
            foreach (var bound in (await store.Find(Kinds.Channels, workspace, $"team={team.Id}|", Page, null, descending: false, cancel)).Select(static found => found.Document))
            {
                var id = $"{run.Id}/{bound.Place}";
                yield return new Recipient(id, () => new(Base(run, id, bound.Channel, "nl", SnapshotCard.Of(before, now, run.Until, method, Cultures.Dutch, kept: true)) with
                {
                    Place = bound.Place,
                    UseUntil = run.At + OccasionRun.Period(OccasionKind.Snapshot),
                }));
            }
        }
    }

    private static Telling TellingOf(OccasionRun run) =>
        new(null, run.IsLate ? run.At : null, run.Missed.Length);

    private static Post Base(OccasionRun run, string id, string channel, string language, Card card) => new()
    {
        Id = id,
        Occasion = run.Id,
        Kind = Enum.GetName(run.Kind)!.ToLowerInvariant(),
        Channel = channel,
        Card = card,
        Language = language,
        Created = run.Until,
        Due = run.Until,
    };
}
