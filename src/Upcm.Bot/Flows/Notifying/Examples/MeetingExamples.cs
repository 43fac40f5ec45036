using System.Collections.Immutable;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.CirculatingProposals;
using Upcm.Bot.Flows.HoldingMeetings;
using Upcm.Bot.Flows.RaisingTensions;
using Upcm.Bot.Flows.Scheduling;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Notifying.Examples;

/// <summary>Messages about tensions, role meetings and what they agree on.</summary>
public sealed class MeetingExamples(MeetingCalendar calendar) : INoticeExamples
{
    public IReadOnlyDictionary<string, Func<Turn, ValueTask<Example?>>> ByKind => new Dictionary<string, Func<Turn, ValueTask<Example?>>>
    {
        ["tension-raised"] = turn => Newest(turn, static (turn, tension) => TensionNews.Posted(turn, tension, turn.Culture)),
        ["meeting-changed"] = Changed,
        ["role-meeting"] = Meeting,
        [AgreementNews.RolesKind] = turn => Agreed(turn, static (news, outcomes, turn) => news.OfRoles(outcomes, turn.Culture)),
        [AgreementNews.OutcomeKind] = turn => Agreed(turn, static (news, outcomes, turn) => news.ForOne(outcomes, turn.Culture)),
        ["proposal"] = Proposal,
    };

    private static Team Owner(Turn turn) => turn.Method.Teams.FirstOrDefault(team => team.OwnsRoleMeeting) ?? turn.Method.Teams[0];

    private static async ValueTask<Example?> Newest(Turn turn, Func<Turn, Tension, Card> card)
    {
        var found = await turn.Find(Kinds.Tensions, "open=|", 1, descending: true);
        return new(card(turn, found is [{ Document: var tension }] ? tension : MadeUp(turn)), found.Count == 0);
    }

    private static Tension MadeUp(Turn turn) => new()
    {
        Id = new TensionId(1),
        Text = turn.Culture.IsEnglish() ? "Two roles ask companies for the same figures" : "Twee rollen vragen bedrijven om dezelfde cijfers",
        By = turn.Speaker,
        At = turn.Now,
        Team = Owner(turn).Id,
        Table = Tables.RoleMeeting,
    };

    private async ValueTask<Example?> Changed(Turn turn)
    {
        var team = Owner(turn);
        var card = ShowMeetings.Card(turn, team.Id, await calendar.Of(turn.Workspace, team.Id, turn.Cancel), mayChange: false);
        return new(card with { Title = turn.Culture.IsEnglish() ? $"A role meeting of {team.The.En} was moved" : $"Een roloverleg van {team.The.Nl} is verplaatst" }, MadeUp: true);
    }

    /// <summary>The one that runs, else the minutes of the last, else how one begins.</summary>
    private static async ValueTask<Example?> Meeting(Turn turn)
    {
        var running = await turn.Find(Kinds.Meetings, "running=", 1) is [{ Document: var found }] ? found : null;
        var kept = running ?? await Meetings.Last(turn.Reader, Owner(turn).Id);
        var tension = MadeUp(turn);
        var meeting = kept ?? new RoleMeeting { Id = "example", Team = Owner(turn).Id, StartsAt = turn.Now }
            .After(new MeetingStarted(turn.Speaker, [new MeetingItem { Tension = tension.Id, Text = tension.Text, By = tension.By }], turn.Now));
        var view = new MeetingView(meeting, 0, turn.Method.Team(meeting.Team) ?? Owner(turn), null);
        return new(new MeetingCard(view, turn.Method, await Meetings.Register(turn, meeting, meeting.Team), turn.Culture).ForChannel([]), kept is null);
    }

    /// <summary>What the last meeting agreed on, else something that one might.</summary>
    private static async ValueTask<Example?> Agreed(Turn turn, Func<AgreementNews, IReadOnlyList<Outcome>, Turn, Card> card)
    {
        var team = Owner(turn);
        var register = await Meetings.Register(turn, null, team.Id);
        var last = await Meetings.Last(turn.Reader, team.Id);
        List<Outcome> outcomes = last is null ? [] : [.. MeetingLaws.Outcomes(last).Where(outcome => outcome.ChangesRoles)];
        var invented = outcomes.Count == 0;
        if (invented)
        {
            outcomes.Add(SomeOutcome(turn, register));
        }

        return new(card(new AgreementNews(turn.Method, team, register, register), outcomes, turn), invented);
    }

    private static async ValueTask<Example?> Proposal(Turn turn)
    {
        if (await turn.Find(Kinds.Circulations, "due=", 1) is [{ Document: var circulating }])
        {
            return new(CirculationCard.Of(circulating, await Meetings.Register(turn, null, circulating.Team), turn.Method, turn.Culture, null));
        }

        var (tension, register) = (MadeUp(turn), await Meetings.Register(turn, null, Owner(turn).Id));
        return new(
            CirculationCard.Of(
                new Circulation
                {
                    Id = "example",
                    Tension = tension.Id,
                    Team = tension.Team,
                    Text = tension.Text,
                    Proposal = turn.Culture.IsEnglish() ? "One role asks for all figures" : "Een rol vraagt alle cijfers op",
                    Outcome = SomeOutcome(turn, register),
                    By = turn.Speaker,
                    At = turn.Now,
                    Deadline = turn.Now.AddDays(7),
                    Asked = [turn.Speaker],
                },
                register, turn.Method, turn.Culture, null),
            MadeUp: true);
    }

    private static Outcome SomeOutcome(Turn turn, ImmutableDictionary<RoleId, Role> register) => new()
    {
        Kind = OutcomeKind.AccountabilityAdded,
        Role = register.Keys.OrderBy(role => role.Value, StringComparer.Ordinal).FirstOrDefault(),
        Text = turn.Culture.IsEnglish() ? "Asks companies for figures once." : "Vraagt cijfers een keer op bij bedrijven.",
    };
}
