using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Acting;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.ChangingCourse;
using Upcm.Bot.Flows.Learning;
using Upcm.Bot.Flows.Surveying;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Notifying.Examples;

/// <summary>Messages about initiatives, and about what people have to do for them.</summary>
public sealed class ProjectExamples(Reminders reminders, Survey<FingerprintRound> fingerprints, Survey<ContextScanRound> contextScans) : INoticeExamples
{
    private const int MostOwed = 20;

    public IReadOnlyDictionary<string, Func<Turn, ValueTask<Example?>>> ByKind => new Dictionary<string, Func<Turn, ValueTask<Example?>>>
    {
        ["initiative-registered"] = async turn => await Newest(turn) is var (it, madeUp) ? new(InitiativeCard.Registered(it, turn.Method, turn.Culture), madeUp) : null,
        ["course-changed"] = async turn => await Newest(turn) is var (it, _)
            ? new(CourseNews.Card(turn, it with { Status = InitiativeStatus.OnHold, StatusReason = Said(turn, "Wacht op geld.", "Waits for money.") }, turn.Culture), MadeUp: true)
            : null,
        ["fingerprint"] = async turn => await Newest(turn) is var (it, _) ? new(Invitations.Card(
            fingerprints, it, new FingerprintRound { Number = it.Number, Round = 1, Phase = it.Phase, OpenedAt = turn.Now, OpenedBy = turn.Person.Id }, turn.Person.Name, turn.Person, again: false), MadeUp: true) : null,
        ["context-scan"] = async turn => await Newest(turn) is var (it, _) ? new(Invitations.Card(
            contextScans, it, new ContextScanRound { Number = it.Number, Round = 1, Phase = it.Phase, OpenedAt = turn.Now, OpenedBy = turn.Person.Id }, turn.Person.Name, turn.Person, again: false), MadeUp: true) : null,
        ["instrument-proposals"] = Proposals,
        ["action-changed"] = turn => new(new Example(ActionWords.Changed(Action(turn), turn.Speaker, turn.Speaker.Id, turn.Culture), MadeUp: true)),
        [Reminders.ToOwner] = turn => Owed(turn, Reminders.ToOwner),
        [Reminders.ToLead] = turn => Owed(turn, Reminders.ToLead),
    };

    /// <summary>An initiative of the speaker's, else the newest of all; else one that is made up.</summary>
    internal static async ValueTask<(Initiative Initiative, bool MadeUp)> Newest(Turn turn)
    {
        if (await Initiatives.Of(turn, 1) is [var mine])
        {
            return (mine, false);
        }

        foreach (var team in Teams.WithPortfolio(turn.Method))
        {
            if (await turn.Find(Kinds.Initiatives, $"team={team.Id}|", 1, descending: true) is [{ Document: var newest }])
            {
                return (newest, false);
            }
        }

        return (new Initiative
        {
            Number = new InitiativeNumber(turn.Today.Year % 100, 1),
            Title = Said(turn, "Oude machines als nieuw", "Old machines as good as new"),
            Result = Said(turn, "Vijf bedrijven knappen samen machines op.", "Five companies refurbish machines together."),
            Team = turn.Method.ExampleTeam,
            Phase = turn.Method.Phases[0].Id,
            RegisteredBy = turn.Speaker,
            RegisteredAt = turn.Now,
        }, true);
    }

    private static string Said(Turn turn, string nl, string en) => turn.Culture.IsEnglish() ? en : nl;

    private static AgreedAction Action(Turn turn) => new()
    {
        Id = "example",
        Team = turn.Method.ExampleTeam,
        Text = Said(turn, "Vraag de cijfers op", "Ask for the figures"),
        Owner = turn.Speaker,
        Due = turn.Today.AddDays(7),
    };

    private static async ValueTask<Example?> Proposals(Turn turn)
    {
        var (initiative, _) = await Newest(turn);
        if (await turn.Find(Kinds.Proposals, $"state={ProposalState.Open}|", 1, descending: true) is [{ Document: var open }]
            && await turn.Load(Kinds.Initiatives, open.Number.ToString()) is { Document: var of })
        {
            return new(ProposalCards.New(of, [open], turn.Culture));
        }

        var text = Said(turn, "Vraag in de impactsheet ook naar water.", "Ask for water in the impact sheet as well.");
        return new(ProposalCards.New(initiative, [new InstrumentProposal { Id = 1, Number = initiative.Number, Text = text, By = turn.Speaker, At = turn.Now }], turn.Culture), MadeUp: true);
    }

    /// <summary>What the speaker owes, or others do; else something they might.</summary>
    private async ValueTask<Example?> Owed(Turn turn, string kind)
    {
        List<Owed> owed = [];
        await foreach (var one in reminders.All(turn.Workspace, turn.Today.AddDays(14), turn.Cancel))
        {
            if ((one.Owner.Id == turn.Person.Id) == (kind == Reminders.ToOwner) && owed.Count < MostOwed)
            {
                owed.Add(one);
            }
        }

        return owed.Count > 0 ? new(reminders.Card(owed, kind, turn.Culture)) : new(reminders.Card([Rhythm.Owed.Of(Action(turn))], kind, turn.Culture), MadeUp: true);
    }
}
