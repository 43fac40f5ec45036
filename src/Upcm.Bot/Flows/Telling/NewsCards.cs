using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Telling;

/// <summary>What is said around the news: what it is ahead of, and whether it comes late.</summary>
/// <param name="About">The role meeting that a summary is ahead of, or null.</param>
/// <param name="LateFor">When it should have come, where it comes late.</param>
/// <param name="Missed">How many earlier ones were missed and are told along.</param>
public sealed record Telling(DateTimeOffset? About = null, DateTimeOffset? LateFor = null, int Missed = 0);

/// <summary>The digest of a linking pin and the summary of a channel: they fit one screen, with 3 changes and with 3 000.</summary>
public sealed class NewsCards(NewsReader reader, CultureInfo culture)
{
    private const int MostLines = 3;
    private const int MostNamed = 2;
    private const int AllInSight = 6;

    /// <summary>In the order of importance; what is in no section stands here as a count only.</summary>
    private static readonly NewsKind[] Named = [NewsKind.GateDecided, NewsKind.GateRequested, NewsKind.Registered, NewsKind.Resumed];
    private static readonly NewsKind[] Carried = [NewsKind.TensionIn, NewsKind.TensionOut];
    private static readonly NewsKind[] CountedOnly = [NewsKind.Reported, NewsKind.SheetMade, NewsKind.FingerprintClosed, NewsKind.ActionDone, NewsKind.Imported];

    private readonly NewsLines lines = new(reader, culture);
    private readonly bool en = culture.IsEnglish();

    /// <summary>The weekly digest of one team, to one person.</summary>
    public async ValueTask<Card> Digest(TeamNews news, Telling telling) => new(en ? $"Weekly digest {lines.TeamName(news.Team)}" : $"Weekoverzicht {lines.TeamName(news.Team)}")
    {
        Status = Status(news.Since, news.Changed, news.Whole),
        Body = [.. Lateness(telling), .. await Top([news]), .. await Sections(news), .. await Tensions(news)],
        Buttons = news.IsSilent ? [] : [Whole("weekoverzicht", "digest", news.Team, news), Portfolio(news.Team)],
    };

    /// <summary>The summary of one team, to its channel.</summary>
    public async ValueTask<Card> Summary(TeamNews news, Telling telling) => new(SummaryTitle(lines.TeamName(news.Team)))
    {
        Status = Status(news.Since, news.Changed, news.Whole),
        Body = [.. Meeting(telling), .. Lateness(telling), .. await Sections(news)],
        Buttons = news.IsSilent ? [] : [Whole("samenvatting", "summary", news.Team, news), Portfolio(news.Team)],
    };

    /// <summary>The summary of all teams, to the support team: what matters most, and how much moved where.</summary>
    public async ValueTask<Card> Summary(IReadOnlyList<TeamNews> all, Telling telling)
    {
        List<Fact> facts = [];
        foreach (var news in all.Where(news => !news.IsSilent))
        {
            var counts = Enum.GetValues<NewsKind>().Where(kind => news.Of(kind).Count > 0).Select(kind => lines.Count(kind, news.Of(kind).Count));
            facts.Add(new Fact(lines.TeamName(news.Team), string.Join(" · ", counts)));
        }

        List<Element> body = [.. Meeting(telling), .. Lateness(telling), .. await Top(all)];
        body.AddRange(facts.Chunk(6).Select(six => new Facts(six)));
        return new Card(SummaryTitle(en ? "of all teams" : "van alle teams"))
        {
            Status = Status(all[0].Since, all.Sum(news => news.Changed), all.All(news => news.Whole)),
            Body = body,
            Buttons =
            [
                .. facts.Count == 0 ? Array.Empty<Button>() : [Whole("samenvatting", "summary", "", all[0])],
                .. all.Where(news => !news.IsSilent).Select(news => Sayings.Button(lines.TeamName(news.Team), $"{(en ? "summary" : "samenvatting")} {news.Team}")),
            ],
        };
    }

    private string SummaryTitle(string of) => en ? $"Summary {of}" : $"Samenvatting {of}";

    private string Status(DateTimeOffset since, int changed, bool whole) => changed == 0
        ? en ? $"Nothing changed since {lines.At(since)}" : $"Niets veranderd sinds {lines.At(since)}"
        : en
            ? $"{(whole ? "" : "more than ")}{lines.Number(changed)} {(changed == 1 ? "change" : "changes")} since {lines.At(since)}"
            : $"{(whole ? "" : "meer dan ")}{lines.Number(changed)} {(changed == 1 ? "verandering" : "veranderingen")} sinds {lines.At(since)}";

    private IEnumerable<Element> Meeting(Telling telling) => telling.About is { } about
        ? [new Text(en ? $"Ahead of the role meeting on {lines.At(about)}." : $"Voor het roloverleg van {lines.At(about)}.")]
        : [];

    private IEnumerable<Element> Lateness(Telling telling)
    {
        if (telling.LateFor is { } planned)
        {
            var missed = telling.Missed switch
            {
                0 => "",
                1 => en ? " It also tells what one missed message would have told." : " Wat in een gemist bericht had gestaan, staat er ook in.",
                var more => en ? $" It also tells what {more} missed messages would have told." : $" Wat in {more} gemiste berichten had gestaan, staat er ook in.",
            };
            yield return new Text(
                (en ? $"This comes late: it was planned for {lines.At(planned)}." : $"Dit bericht is te laat: het had {lines.At(planned)} moeten komen.") + missed, Tone.Subtle);
        }
    }

    /// <summary>The three lines that matter most, where there is enough to choose from.</summary>
    private async ValueTask<IReadOnlyList<Element>> Top(IReadOnlyList<TeamNews> all)
    {
        NewsItem[] Of(NewsKind kind, Func<NewsItem, DateOnly, bool> counts) =>
            [.. all.SelectMany(news => news.Of(kind).Where(item => counts(item, LocalTime.DayOf(news.Until, Clock.Amsterdam))))];
        var red = Of(NewsKind.LightChanged, (item, _) => item.Weight == (int)LightColour.Red);
        var waits = Of(NewsKind.GateWaits, (_, _) => true);
        var late = Of(NewsKind.ActionDue, (item, today) => item.Day < today);
        var overdue = Of(NewsKind.ReportOverdue, (_, _) => true);
        var decided = Of(NewsKind.GateDecided, (_, _) => true);
        if (all.Sum(news => news.Items.Values.Sum(items => items.Count)) <= AllInSight)
        {
            return [];
        }

        List<string> top = [];
        await Add(red, count => en ? $"{count} turned red" : $"{count} op rood gesprongen");
        await Add(waits, count => lines.Count(NewsKind.GateWaits, waits.Length) + (en ? " for a decision" : " op een besluit"));
        await Add(late, count => en ? $"{count} {(late.Length == 1 ? "action" : "actions")} late" : $"{count} {(late.Length == 1 ? "actie" : "acties")} te laat");
        await Add(overdue, count => lines.Count(NewsKind.ReportOverdue, overdue.Length));
        await Add(decided, count => lines.Count(NewsKind.GateDecided, decided.Length));
        return top.Count == 0 ? [] : [new Bullets([.. top.Take(MostLines)])];

        async ValueTask Add(NewsItem[] items, Func<string, string> counted)
        {
            if (items.Length > 0 && top.Count < MostLines)
            {
                top.Add($"{counted(lines.Number(items.Length))}: {await lines.Line(items[0], DateOnly.MinValue)}");
            }
        }
    }

    private async ValueTask<IReadOnlyList<Element>> Sections(TeamNews news)
    {
        var today = LocalTime.DayOf(news.Until, Clock.Amsterdam);
        List<Element> sections = [];
        List<string> changed = [];
        foreach (var kind in Named.Where(kind => news.Of(kind).Count > 0))
        {
            changed.Add(await lines.Counted(kind, news.Of(kind), MostNamed));
        }

        if (news.Of(NewsKind.SightLine) is { Count: > 0 } sight)
        {
            changed.Add($"{lines.Heading(NewsKind.SightLine)}: {string.Join(", ", await lines.Few(sight, MostNamed, today))}");
        }

        var counts = CountedOnly.Where(kind => news.Of(kind).Count > 0).Select(kind => lines.Count(kind, news.Of(kind).Count)).ToList();
        if (counts.Count > 0)
        {
            changed.Add(string.Join(", ", counts));
        }

        Add(en ? "Changed" : "Veranderd", changed);
        Add(en ? "Waits for a decision" : "Wacht op een besluit", await lines.Few(news.Of(NewsKind.GateWaits), MostLines, today));
        Add(lines.Heading(NewsKind.LightChanged), await lines.Few(news.Of(NewsKind.LightChanged), MostLines, today));
        Add(lines.Heading(NewsKind.ReportOverdue), await lines.Few(news.Of(NewsKind.ReportOverdue), MostLines, today));
        var coming = news.Of(NewsKind.ActionDue).Concat(news.Of(NewsKind.TermNear)).OrderBy(item => item.Day).ToList();
        Add(en ? "Late, or due within two weeks" : "Te laat, of binnen twee weken", await lines.Few(coming, MostLines, today));
        return sections;

        void Add(string heading, IReadOnlyList<string> bullets)
        {
            if (bullets.Count > 0)
            {
                sections.Add(new Section(heading, [new Bullets(bullets)]));
            }
        }
    }

    /// <summary>What the linking pin carries between the teams, each with one tap that puts it on the agenda there.</summary>
    private async ValueTask<IReadOnlyList<Element>> Tensions(TeamNews news)
    {
        List<Element> sections = [];
        foreach (var kind in Carried.Where(kind => news.Of(kind).Count > 0))
        {
            List<Element> rows = [];
            foreach (var item in news.Of(kind).Take(MostNamed))
            {
                rows.Add(new Row(await lines.Line(item, default), null, item.Tension!.Table == Tables.RoleMeeting ? null : new Button(
                    kind == NewsKind.TensionIn ? en ? "Put on our agenda" : "Zet op onze agenda" : en ? "Put on their agenda" : "Zet op hun agenda",
                    CarryTension.Press(item.Tension.Id))));
            }

            if (news.Of(kind).Count > MostNamed)
            {
                rows.Add(new Text(en ? $"and {lines.Number(news.Of(kind).Count - MostNamed)} more" : $"en nog {lines.Number(news.Of(kind).Count - MostNamed)}", Tone.Subtle));
            }

            sections.Add(new Section(lines.Heading(kind), rows));
        }

        return sections;
    }

    private Button Whole(string command, string commandEn, string team, TeamNews news) => new(
        en ? "Show all" : "Alles tonen",
        ShowWhole.Press(team, news.Since, news.Until, 0),
        string.Join(' ', new[] { en ? commandEn : command, team, en ? "all" : "alles" }.Where(word => word.Length > 0)),
        ButtonTone.Main);

    private static Button Portfolio(string team) => Sayings.Button("Portfolio", $"portfolio {team}");
}
