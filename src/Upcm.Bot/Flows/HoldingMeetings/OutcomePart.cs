using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.HoldingMeetings;

/// <summary>The questions by which one outcome is told: what kind it is, and what that kind needs.</summary>
/// <param name="roles">The roles it can be about, with those made earlier in the same meeting.</param>
/// <param name="kinds">What can be chosen.</param>
/// <param name="asked">What the first question says; null for what a meeting agreed.</param>
public sealed class OutcomePart(WorkingMethod method, string team, IReadOnlyList<Role> roles, IReadOnlyList<OutcomeKind> kinds, DateOnly today, Phrase? asked = null)
{
    private const int LongestText = 500;

    private readonly ChoiceQuestion kind = new(
        "kind", asked ?? new("Wat is er afgesproken?", "What was agreed?"), [.. kinds.Select(one => new Choice(one.ToString(), OutcomeWords.Name(one)))])
    {
        Name = new("Soort", "Kind"),
    };

    private readonly ChoiceQuestion role = new(
        "role", new("Welke rol?", "Which role?"), [.. roles.Where(one => one.EndedOn is null).Select(one => new Choice(one.Id.Value, new Phrase(one.Name.Nl, one.Name.En)))])
    {
        Name = new("Rol", "Role"),
        OnlyIf = static answers => KindIn(answers) is { } kind && kind is not (OutcomeKind.RoleCreated or OutcomeKind.ActionAgreed or OutcomeKind.PassedOn or OutcomeKind.Dropped),
    };

    private readonly TextQuestion name = new("name", new("Hoe heet de nieuwe rol?", "What is the new role called?"))
    {
        Name = new("Naam", "Name"),
        AtMost = 60,
        OnlyIf = Is(OutcomeKind.RoleCreated),
    };

    private readonly TextQuestion newName = new("new-name", new("Hoe heet de rol voortaan?", "What is the role called from now on?"))
    {
        Name = new("Nieuwe naam", "New name"),
        Hint = new("Blijft de naam zoals hij is? Zeg dan \"sla over\".", "Does the name stay as it is? Then say \"skip\"."),
        AtMost = 60,
        Optional = true,
        OnlyIf = Is(OutcomeKind.RoleChanged),
    };

    private readonly TextQuestion purpose = new("purpose", new("Waar is de rol voor?", "What is the role for?"))
    {
        Name = new("Doel", "Purpose"),
        Hint = new("In een zin, bijvoorbeeld: zorgt dat bedrijven maar een keer om cijfers gevraagd worden.", "In one sentence, for instance: makes sure that companies are asked for figures only once."),
        AtMost = LongestText,
        OnlyIf = Is(OutcomeKind.RoleCreated, OutcomeKind.RoleChanged),
    };

    private readonly ChoiceQuestion horizon = new(
        "horizon", new("Op welke beslishorizon?", "On which decision horizon?"), [.. method.Horizons.Select(one => new Choice(one.Id, new Phrase(one.Name.Nl, one.Name.En)))])
    {
        Name = new("Horizon", "Horizon"),
        Optional = true,
        OnlyIf = Is(OutcomeKind.RoleCreated),
    };

    private readonly TextQuestion accountability = new("accountability", new("Wat mogen anderen van de rol verwachten?", "What may others expect of the role?"))
    {
        Name = new("Verantwoordelijkheid", "Accountability"),
        Hint = new("Begin met een werkwoord: vraagt cijfers op bij bedrijven.", "Begin with a verb: asks companies for figures."),
        AtMost = LongestText,
        OnlyIf = Is(OutcomeKind.AccountabilityAdded),
    };

    private readonly TextQuestion policy = new("policy", new("Wat is de afspraak?", "What is the policy?"))
    {
        Name = new("Afspraak", "Policy"),
        AtMost = LongestText,
        OnlyIf = Is(OutcomeKind.PolicySet),
    };

    private readonly TextQuestion action = new("action", new("Wat gaat er gebeuren?", "What is going to be done?"))
    {
        Name = new("Actie", "Action"),
        AtMost = LongestText,
        OnlyIf = Is(OutcomeKind.ActionAgreed),
    };

    private readonly PeopleQuestion person = new("person", new("Wie?", "Who?"))
    {
        Name = new("Wie", "Who"),
        Hint = new("Een naam, een @vermelding of \"ik\".", "A name, an @mention or \"me\"."),
        OnlyIf = Is(OutcomeKind.FillerAppointed, OutcomeKind.FillerEnded, OutcomeKind.ActionAgreed),
    };

    private readonly ChoiceQuestion acting = new("acting", new("Is het waarnemend?", "Is it acting?"), ChoiceQuestion.YesNo)
    {
        Name = new("Waarnemend", "Acting"),
        Optional = true,
        OnlyIf = Is(OutcomeKind.FillerAppointed),
    };

    private readonly DateQuestion due = new("due", new("Wanneer is het klaar?", "When is it done?"), today)
    {
        Name = new("Klaar op", "Done by"),
        OnlyIf = Is(OutcomeKind.ActionAgreed),
        Rule = day => day < today ? new Phrase("Deze dag is al geweest.", "This day has passed.") : null,
    };

    private readonly DateQuestion until = new("until", new("Tot en met wanneer?", "Until when?"), today)
    {
        Name = new("Tot en met", "Until"),
        Optional = true,
        OnlyIf = Is(OutcomeKind.FillerAppointed),
        Rule = day => day < today ? new Phrase("Deze dag is al geweest.", "This day has passed.") : null,
    };

    private readonly ChoiceQuestion other = new(
        "team", new("Naar welk team gaat de spanning?", "To which team does the tension go?"),
        [.. method.Teams.Where(one => one.Id != team).Select(one => new Choice(one.Id, new Phrase(one.Name.Nl, one.Name.En)))])
    {
        Name = new("Team", "Team"),
        OnlyIf = Is(OutcomeKind.PassedOn),
    };

    private readonly TextQuestion reason = new("reason", new("Waarom wordt er niets mee gedaan?", "Why is nothing done with it?"))
    {
        Name = new("Reden", "Reason"),
        AtMost = LongestText,
        OnlyIf = Is(OutcomeKind.Dropped),
    };

    public IReadOnlyList<Question> Questions(Answers answers) =>
        [kind, role, name, newName, purpose, horizon, accountability, Gone(answers), policy, action, person, acting, due, until, other, reason];

    public Outcome Complete(Answers answers)
    {
        var what = KindIn(answers)!.Value;
        RoleId? about = role.Maybe(answers) is { } id ? new RoleId(id) : what == OutcomeKind.RoleCreated ? NewId(name.From(answers)) : null;
        return new Outcome
        {
            Kind = what,
            Role = about,
            Name = name.Maybe(answers) ?? newName.Maybe(answers),
            Text = purpose.Maybe(answers) ?? accountability.Maybe(answers) ?? Gone(answers).Maybe(answers) ?? policy.Maybe(answers) ?? action.Maybe(answers) ?? reason.Maybe(answers),
            Horizon = horizon.Maybe(answers),
            Person = person.IsAnswered(answers) ? new Somebody(new PersonId(person.From(answers)[0].Id), person.From(answers)[0].Name) : null,
            Acting = acting.Maybe(answers) == "ja",
            Until = due.IsAnswered(answers) ? due.From(answers) : until.IsAnswered(answers) ? until.From(answers) : null,
            Team = other.Maybe(answers),
        };
    }

    /// <summary>A role that ended keeps its id, so one by the same name gets another.</summary>
    private RoleId NewId(string called)
    {
        var id = RoleId.Of(team, called);
        for (var again = 2; roles.Any(one => one.Id == id && one.EndedOn is not null); again++)
        {
            id = RoleId.Of(team, $"{called} {again}");
        }

        return id;
    }

    private ChoiceQuestion Gone(Answers answers)
    {
        var about = roles.FirstOrDefault(one => one.Id.Value == answers[role.Key]);
        return new ChoiceQuestion(
            "removed", new("Welke verantwoordelijkheid gaat eraf?", "Which accountability is removed?"),
            [.. (about?.Accountabilities ?? []).Select(one => new Choice(one.Nl.Replace(",", "", StringComparison.Ordinal), new Phrase(one.Nl, one.En)))])
        {
            Name = new("Gaat eraf", "Removed"),
            OnlyIf = Is(OutcomeKind.AccountabilityRemoved),
        };
    }

    private static OutcomeKind? KindIn(Answers answers) => Enum.TryParse<OutcomeKind>(answers["kind"], out var kind) ? kind : null;

    private static Func<Answers, bool> Is(params OutcomeKind[] these) => answers => KindIn(answers) is { } kind && these.Contains(kind);
}

/// <summary>One outcome of the item at hand.</summary>
public sealed class RecordForm(MeetingItem item, OutcomePart part) : Form<Outcome>
{
    public override Phrase Title => new($"Leg vast bij spanning {item.Tension}", $"Record at tension {item.Tension}");

    public override IReadOnlyList<Question> Questions(Answers answers) => part.Questions(answers);

    protected override Outcome Complete(Answers answers) => part.Complete(answers);
}
