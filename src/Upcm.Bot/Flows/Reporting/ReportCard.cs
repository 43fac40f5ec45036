using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Documents;
using Upcm.Bot.Flows.Exporting;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Reporting;

/// <summary>A progress report in five seconds: phase, percentage, the lights and why, what changed; the rest is folded.</summary>
/// <param name="Report">What is shown.</param>
/// <param name="Previous">The report before it, or null.</param>
/// <param name="On">The day its lights are of: today for the newest report, its own day for an earlier one.</param>
public sealed record ReportCard(Initiative Initiative, ProgressReport Report, ProgressReport? Previous, DateOnly On, bool IsNewest, WorkingMethod Method)
{
    internal Lights LightsNow => Lights.Of(Report, Method.Norms, On);

    /// <summary>The lights as they were on the day of the previous report.</summary>
    internal Lights? LightsBefore => Previous is null ? null : Lights.Of(Previous, Method.Norms, Previous.ReportedAt);

    /// <param name="mayReport">True where the reader can report too.</param>
    public Card Show(CultureInfo culture, bool mayReport = false)
    {
        var en = culture.IsEnglish();
        var phase = ProgressWords.Subject(Report.Phase, Method, culture);
        var version = IsNewest ? "" : string.Create(culture, $" · {(en ? "version" : "versie")} {Report.Version}");
        return new Card($"{Initiative.Number} {Initiative.Title}: {(en ? "progress" : "voortgang")}")
        {
            Status = $"{phase} · {Ready(culture)} · {Word(LightsNow.Overall, LightsBefore?.Overall, culture)}{version}",
            Light = LightWords.OnCard(LightsNow.Overall),
            Body =
            [
                new Facts([.. Facts(culture)]),
                .. Contradictions.In(Report, Previous, Method.Phases).Select(one => new Text(ProgressWords.Of(one, Report, Method).In(culture), Tone.Warning)),
                .. ReportSections.Of(Report, Method, culture),
            ],
            Buttons = [.. Buttons(en, mayReport)],
        };
    }

    /// <summary>For the history: the percentage and the light, from and to.</summary>
    public Phrase Words => ProgressWords.In(culture => $"{Ready(culture)} · {Word(LightsNow.Overall, LightsBefore?.Overall, culture)}");

    private IEnumerable<Fact> Facts(CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var (now, before) = (LightsNow, LightsBefore);
        Fact Lit(string nl, string enName, Domain.Light light, Domain.Light? was, string reason) =>
            new(en ? enName : nl, $"{Word(light.Colour, was?.Colour, culture)}: {reason}", LightWords.OnCard(light.Colour));
        yield return Lit("Planning", "Schedule", now.Schedule, before?.Schedule, LightReasons.Schedule(now.Schedule, Method, culture));
        yield return Lit("Geld", "Money", now.Money, before?.Money, LightReasons.Money(now.Money, Report.Finance, culture));
        yield return Lit("Risico", "Risk", now.Risk, before?.Risk, LightReasons.Risk(now.Risk, culture));
        yield return Lit("Actueel", "Freshness", now.Freshness, before?.Freshness, LightReasons.Freshness(now.Freshness, Method.Norms, culture));
        if (Report.Finance is { } finance)
        {
            yield return new(en ? "Sums" : "Bedragen", ProgressWords.BalanceAndNeed(finance).In(culture).TrimEnd('.'));
        }

        yield return new(en ? "Reported" : "Stand van", ProgressWords.Day(Report.ReportedAt, culture));
    }

    private string Ready(CultureInfo culture)
    {
        var ready = Report.PercentReady is { } told ? $"{ProgressWords.Percent(told, culture)} {(culture.IsEnglish() ? "ready" : "klaar")}" : culture.IsEnglish() ? "not told how far" : "niet gemeld hoe ver";
        return Previous?.PercentReady is { } before && before != Report.PercentReady
            ? $"{ready} (was {ProgressWords.Percent(before, culture)})"
            : ready;
    }

    /// <summary>A light's word, and what it was where it changed.</summary>
    private static string Word(LightColour now, LightColour? before, CultureInfo culture) =>
        LightWords.Name(now).In(culture) + (before is { } was && was != now ? $" (was {LightWords.Name(was).In(culture).ToLower(culture)})" : "");

    private IEnumerable<Button> Buttons(bool en, bool mayReport)
    {
        var number = Initiative.Number;
        if (mayReport)
        {
            yield return Sayings.Button(en ? "Report progress" : "Meld voortgang", $"{(en ? "report progress" : "meld voortgang")} {number}", ButtonTone.Main);
        }

        yield return Sayings.Button(en ? "Show initiative" : "Toon initiatief", $"{(en ? "show" : "toon")} {number}");
        yield return Sayings.Button(en ? "Impact sheet" : "Impactsheet", $"{(en ? "impact sheet" : "impactsheet")} {number}");
        if (!Report.Milestones.IsEmpty)
        {
            yield return Sayings.Button("Planning", $"{(en ? "plan" : "planning")} {number}");
        }

        if (!Report.Risks.IsEmpty)
        {
            yield return Sayings.Button(en ? "Risks" : "Risico's", $"{(en ? "risks" : "risico's")} {number}");
        }

        yield return Sayings.Button(en ? "Gate" : "Fasepoort", $"{(en ? "gate" : "fasepoort")} {number}");
        foreach (var file in ExportButtons.Of(ProgressExport.Called, IsNewest ? $"{number}" : $"{number} {(en ? "version" : "versie")} {Report.Version}", Format.OfDocuments, en ? Cultures.English : Cultures.Dutch))
        {
            yield return file;
        }

        if (Report.Version > 1)
        {
            yield return Sayings.Button(en ? "Report before this" : "Melding hiervoor", string.Create(
                CultureInfo.InvariantCulture, $"{(en ? "show progress" : "toon voortgang")} {number} {(en ? "version" : "versie")} {Report.Version - 1}"));
        }

        yield return Sayings.Button(en ? "History" : "Geschiedenis", $"{(en ? "history" : "geschiedenis")} {number}");
    }
}
