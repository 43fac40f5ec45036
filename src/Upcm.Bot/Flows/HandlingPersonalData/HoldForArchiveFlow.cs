using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Privacy;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.HandlingPersonalData;

/// <summary>
/// <c>bewaarplicht 26-001</c>: the records of an initiative stay as they are until the hold is lifted; with <c>wijzig</c> behind the
/// number the reason is put right.
/// </summary>
public sealed class HoldForArchiveFlow(FormConversation forms, Standings standings) : IFlow
{
    public string Id => "legal-hold";

    public Sentence Sentence { get; } = new(
        ["bewaarplicht", "leg bewaarplicht op"], ["legal hold", "set legal hold"],
        new Phrase("stukken van een initiatief ongewijzigd bewaren: bewaarplicht 20-004", "keep the records of an initiative unchanged: legal hold 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var change = rest.Split(' ')[^1].ToLowerInvariant() is "wijzig" or "change";
        if (await Initiatives.Named(turn, change ? rest[..Math.Max(0, rest.LastIndexOf(' '))] : rest) is not { } initiative || !await May(turn, standings, initiative))
        {
            return;
        }

        var hold = await Standing(turn, initiative);
        if (hold is not null && !change)
        {
            turn.Replace(CardOf(turn, initiative, hold));
            return;
        }

        await forms.Open(turn, this, initiative.Number.ToString(), new HoldForm(initiative, hold).Now);
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) =>
        await Initiatives.Named(turn, draft.Subject) is { } initiative ? new HoldForm(initiative, await Standing(turn, initiative)) : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        if (await Initiatives.Named(turn, draft.Subject) is not { } initiative || !await May(turn, standings, initiative))
        {
            return false;
        }

        var before = await Standing(turn, initiative);
        var why = ((HoldForm)form).Finish(Meanwhile.Over(form, draft.Prefilled, draft.Answers))!;
        var hold = before is null ? new LegalHold(initiative.Number, why, turn.Speaker, turn.Now) : before with { Why = why };
        turn.Changes.Put(Kinds.LegalHolds, hold, (await turn.Load(Kinds.LegalHolds, initiative.Number.ToString()))?.Version ?? 0);
        turn.Record(History.LegalHoldSet, initiative.Number, initiative.Team, words: Phrase.Same(before is null ? why : $"{before.Why} → {why}"));
        turn.Replace(CardOf(turn, initiative, hold));
        return true;
    }

    /// <summary>The hold that rests on it now; null where none does.</summary>
    private static async ValueTask<LegalHold?> Standing(Turn turn, Initiative initiative) =>
        await turn.Load(Kinds.LegalHolds, initiative.Number.ToString()) is { Document: { LiftedAt: null } hold } ? hold : null;

    internal static async ValueTask<bool> May(Turn turn, Standings standings, Initiative initiative) =>
        await Refusals.Allows(turn, Deed.HoldForArchive, await standings.InTeam(turn, null), null, initiative);

    private static Card CardOf(Turn turn, Initiative initiative, LegalHold hold)
    {
        var en = turn.Culture.IsEnglish();
        return new Card($"{initiative.Number} {initiative.Title}")
        {
            Status = en ? "Legal hold" : "Bewaarplicht",
            Body =
            [
                new Facts(
                [
                    new Fact(en ? "Why" : "Waarom", hold.Why),
                    new Fact(en ? "Set by" : "Opgelegd door", hold.By.Name),
                    new Fact(en ? "Since" : "Sinds", TimeZoneInfo.ConvertTime(hold.At, Clock.Amsterdam).ToString("ddd d MMMM yyyy", turn.Culture)),
                ]),
                new Text(
                    en ? "Its records and history are not purged, and names in them stay, also of who is forgotten." : "Stukken en geschiedenis worden niet opgeschoond, en namen erin blijven staan, ook van wie is vergeten."),
            ],
            Buttons =
            [
                Sayings.Button(en ? "Change the reason" : "Wijzig de reden", $"{(en ? "legal hold" : "bewaarplicht")} {initiative.Number} {(en ? "change" : "wijzig")}"),
                Sayings.Button(en ? "Lift the hold" : "Hef op", $"{(en ? "lift legal hold" : "hef bewaarplicht op")} {initiative.Number}", ButtonTone.Grave),
            ],
        };
    }

    private sealed class HoldForm(Initiative initiative, LegalHold? hold) : Form<string>
    {
        private static readonly TextQuestion Why = new("why", new("Waarvoor moeten de stukken bewaard blijven?", "What must the records be kept for?"))
        {
            Name = new("Waarom", "Why"),
            Hint = new("Bijvoorbeeld: een Woo-verzoek, de archiefwet, een geschil.", "For instance: a request for information, the archive act, a dispute."),
            AtMost = 300,
        };

        public override Phrase Title => new($"Bewaarplicht op {initiative.Number}", $"Legal hold on {initiative.Number}");

        public override Answers Now => hold is null ? Answers.None : Why.Prefill(Answers.None, hold.Why);

        public override IReadOnlyList<Question> Questions(Answers answers) => [Why];

        protected override string Complete(Answers answers) => Why.From(answers);
    }
}

/// <summary><c>hef bewaarplicht op 26-001</c>: what waited for it, such as erasing somebody, is done then.</summary>
public sealed class LiftHold(Standings standings) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["hef bewaarplicht op"], ["lift legal hold"],
        new Phrase("een bewaarplicht opheffen: hef bewaarplicht op 20-004", "lift a legal hold: lift legal hold 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Initiatives.Named(turn, rest) is not { } initiative || !await HoldForArchiveFlow.May(turn, standings, initiative))
        {
            return;
        }

        if (await turn.Load(Kinds.LegalHolds, initiative.Number.ToString()) is not { Document: { LiftedAt: null } } hold)
        {
            turn.Say($"Op {initiative.Number} rust geen bewaarplicht.", $"There is no legal hold on {initiative.Number}.");
            return;
        }

        turn.Changes.Put(Kinds.LegalHolds, hold.Document with { LiftedAt = turn.Now }, hold.Version);
        turn.Record(History.LegalHoldLifted, initiative.Number, initiative.Team);
        turn.Say(
            $"De bewaarplicht op {initiative.Number} is opgeheven. Namen van wie intussen is vergeten gaan er nu ook uit.",
            $"The legal hold on {initiative.Number} is lifted. Names of who was forgotten meanwhile now go as well.");
    }
}
