using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Learning;

/// <summary>Keeps the proposals for the instruments, and tells the team that keeps the instruments of new ones.</summary>
internal static class Proposals
{
    public const string Kind = "instrument-proposals";

    private const int MostCards = 100;

    /// <summary>
    /// What an evaluation would change in the instruments: a line that stayed keeps its proposal and what was decided on it,
    /// one that left is withdrawn while nothing was decided. Gives all of the initiative.
    /// </summary>
    public static async ValueTask<IReadOnlyList<InstrumentProposal>> Keep(Turn turn, Initiative initiative, EvaluationReport report)
    {
        var there = (await turn.Find(Kinds.Proposals, $"initiative={initiative.Number}|", 1000)).ToList();
        List<InstrumentProposal> all = [];
        foreach (var hit in there)
        {
            var said = report.Instruments.Contains(hit.Document.Text, StringComparer.OrdinalIgnoreCase);
            var state = (hit.Document.State, said) switch
            {
                (ProposalState.Open, false) => ProposalState.Withdrawn,
                (ProposalState.Withdrawn, true) => ProposalState.Open,
                _ => hit.Document.State,
            };
            all.Add(hit.Document with { State = state });
            if (state != hit.Document.State)
            {
                turn.Changes.Put(Kinds.Proposals, all[^1], hit.Version);
            }
        }

        List<InstrumentProposal> added = [];
        foreach (var text in report.Instruments.Where(text => !all.Exists(one => string.Equals(one.Text, text, StringComparison.OrdinalIgnoreCase))))
        {
            var proposal = new InstrumentProposal { Id = (int)await turn.Next(NumberSeries.Proposals), Number = initiative.Number, Text = text, By = turn.Speaker, At = turn.Now };
            turn.Changes.Insert(Kinds.Proposals, proposal);
            added.Add(proposal);
        }

        if (added.Count > 0 && KeeperOf(turn.Method) is { } keeper)
        {
            await turn.Tell(
                keeper.Id,
                Kind,
                string.Create(CultureInfo.InvariantCulture, $"proposals/{initiative.Number}/{report.Version}"),
                culture => ProposalCards.New(initiative, added, culture));
        }

        return [.. all, .. added];
    }

    /// <summary>Who made it reads what was decided and why; the card in the channel of the team that decides shows it too.</summary>
    /// <param name="before">As it was: a decision can be taken anew.</param>
    public static async ValueTask TellDecided(Turn turn, Initiative? initiative, InstrumentProposal before, InstrumentProposal decided)
    {
        if (decided.By.Id != turn.Person.Id && await turn.Load(Kinds.People, decided.By.Id.Value) is { Document: { } maker })
        {
            turn.Write(
                maker,
                Kind,
                string.Create(CultureInfo.InvariantCulture, $"proposal-decided/{decided.Id}/{Kinds.Sortable(turn.Now)}"),
                ProposalCards.Decided(initiative, before, decided, Cultures.Of(maker.Language)),
                theirs: true);
        }

        if (initiative is null)
        {
            return;
        }

        var all = (await Of(turn, initiative.Number)).Select(one => one.Id == decided.Id ? decided : one).ToList();
        foreach (var sent in await turn.Find(Kinds.Posts, $"occasion=proposals/{initiative.Number}/", MostCards))
        {
            turn.Update(sent, ProposalCards.New(initiative, [.. all.Where(one => one.At == sent.Document.Created)], Cultures.Of(sent.Document.Language)));
        }
    }

    public static async ValueTask<IReadOnlyList<InstrumentProposal>> Of(Turn turn, InitiativeNumber number) =>
        [.. (await turn.Find(Kinds.Proposals, $"initiative={number}|", 1000)).Select(hit => hit.Document)];

    /// <summary>The team that keeps the instruments; null in a programme that has none.</summary>
    public static Team? KeeperOf(WorkingMethod method) => method.Teams.FirstOrDefault(team => team.KeepsInstruments);
}
