using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Overseeing;

/// <summary><c>haal waarde weg volgers</c>: what was entered for a wrong day, or wrongly at all, no longer counts; asked once more before it is done.</summary>
public sealed class WithdrawValue(Standings standings) : ICommand, IButton
{
    internal const string Pressed = "dashboard.withdraw";

    public string Verb => Pressed;

    public Sentence Sentence { get; } = new(
        ["haal waarde weg", "trek waarde in"], ["withdraw value", "take back value"],
        new Phrase("een ingevulde waarde van het dashboard weghalen: haal waarde weg {value}", "take away a value that was entered for the dashboard: withdraw value {value}"), new Phrase("waarde", "value"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await ShowOrigin.Named(turn, rest, entered: true) is not { } indicator || !await May(turn, indicator))
        {
            return;
        }

        if (await turn.Find(Kinds.DashboardEntries, $"day={indicator.Id}|", 1, descending: true) is [var newest])
        {
            turn.Replace(Sure(indicator, newest.Document, turn.Culture));
        }
        else
        {
            turn.Say($"Voor {indicator.Name.Nl} is nog niets ingevuld.", $"Nothing was entered for {indicator.Name.En} yet.");
        }
    }

    public async ValueTask Press(Turn turn, Pressed pressed)
    {
        if (await turn.Load(Kinds.DashboardEntries, pressed.Press.Data.GetValueOrDefault("entry") ?? "") is not { Document: { WithdrawnAt: null } } stored
            || turn.Method.Dashboard.FirstOrDefault(one => one.Id == stored.Document.Indicator) is not { } indicator)
        {
            turn.Say("Deze waarde was al weggehaald.", "This value was taken away already.");
        }
        else if (await May(turn, indicator))
        {
            turn.Changes.Put(Kinds.DashboardEntries, stored.Document with { WithdrawnAt = turn.Now, WithdrawnBy = turn.Speaker }, stored.Version);
            var line = new Phrase(FillDashboardFlow.Line(indicator, stored.Document, Cultures.Dutch), FillDashboardFlow.Line(indicator, stored.Document, Cultures.English));
            turn.Record(History.DashboardWithdrawn, null, null, indicator.Id, line);
            turn.Replace(new Card(turn.Culture.IsEnglish() ? "Taken away" : "Weggehaald")
            {
                Body = [new Text(line.In(turn.Culture))],
                Buttons = [Sayings.Button(turn.Culture.IsEnglish() ? "Origin" : "Herkomst", $"{(turn.Culture.IsEnglish() ? "origin" : "herkomst")} {indicator.Id}")],
            });
        }
    }

    private static Card Sure(DashboardIndicator indicator, DashboardEntry entry, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        return new Card(en ? "Take this value away?" : "Deze waarde weghalen?")
        {
            Status = en ? $"Entered by {entry.By.Name} on {DashboardWords.Day(entry.At, culture)}" : $"Ingevuld door {entry.By.Name} op {DashboardWords.Day(entry.At, culture)}",
            Body =
            [
                new Text(FillDashboardFlow.Line(indicator, entry, culture)),
                new Text(en ? "The dashboard then shows the day before it. The history keeps this one." : "Het dashboard toont dan de dag ervoor. De geschiedenis bewaart deze.", Tone.Subtle),
            ],
            Buttons =
            [
                new(en ? "Take away" : "Haal weg", new Press(Pressed, ("entry", Kinds.DashboardEntries.Id(entry))), Tone: ButtonTone.Grave),
                Sayings.Button(en ? "Leave it" : "Laat staan", $"{(en ? "origin" : "herkomst")} {indicator.Id}"),
            ],
        };
    }

    private async ValueTask<bool> May(Turn turn, DashboardIndicator indicator) =>
        await Refusals.Allows(turn, Deed.FillDashboard, await FillDashboardFlow.StandingFor(turn, standings, indicator), null);
}
