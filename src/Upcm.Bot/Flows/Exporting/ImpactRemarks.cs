using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Exporting;

/// <summary>What does not agree on an impact sheet, said to a reader who did not fill it in.</summary>
internal static class ImpactRemarks
{
    public static IReadOnlyList<Phrase> Of(ImpactSheet sheet, WorkingMethod method)
    {
        var found = ImpactWarnings.In(sheet, method);
        var codes = found.Select(warning => warning.Code).ToHashSet();
        var outside = found.Where(warning => warning.Code == ImpactWarningCode.CodeOutsideTable).Select(warning => warning.Subject!).ToList();
        return
        [
            .. found
                .Where(warning => warning.Figure is not null)
                // A claim above what there is now needs no second remark.
                .Where(warning => warning.Code != ImpactWarningCode.Co2AboveExpected || !codes.Contains(ImpactWarningCode.Co2AbovePresent))
                .Where(warning => warning.Code != ImpactWarningCode.ValueAboveExpected || !codes.Contains(ImpactWarningCode.ValueAbovePresent))
                .Select(warning => Of(warning, method.Claims)),
            .. outside.Count == 0 ? Array.Empty<Phrase>() : [new Phrase(
                $"Niet in de gedrukte tabel met productgroepen: {string.Join(", ", outside)}.",
                $"Not in the printed table of product groups: {string.Join(", ", outside)}.")],
        ];
    }

    private static Phrase Of(ImpactWarning warning, Claims claims)
    {
        Phrase groups = new(
            (warning.Groups.Length == 1 ? "productgroep " : "de productgroepen ") + string.Join(", ", warning.Groups),
            (warning.Groups.Length == 1 ? "product group " : "product groups ") + string.Join(", ", warning.Groups));
        return warning.Code switch
        {
            ImpactWarningCode.BandsDoNotAddUp => Said(
                "De onderdelen tellen op tot {0} {3}, het totaal is {1}.", "The parts add up to {0} {3}, the total is {1}."),
            ImpactWarningCode.Co2AbovePresent => Said(
                "De claim is {0} {3}; {2} samen: nu {1}.", "The claim is {0} {3}; {2} together: {1} now."),
            ImpactWarningCode.Co2AboveExpected => Said(
                "De claim is {0} {3}; voor {2} verwacht het programma in tien jaar {1} minder.", "The claim is {0} {3}; for {2} the programme expects {1} less in ten years."),
            ImpactWarningCode.ValueAbovePresent => Said(
                "De claim is € {0} mln; {2} samen: nu € {1} mln toegevoegde waarde.", "The claim is €{0} million; {2} together: €{1} million value added now."),
            _ => Said(
                "De claim is € {0} mln; voor {2} verwacht het programma er € {1} mln bij.", "The claim is €{0} million; for {2} the programme expects €{1} million more."),
        };

        Phrase Said(string nl, string en) => new(
            string.Format(CultureInfo.InvariantCulture, nl, Show(warning.Figure, Cultures.Dutch), Show(warning.Against, Cultures.Dutch), groups.Nl, claims.Amount.Nl),
            string.Format(CultureInfo.InvariantCulture, en, Show(warning.Figure, Cultures.English), Show(warning.Against, Cultures.English), groups.En, claims.Amount.En));
    }

    private static string Show(decimal? figure, CultureInfo culture) => figure is { } known ? Numbers.Show(known, culture) : "–";
}
