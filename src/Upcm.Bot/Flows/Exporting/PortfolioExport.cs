using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Conversation;
using Upcm.Bot.Documents;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Exporting;

/// <summary>The initiatives of a team, or of all teams, with the newest of what was reported and claimed: as many as there are.</summary>
public sealed class PortfolioExport(IStore store) : IExport
{
    public static Phrase Called { get; } = new("portfolio", "portfolio");

    public Phrase Name => Called;

    public IReadOnlyList<string> Also { get; } = ["portefeuille", "initiatieven", "initiatives", "projecten", "projects"];

    public IReadOnlyList<Format> Formats => Format.OfBooks;

    public ExportSubject Subject => ExportSubject.Team;

    public async ValueTask<Exported?> Prepare(Turn turn, ExportAsked asked)
    {
        var en = turn.Culture.IsEnglish();
        IReadOnlyList<Team> teams = asked.Team is { } one ? [one] : [.. Teams.WithPortfolio(turn.Method)];
        long count = 0;
        foreach (var team in teams)
        {
            count += await turn.Count(Tally.One(Tallies.Teams, team.Id).Counter);
        }

        var of = asked.Team?.Name.In(turn.Culture) ?? (en ? "all teams" : "alle teams");
        if (count == 0)
        {
            turn.Say(
                $"Er staat nog niets in de portfolio van {asked.Team?.The.Nl ?? of}. Er valt dus niets te exporteren.",
                $"There is nothing in the portfolio of {asked.Team?.The.En ?? of} yet, so there is nothing to export.");
            return null;
        }

        var rows = new PortfolioRows(store, turn.Workspace, turn.Method, turn.Culture, turn.Today);
        var book = new Book(
            $"Portfolio {of}",
            en ? "en" : "nl",
            AboutBook.Of(
                turn,
                $"Portfolio {of}",
                new(en ? "Amounts" : "Bedragen", en ? "In euro; value added in million euro." : "In euro; toegevoegde waarde in miljoen euro."),
                new(turn.Method.Claims.Effect.In(turn.Culture), en ? $"Claimed by the newest impact sheet, in {turn.Method.Claims.Unit.En} less." : $"Geclaimd in de nieuwste impactsheet, in {turn.Method.Claims.Unit.Nl} minder."),
                new(en ? "Lights" : "Lichten", en ? "As they are on this day, from the newest report." : "Zoals ze op deze dag zijn, uit de nieuwste melding.")),
            [new Sheet("Portfolio", rows.Columns, rows.Of(teams, turn.Cancel))]);
        return new Exported(string.Create(CultureInfo.InvariantCulture, $"portfolio {of} {turn.Today:yyyy-MM-dd}"), book) { Rows = count };
    }
}
