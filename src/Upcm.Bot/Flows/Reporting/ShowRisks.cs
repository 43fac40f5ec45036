using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Pictures;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Reporting;

/// <summary><c>risico's 20-004</c>: the register with its heat map, its age, and what became of each risk.</summary>
public sealed class ShowRisks(Illustrations illustrations, Standings standings) : ICommand
{
    /// <summary>As many reports as history is read from: eight years of them.</summary>
    private const int MostReports = 100;

    public Sentence Sentence { get; } = new(
        ["risico's", "risicos", "risicoregister", "risico's van"], ["risks", "risk register"],
        new Phrase("de risico's met hun geschiedenis: risico's 20-004", "the risks with their history: risks 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Initiatives.Named(turn, Reports.Split(rest).Number) is not { } initiative)
        {
            return;
        }

        List<ProgressReport> reports = [.. (await turn.Find(Kinds.Reports, $"initiative={initiative.Number}|", MostReports, descending: true)).Select(hit => hit.Document).Reverse()];
        var may = Rights.May(Deed.ReportProgress, await standings.Towards(turn, initiative)) && ShowProgress.CanBeReported(initiative);
        turn.Replace(Card(turn, initiative, reports, may));
    }

    private Card Card(Turn turn, Initiative initiative, List<ProgressReport> reports, bool may)
    {
        var culture = turn.Culture;
        var en = culture.IsEnglish();
        var tracks = RiskRegister.Of(reports);
        var open = tracks.Where(track => track.Now is not null).OrderByDescending(track => track.Now!.Weight ?? 0).ThenBy(track => track.Id).ToList();
        var norms = turn.Method.Norms;
        List<Element> body = [];
        if (Age(reports is [.., var newest] ? newest.RiskAnalysisAt : null, turn) is { } stale)
        {
            body.Add(new Text(stale, Tone.Warning));
        }

        if (open.Count > 0)
        {
            if (open.Any(track => track.Now!.Weight is not null))
            {
                body.Add(illustrations.Of(HeatPicture.Of(open.Select(track => track.Now!), norms, culture)));
            }

            body.Add(new Table(
                [en ? "Risk" : "Risico", en ? "Chance × effect" : "Kans × gevolg", en ? "Measure" : "Maatregel"],
                [.. open.Select(track => (IReadOnlyList<string>)[$"{track.Id.ToString(culture)}. {track.Now!.Text}", RiskWords.Weight(track.Now, norms, culture), RiskWords.Measure(track.Now, culture)])]));
        }

        if (tracks.Where(track => track.Moments.Length > 1).ToList() is { Count: > 0 } changed)
        {
            body.Add(new Section(
                en ? $"What changed ({changed.Count})" : $"Wat veranderde ({changed.Count})",
                [.. changed.Select(track => new Bullets([.. track.Moments.Reverse().Select(moment => Moment(track.Id, moment, culture))]))],
                Folded: true));
        }

        return new Card($"{initiative.Number} {initiative.Title}: {(en ? "risks" : "risico's")}")
        {
            Status = Status(open.Count, reports is [.., var last] ? last.RiskAnalysisAt : null, turn),
            Body = body,
            Buttons =
            [
                .. may && open.Count > 0 ? [Sayings.Button(en ? "Gone through: holds still" : "Nagelopen: klopt nog", $"{(en ? "risks reviewed" : "risico's nagelopen")} {initiative.Number}")] : Array.Empty<Button>(),
                .. may ? [Sayings.Button(en ? "Update" : "Werk bij", $"{(en ? "progress" : "voortgang")} {initiative.Number}")] : Array.Empty<Button>(),
                Sayings.Button("Planning", $"{(en ? "plan" : "planning")} {initiative.Number}"),
                Sayings.Button(en ? "Show initiative" : "Toon initiatief", $"{(en ? "show" : "toon")} {initiative.Number}"),
            ],
        };
    }

    private static string Status(int open, DateOnly? reviewed, Turn turn)
    {
        var en = turn.Culture.IsEnglish();
        var count = (open, en) switch
        {
            (0, true) => "No risks in the register",
            (0, false) => "Geen risico's in het register",
            (1, true) => "1 risk",
            (1, false) => "1 risico",
            (_, true) => $"{open} risks",
            _ => $"{open} risico's",
        };
        return reviewed is { } day
            ? $"{count} · {(en ? "last gone through" : "laatst nagelopen")} {ProgressWords.Day(day, turn.Culture)} ({Ago(turn.Today.DayNumber - day.DayNumber, turn.Culture)})"
            : count;
    }

    private static string Ago(int days, CultureInfo culture) => (days, culture.IsEnglish()) switch
    {
        ( <= 0, true) => "today",
        ( <= 0, false) => "vandaag",
        (_, true) => $"{PlanWords.Days(days, culture)} ago",
        _ => $"{PlanWords.Days(days, culture)} geleden",
    };

    /// <summary>Null while the analysis counts as recent.</summary>
    private static string? Age(DateOnly? reviewed, Turn turn)
    {
        var weeks = turn.Method.Norms.RiskAnalysisValidWeeks;
        return reviewed is { } day && turn.Today.DayNumber - day.DayNumber > 7 * weeks
            ? turn.Culture.IsEnglish()
                ? $"This analysis is older than {weeks} weeks and no longer counts as recent. Please go through it."
                : $"Deze analyse is ouder dan {weeks} weken en telt niet meer als recent. Loop hem na."
            : null;
    }

    private static string Moment(int id, RiskMoment moment, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var when = string.Create(culture, $"{id}. {PlanWords.Short(moment.ReportedAt, culture)}, {(en ? "report" : "melding")} {moment.Version}");
        return moment.Risk is { } risk
            ? $"{when}: {risk.Text}{(risk.Weight is { } weight ? string.Create(culture, $" ({risk.Chance} × {risk.Effect} = {weight})") : "")}{(risk.Measure is { } measure ? $" · {measure}" : "")}{(risk.Owner is { } owner ? $" · {owner}" : "")}"
            : $"{when}: {(en ? "left the register" : "uit het register")}";
    }
}

/// <summary><c>risico's nagelopen 20-004</c>: a report in which only that was done.</summary>
public sealed class ReviewRisks(ReportProgressFlow report) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["risico's nagelopen", "risicos nagelopen"], ["risks reviewed"],
        new Phrase("de risico's kloppen nog: risico's nagelopen 20-004", "the risks hold still: risks reviewed 20-004"), new Phrase("nummer", "number"));

    public ValueTask Run(Turn turn, string rest) => report.Run(turn, rest, risksReviewed: true);
}
