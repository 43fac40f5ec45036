using System.Globalization;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.KeepingRoles;
using Upcm.Bot.Flows.RaisingTensions;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.HoldingMeetings;

/// <summary>Writes what was agreed, in one commit: roles with their rights, actions, what becomes of the tensions, and who hears of it.</summary>
public static class Agreements
{
    /// <param name="source">Where it was agreed, unique: <c>meeting/realisatie/2026-11-24</c>.</param>
    /// <param name="changed">The roles that changed, as they are now.</param>
    public static async ValueTask Apply(Turn turn, string team, string source, IReadOnlyList<MeetingItem> items, IReadOnlyDictionary<RoleId, Role> changed)
    {
        var register = new RoleRegister(turn.Reader, turn.Method);
        var before = await register.OfTeam(team);
        foreach (var role in changed.Values)
        {
            var known = before.FirstOrDefault(kept => kept.Role.Id == role.Id);
            turn.Changes.Put(Kinds.Roles, role, known?.Version ?? 0);
            await Appoint(turn, known?.Role, role, [.. before.Select(kept => changed.GetValueOrDefault(kept.Role.Id) ?? kept.Role)]);
        }

        foreach (var item in items)
        {
            foreach (var (index, outcome) in item.Outcomes.Index().Where(_ => item.State == ItemState.Done))
            {
                Note(turn, team, outcome, changed, before);
                if (outcome.Kind == OutcomeKind.ActionAgreed)
                {
                    turn.Changes.Insert(Kinds.Actions, new AgreedAction
                    {
                        Id = string.Create(CultureInfo.InvariantCulture, $"{source}/{item.Tension}/{index}"),
                        Team = team,
                        Text = outcome.Text!,
                        Owner = outcome.Person!,
                        Due = outcome.Until!.Value,
                    });
                }
            }

            await Settle(turn, item);
        }

        if (turn.Method.Team(team) is { } named)
        {
            await new AgreementNews(turn.Method, named, before.ToDictionary(kept => kept.Role.Id, kept => kept.Role), changed)
                .Tell(turn, source, [.. items.Where(item => item.State == ItemState.Done).SelectMany(item => item.Outcomes)]);
        }
    }

    private static void Note(Turn turn, string team, Outcome outcome, IReadOnlyDictionary<RoleId, Role> changed, IReadOnlyList<KeptRole> before)
    {
        var role = outcome.Role is { } id ? before.FirstOrDefault(kept => kept.Role.Id == id)?.Role ?? changed.GetValueOrDefault(id) : null;
        if (outcome.ChangesRoles)
        {
            turn.Record(History.RoleChanged, null, team, words: OutcomeWords.Of(outcome, role, turn.Method), subject: RoleCard.SubjectOf(outcome.Role!.Value));
        }
    }

    /// <summary>Handled, passed on, dropped, or back on the next agenda with the proposal as it was last.</summary>
    private static async ValueTask Settle(Turn turn, MeetingItem item)
    {
        if (await turn.Load(Kinds.Tensions, item.Tension.ToString()) is not { Document: { State: TensionState.Open } tension } stored)
        {
            return;
        }

        var passed = item.Outcomes.FirstOrDefault(outcome => outcome.Kind == OutcomeKind.PassedOn);
        var settled = item switch
        {
            { State: not ItemState.Done } => tension with { CarriedOver = tension.CarriedOver + 1, Proposal = item.Proposal ?? tension.Proposal },
            _ when passed is not null => tension with { Team = passed.Team!, FromTeam = tension.Team, Table = Tables.OtherTeam },
            _ => tension with
            {
                State = item.Outcomes.All(outcome => outcome.Kind == OutcomeKind.Dropped) ? TensionState.Dropped : TensionState.Resolved,
                EndedAt = turn.Now,
            },
        };
        turn.Changes.Put(Kinds.Tensions, settled, stored.Version);
        if (settled.State != TensionState.Open)
        {
            turn.Record(History.TensionEnded, tension.Initiative, tension.Team, words: TensionWords.State(settled), subject: TensionCard.SubjectOf(tension.Id));
        }
        else if (passed is not null)
        {
            turn.Record(History.TensionMoved, tension.Initiative, settled.Team, words: TensionWords.Place(settled.Table, settled.Team, turn.Method), subject: TensionCard.SubjectOf(tension.Id));
            await turn.Tell(settled.Team, "tension-raised", $"tension-raised/{settled.Id}/{settled.Team}", culture => TensionCard.Of(settled, turn.Method, culture, turn.Now, mayHandle: false, role: null));
        }
    }

    /// <summary>Who fills a role with an office has its rights; who fills none of them any more has not.</summary>
    private static async ValueTask Appoint(Turn turn, Role? before, Role after, IReadOnlyList<Role> roles)
    {
        if (after.Office is not { } office)
        {
            return;
        }

        var team = Appointment.IsOfWorkspace(office) ? null : after.Team;
        foreach (var filler in after.FilledOn(turn.Today))
        {
            var appointment = new Appointment { Office = office, Team = team, Person = filler.Person, Acting = filler.Acting, Until = filler.Until, By = turn.Speaker, At = turn.Now };
            var known = await turn.Load(Kinds.Appointments, Kinds.Appointments.Id(appointment));
            turn.Changes.Put(Kinds.Appointments, known is null ? appointment : known.Document with { Acting = filler.Acting, Until = filler.Until }, known?.Version ?? 0);
        }

        foreach (var gone in (before?.FilledOn(turn.Today) ?? []).Where(filler => after.FilledOn(turn.Today).All(other => other.Person.Id != filler.Person.Id)))
        {
            var still = roles.Any(role => role.Office == office && role.EndedOn is null && role.FilledOn(turn.Today).Any(filler => filler.Person.Id == gone.Person.Id));
            var id = Kinds.Appointments.Id(new Appointment { Office = office, Team = team, Person = gone.Person, By = turn.Speaker, At = turn.Now });
            if (!still && await turn.Load(Kinds.Appointments, id) is { } appointed)
            {
                turn.Changes.Delete(Kinds.Appointments, id, appointed.Version);
            }
        }
    }
}
