using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.JudgingImpact;

/// <summary><c>nieuwe impactsheet 20-004</c>: a new version of what an initiative is expected to do; the old ones stay.</summary>
public sealed class ImpactSheetFlow(FormConversation forms, Standings standings, ImpactSheetCard cards) : IFlow
{
    public string Id => "impact-sheet";

    public Sentence Sentence { get; } = new(
        ["nieuwe impactsheet", "maak impactsheet"], ["new impact sheet", "make impact sheet"],
        new Phrase("een impactsheet maken: nieuwe impactsheet 20-004", "make an impact sheet: new impact sheet 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Initiatives.Named(turn, rest) is { } initiative && await May(turn, initiative))
        {
            await forms.Open(turn, this, initiative.Number.ToString(), (await FormOf(turn, initiative)).Known());
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) =>
        await Initiatives.Named(turn, draft.Subject) is { } initiative ? await FormOf(turn, initiative) : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        if (await Initiatives.Named(turn, draft.Subject) is not { } initiative || !await May(turn, initiative))
        {
            return false;
        }

        var newest = await Newest(turn, initiative.Number);
        var answers = Meanwhile.Over(form, draft.Prefilled, draft.Answers).With(ImpactSheetForm.DateKey, draft.Answers[ImpactSheetForm.DateKey]!);
        var sheet = ((ImpactSheetForm)form).Finish(answers)! with { Version = (newest?.Version ?? 0) + 1, By = turn.Person.Id };
        if (newest is not null && ImpactSheet.Compare(newest, sheet).IsEmpty)
        {
            turn.Say(
                $"Er is niets veranderd sinds versie {newest.Version}. Die blijft de nieuwste.",
                $"Nothing has changed since version {newest.Version}. It stays the newest.");
            turn.Replace(cards.Of(initiative, newest, newest.Version, turn.Method, turn.Culture, mayMake: true));
            return true;
        }

        turn.Changes.Insert(Kinds.ImpactSheets, sheet);
        var judged = (await turn.Load(Kinds.Initiatives, initiative.Number.ToString()))!;
        turn.Changes.Put(Kinds.Initiatives, judged.Document with { Impact = ImpactInBrief.Of(sheet) }, judged.Version);
        turn.Record(History.ImpactSheetMade, initiative.Number, initiative.Team, words: ImpactSheetCard.InShort(sheet, turn.Method));
        turn.Replace(cards.Of(initiative, sheet, newest: sheet.Version, turn.Method, turn.Culture, mayMake: true));
        return true;
    }

    public static async ValueTask<ImpactSheet?> Newest(Turn turn, InitiativeNumber number) =>
        await turn.Find(Kinds.ImpactSheets, $"initiative={number}|", 1, descending: true) is [var found, ..] ? found.Document : null;

    public static bool IsRunning(Initiative initiative) => initiative.Status is not (InitiativeStatus.Stopped or InitiativeStatus.Closed);

    private async ValueTask<bool> May(Turn turn, Initiative initiative)
    {
        if (!IsRunning(initiative))
        {
            turn.Say(
                $"{initiative.Number} {initiative.Title} loopt niet meer. De impactsheet verandert niet meer.",
                $"{initiative.Number} {initiative.Title} is no longer running. Its impact sheet does not change any more.");
            return false;
        }

        return await Refusals.Allows(turn, Deed.MakeImpactSheet, await standings.Towards(turn, initiative), initiative.Team, initiative);
    }

    private static async ValueTask<ImpactSheetForm> FormOf(Turn turn, Initiative initiative) =>
        new(turn.Method, initiative, await Newest(turn, initiative.Number), turn.Today);
}

/// <summary><c>impactsheet 20-004</c>: the newest version, or an older one with <c>versie 1</c>; makes the first where there is none.</summary>
public sealed class ShowImpactSheet(ImpactSheetFlow flow, Standings standings, ImpactSheetCard cards) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["impactsheet", "impactindicatie"], ["impact sheet"],
        new Phrase("wat een initiatief moet opleveren: impactsheet 20-004", "what an initiative should bring: impact sheet 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (await Initiatives.Named(turn, words is [var number, ..] ? number : "") is not { } initiative)
        {
            return;
        }

        var mayMake = ImpactSheetFlow.IsRunning(initiative) && Rights.May(Deed.MakeImpactSheet, await standings.Towards(turn, initiative));
        if (await ImpactSheetFlow.Newest(turn, initiative.Number) is not { } newest)
        {
            if (mayMake)
            {
                await flow.Run(turn, initiative.Number.ToString());
                return;
            }

            turn.Say($"{initiative.Number} {initiative.Title} heeft nog geen impactsheet.", $"{initiative.Number} {initiative.Title} has no impact sheet yet.");
            await Refusals.Allows(turn, Deed.MakeImpactSheet, Standing.None, initiative.Team, initiative);
            return;
        }

        var wanted = words.Skip(1).Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0).FirstOrDefault(version => version > 0);
        var sheet = wanted == 0 ? newest : (await turn.Load(Kinds.ImpactSheets, Kinds.Versioned(initiative.Number, wanted)))?.Document;
        if (sheet is null)
        {
            turn.Say($"Versie {wanted} is er niet. De nieuwste is versie {newest.Version}; die zie je hieronder.", $"There is no version {wanted}. The newest is version {newest.Version}, shown below.");
        }

        turn.Replace(cards.Of(initiative, sheet ?? newest, newest.Version, turn.Method, turn.Culture, mayMake));
    }
}
