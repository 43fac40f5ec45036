using System.Collections.Immutable;
using System.Globalization;
using Upcm.Domain;

namespace Upcm.Bot.Importing;

/// <summary>Reads decided passages through gates, and the conditions that became actions. The laws of deciding hold here too.</summary>
internal sealed class ReadGates(WorkingMethod method, string team)
{
    private static readonly Dictionary<string, DecisionKind> Decisions = new(StringComparer.Ordinal)
    {
        ["go"] = DecisionKind.Go,
        ["go-with-conditions"] = DecisionKind.GoWithConditions,
        ["back"] = DecisionKind.Back,
        ["hold"] = DecisionKind.Hold,
        ["stop"] = DecisionKind.Stop,
    };

    private static readonly Dictionary<string, CriterionState> States = new(StringComparer.Ordinal)
    {
        ["open"] = CriterionState.Open,
        ["partly"] = CriterionState.Partly,
        ["met"] = CriterionState.Met,
        ["not-applicable"] = CriterionState.NotApplicable,
    };

    private static readonly Standing Decider = Standing.None with { InTeam = [Offices.TeamLead, Offices.LinkingPin] };

    private readonly List<AgreedAction> actions = [];
    private readonly Dictionary<string, int> rounds = new(StringComparer.Ordinal);

    public ImmutableArray<AgreedAction> Actions => [.. actions];

    public GateReview Of(Group row)
    {
        foreach (var key in (string[])["gate", "decided", "decision"])
        {
            if (!row.Has(key))
            {
                row.Missing(key);
            }
        }

        var gate = row.OneOf("gate", method.Gates.Select(one => one.Id)) is { } id ? method.Gate(id) : null;
        var round = rounds[gate?.Id ?? ""] = rounds.GetValueOrDefault(gate?.Id ?? "") + 1;
        var decided = row.Day("decided") ?? default;
        var by = row.Person("by") ?? PortfolioItem.Importer;
        var conditions = Conditions(row, gate, round);
        var decision = new GateDecision
        {
            Kind = row.OneOf("decision", Decisions.Keys) is { } kind ? Decisions[kind] : DecisionKind.Go,
            By = by.Id,
            OnBehalfOf = row.Person("on-behalf-of")?.Id,
            At = PortfolioItem.Noon(decided),
            MeetingDate = row.Day("meeting"),
            Reason = row.Text("reason"),
            BackTo = row.OneOf("back-to", method.Phases.Select(phase => phase.Id)),
            Conditions = conditions,
        };
        var review = new GateReview
        {
            Number = default,
            Team = team,
            Gate = gate?.Id ?? "",
            Round = round,
            State = GateReviewState.Requested,
            RequestedBy = by.Id,
            RequestedAt = PortfolioItem.Noon(row.Day("requested") ?? decided),
            Criteria = gate is null ? [] : Criteria(row, gate, by, decided),
        };
        row.Done();
        if (gate is not null && decided != default && row.Has("decision")
            && GateLaws.Decide(review, gate, method.Phases, decision, Decider, decided) is Refused<GateOutcome> refused)
        {
            foreach (var broken in refused.Reasons.OfType<GateLawBroken>())
            {
                var (nl, en) = Words(broken);
                row.Report(row.At, "decision", nl, en);
            }
        }

        return review with { State = GateReviewState.Decided, Decision = decision };
    }

    private ImmutableArray<GateCondition> Conditions(Group row, Gate? gate, int round)
    {
        var conditions = ImmutableArray.CreateBuilder<GateCondition>();
        foreach (var (index, one) in row.Rows("conditions").Index())
        {
            var text = one.Needed("text", 300);
            var owner = one.Person("owner");
            var done = one.Day("done");
            if (!one.Has("due"))
            {
                one.Missing("due");
            }

            if (!one.Has("owner"))
            {
                one.Missing("owner");
            }

            var due = one.Day("due") ?? DateOnly.MaxValue;
            one.Done();
            owner ??= PortfolioItem.Importer;
            conditions.Add(new GateCondition(text, owner.Id, due));
            actions.Add(new AgreedAction
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"/{gate?.Id}/{round}/{index}"),
                Team = team,
                Text = text,
                Owner = owner,
                Due = due,
                DoneAt = done is { } day ? PortfolioItem.Noon(day) : null,
                DoneBy = done is null ? null : owner,
            });
        }

        return conditions.ToImmutable();
    }

    private static ImmutableArray<CriterionEntry> Criteria(Group row, Gate gate, Somebody by, DateOnly decided)
    {
        if (row.Inner("criteria") is not { } criteria)
        {
            return [];
        }

        var entries = ImmutableArray.CreateBuilder<CriterionEntry>();
        foreach (var criterion in gate.Criteria)
        {
            if (criteria.Inner(criterion.Id) is { } told)
            {
                _ = told.Needed("state");
                entries.Add(new CriterionEntry(criterion.Id, told.OneOf("state", States.Keys) is { } state ? States[state] : CriterionState.Open)
                {
                    Reason = told.Text("reason"),
                    Evidence = told.Text("evidence"),
                    Links = told.Texts("links", 500),
                    By = by.Id,
                    At = PortfolioItem.Noon(decided),
                });
                told.Done();
            }
        }

        criteria.Done();
        return entries.ToImmutable();
    }

    private static (string Nl, string En) Words(GateLawBroken broken) => broken.Law switch
    {
        GateLaw.DecisionHasReason => ("bij terug, aanhouden en stoppen hoort een reason.", "back, hold and stop need a reason."),
        GateLaw.MeetingDateIsKept => ("dit besluit valt in een overleg: geef de dag van het overleg bij meeting.", "a meeting decides this: give its day in meeting."),
        GateLaw.MeetingIsNotInTheFuture => ("het overleg (meeting) ligt na de dag van het besluit (decided).", "the meeting lies after the day of the decision (decided)."),
        GateLaw.ConditionsAreNamed => ("bij go-with-conditions hoort ten minste een voorwaarde in conditions.", "go-with-conditions needs at least one of conditions."),
        GateLaw.ConditionsOnlyWithTheirDecision => ("conditions horen alleen bij go-with-conditions.", "only go-with-conditions has conditions."),
        GateLaw.ConditionHasTextAndOwner => ($"voorwaarde {broken.Index + 1} mist een text of een owner.", $"condition {broken.Index + 1} lacks a text or an owner."),
        GateLaw.ConditionIsDueLater => ($"voorwaarde {broken.Index + 1} moest klaar zijn voor het besluit.", $"condition {broken.Index + 1} was due before the decision."),
        GateLaw.BackNamesAPhase => ("noem bij back de fase in back-to.", "with back name the phase in back-to."),
        GateLaw.BackGoesToAnEarlierPhase => ($"{broken.Subject} is geen eerdere fase.", $"{broken.Subject} is not an earlier phase."),
        GateLaw.PhaseOnlyWithBack => ("back-to hoort alleen bij back.", "only back has back-to."),
        _ => ($"dit besluit kan zo niet ({broken.Law}).", $"this decision cannot be like this ({broken.Law})."),
    };
}
