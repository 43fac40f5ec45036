using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Telling;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.HoldingMeetings;

/// <summary>What a channel hears ahead of a role meeting: its agenda, and what changed in the portfolio since the last one.</summary>
public sealed class SummaryCards(IStore store, WorkingMethod method)
{
    /// <summary>Stays true when the meeting is over: this card is not looked at again then.</summary>
    private static readonly Phrase Begun = new(
        "Het overleg is begonnen. Op de kaart ervan, verderop, lees je hoe ver het is en straks de notulen.",
        "The meeting has begun. Its card, further down, tells how far it is and becomes the minutes.");

    private readonly string owner = method.Teams.FirstOrDefault(team => team.OwnsRoleMeeting)?.Id ?? "";

    /// <param name="about">The team whose channel it is.</param>
    /// <param name="run">The occasion it is posted for.</param>
    /// <param name="now">Until when it tells what changed.</param>
    /// <param name="meeting">The meeting as it is after this turn; null for as it is stored.</param>
    /// <param name="tension">A tension as it is after this turn, where one changes in it.</param>
    public async ValueTask<Card> Of(
        WorkspaceId workspace, string about, OccasionRun run, DateTimeOffset now, CultureInfo culture, CancellationToken cancel, RoleMeeting? meeting = null, Tension? tension = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        var news = new NewsReader(store, workspace, method, cancel);
        return await Of(new Reader(store, workspace, cancel), news, team => news.Of(team, run.Since, now), about, run, now, culture, meeting, tension);
    }

    /// <param name="newsOf">The news of a team, read once for all channels.</param>
    public async ValueTask<Card> Of(
        Reader reader, NewsReader news, Func<string, ValueTask<TeamNews>> newsOf, string about, OccasionRun run, DateTimeOffset now, CultureInfo culture,
        RoleMeeting? meeting = null, Tension? tension = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        var team = method.Team(run.Team ?? owner)!;
        var id = string.Create(CultureInfo.InvariantCulture, $"{team.Id}/{run.Id.Split('/')[^1]}");
        meeting ??= (await reader.Load(Kinds.Meetings, id))?.Document ?? new RoleMeeting { Id = id, Team = team.Id, StartsAt = run.About };
        var gathers = meeting.State == MeetingState.Gathering; // then the agenda says on top when it is
        var summary = await Summary(news, newsOf, about, run, new Telling.Telling(gathers ? null : run.About, run.IsLate ? run.At : null, run.Missed.Length), culture);
        return gathers
            ? await new AgendaCard(reader, method, culture) { Changed = tension }.Over(
                summary, meeting with { StartsAt = run.About }, team, now, run.Id, await MeetingNews.Leaders(reader, team.Id, LocalTime.DayOf(now, Clock.Amsterdam)))
            : summary with { Body = [new Text(Begun.In(culture)), .. summary.Body] };
    }

    private async ValueTask<Card> Summary(NewsReader news, Func<string, ValueTask<TeamNews>> newsOf, string about, OccasionRun run, Telling.Telling telling, CultureInfo culture)
    {
        var cards = new NewsCards(news, culture);
        if (method.Team(about)?.ProjectType is not null)
        {
            return await cards.Summary(await newsOf(about), telling);
        }

        List<TeamNews> all = [];
        foreach (var other in Teams.WithPortfolio(method))
        {
            all.Add(await newsOf(other.Id));
        }

        return await cards.Summary(all, telling);
    }
}
