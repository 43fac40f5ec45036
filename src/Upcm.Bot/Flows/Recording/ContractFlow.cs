using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Recording;

/// <summary><c>contract 20-004</c>: what was agreed, and who signed when.</summary>
public sealed class ContractFlow(FormConversation forms, Standings standings)
    : PaperFlow<ProjectContract>(forms, standings, Kinds.Contracts, ContractForm.Name, History.ContractRecorded)
{
    public override string Id => "project-contract";

    public override Sentence Sentence { get; } = new(
        ["contract", "projectcontract"], ["contract", "project contract"],
        new Phrase("de afspraken en wie tekende: contract 20-004", "the agreements and who signed: contract 20-004"), new Phrase("nummer", "number"));

    protected override PaperForm<ProjectContract> FormOf(Turn turn, Initiative initiative, ProjectContract? newest, Stamp stamp) =>
        new ContractForm(initiative, newest, stamp, turn.Today);
}
