using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Telling;

/// <summary>Reads a team's news from the journal and by keys: as much work as there is news, whatever the size of the portfolio.</summary>
public sealed class NewsReader(IStore store, WorkspaceId workspace, WorkingMethod method, CancellationToken cancel)
{
    private const int Page = 500;
    private const int MostLines = 20_000;
    private const int MostLights = 200;
    private const int MostOfState = 200;
    private const int DaysAhead = 14;

    private static readonly Dictionary<string, NewsKind> Facts = new(StringComparer.Ordinal)
    {
        [History.InitiativeRegistered] = NewsKind.Registered,
        [History.GateRequested] = NewsKind.GateRequested,
        [History.GateDecided] = NewsKind.GateDecided,
        [History.GateDecisionRevised] = NewsKind.GateDecided,
        [History.InitiativeHeld] = NewsKind.Held,
        [History.InitiativeStopped] = NewsKind.Stopped,
        [History.InitiativeResumed] = NewsKind.Resumed,
        [History.ProgressReported] = NewsKind.Reported,
        [History.ImpactSheetMade] = NewsKind.SheetMade,
        [History.FingerprintClosed] = NewsKind.FingerprintClosed,
        [History.ActionDone] = NewsKind.ActionDone,
        [History.Imported] = NewsKind.Imported,
        [History.OfficeAppointed] = NewsKind.SightLine,
        [History.OfficeEnded] = NewsKind.SightLine,
    };

    private readonly Dictionary<InitiativeNumber, string> titles = [];

    public WorkingMethod Method => method;

    public async ValueTask<TeamNews> Of(string team, DateTimeOffset since, DateTimeOffset until)
    {
        var today = LocalTime.DayOf(until, Clock.Amsterdam);
        var (facts, whole) = await FactsOf(team, since, until);
        var items = facts.GroupBy(fact => fact.Kind).ToDictionary(group => group.Key, group => (IReadOnlyList<NewsItem>)[.. group]);
        items[NewsKind.LightChanged] = await Lights(items.GetValueOrDefault(NewsKind.Reported) ?? [], LocalTime.DayOf(since, Clock.Amsterdam), today);
        items[NewsKind.GateWaits] = await GatesThatWait(team);
        items[NewsKind.ActionDue] = await ActionsDue(team, today);
        items[NewsKind.ReportOverdue] = await ReportsOverdue(team, today);
        items[NewsKind.TermNear] = await TermsNear(team, today);
        items[NewsKind.TensionIn] = await Tensions(NewsKind.TensionIn, $"team={team}|");
        items[NewsKind.TensionOut] = await Tensions(NewsKind.TensionOut, $"from={team}|");
        return new TeamNews(team, since, until, items, whole);
    }

    public async ValueTask<IReadOnlyList<TeamNews>> Of(IEnumerable<string> teams, DateTimeOffset since, DateTimeOffset until)
    {
        List<TeamNews> all = [];
        foreach (var team in teams)
        {
            all.Add(await Of(team, since, until));
        }

        return all;
    }

    public async ValueTask<string> Title(InitiativeNumber number)
    {
        if (!titles.TryGetValue(number, out var title))
        {
            title = (await store.Load(Kinds.Initiatives, workspace, number.ToString(), cancel))?.Document.Title ?? "";
            titles[number] = title;
        }

        return title;
    }

    /// <summary>One item per initiative and kind, the newest first; the weight of a report is how many were made.</summary>
    private async ValueTask<(IReadOnlyCollection<NewsItem> Facts, bool Whole)> FactsOf(string team, DateTimeOffset since, DateTimeOffset until)
    {
        Dictionary<(NewsKind, InitiativeNumber?, string?), NewsItem> facts = [];
        var prefix = $"team={team}|";
        var after = prefix + Kinds.Sortable(until.AddTicks(1));
        for (var read = 0; read < MostLines; read += Page)
        {
            var page = await store.Find(Kinds.Journal, workspace, prefix, Page, after, descending: true, cancel);
            foreach (var line in page.Select(found => found.Document).TakeWhile(line => line.At > since))
            {
                if (Facts.TryGetValue(line.What, out var kind))
                {
                    var key = (kind, line.Number, kind is NewsKind.ActionDone or NewsKind.SightLine ? line.Id : null);
                    var known = facts.GetValueOrDefault(key);
                    facts[key] = known is null ? new NewsItem(kind, line.Number, kind == NewsKind.SightLine ? OfficeOf(line) : line.Words, Weight: 1) : known with { Weight = known.Weight + 1 };
                    if (kind == NewsKind.Registered && line.Number is { } number && line.Detail is { } title)
                    {
                        titles.TryAdd(number, title);
                    }
                }
            }

            if (page.Count < Page || page[^1].Document.At <= since)
            {
                return (facts.Values, true);
            }

            after = page[^1].Bookmark;
        }

        return (facts.Values, false);
    }

    /// <summary>How the lights stood in the report before this span, against the last one in it.</summary>
    private async ValueTask<IReadOnlyList<NewsItem>> Lights(IReadOnlyList<NewsItem> reported, DateOnly then, DateOnly today)
    {
        List<NewsItem> changed = [];
        foreach (var item in reported.Take(MostLights))
        {
            var reports = await store.Find(Kinds.Reports, workspace, $"initiative={item.Number}|", item.Weight + 1, null, descending: true, cancel);
            if (reports.Count == 0)
            {
                continue;
            }

            var before = reports.Count > item.Weight ? Domain.Lights.Of(reports[^1].Document, method.Norms, then).Overall : LightColour.Unknown;
            var now = Domain.Lights.Of(reports[0].Document, method.Norms, today);
            if (now.Overall != before && (now.Overall > LightColour.Green || before != LightColour.Unknown))
            {
                changed.Add(new NewsItem(NewsKind.LightChanged, item.Number, LightNews.Change(before, now, method), Weight: (int)now.Overall));
            }
        }

        return [.. changed.OrderByDescending(item => item.Weight)];
    }

    /// <summary>Who got or left which office.</summary>
    private Phrase? OfficeOf(JournalLine line)
    {
        if (line.Detail?.Split('|') is not [var office, var name])
        {
            return line.Words;
        }

        var (what, ended) = (Refusals.OfficeName(method, office), line.What == History.OfficeEnded);
        return new Phrase($"{name} is {(ended ? "geen " : "")}{what.Nl}{(ended ? " meer" : "")}", $"{name} is {(ended ? "no longer " : "")}{what.En}");
    }

    /// <summary>Open tensions between this team and others, those that are not on the agenda of a role meeting yet first.</summary>
    private async ValueTask<IReadOnlyList<NewsItem>> Tensions(NewsKind kind, string key) =>
    [
        .. (await store.Find(Kinds.Tensions, workspace, key, MostOfState, null, descending: false, cancel))
            .Select(found => found.Document)
            .Where(tension => tension.CrossesTeams)
            .OrderBy(tension => tension.Table == Tables.RoleMeeting)
            .Select(tension => new NewsItem(kind, tension.Initiative, Phrase.Same(tension.Text), LocalTime.DayOf(tension.At, Clock.Amsterdam)) { Tension = tension }),
    ];

    private async ValueTask<IReadOnlyList<NewsItem>> GatesThatWait(string team) =>
    [
        .. (await store.Find(Kinds.GateReviews, workspace, $"waits-for={team}|", MostOfState, null, descending: false, cancel))
            .Select(found => found.Document)
            .OrderBy(review => review.RequestedAt)
            .Select(review => new NewsItem(
                NewsKind.GateWaits,
                review.Number,
                method.Gate(review.Gate) is { } gate ? new Phrase(gate.Name.Nl, gate.Name.En) : Phrase.Same(review.Gate),
                review.RequestedAt is { } at ? LocalTime.DayOf(at, Clock.Amsterdam) : null)),
    ];

    private async ValueTask<IReadOnlyList<NewsItem>> ActionsDue(string team, DateOnly today) =>
    [
        .. (await store.Find(Kinds.Actions, workspace, $"team={team}|", MostOfState, null, descending: false, cancel))
            .Select(found => found.Document)
            .TakeWhile(action => action.Due <= today.AddDays(DaysAhead))
            .Select(action => new NewsItem(NewsKind.ActionDue, action.Number, Phrase.Same($"{action.Text} ({action.Owner.Name})"), action.Due)),
    ];

    private async ValueTask<IReadOnlyList<NewsItem>> ReportsOverdue(string team, DateOnly today) =>
    [
        .. (await store.Find(Kinds.ReportsOwed, workspace, $"team={team}|", MostOfState, null, descending: false, cancel))
            .Select(found => found.Document)
            .TakeWhile(owed => owed.Since < today.AddDays(-method.Norms.ReportEveryDays))
            .Select(owed => new NewsItem(NewsKind.ReportOverdue, owed.Number, null, owed.Since)),
    ];

    private async ValueTask<IReadOnlyList<NewsItem>> TermsNear(string team, DateOnly today) =>
    [
        .. (await store.Find(Kinds.Initiatives, workspace, $"term={team}|", MostOfState, $"term={team}|{today:yyyy-MM-dd}", descending: false, cancel))
            .Select(found => found.Document)
            .TakeWhile(initiative => initiative.Term <= today.AddDays(DaysAhead))
            .Select(initiative => new NewsItem(NewsKind.TermNear, initiative.Number, null, initiative.Term)),
    ];
}
