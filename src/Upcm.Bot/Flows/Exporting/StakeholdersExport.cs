using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Conversation;
using Upcm.Bot.Documents;
using Upcm.Bot.Flows.KeepingStakeholders;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Exporting;

/// <summary>The stakeholders of an initiative as a table.</summary>
public sealed class StakeholdersExport : IExport
{
    public static Phrase Called { get; } = new("stakeholders", "stakeholders");

    public Phrase Name => Called;

    public IReadOnlyList<string> Also { get; } = ["krachtenveld", "stakeholder map", "stakeholderlijst", "belanghebbenden"];

    public IReadOnlyList<Format> Formats => Format.OfBooks;

    public ExportSubject Subject => ExportSubject.Initiative;

    public async ValueTask<bool> Has(Turn turn, Initiative initiative) => await Load(turn, initiative) is not null;

    public async ValueTask<Exported?> Prepare(Turn turn, ExportAsked asked)
    {
        var initiative = asked.Initiative!;
        if (await Load(turn, initiative) is not { } map)
        {
            turn.Say(
                $"{initiative.Number} {initiative.Title} heeft nog geen stakeholders. Er valt dus niets te exporteren.",
                $"{initiative.Number} {initiative.Title} has no stakeholders yet, so there is nothing to export.");
            return null;
        }

        var en = turn.Culture.IsEnglish();
        var title = $"Stakeholders {initiative.Number} {initiative.Title}";
        return new Exported(
            $"{initiative.Number} stakeholders",
            new Book(title, en ? "en" : "nl", AboutBook.Of(turn, title), [new Sheet("Stakeholders", Columns(en), Rows(map, turn).ToAsyncEnumerable())]));
    }

    private static IReadOnlyList<Column> Columns(bool en) =>
    [
        new(en ? "No." : "Nr", ColumnKind.Number, 6), new(en ? "Name" : "Naam", Width: 34), new(en ? "Side" : "Kant", Width: 16), new(en ? "Kind" : "Soort", Width: 18),
        new(en ? "Influence (1-5)" : "Invloed (1-5)", ColumnKind.Number, 10), new(en ? "Interest (1-5)" : "Belang (1-5)", ColumnKind.Number, 10), new(en ? "Against" : "Tegen", Width: 8), new(en ? "So" : "Dus", Width: 22),
        new(en ? "Wins" : "Wat ze winnen", Width: 34), new(en ? "Loses" : "Wat ze verliezen", Width: 34), new(en ? "Approach" : "Aanpak", Width: 40), new("Contact", Width: 20),
        new(en ? "Added on" : "Toegevoegd op", ColumnKind.Day, 13), new(en ? "Placed on" : "Geplaatst op", ColumnKind.Day, 13),
    ];

    private static IEnumerable<IReadOnlyList<object?>> Rows(StakeholderMap map, Turn turn) => map.Stakeholders.Select(one => (IReadOnlyList<object?>)
    [
        one.Id, one.Name, turn.Method.StakeholderSide(one.Side)?.Name.In(turn.Culture), turn.Method.StakeholderKind(one.Kind)?.Name.In(turn.Culture),
        one.Influence, one.Interest, one.Against ? turn.Culture.IsEnglish() ? "yes" : "ja" : null, one.In(turn.Method.Norms) is { } quadrant ? StakeholderWords.Name(quadrant).In(turn.Culture) : null,
        one.Wins, one.Loses, one.Approach, one.Contact,
        LocalTime.DayOf(one.AddedAt, Clock.Amsterdam), one.PlacedAt is { } placed ? LocalTime.DayOf(placed, Clock.Amsterdam) : null,
    ]);

    private static async ValueTask<StakeholderMap?> Load(Turn turn, Initiative initiative) =>
        (await turn.Load(Kinds.StakeholderMaps, initiative.Number.ToString()))?.Document is { Stakeholders.IsEmpty: false } map ? map : null;
}
