using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Sending;
using Upcm.Bot.People;
using Upcm.Bot.Privacy;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.HandlingPersonalData;

/// <summary><c>opgeruimd</c>: what was removed in the last nights because it had been kept long enough, in figures, and how long each sort is kept.</summary>
public sealed class ShowPurges(Standings standings, IConfiguration settings) : ICommand
{
    private const int Shown = 7;
    private const int LookedAt = 60;

    private static readonly (string Sort, Phrase One, Phrase More)[] Sorts =
    [
        ("drafts", new("begonnen formulier", "form that was begun"), new("begonnen formulieren", "forms that were begun")),
        ("messages", new("bericht", "message"), new("berichten", "messages")),
        ("alarms", new("merk dat een storing gemeld was", "mark that trouble was told"), new("merken dat een storing gemeld was", "marks that trouble was told")),
        ("respondents", new("ronde waarvan nu niemand weet wie wat antwoordde", "round of which nobody knows any more who answered what"), new("rondes waarvan nu niemand weet wie wat antwoordde", "rounds of which nobody knows any more who answered what")),
        ("left", new("persoon die was vertrokken", "person who had left"), new("mensen die waren vertrokken", "people who had left")),
        ("history", new("regel geschiedenis", "line of history"), new("regels geschiedenis", "lines of history")),
        (PurgeRun.Audit, new("maand auditlog", "month of the audit log"), new("maanden auditlog", "months of the audit log")),
    ];

    public Sentence Sentence { get; } = new(
        ["opgeruimd", "wat is opgeruimd", "bewaartermijnen"], ["purged", "what was purged", "retention"],
        new Phrase("voor de beheerder: wat er na de bewaartermijn is opgeruimd, in aantallen", "for the administrator: what was purged after it had been kept long enough, in figures"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (!await Refusals.Allows(turn, Deed.HandlePersonalData, await standings.InTeam(turn, null), null))
        {
            return;
        }

        var en = turn.Culture.IsEnglish();
        var runs = (await turn.Find(Kinds.Purges, "at=", LookedAt, descending: true)).Select(static found => found.Document).ToList();
        List<PurgeRun> removed = [.. runs.Where(static run => run.Removed.Count > 0 || run.Held > 0)];
        turn.Replace(new Card(en ? "Purged" : "Opgeruimd")
        {
            Status = runs is [var last, ..]
                ? (en ? "Last time: " : "Laatste keer: ") + PostWords.At(last.At, turn.Culture)
                : en ? "Not yet: that happens at night" : "Nog niet: dat gebeurt 's nachts",
            Body =
            [
                .. removed.Count > 0 ? removed.Take(Shown).Select(run => (Element)new Row(PostWords.At(run.At, turn.Culture), Line(run, turn.Culture), null))
                    : runs.Count > 0 ? [new Text(en ? "Nothing had been kept long enough." : "Er was niets lang genoeg bewaard.")] : Array.Empty<Element>(),
                new Section(en ? "How long I keep what" : "Hoe lang ik wat bewaar", [new Bullets([.. Retention.From(settings).Lines.Select(line => line.In(turn.Culture))])], Folded: true),
            ],
        });
    }

    private static string Line(PurgeRun run, CultureInfo culture)
    {
        var parts = Sorts.Where(one => run.Removed.ContainsKey(one.Sort))
            .Select(one => $"{run.Removed[one.Sort].ToString("N0", culture)} {(run.Removed[one.Sort] == 1 ? one.One : one.More).In(culture)}");
        return string.Join(", ", run.Held == 0 ? parts : parts.Append(culture.IsEnglish()
            ? $"{run.Held.ToString("N0", culture)} stayed because of a legal hold"
            : $"{run.Held.ToString("N0", culture)} {(run.Held == 1 ? "bleef" : "bleven")} door een bewaarplicht"));
    }
}
