using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary>The decision at a gate, with its meeting, its reason and its conditions.</summary>
/// <param name="onBehalf">True where the speaker records what another decided.</param>
/// <param name="recorded">The decision that is put right; null where one is taken.</param>
/// <param name="isFixed">True where what was decided cannot become something else.</param>
public sealed class DecideForm(Initiative initiative, Gate gate, WorkingMethod method, bool onBehalf, DateOnly today, GateDecision? recorded = null, bool isFixed = false)
    : Form<DecideForm.Decided>
{
    private const int MostConditions = 10;
    private static readonly Phrase ThePage = new("Het besluit", "The decision");
    private static readonly Phrase ConditionsPage = new("Voorwaarden", "Conditions");

    public sealed record Decided(
        DecisionKind Kind, DateOnly? Meeting, PersonId? OnBehalfOf, string? Reason, string? BackTo, ImmutableArray<GateCondition> Conditions)
    {
        public GateDecision As(PersonId by, DateTimeOffset at) => new()
        {
            Kind = Kind,
            By = by,
            OnBehalfOf = OnBehalfOf,
            At = at,
            MeetingDate = Meeting,
            Reason = Reason,
            BackTo = BackTo,
            Conditions = Conditions,
        };
    }

    private readonly ChoiceQuestion kind = new(
        "kind", new("Wat is het besluit?", "What is the decision?"),
        [.. Enum.GetValues<DecisionKind>()
            .Where(kind => isFixed ? kind == recorded!.Kind : kind != DecisionKind.Back || Earlier(gate, method).Any())
            .Select(kind => new Choice(kind.ToString(), GateWords.Name(kind), kind == DecisionKind.Go ? ["go"] : []))])
    {
        Name = new("Besluit", "Decision"),
        Why = new(
            "Door: het initiatief gaat naar de volgende fase. Voorwaarden worden acties met een eigenaar en een datum.",
            "Go: the initiative goes on to the next phase. Conditions become actions with an owner and a date."),
        Page = ThePage,
    };

    private readonly ChoiceQuestion backTo = new(
        "back-to", new("Naar welke fase gaat het terug?", "To which phase does it go back?"),
        [.. Earlier(gate, method).Where(phase => !isFixed || phase.Id == recorded!.BackTo).Select(phase => new Choice(phase.Id, new Phrase(phase.Name.Nl, phase.Name.En)))])
    {
        Name = new("Terug naar", "Back to"),
        OnlyIf = static answers => Is(answers, DecisionKind.Back),
        Page = ThePage,
    };

    private readonly DateQuestion meeting = new("meeting", new("Op welke dag was het overleg?", "On which day was the meeting?"), today)
    {
        Name = new("Overleg", "Meeting"),
        HasBeen = recorded is not null,
        Optional = gate.DecidedBy != Decider.SteeringMeeting,
        Rule = day => day > today
            ? new Phrase("Deze dag moet nog komen. Leg het besluit vast als het overleg geweest is.", "This day is still to come. Record the decision once the meeting has been held.")
            : null,
        Page = ThePage,
    };

    private readonly PeopleQuestion behalf = new("behalf", new("Namens wie leg je het vast?", "On whose behalf do you record it?"))
    {
        Name = new("Namens", "On behalf of"),
        Hint = new("De voorzitter van het overleg of de opdrachtgever.", "The chair of the meeting or the client."),
        Optional = recorded is { OnBehalfOf: null },
        OnlyIf = _ => onBehalf || recorded is not null,
        Page = ThePage,
    };

    /// <summary>The day of the meeting is today unless said otherwise, and the one who decides is known.</summary>
    public Answers Known(Somebody? decider)
    {
        var answers = gate.DecidedBy == Decider.SteeringMeeting ? meeting.Prefill(Answers.None, today) : Answers.None;
        return decider is not null && onBehalf ? behalf.Prefill(answers, [new Named(decider.Id.Value, decider.Name)]) : answers;
    }

    /// <summary>A decision as it was recorded.</summary>
    public Answers As(GateDecision decision, Func<PersonId, string> name)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(name);
        Named[] Known(PersonId person) => [new Named(person.Value, name(person))];
        var answers = kind.Prefill(Answers.None, decision.Kind.ToString());
        answers = decision.BackTo is { } back ? backTo.Prefill(answers, back) : answers;
        answers = decision.Reason is { } told ? Reason(answers).Prefill(answers, told) : answers;
        answers = decision.MeetingDate is { } day ? meeting.Prefill(answers, day) : answers;
        answers = decision.OnBehalfOf is { } other ? behalf.Prefill(answers, [.. Known(other)]) : answers;
        foreach (var (index, condition) in decision.Conditions.Index())
        {
            answers = answers.With(Key(index, "text"), condition.Text);
            answers = Owner(index, answers).Prefill(answers, [.. Known(condition.Owner)]);
            answers = Due(index, answers).Prefill(answers, condition.Due);
        }

        return answers;
    }

    public override Phrase Title => new($"Besluit over {initiative.Number} {initiative.Title}", $"Decision on {initiative.Number} {initiative.Title}");

    public override IReadOnlyList<Question> Questions(Answers answers) =>
        [kind, backTo, Reason(answers), meeting, behalf, .. Groups(answers).SelectMany(index => Condition(index, answers))];

    protected override Decided Complete(Answers answers) => new(
        Enum.Parse<DecisionKind>(kind.From(answers)),
        meeting.IsAnswered(answers) ? meeting.From(answers) : null,
        behalf.IsAnswered(answers) ? new PersonId(behalf.From(answers)[0].Id) : null,
        Reason(answers).Maybe(answers),
        backTo.Maybe(answers),
        [.. Groups(answers).Where(index => answers[Key(index, "text")] is not null).Select(index => Agreed(index, answers))]);

    /// <summary>The owners by name, in the order of the conditions.</summary>
    public ImmutableArray<Somebody> Owners(Answers answers) =>
    [
        .. Groups(answers).Where(index => answers[Key(index, "text")] is not null)
            .Select(index => Owner(index, answers).From(answers)[0])
            .Select(owner => new Somebody(new PersonId(owner.Id), owner.Name)),
    ];

    private static TextQuestion Reason(Answers answers) => new("reason", new("Wat is de reden?", "What is the reason?"))
    {
        Name = new("Reden", "Reason"),
        Hint = new("De projectleider leest dit.", "The project leader reads this."),
        Paragraph = true,
        AtMost = 1000,
        Optional = !(Is(answers, DecisionKind.Back) || Is(answers, DecisionKind.Hold) || Is(answers, DecisionKind.Stop)),
        Page = ThePage,
    };

    /// <summary>One group more than was filled in, so that there is always room for another.</summary>
    private static IEnumerable<int> Groups(Answers answers)
    {
        var filled = 0;
        while (filled < MostConditions - 1 && answers[Key(filled, "text")] is not null)
        {
            filled++;
        }

        return Enumerable.Range(0, filled + 1);
    }

    private IEnumerable<Question> Condition(int index, Answers answers)
    {
        var nth = index + 1;
        var further = index > 0;
        yield return new TextQuestion(Key(index, "text"), further
            ? new("Nog een voorwaarde?", "Another condition?")
            : new("Wat is de voorwaarde?", "What is the condition?"))
        {
            Name = new($"Voorwaarde {nth}", $"Condition {nth}"),
            AtMost = 300,
            Optional = further,
            OnlyIf = Conditional,
            Page = ConditionsPage,
        };
        yield return Owner(index, answers);
        yield return Due(index, answers);
    }

    private static PeopleQuestion Owner(int index, Answers answers) => new(Key(index, "owner"), new("Wie zorgt ervoor?", "Who takes care of it?"))
    {
        Name = new($"Eigenaar {index + 1}", $"Owner {index + 1}"),
        Hint = new("Een naam of een @vermelding.", "A name or an @mention."),
        Optional = index > 0 && answers[Key(index, "text")] is null,
        OnlyIf = Conditional,
        Page = ConditionsPage,
    };

    private DateQuestion Due(int index, Answers answers) => new(Key(index, "due"), new("Wanneer moet het klaar zijn?", "When must it be done?"), today)
    {
        Name = new($"Uiterlijk {index + 1}", $"Due {index + 1}"),
        Optional = index > 0 && answers[Key(index, "text")] is null,
        OnlyIf = Conditional,
        Rule = day => day < today && recorded?.Conditions.Any(condition => condition.Due == day) != true ? new Phrase("Deze dag is al geweest.", "This day is already past.") : null,
        Page = ConditionsPage,
    };

    private GateCondition Agreed(int index, Answers answers) => new(
        answers[Key(index, "text")]!, new PersonId(Owner(index, answers).From(answers)[0].Id), Due(index, answers).From(answers));

    private static IEnumerable<Phase> Earlier(Gate gate, WorkingMethod method) => method.Phases.TakeWhile(phase => phase.Id != gate.From);

    private static bool Conditional(Answers answers) => Is(answers, DecisionKind.GoWithConditions);

    private static bool Is(Answers answers, DecisionKind kind) => answers["kind"] == kind.ToString();

    private static string Key(int index, string part) => string.Create(CultureInfo.InvariantCulture, $"condition.{index}.{part}");
}
