using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.Evaluating;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Learning;

/// <summary><c>voorstellen</c>: what evaluations would change in the instruments, the open ones first.</summary>
public sealed class ShowProposals : ICommand
{
    private const int Shown = 10;
    private const int DecidedShown = 5;

    public Sentence Sentence { get; } = new(
        ["voorstellen", "voorstellen voor instrumenten"], ["proposals", "instrument proposals"],
        new Phrase("de voorstellen voor de instrumenten", "the proposals for the instruments"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var open = await turn.Find(Kinds.Proposals, $"state={ProposalState.Open}|", Shown + 1);
        var decided = (await turn.Find(Kinds.Proposals, $"state={ProposalState.TakenUp}|", DecidedShown, descending: true))
            .Concat(await turn.Find(Kinds.Proposals, $"state={ProposalState.NotTakenUp}|", DecidedShown, descending: true))
            .Select(hit => hit.Document).OrderByDescending(one => one.DecidedAt).Take(DecidedShown).ToList();
        turn.Replace(ProposalCards.List([.. open.Take(Shown).Select(hit => hit.Document)], open.Count > Shown, decided, Proposals.KeeperOf(turn.Method), turn.Culture));
    }
}

/// <summary><c>besluit voorstel 12</c>: marks a proposal as taken up or not, with the reason; for the team that keeps the instruments.</summary>
public sealed class DecideProposalFlow(FormConversation forms, Standings standings) : IFlow
{
    public string Id => "decide-proposal";

    public Sentence Sentence { get; } = new(
        ["besluit voorstel", "instrumentvoorstel"], ["decide proposal", "instrument proposal"],
        new Phrase("zeggen of een voorstel wordt overgenomen: besluit voorstel 12", "say whether a proposal is taken up: decide proposal 12"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Named(turn, rest) is { } proposal && await May(turn))
        {
            await forms.Open(turn, this, proposal.Document.Id.ToString(CultureInfo.InvariantCulture));
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) => await turn.Load(Kinds.Proposals, draft.Subject) is { } stored ? new DecideProposalForm(stored.Document) : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        if (await Named(turn, draft.Subject) is not { } stored || !await May(turn))
        {
            return false;
        }

        var told = ((DecideProposalForm)form).Finish(draft.Answers)!;
        var decided = stored.Document.Decided(told.TakenUp, told.Reason, turn.Speaker, turn.Now);
        turn.Changes.Put(Kinds.Proposals, decided, stored.Version);
        var initiative = (await turn.Load(Kinds.Initiatives, decided.Number.ToString()))?.Document;
        var name = EvaluationWords.Name(decided.State);
        await Proposals.TellDecided(turn, initiative, stored.Document, decided);
        turn.Record(History.ProposalDecided, decided.Number, initiative?.Team, words: new Phrase($"{decided.Text}: {name.Nl}, {told.Reason}", $"{decided.Text}: {name.En}, {told.Reason}"));
        turn.Replace(new Card(turn.Culture.IsEnglish() ? $"Proposal {decided.Id}: {name.En}" : $"Voorstel {decided.Id}: {name.Nl}")
        {
            Body = [ProposalCards.Row(decided, turn.Culture)],
            Buttons = [Sayings.Button(turn.Culture.IsEnglish() ? "All proposals" : "Alle voorstellen", turn.Culture.IsEnglish() ? "proposals" : "voorstellen")],
        });
        return true;
    }

    private static async ValueTask<Stored<InstrumentProposal>?> Named(Turn turn, string text)
    {
        if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && await turn.Load(Kinds.Proposals, id.ToString(CultureInfo.InvariantCulture)) is { } stored)
        {
            return stored;
        }

        turn.Say(
            "Dat voorstel ken ik niet. Zeg \"voorstellen\" voor de lijst, en dan bijvoorbeeld \"besluit voorstel 12\".",
            "I do not know that proposal. Say \"proposals\" for the list, and then for instance \"decide proposal 12\".");
        return null;
    }

    private async ValueTask<bool> May(Turn turn)
    {
        var keeper = Proposals.KeeperOf(turn.Method)?.Id;
        return await Refusals.Allows(turn, Deed.DecideProposal, await standings.InTeam(turn, keeper), keeper);
    }
}

/// <summary>Taken up or not, and why.</summary>
public sealed class DecideProposalForm(InstrumentProposal proposal) : Form<DecideProposalForm.Told>
{
    private const string Yes = "ja";

    public sealed record Told(bool TakenUp, string Reason);

    private static readonly ChoiceQuestion TakenUp = new("taken-up", new("Nemen jullie dit voorstel over?", "Will you take this proposal up?"), ChoiceQuestion.YesNo)
    {
        Name = new("Overgenomen", "Taken up"),
    };

    private static readonly TextQuestion Reason = new("reason", new("Waarom, of wat gebeurt er nu mee?", "Why, or what happens with it now?"))
    {
        Name = new("Reden", "Reason"),
        Hint = new("Wie het voorstelde, leest dit.", "Who proposed it reads this."),
        Paragraph = true,
        AtMost = 500,
    };

    public override Phrase Title => new($"Voorstel {proposal.Id}: {Shorter.Than(80, proposal.Text)}", $"Proposal {proposal.Id}: {Shorter.Than(80, proposal.Text)}");

    public override IReadOnlyList<Question> Questions(Answers answers) => [TakenUp, Reason];

    public override IReadOnlyList<Phrase> Replaces(Answers answers) => proposal is { DecidedBy: { } by, Reason: { } reason }
        ? [new(
            $"{by.Name} besloot al: {EvaluationWords.Name(proposal.State).Nl}, {reason}. Jouw besluit komt ervoor in de plaats; het oude blijft in de geschiedenis.",
            $"{by.Name} decided already: {EvaluationWords.Name(proposal.State).En}, {reason}. Your decision takes its place; the old one stays in the history.")]
        : [];

    protected override Told Complete(Answers answers) => new(TakenUp.From(answers) == Yes, Reason.From(answers));
}
