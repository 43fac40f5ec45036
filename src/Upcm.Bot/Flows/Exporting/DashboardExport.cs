using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Conversation;
using Upcm.Bot.Documents;
using Upcm.Bot.Flows.Overseeing;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Exporting;

/// <summary>Every value of the dashboard with where it comes from, as a table.</summary>
public sealed class DashboardExport(IStore store) : IExport
{
    public static Phrase Called { get; } = new("dashboard", "dashboard");

    public Phrase Name => Called;

    public IReadOnlyList<string> Also { get; } = [];

    public IReadOnlyList<Format> Formats => Format.OfBooks;

    public ExportSubject Subject => ExportSubject.Programme;

    public async ValueTask<Exported?> Prepare(Turn turn, ExportAsked asked)
    {
        var en = turn.Culture.IsEnglish();
        var counts = await DashboardReading.Counts(store, turn.Workspace, turn.Cancel);
        var values = await DashboardReading.Values(store, turn.Workspace, turn.Method, counts, null, turn.Cancel);
        var before = await DashboardReading.Before(store, turn.Workspace, turn.Now, turn.Cancel);
        var about = AboutBook.Of(turn, "Dashboard", new Fact(en ? "Compared with" : "Vergeleken met", before is null ? "–" : DashboardWords.Day(before.At, turn.Culture)));
        return new Exported(
            string.Create(CultureInfo.InvariantCulture, $"dashboard {turn.Today:yyyy-MM-dd}"),
            new Book("Dashboard", en ? "en" : "nl", about, [new Sheet("Dashboard", Columns(en), values.Select(value => Row(value, before, turn)).ToAsyncEnumerable())]));
    }

    private static IReadOnlyList<Column> Columns(bool en) =>
    [
        new(en ? "Horizon" : "Termijn", Width: 14), new(en ? "Column" : "Kolom", Width: 24), new("Indicator", Width: 48),
        new(en ? "Value" : "Waarde", ColumnKind.Number, 14), new(en ? "Out of" : "Van de", ColumnKind.Number, 10), new(en ? "In words" : "In woorden", Width: 36),
        new(en ? "Before" : "Vorige keer", ColumnKind.Number, 14), new(en ? "Kind" : "Soort", Width: 34), new(en ? "Holds for" : "Geldt voor", ColumnKind.Day, 12),
        new(en ? "Source" : "Bron", Width: 40), new(en ? "Entered by" : "Ingevuld door", Width: 20),
    ];

    private static IReadOnlyList<object?> Row(DashboardValue value, DashboardSnapshot? before, Turn turn)
    {
        var indicator = value.Indicator;
        return
        [
            turn.Method.Horizons.FirstOrDefault(one => one.Id == indicator.Horizon)?.Name.In(turn.Culture) ?? indicator.Horizon,
            DashboardWords.Column(indicator, turn.Method, turn.Culture), indicator.Name.In(turn.Culture),
            value.Value, value.Of, DashboardWords.Value(value, turn.Culture), before?.Values.GetValueOrDefault(indicator.Id)?.Value,
            DashboardWords.Kind(value, turn.Culture), value.Entry?.Date, value.Entry?.Source, value.Entry?.By.Name,
        ];
    }
}
