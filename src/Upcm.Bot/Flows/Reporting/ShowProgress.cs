using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Reporting;

/// <summary><c>toon voortgang 20-004</c>, and <c>toon voortgang 20-004 versie 1</c> for an earlier report. Anyone may read.</summary>
public sealed class ShowProgress(Standings standings) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["toon voortgang", "laatste voortgang"], ["show progress", "latest progress"],
        new Phrase("de laatste melding lezen: toon voortgang 20-004", "read the last report: show progress 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var (number, words) = Reports.Split(rest);
        if (await Initiatives.Named(turn, number) is not { } initiative)
        {
            return;
        }

        var version = Version(words);
        var may = Rights.May(Deed.ReportProgress, await standings.Towards(turn, initiative)) && CanBeReported(initiative);
        if (await Reports.Card(turn, initiative, version) is { } card)
        {
            turn.Replace(card.Show(turn.Culture, may));
        }
        else if (version is not null && await Reports.Card(turn, initiative) is { } newest)
        {
            turn.Say(
                $"Versie {version} is er niet; dit is de nieuwste, versie {newest.Report.Version}.",
                $"There is no version {version}; this is the newest, version {newest.Report.Version}.");
            turn.Show(newest.Show(turn.Culture, may));
        }
        else
        {
            turn.Replace(None(turn, initiative, may));
        }
    }

    /// <summary>The version asked for, or null where the newest is meant.</summary>
    public static int? Version(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var word, var number]
        && word.ToLowerInvariant() is "versie" or "version"
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    public static bool CanBeReported(Initiative initiative) => initiative.Status is InitiativeStatus.Active or InitiativeStatus.OnHold;

    internal static Card None(Turn turn, Initiative initiative, bool may)
    {
        var en = turn.Culture.IsEnglish();
        return new Card($"{initiative.Number} {initiative.Title}: {(en ? "progress" : "voortgang")}")
        {
            Body = [new Text(en ? "Nothing has been reported yet." : "Er is nog niets gemeld.")],
            Buttons =
            [
                .. may ? [Sayings.Button(en ? "Report progress" : "Meld voortgang", $"{(en ? "report progress" : "meld voortgang")} {initiative.Number}", ButtonTone.Main)] : Array.Empty<Button>(),
                Sayings.Button(en ? "Show initiative" : "Toon initiatief", $"{(en ? "show" : "toon")} {initiative.Number}"),
            ],
        };
    }
}
