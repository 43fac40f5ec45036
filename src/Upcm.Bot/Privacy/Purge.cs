using System.Collections.Immutable;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Privacy;

/// <summary>
/// Removes what has been kept long enough (<see cref="Retention"/>), once a night, and writes down how much of what. What a legal
/// hold is on stays.
/// </summary>
public sealed class Purge(IStore store, IConfiguration settings, Pseudonyms pseudonyms, AuditLog audit, TimeProvider time, ILogger<Purge> log)
{
    private const int AtOnce = 200;
    private const int MostHolds = 10_000;
    private static readonly TimeOnly At = new(3, 30); // in Amsterdam; twice or not at all on two nights a year does no harm
    private readonly Retention terms = Retention.From(settings);

    /// <summary>Purges every workspace where it was not done yet since half past three.</summary>
    public async Task Ring(CancellationToken cancel)
    {
        List<WorkspaceId> due = [];
        foreach (var workspace in await store.Workspaces(cancel))
        {
            if (await IsDue(workspace, cancel))
            {
                due.Add(workspace);
            }
        }

        if (due.Count == 0)
        {
            return;
        }

        var (begun, removed) = (time.GetTimestamp(), 0);
        var months = terms.Audit == 0 ? 0 : audit.RemoveBefore(time.GetUtcNow() - TimeSpan.FromDays(terms.Audit)); // one log for all workspaces
        foreach (var workspace in due)
        {
            removed += (await Run(workspace, months, cancel)).Removed.Where(static one => one.Key != PurgeRun.Audit).Sum(static one => one.Value);
        }

        if (removed > 0)
        {
            var purged = time.GetElapsedTime(begun);
            await store.WriteAnew(static row => row, cancel); // what was removed is still in the file until then
            log.LogInformation("After {Purged:0} s of purging the store was written anew in {Written:0} s", purged.TotalSeconds, (time.GetElapsedTime(begun) - purged).TotalSeconds);
        }
    }

    /// <summary>Purges one workspace now.</summary>
    /// <param name="months">How many months of the audit log, which is everybody's, were removed before.</param>
    public async Task<PurgeRun> Run(WorkspaceId workspace, int months, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var held = (await store.Find(Kinds.LegalHolds, workspace, LegalHold.Held, MostHolds, null, descending: false, cancel)).Select(static found => found.Document.Number).ToHashSet();
        var counts = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        var kept = 0;

        await Count("drafts", terms.Drafts, before => Delete(Kinds.Drafts, ["updated="], before));
        await Count("messages", terms.Messages, before => Delete(
            Kinds.Posts, ["ended=", .. ((Notifications.PostState[])[Notifications.PostState.Unknown, Notifications.PostState.Held, Notifications.PostState.Dead]).Select(static state => $"stuck={state}|")], before));
        await Count("alarms", terms.Messages, before => Delete(Kinds.Heard, [HeardBefore.Alarms], before));
        await Count("history", terms.History, before => Delete(Kinds.Journal, ["at="], before));
        await Count("respondents", terms.Respondents, async before =>
            await Change(Kinds.Fingerprints, before, round => Anonymous(round) is { } anonymous ? round with { Invited = anonymous.Invited, Answers = anonymous.Answers } : null)
            + await Change(Kinds.ContextScans, before, round => Anonymous(round) is { } anonymous
                ? round with
                {
                    Invited = anonymous.Invited,
                    Answers = anonymous.Answers,
                    Spokespeople = [.. round.Spokespeople.Select(one => one with { Person = AnonymousId(round, one.Person) })],
                }
                : null));
        await Count("left", terms.Left, Forget);
        counts[PurgeRun.Audit] = months;

        var run = new PurgeRun(now, counts.Where(static one => one.Value > 0).ToImmutableSortedDictionary(), kept);
        var written = new Changes(workspace);
        written.Insert(Kinds.Purges, run);
        await store.Commit(written, cancel);
        log.LogInformation(
            "Purged {Workspace}: {Removed}; {Held} left under a legal hold", pseudonyms.Of(workspace), string.Join(", ", run.Removed.Select(static one => $"{one.Key} {one.Value}")), run.Held);
        return run;

        async ValueTask Count(string sort, int days, Func<DateTimeOffset, ValueTask<int>> purge)
        {
            counts[sort] = days == 0 ? 0 : await purge(now - TimeSpan.FromDays(days));
        }

        async ValueTask<int> Delete<T>(Kind<T> kind, IEnumerable<string> keys, DateTimeOffset before)
            where T : class
        {
            var removed = 0;
            foreach (var key in keys)
            {
                removed += await Old(kind, key, before, (changes, found) =>
                {
                    if (kind.Archive?.Invoke(found.Document) is { } number && held.Contains(number))
                    {
                        kept++;
                        return false;
                    }

                    changes.Delete(kind, kind.Id(found.Document), found.Version);
                    return true;
                });
            }

            return removed;
        }

        ValueTask<int> Change<T>(Kind<T> kind, DateTimeOffset before, Func<T, T?> change)
            where T : SurveyRound => Old(kind, "closed=", before, (changes, found) =>
        {
            if (change(found.Document) is not { } changed)
            {
                return false;
            }

            if (held.Contains(found.Document.Number))
            {
                kept++;
                return false;
            }

            changes.Put(kind, changed, found.Version);
            return true;
        });

        ValueTask<int> Forget(DateTimeOffset before) => Old(Kinds.People, "left=", before, (changes, found) =>
        {
            var person = found.Document.Id;
            changes.Insert(Kinds.ErasuresWanted, new ErasureWanted(new Erasure(pseudonyms.Of(workspace), pseudonyms.Of(workspace, person), now).Id, person, now, ByThemselves: false));
            changes.Put(Kinds.People, found.Document with { LeftAt = null }, found.Version); // so that it is asked for once
            return true;
        });

        // Page by page, from the oldest to the moment; what was changed by somebody else meanwhile has its turn the next night.
        async ValueTask<int> Old<T>(Kind<T> kind, string key, DateTimeOffset before, Func<Changes, Found<T>, bool> purge)
            where T : class
        {
            var (removed, after) = (0, (string?)null);
            while (await store.Find(kind, workspace, key, AtOnce, after, descending: false, cancel) is { Count: > 0 } page)
            {
                var changes = new Changes(workspace);
                var old = page.Where(found => Kinds.MomentOf(found.Key) < before).ToList();
                var purged = old.Count(found => purge(changes, found));
                try
                {
                    if (changes.Any)
                    {
                        await store.Commit(changes, cancel);
                    }

                    removed += purged;
                }
                catch (VersionConflictException)
                {
                    log.LogInformation("Some of {Kind} was changed while it was purged; it has its turn at the next purge", kind.Collection);
                }

                if (old.Count < page.Count)
                {
                    break;
                }

                after = page[^1].Bookmark;
            }

            return removed;
        }
    }

    private async ValueTask<bool> IsDue(WorkspaceId workspace, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var today = LocalTime.DayOf(now, Clock.Amsterdam);
        var due = LocalTime.At(today.ToDateTime(At), Clock.Amsterdam);
        return now >= due
            && !(await store.Find(Kinds.Purges, workspace, "at=", 1, null, descending: true, cancel) is [var last] && last.Document.At >= due);
    }

    /// <summary>The round without who answered what; null where that is known no more.</summary>
    private static (ImmutableArray<PersonId> Invited, ImmutableArray<SurveyAnswers> Answers)? Anonymous(SurveyRound round)
    {
        if (round.Answers.All(static one => IsAnonymous(one.Person)) && round.Invited.All(IsAnonymous))
        {
            return null;
        }

        return (
            [.. round.Invited.Where(round.HasAnswered).Select(person => AnonymousId(round, person))],
            [.. round.Answers.Select(one => one with { Person = AnonymousId(round, one.Person) })]);
    }

    private static PersonId AnonymousId(SurveyRound round, PersonId person)
    {
        var at = round.Answers.Select(static one => one.Person).ToList().IndexOf(person);
        return new PersonId(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"anonymous-{(at < 0 ? 0 : at + 1)}"));
    }

    private static bool IsAnonymous(PersonId person) => person.Value.StartsWith("anonymous-", StringComparison.Ordinal);
}
