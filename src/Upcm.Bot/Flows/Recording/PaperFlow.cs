using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Recording;

/// <summary>
/// A paper that the gates ask for: said with a number it is shown, or begun where there is none yet; with <c>wijzig</c> behind the
/// number a new version is made, which never erases the old one; with <c>versie 1</c> an older one is shown.
/// </summary>
public abstract class PaperFlow<TPaper>(FormConversation forms, Standings standings, Kind<TPaper> kind, Phrase name, string recorded) : IFlow
    where TPaper : class, IPaper
{
    private const int FactsInOne = 6;

    private static readonly ImmutableArray<string> ToChange = ["wijzig", "bewerk", "bijwerken", "nieuw", "change", "edit", "update", "new"];

    public abstract string Id { get; }

    public abstract Sentence Sentence { get; }

    protected abstract PaperForm<TPaper> FormOf(Turn turn, Initiative initiative, TPaper? newest, Stamp stamp);

    public async ValueTask Run(Turn turn, string rest)
    {
        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (await Initiatives.Named(turn, words is [var number, ..] ? number : "") is not { } initiative)
        {
            return;
        }

        var newest = await Newest(turn, initiative.Number);
        var change = words.Skip(1).Any(word => ToChange.Contains(word.ToLowerInvariant()));
        if (newest is not null && !change)
        {
            await Show(turn, initiative, newest, words);
        }
        else if (await May(turn, initiative, newest))
        {
            await forms.Open(turn, this, initiative.Number.ToString(), Form(turn, initiative, newest).Now.With(Cards.Forms.Form.MoreKey, "ja"));
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) =>
        await turn.Load(Kinds.Initiatives, draft.Subject) is { Document: { } initiative } ? Form(turn, initiative, await Newest(turn, initiative.Number)) : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        var initiative = (await turn.Load(Kinds.Initiatives, draft.Subject))!.Document;
        var newest = await Newest(turn, initiative.Number);
        if (!await May(turn, initiative, newest))
        {
            return false;
        }

        var asked = (PaperForm<TPaper>)form;
        var answers = Meanwhile.Over(asked, draft.Prefilled, draft.Answers);
        var changed = Meanwhile.Changed(asked, newest is null ? null : asked.Now, answers);
        if (newest is not null && changed.Count == 0)
        {
            turn.Say($"Er is niets veranderd sinds versie {newest.Version}.", $"Nothing has changed since version {newest.Version}.");
            await Show(turn, initiative, newest, []);
            return true;
        }

        var paper = asked.Finish(answers)!;
        turn.Changes.Insert(kind, paper);
        turn.Record(recorded, initiative.Number, initiative.Team, words: InShort(changed, newest is null));
        await Show(turn, initiative, paper, []);
        return true;
    }

    /// <summary>The first version is told by what it holds, a later one by what changed.</summary>
    private static Phrase InShort(IReadOnlyList<AnswerChange> changed, bool first)
    {
        string Told(CultureInfo culture) => string.Join(", ", changed.Select(change => first
            ? change.Question.Name.In(culture)
            : $"{change.Question.Name.In(culture)} {Shown(change.Before, change.Question, culture)} → {Shown(change.After, change.Question, culture)}"));
        return new Phrase(Told(Cultures.Dutch), Told(Cultures.English));
    }

    private static string Shown(string? canonical, Question question, CultureInfo culture) => canonical is null ? "–" : Shorter.Than(60, question.Echo(canonical, culture));

    private async ValueTask Show(Turn turn, Initiative initiative, TPaper newest, string[] words)
    {
        var wanted = words.Skip(1).Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0).FirstOrDefault(version => version > 0);
        var paper = wanted == 0 ? newest : (await turn.Load(kind, Kinds.Versioned(initiative.Number, wanted)))?.Document;
        if (paper is null)
        {
            turn.Say($"Versie {wanted} is er niet. De nieuwste is versie {newest.Version}.", $"There is no version {wanted}. The newest is version {newest.Version}.");
        }

        var may = initiative.Status == InitiativeStatus.Active && Rights.May(Deed.RecordPaper, await standings.Towards(turn, initiative));
        turn.Replace(Card(turn, initiative, paper ?? newest, newest.Version, may));
    }

    private Card Card(Turn turn, Initiative initiative, TPaper paper, int newest, bool may)
    {
        var (en, culture) = (turn.Culture.IsEnglish(), turn.Culture);
        var form = Form(turn, initiative, paper);
        var answers = form.Known(paper);
        var made = TimeZoneInfo.ConvertTime(paper.At, Clock.Amsterdam).ToString("ddd d MMMM yyyy", culture);
        var words = Sentence.Name(culture);
        Button To(string label, string labelEn, string rest) => Sayings.Button(en ? labelEn : label, $"{words} {initiative.Number} {rest}");
        return new Card($"{initiative.Number} {initiative.Title}: {name.In(culture).ToLower(culture)}")
        {
            Status = $"{(en ? "Version" : "Versie")} {paper.Version}{(paper.Version < newest ? en ? $" of {newest}" : $" van {newest}" : "")} · {paper.By.Name}, {made}",
            Body =
            [
                .. form.Questions(answers).Where(question => question.IsAnswered(answers))
                    .Select(question => new Fact(question.Name.In(culture), question.Echo(answers[question.Key]!, culture)))
                    .Chunk(FactsInOne).Select(facts => new Facts(facts)),
            ],
            Buttons =
            [
                .. may ? [To("Bijwerken", "Update", en ? "change" : "wijzig") with { Tone = ButtonTone.Main }] : Array.Empty<Button>(),
                .. paper.Version > 1 ? [To($"Versie {paper.Version - 1}", $"Version {paper.Version - 1}", $"{(en ? "version" : "versie")} {paper.Version - 1}")] : Array.Empty<Button>(),
                Sayings.Button(en ? "Gate" : "Fasepoort", $"{(en ? "gate" : "fasepoort")} {initiative.Number}"),
            ],
        };
    }

    private PaperForm<TPaper> Form(Turn turn, Initiative initiative, TPaper? newest) =>
        FormOf(turn, initiative, newest, new Stamp(initiative.Number, (newest?.Version ?? 0) + 1, turn.Speaker, turn.Now));

    private ValueTask<TPaper?> Newest(Turn turn, InitiativeNumber number) => turn.Reader.Last(kind, $"initiative={number}|");

    private async ValueTask<bool> May(Turn turn, Initiative initiative, TPaper? newest)
    {
        if (initiative.Status is InitiativeStatus.Stopped or InitiativeStatus.Closed)
        {
            turn.Say($"{initiative.Number} {initiative.Title} loopt niet meer.", $"{initiative.Number} {initiative.Title} is no longer running.");
            return false;
        }

        var standing = await standings.Towards(turn, initiative);
        if (newest is null && !Rights.May(Deed.RecordPaper, standing))
        {
            turn.Say($"{name.Nl} is er nog niet bij {initiative.Number} {initiative.Title}.", $"{initiative.Number} {initiative.Title} has no {name.En.ToLowerInvariant()} yet.");
        }

        return await Refusals.Allows(turn, Deed.RecordPaper, standing, initiative.Team, initiative);
    }
}
