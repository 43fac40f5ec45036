using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Rhythm;

/// <summary>
/// Who owes something hears of it when it is due and once more a week later, and then the team lead hears as well. After that
/// the digest goes on telling. What one person owes comes in one message a day, and what is done by then is left out.
/// </summary>
public sealed class Reminders(IStore store, WorkingMethod method, TimeProvider time) : IFreshens
{
    /// <summary>To who owes it, and to who leads the team.</summary>
    public const string ToOwner = "reminder";
    public const string ToLead = "reminder-team";

    /// <summary>How many days after the first the second comes.</summary>
    public const int SecondAfter = 7;

    /// <summary>What became due longer ago while the bot was away is not reminded of any more; digests tell of it.</summary>
    public const int TooOld = 30;

    private const int Page = 200;
    private const int MostInOne = 40;

    public IReadOnlyList<string> Kinds { get; } = [ToOwner, ToLead];

    /// <summary>Everybody who is to be reminded in this run, with the message.</summary>
    public async ValueTask<IReadOnlyList<(string PostId, Owed[] Owed, Somebody To, string Kind)>> Of(WorkspaceId workspace, OccasionRun run, CancellationToken cancel)
    {
        var (after, until) = (LocalTime.DayOf(run.Since, Clock.Amsterdam), LocalTime.DayOf(run.Until, Clock.Amsterdam));
        List<(Owed Owed, bool Second)> due = [];
        await foreach (var owed in All(workspace, until, cancel))
        {
            if (Falls(owed.Due) || Falls(owed.Due.AddDays(SecondAfter)))
            {
                due.Add((owed, Falls(owed.Due.AddDays(SecondAfter))));
            }
        }

        var toOwners = due.GroupBy(one => one.Owed.Owner.Id).Select(of => ($"{run.Id}/{of.Key}", Most(of), of.First().Owed.Owner, ToOwner));
        List<(string, Owed[], Somebody, string)> toLeads = [];
        foreach (var team in due.Where(one => one.Second).GroupBy(one => one.Owed.Team))
        {
            foreach (var lead in await store.Find(Storage.Kinds.Appointments, workspace, $"team={team.Key}|{Offices.TeamLead}|", Page, null, descending: false, cancel))
            {
                var others = Most(team.Where(one => one.Owed.Owner.Id != lead.Document.Person.Id));
                if (others.Length > 0)
                {
                    toLeads.Add(($"{run.Id}/{team.Key}/{lead.Document.Person.Id}", others, lead.Document.Person, ToLead));
                }
            }
        }

        return [.. toOwners, .. toLeads];

        bool Falls(DateOnly day) => day > after && day <= until && day >= until.AddDays(-TooOld);
        static Owed[] Most(IEnumerable<(Owed Owed, bool Second)> some) => [.. some.Select(one => one.Owed).OrderBy(owed => owed.Due).Take(MostInOne)];
    }

    /// <summary>The message, as it stands now.</summary>
    public Card Card(IReadOnlyList<Owed> owed, string kind, CultureInfo culture) =>
        ReminderCard.Of(owed, kind == ToLead, LocalTime.DayOf(time.GetUtcNow(), Clock.Amsterdam), method, culture);

    public async ValueTask<Post?> Fresh(WorkspaceId workspace, Post post, CancellationToken cancel)
    {
        List<Owed> left = [];
        foreach (var id in post.About?.Split('\n') ?? [])
        {
            if (await StillOwed(workspace, id, cancel) is { } owed)
            {
                left.Add(owed);
            }
        }

        return left.Count == 0 ? null : post with { Card = Card(left, post.Kind, Cultures.Of(post.Language)) };
    }

    /// <summary>All that waits for somebody, the last month's; the owners of what is not theirs to do are passed over.</summary>
    public async IAsyncEnumerable<Owed> All(WorkspaceId workspace, DateOnly until, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var oldest = until.AddDays(-TooOld - SecondAfter - 1);
        await foreach (var action in Pages(Storage.Kinds.Actions, workspace, "open=", $"open={oldest:yyyy-MM-dd}", cancel))
        {
            if (action.Due > until)
            {
                break;
            }

            yield return Owed.Of(action);
        }

        foreach (var team in method.Teams)
        {
            await foreach (var report in Pages(Storage.Kinds.ReportsOwed, workspace, $"team={team.Id}|", $"team={team.Id}|{oldest.AddDays(-method.Norms.ReportEveryDays):yyyy-MM-dd}", cancel))
            {
                if (Owed.DueOf(report, method) > until)
                {
                    break;
                }

                if (await OwedOf(workspace, report, cancel) is { } owed)
                {
                    yield return owed;
                }
            }
        }
    }

    private async ValueTask<Owed?> StillOwed(WorkspaceId workspace, string id, CancellationToken cancel) => id.Split(':', 2) switch
    {
        ["action", var action] => await store.Load(Storage.Kinds.Actions, workspace, action, cancel) is { Document: { DoneAt: null } open } ? Owed.Of(open) : null,
        ["report", var number] => await store.Load(Storage.Kinds.ReportsOwed, workspace, number, cancel) is { Document: var report }
            && Owed.DueOf(report, method) <= LocalTime.DayOf(time.GetUtcNow(), Clock.Amsterdam) ? await OwedOf(workspace, report, cancel) : null,
        _ => null,
    };

    private async ValueTask<Owed?> OwedOf(WorkspaceId workspace, ReportOwed report, CancellationToken cancel) =>
        await store.Load(Storage.Kinds.Initiatives, workspace, report.Number.ToString(), cancel) is { Document: var initiative }
            ? new Owed($"report:{report.Number}", report.Number, report.Team, initiative.Title, initiative.Leader ?? initiative.RegisteredBy, Owed.DueOf(report, method))
            : null;

    private async IAsyncEnumerable<T> Pages<T>(Kind<T> kind, WorkspaceId workspace, string key, string after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
        where T : class
    {
        string? from = after;
        IReadOnlyList<Found<T>> page;
        do
        {
            page = await store.Find(kind, workspace, key, Page, from, descending: false, cancel);
            foreach (var found in page)
            {
                yield return found.Document;
            }

            from = page.Count == 0 ? null : page[^1].Bookmark;
        }
        while (page.Count == Page);
    }
}

/// <summary>An action or a progress report that waits for somebody.</summary>
/// <param name="Id"><c>action:…</c> or <c>report:…</c>, by which it is found again.</param>
/// <param name="Words">What it is: the action, or the title of the initiative.</param>
/// <param name="Due">The last day; of a report the first on which it is late.</param>
public sealed record Owed(string Id, InitiativeNumber? Number, string Team, string Words, Somebody Owner, DateOnly Due)
{
    public bool IsReport => Id.StartsWith("report:", StringComparison.Ordinal);

    public static Owed Of(AgreedAction action) => new($"action:{action.Id}", action.Number, action.Team, action.Text, action.Owner, action.Due);

    public static DateOnly DueOf(ReportOwed report, WorkingMethod method) => report.Since.AddDays(method.Norms.ReportEveryDays + 1);
}
