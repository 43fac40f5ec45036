using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Overseeing;

/// <summary><c>vul dashboard in</c>, <c>vul in volgers</c>: a value that the bot cannot count, with its day and its source.</summary>
public sealed class FillDashboardFlow(FormConversation forms, Standings standings) : IFlow
{
    public string Id => "fill-dashboard";

    public Sentence Sentence { get; } = new(
        ["vul dashboard in", "vul dashboard", "vul in", "dashboard invullen"], ["fill in dashboard", "fill dashboard", "fill in"],
        new Phrase("een waarde van het dashboard invullen: vul in {value}", "enter a value of the dashboard: fill in {value}"), new Phrase("waarde", "value"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await ShowOrigin.Named(turn, rest, entered: true) is { } indicator && await May(turn, indicator))
        {
            await forms.Open(turn, this, indicator.Id);
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) =>
        turn.Method.Dashboard.FirstOrDefault(one => one.Id == draft.Subject && one.From is null) is { } indicator
            ? new FillDashboardForm(indicator, turn.Today, await Newest(turn, indicator, ""), draft.Answers[FillDashboardForm.DateKey] is { } day ? await Newest(turn, indicator, day) : null)
            : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        var told = ((FillDashboardForm)form).Finish(draft.Answers)!;
        var indicator = turn.Method.Dashboard.First(one => one.Id == draft.Subject);
        if (!await May(turn, indicator))
        {
            return false;
        }

        var last = await turn.Find(Kinds.DashboardEntries, $"version={indicator.Id}|", 1, descending: true) is [var found] ? found.Document.Version : 0;
        var entry = new DashboardEntry
        {
            Indicator = indicator.Id,
            Version = last + 1,
            Value = told.Value,
            Text = told.Text,
            Date = told.Date,
            Source = told.Source,
            By = turn.Speaker,
            At = turn.Now,
        };
        turn.Changes.Insert(Kinds.DashboardEntries, entry);
        var shown = new Phrase(Line(indicator, entry, Cultures.Dutch), Line(indicator, entry, Cultures.English));
        turn.Record(History.DashboardFilled, null, null, indicator.Id, shown);
        var newest = await Newest(turn, indicator, "");
        var en = turn.Culture.IsEnglish();
        turn.Replace(new Card(indicator.Name.In(turn.Culture))
        {
            Status = en ? "Entered" : "Ingevuld",
            Body =
            [
                new Facts(
                [
                    new Fact(en ? "Value" : "Waarde", DashboardWords.Value(indicator, entry.Value, null, entry.Text, turn.Culture)),
                    new Fact(en ? "Day" : "Datum", DashboardWords.Day(entry.Date, turn.Culture)),
                    new Fact(en ? "Source" : "Bron", entry.Source),
                    .. newest is null ? Array.Empty<Fact>() :
                    [
                        new Fact(
                            en ? "Before" : "Daarvoor",
                            $"{DashboardWords.Value(indicator, newest.Value, null, newest.Text, turn.Culture)} ({DashboardWords.Day(newest.Date, turn.Culture)})"),
                    ],
                ]),
                .. newest is not null && newest.Date > entry.Date
                    ? [new Text(en ? "The dashboard goes on showing the value of the later day." : "Het dashboard blijft de waarde van de latere dag tonen.", Tone.Subtle)]
                    : Array.Empty<Element>(),
            ],
            Buttons =
            [
                Sayings.Button($"Dashboard {turn.Method.Horizon(indicator.Horizon)?.Name.In(turn.Culture)}", $"dashboard {indicator.Horizon}"),
                Sayings.Button(en ? "Origin" : "Herkomst", $"{(en ? "origin" : "herkomst")} {indicator.Id}"),
            ],
        });
        return true;
    }

    /// <summary>What somebody may do with an indicator hangs on an office in a team of its pillar, or in any where it has none.</summary>
    internal static ValueTask<Standing> StandingFor(Turn turn, Standings standings, DashboardIndicator indicator) => standings.InAnyOf(
        turn, [.. turn.Method.Teams.Where(team => indicator.Pillar is null || team.Pillar is null || team.Pillar == indicator.Pillar).Select(static team => team.Id)]);

    private async ValueTask<bool> May(Turn turn, DashboardIndicator indicator) =>
        await Refusals.Allows(turn, Deed.FillDashboard, await StandingFor(turn, standings, indicator), null);

    internal static string Line(DashboardIndicator indicator, DashboardEntry entry, System.Globalization.CultureInfo culture) =>
        $"{indicator.Name.In(culture)}: {DashboardWords.Value(indicator, entry.Value, null, entry.Text, culture)} ({DashboardWords.Day(entry.Date, culture)}, {entry.Source})";

    /// <param name="day">The day it holds for; empty for the last there is.</param>
    private static async ValueTask<DashboardEntry?> Newest(Turn turn, DashboardIndicator indicator, string day) =>
        await turn.Find(Kinds.DashboardEntries, $"day={indicator.Id}|{day}", 1, descending: true) is [var found] ? found.Document : null;
}

/// <summary>A number or a text, the day it holds for, and where it was found.</summary>
/// <param name="newest">The entry with the last day.</param>
/// <param name="same">The entry for the day that was answered.</param>
public sealed class FillDashboardForm(DashboardIndicator indicator, DateOnly today, DashboardEntry? newest, DashboardEntry? same) : Form<FillDashboardForm.Told>
{
    public const string DateKey = "date";

    public sealed record Told(decimal? Value, string? Text, DateOnly Date, string Source);

    private readonly NumberQuestion value = new("value", Asked(indicator))
    {
        Name = new("Waarde", "Value"),
        AtLeast = -1_000_000_000_000m,
        Decimals = 4,
        After = indicator.Unit is { } unit ? new($" {unit.Nl}", $" {unit.En}") : Phrase.Same(""),
        Hint = newest is null ? null : Last(indicator, newest),
    };

    private readonly TextQuestion text = new("text", Asked(indicator))
    {
        Name = new("Tekst", "Text"),
        Paragraph = true,
        AtMost = 1000,
        Hint = new("In een paar zinnen: wat zie je, en waar blijkt dat uit?", "In a few sentences: what do you see, and what shows it?"),
    };

    private readonly DateQuestion date = new(DateKey, new("Voor welke dag geldt dit?", "For which day does this hold?"), today)
    {
        Name = new("Datum", "Day"),
        HasBeen = true,
        Hint = new("De laatste dag van de periode die je meet. Bijvoorbeeld 31-12-2025.", "The last day of the period that was measured, such as 31-12-2025."),
        Rule = day => day > today ? new("Deze dag komt nog. Een meting is van vandaag of eerder.", "This day is still to come. A measurement is of today or before.") : null,
    };

    private static readonly TextQuestion Source = new("source", new("Waar komt dit vandaan?", "Where does this come from?"))
    {
        Name = new("Bron", "Source"),
        AtMost = 200,
        Hint = new("Zo dat een ander het terugvindt: een rapport met jaar, een tabel, een adres.", "So that others can find it: a report with its year, a table, an address."),
    };

    public override Phrase Title => new(indicator.Name.Nl, indicator.Name.En);

    public override IReadOnlyList<Question> Questions(Answers answers) => [indicator.Kind == MeasureKind.Qualitative ? text : value, date, Source];

    public override IReadOnlyList<Phrase> Replaces(Answers answers) =>
        same is not null
            ? [new(
                $"Voor deze dag staat er al {DashboardWords.Value(indicator, same.Value, null, same.Text, Cultures.Dutch)}, ingevuld door {same.By.Name}. Jouw waarde komt ervoor in de plaats; de oude blijft in de geschiedenis.",
                $"For this day {DashboardWords.Value(indicator, same.Value, null, same.Text, Cultures.English)} was entered by {same.By.Name}. Yours takes its place; the old one stays in the history.")]
            : [];

    protected override Told Complete(Answers answers) => new(
        indicator.Kind == MeasureKind.Qualitative ? null : value.From(answers),
        indicator.Kind == MeasureKind.Qualitative ? text.From(answers) : null,
        date.From(answers),
        Source.From(answers));

    private static Phrase Asked(DashboardIndicator indicator) => indicator.Unit is { } unit
        ? new($"Hoeveel is het: {indicator.Name.Nl}, in {unit.Nl}?", $"How much is it: {indicator.Name.En}, in {unit.En}?")
        : new($"Hoe staat het met: {indicator.Name.Nl}?", $"How about: {indicator.Name.En}?");

    private static Phrase Last(DashboardIndicator indicator, DashboardEntry newest) => new(
        $"De laatste keer: {DashboardWords.Value(indicator, newest.Value, null, newest.Text, Cultures.Dutch)} op {DashboardWords.Day(newest.Date, Cultures.Dutch)}.",
        $"Last time: {DashboardWords.Value(indicator, newest.Value, null, newest.Text, Cultures.English)} on {DashboardWords.Day(newest.Date, Cultures.English)}.");
}
