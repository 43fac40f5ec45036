using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.RaisingTensions;

/// <summary><c>trek spanning in 12</c></summary>
public sealed class WithdrawTension(Standings standings, TensionNews news) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["trek spanning in", "spanning intrekken", "trek in spanning"], ["withdraw tension"],
        new Phrase("een spanning van de agenda halen: trek spanning in 12", "take a tension off the agenda: withdraw tension 12"),
        new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Tensions.Named(turn, rest) is not { } stored)
        {
            return;
        }

        switch (TensionLaws.Withdraw(stored.Document, await Tensions.MayHandle(turn, standings, stored.Document), turn.Now))
        {
            case Accepted<Tension> { Value: var withdrawn }:
                turn.Changes.Put(Kinds.Tensions, withdrawn, stored.Version);
                turn.Record(History.TensionWithdrawn, withdrawn.Initiative, withdrawn.Team, words: Phrase.Same(withdrawn.Text), subject: TensionCard.SubjectOf(withdrawn.Id));
                await news.Changed(turn, withdrawn, withdrawn.Team);
                turn.Replace(await Tensions.CardOf(turn, standings, withdrawn));
                break;
            case Refused<Tension> refused:
                await TensionWords.Say(turn, refused.Reasons, stored.Document);
                break;
        }
    }
}

/// <summary><c>voeg spanning samen 12 met 14</c>: the first becomes part of the second.</summary>
public sealed class MergeTensions(Standings standings, TensionNews news) : ICommand
{
    private static readonly char[] Between = [' ', ',', '#'];

    public Sentence Sentence { get; } = new(
        ["voeg spanning samen", "spanning samenvoegen", "voeg spanningen samen"], ["merge tension", "merge tensions"],
        new Phrase("twee spanningen samennemen: voeg spanning samen 12 met 14", "take two tensions together: merge tension 12 with 14"),
        new Phrase("twee nummers", "two numbers"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var numbers = rest.Split(Between, StringSplitOptions.RemoveEmptyEntries).Where(part => part.All(char.IsAsciiDigit)).ToList();
        if (numbers is not [var first, var second])
        {
            turn.Say("Noem twee nummers: \"voeg spanning samen 12 met 14\". Spanning 12 gaat dan op in 14.", "Give two numbers: \"merge tension 12 with 14\". Tension 12 then becomes part of 14.");
            return;
        }

        if (await Tensions.Named(turn, first) is not { } gone || await Tensions.Named(turn, second) is not { } kept)
        {
            return;
        }

        switch (TensionLaws.Merge(gone.Document, kept.Document, await Tensions.MayHandle(turn, standings, gone.Document), turn.Now))
        {
            case Accepted<(Tension Gone, Tension Kept)> { Value: var (merged, whole) }:
                turn.Changes.Put(Kinds.Tensions, merged, gone.Version);
                turn.Changes.Put(Kinds.Tensions, whole, kept.Version);
                turn.Record(History.TensionMerged, merged.Initiative, merged.Team, words: Phrase.Same($"{merged.Id} → {whole.Id}"), subject: TensionCard.SubjectOf(merged.Id));
                await news.Changed(turn, merged, merged.Team);
                turn.Replace(await Tensions.CardOf(turn, standings, whole));
                break;
            case Refused<(Tension Gone, Tension Kept)> refused:
                await TensionWords.Say(turn, refused.Reasons, gone.Document);
                break;
        }
    }
}

/// <summary><c>verplaats spanning 12</c>: to another table, or to another team.</summary>
public sealed class MoveTensionFlow(FormConversation forms, Standings standings, TensionNews news) : IFlow
{
    public string Id => "move-tension";

    public Sentence Sentence { get; } = new(
        ["verplaats spanning", "spanning verplaatsen"], ["move tension"],
        new Phrase("een spanning naar een andere tafel of een ander team: verplaats spanning 12", "a tension to another table or another team: move tension 12"),
        new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var parts = rest.Split([" naar ", " to "], 2, StringSplitOptions.TrimEntries);
        if (await Tensions.Named(turn, parts[0]) is not { } stored)
        {
            return;
        }

        if (TensionLaws.Move(stored.Document, "", "", await Tensions.MayHandle(turn, standings, stored.Document)) is Refused<Tension> refused)
        {
            await TensionWords.Say(turn, refused.Reasons, stored.Document);
            return;
        }

        Dictionary<string, string> said = [];
        if (parts.Length > 1)
        {
            var team = Teams.Named(turn.Method, parts[1], turn.Method.Teams);
            said[MoveForm.TableKey] = team is null ? parts[1] : Domain.Tables.OtherTeam;
            if (team is not null)
            {
                said[MoveForm.TeamKey] = team.Id;
            }
        }

        await forms.Open(turn, this, stored.Document.Id.ToString(), Answers.Of((MoveForm.FromKey, MoveForm.Place(stored.Document))), said);
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) =>
        await turn.Load(Kinds.Tensions, draft.Subject) is { } stored ? new MoveForm(turn.Method, stored.Document) : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        if (await Tensions.Named(turn, draft.Subject) is not { } stored)
        {
            return true;
        }

        var (table, team) = ((MoveForm)form).Finish(draft.Answers)!;
        switch (TensionLaws.Move(stored.Document, table, team, await Tensions.MayHandle(turn, standings, stored.Document)))
        {
            case Accepted<Tension> { Value: var moved }:
                turn.Changes.Put(Kinds.Tensions, moved, stored.Version);
                var place = TensionWords.Place(table, team, turn.Method);
                turn.Record(History.TensionMoved, moved.Initiative, moved.Team, words: place, subject: TensionCard.SubjectOf(moved.Id));
                await news.Moved(turn, moved, stored.Document.Team);
                turn.Replace(await Tensions.CardOf(turn, standings, moved));
                return true;
            case Refused<Tension> refused:
                await TensionWords.Say(turn, refused.Reasons, stored.Document);
                return stored.Document.State != TensionState.Open;
            default:
                return false;
        }
    }
}

/// <summary>Where a tension goes.</summary>
public sealed class MoveForm(WorkingMethod method, Tension tension) : Form<MoveForm.Goal>
{
    public const string TableKey = "table";
    public const string TeamKey = "team";

    /// <summary>The answer that says where it lay when the form was opened.</summary>
    public const string FromKey = "~from";

    public sealed record Goal(string Table, string Team);

    private readonly ChoiceQuestion table = new(
        TableKey, new("Naar welke tafel?", "To which table?"), [.. method.Meetings.Tables.Select(one => new Choice(one.Id, new Phrase(one.Name.Nl, one.Name.En)))])
    {
        Name = new("Tafel", "Table"),
    };

    private readonly ChoiceQuestion team = new(
        TeamKey, new("Van welk team?", "Of which team?"), [.. method.Teams.Select(one => new Choice(one.Id, new Phrase(one.Name.Nl, one.Name.En)))])
    {
        Name = new("Team", "Team"),
        OnlyIf = static answers => answers[TableKey] is Tables.OtherTeam or Tables.SteeringMeeting,
    };

    public static string Place(Tension tension) => $"{tension.Team}/{tension.Table}";

    public override IReadOnlyList<Phrase> Replaces(Answers answers) => answers[FromKey] is { } from && from != Place(tension)
        ? [new(
            $"Iemand anders verplaatste deze spanning intussen naar: {TensionWords.Place(tension.Table, tension.Team, method).Nl}.",
            $"Somebody else meanwhile moved this tension to: {TensionWords.Place(tension.Table, tension.Team, method).En}.")]
        : [];

    public override Phrase Title => new($"Spanning {tension.Id} verplaatsen", $"Move tension {tension.Id}");

    public override IReadOnlyList<Question> Questions(Answers answers) => [table, team];

    protected override Goal Complete(Answers answers) => new(table.From(answers), team.Maybe(answers) ?? tension.Team);
}
