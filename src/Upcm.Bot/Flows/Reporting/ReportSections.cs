using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Reporting;

/// <summary>Everything a report says, in sections one tap away; what it does not say is left out.</summary>
internal static class ReportSections
{
    public static IEnumerable<Section> Of(ProgressReport report, WorkingMethod method, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        return new Section?[]
        {
            Lines(en ? "Done" : "Gedaan", report.Done),
            Lines(en ? "Completed" : "Afgerond", report.Completed),
            Lines(en ? "Next" : "Hierna", report.Next),
            Lines(en ? "Issues" : "Knelpunten", report.Issues),
            Lines(en ? "Risks" : "Risico's", [.. report.Risks.Select(risk => Risk(risk, en))]),
            Lines(en ? "Milestones" : "Mijlpalen", [.. report.Milestones.Select(one => $"{one.Name}: {Span(one.PlannedEnd, one.ActualEnd, culture)}")]),
            Lines("Planning", [.. report.Phases.SelectMany(phase => Phase(phase, method, culture))]),
            report.Finance is { } finance ? Money(finance, culture) : null,
            Lines(en ? "Dependencies" : "Afhankelijkheden", report.Dependencies),
            Lines(en ? "Reached since the last report" : "Bereikt sinds de vorige melding",
            [
                .. report.EntrepreneursHelped is { } helped ? [$"{Numbers.Show(helped, culture)} {(en ? "entrepreneurs helped" : "ondernemers geholpen")}"] : Array.Empty<string>(),
                .. report.TargetGroupsReached,
            ]),
        }.OfType<Section>();
    }

    private static Section? Lines(string heading, ImmutableArray<string> lines) => lines.IsEmpty
        ? null
        : new Section(string.Create(CultureInfo.InvariantCulture, $"{heading} ({lines.Length})"), [new Bullets(lines)], Folded: true);

    private static Section Money(Finance finance, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        List<Fact> facts =
        [
            new(en ? "Required" : "Nodig", ProgressWords.Euro(finance.TotalRequired, culture)),
            new(en ? "Allocated" : "Toegekend", ProgressWords.Euro(finance.Allocated, culture)),
        ];
        if (finance.AllocatedFundingAgency is { } agency)
        {
            facts.Add(new(en ? "Of which through the agency" : "Waarvan via RVO", ProgressWords.Euro(agency, culture)));
        }

        if (finance.AllocatedOthers is { } others)
        {
            facts.Add(new(en ? "Of which from others" : "Waarvan van anderen", ProgressWords.Euro(others, culture)));
        }

        facts.Add(new(en ? "Spent" : "Uitgegeven", ProgressWords.Euro(finance.Spent, culture)));
        return new Section(en ? "Money" : "Geld", [new Facts(facts)], Folded: true);
    }

    private static string Risk(Risk risk, bool en)
    {
        var weighed = (risk.Chance, risk.Effect) is ({ } chance, { } effect)
            ? string.Create(CultureInfo.InvariantCulture, $" ({(en ? "chance" : "kans")} {chance}, {(en ? "effect" : "gevolg")} {effect})")
            : "";
        var measure = risk.Measure is { } against ? $" · {(en ? "measure" : "maatregel")}: {against}" : "";
        return $"{risk.Text}{weighed}{measure}{(risk.Owner is { } owner ? $" · {owner}" : "")}";
    }

    private static IEnumerable<string> Phase(PhaseDates phase, WorkingMethod method, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var name = ProgressWords.Subject(phase.Phase, method, culture);
        if (phase.PlannedStart is not null || phase.ActualStart is not null)
        {
            yield return $"{name}, {(en ? "start" : "begin")}: {Span(phase.PlannedStart, phase.ActualStart, culture)}";
        }

        if (phase.PlannedEnd is not null || phase.ActualEnd is not null)
        {
            yield return $"{name}, {(en ? "end" : "einde")}: {Span(phase.PlannedEnd, phase.ActualEnd, culture)}";
        }
    }

    private static string Span(DateOnly? planned, DateOnly? actual, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        string[] parts =
        [
            .. planned is { } plan ? [$"{(en ? "planned" : "gepland")} {ProgressWords.Day(plan, culture)}"] : Array.Empty<string>(),
            .. actual is { } real ? [$"{(en ? "actual" : "werkelijk")} {ProgressWords.Day(real, culture)}"] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? en ? "no day yet" : "nog geen datum" : string.Join(", ", parts);
    }
}
