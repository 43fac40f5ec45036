using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Telling;

/// <summary>The button "Alles tonen": every item behind a digest or a summary, a page at a time, for who presses it alone.</summary>
public sealed class ShowWhole(IStore store) : IButton
{
    private const int Page = 25;
    private const string Name = "news.all";

    public string Verb => Name;

    /// <param name="team">Team id; empty for all teams with a portfolio.</param>
    /// <param name="page">Counted from 0.</param>
    public static Press Press(string team, DateTimeOffset since, DateTimeOffset until, int page) => new(
        Name, ("team", team), ("since", Kinds.Sortable(since)), ("until", Kinds.Sortable(until)), ("page", page.ToString(CultureInfo.InvariantCulture)));

    public async ValueTask Press(Turn turn, Pressed pressed)
    {
        var data = pressed.Press.Data;
        var team = data.GetValueOrDefault("team");
        if (team is null
            || (team.Length > 0 && Teams.WithPortfolio(turn.Method).All(known => known.Id != team))
            || Moment(data.GetValueOrDefault("since")) is not { } since
            || Moment(data.GetValueOrDefault("until")) is not { } until
            || !int.TryParse(data.GetValueOrDefault("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page))
        {
            turn.Say("Deze knop werkt niet meer. Zeg \"samenvatting\" voor wat er nu speelt.", "This button no longer works. Say \"summary\" for what is going on now.");
            return;
        }

        turn.Replace(await CardOf(turn, store, team, since, until, page, null));
    }

    /// <param name="command">What was said to get here, to say for the next page; null where buttons were pressed.</param>
    public static async ValueTask<Card> CardOf(Turn turn, IStore store, string team, DateTimeOffset since, DateTimeOffset until, int page, string? command)
    {
        var en = turn.Culture.IsEnglish();
        var reader = new NewsReader(store, turn.Workspace, turn.Method, turn.Cancel);
        var all = await reader.Of(team.Length > 0 ? [team] : Teams.WithPortfolio(turn.Method).Select(one => one.Id), since, until);
        var lines = new NewsLines(reader, turn.Culture);
        var items = all.SelectMany(news => Enum.GetValues<NewsKind>().SelectMany(kind => news.Of(kind).Select(item => (news.Team, Item: item)))).ToList();
        page = Math.Min(page, Math.Max(0, (items.Count - 1) / Page));
        List<Element> body = [];
        foreach (var group in items.Skip(page * Page).Take(Page).GroupBy(pair => (pair.Team, pair.Item.Kind)))
        {
            List<string> bullets = [];
            foreach (var (_, item) in group)
            {
                bullets.Add(await lines.Line(item, LocalTime.DayOf(until, Clock.Amsterdam)));
            }

            var heading = lines.Heading(group.Key.Kind);
            body.Add(new Section(all.Count > 1 ? $"{lines.TeamName(group.Key.Team)}: {heading}" : heading, [new Bullets(bullets)]));
        }

        var (first, last) = (page * Page + 1, Math.Min(items.Count, (page + 1) * Page));
        return new Card(all.Count > 1
            ? en ? "Everything, all teams" : "Alles van alle teams"
            : en ? $"Everything of {lines.TheTeam(team)}" : $"Alles van {lines.TheTeam(team)}")
        {
            Status = items.Count == 0
                ? en ? "Nothing to tell" : "Er is niets te melden"
                : $"{lines.At(since)} – {lines.At(until)} · {lines.Number(first)}–{lines.Number(last)} {(en ? "of" : "van")} {lines.Number(items.Count)}",
            Body = body,
            Buttons =
            [
                .. last < items.Count ? [Turned(en ? "Next" : "Volgende", page + 1)] : Array.Empty<Button>(),
                .. page > 0 ? [Turned(en ? "Previous" : "Vorige", page - 1)] : Array.Empty<Button>(),
            ],
        };

        Button Turned(string label, int to) => new(
            label, Press(team, since, until, to), command is null ? null : string.Join(' ', new[] { command, team, en ? "all" : "alles", $"{to + 1}" }.Where(word => word.Length > 0)));
    }

    private static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
