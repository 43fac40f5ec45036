using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Reporting;

/// <summary>Money and contradictions of a progress report in plain words, with both figures or both days.</summary>
public static class ProgressWords
{
    public static string Euro(decimal amount, CultureInfo culture) => $"{(amount < 0 ? "-" : "")}€{(culture.IsEnglish() ? "" : " ")}{Numbers.Show(Math.Abs(amount), culture)}";

    public static string Day(DateOnly day, CultureInfo culture) => day.ToString("ddd d MMMM yyyy", culture);

    public static Phrase BalanceAndNeed(Finance finance)
    {
        ArgumentNullException.ThrowIfNull(finance);
        return In(culture => culture.IsEnglish()
            ? $"Balance {Euro(finance.Balance, culture)}, {NeedOf(finance, culture)}."
            : $"Saldo {Euro(finance.Balance, culture)}, {NeedOf(finance, culture)}.");
    }

    public static Phrase Of(Contradiction it, ProgressReport report, WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(it);
        return In(culture =>
        {
            var en = culture.IsEnglish();
            var subject = Subject(it.Subject, method, culture);
            var (day, against) = (it.Day is { } one ? Day(one, culture) : "", it.AgainstDay is { } other ? Day(other, culture) : "");
            var (sum, otherSum) = (Euro(it.Figure ?? 0, culture), Euro(it.AgainstFigure ?? 0, culture));
            return it.Code switch
            {
                ContradictionCode.StartAfterReport => en
                    ? $"{subject} is told to have begun on {day}, but this report is of {against}."
                    : $"{subject} zou begonnen zijn op {day}, maar deze melding is van {against}.",
                ContradictionCode.EndAfterReport => en
                    ? $"{subject} is told to have ended on {day}, but this report is of {against}."
                    : $"{subject} zou klaar zijn op {day}, maar deze melding is van {against}.",
                ContradictionCode.SpentAboveAllocated => en
                    ? $"{sum} is spent, more than the {otherSum} that is allocated."
                    : $"Er is {sum} uitgegeven, meer dan de {otherSum} die is toegekend.",
                ContradictionCode.PercentFell => en
                    ? $"Now {Percent(it.Figure, culture)} is ready; in the last report it was {Percent(it.AgainstFigure, culture)}."
                    : $"Nu is {Percent(it.Figure, culture)} klaar; in de vorige melding was dat {Percent(it.AgainstFigure, culture)}.",
                ContradictionCode.PartsDoNotAddUp => en
                    ? $"The parts of what is allocated make {sum} together, the whole is {otherSum}."
                    : $"De delen van wat is toegekend zijn samen {sum}, het geheel is {otherSum}.",
                ContradictionCode.LaterPhaseCompleted => LaterPhase(it, subject, Subject(report.Phase, method, culture), en),
                ContradictionCode.PlannedEndBeforeStart => en
                    ? $"The planned end of {subject} ({day}) lies before its planned start ({against})."
                    : $"Het geplande einde van {subject} ({day}) ligt voor het geplande begin ({against}).",
                ContradictionCode.MilestoneBeforeStart => en
                    ? $"{subject} is on {day}, before the project began on {against}."
                    : $"{subject} staat op {day}, voordat het project begon op {against}.",
                ContradictionCode.ReadyBeforeWhatItWaitsFor => en
                    ? $"{subject} is told to be ready, but it waits for {it.Text}, which is not."
                    : $"{subject} zou klaar zijn, maar wacht op {it.Text}, en dat is nog niet klaar.",
                _ => en
                    ? $"{subject} is told to have ended on {day}, before it began on {against}."
                    : $"{subject} zou klaar zijn op {day}, voor het begin op {against}.",
            };
        });
    }

    public static string Percent(decimal? percent, CultureInfo culture) => percent is { } told ? $"{Numbers.Show(told, culture)} %" : "–";

    /// <summary>The name of a phase, or the milestone as it was written.</summary>
    public static string Subject(string? id, WorkingMethod method, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(method);
        return id is null ? "" : method.Phase(id)?.Name.In(culture) ?? id;
    }

    /// <summary>The same sentence made for both languages.</summary>
    internal static Phrase In(Func<CultureInfo, string> text) => new(text(Cultures.Dutch), text(Cultures.English));

    private static string NeedOf(Finance finance, CultureInfo culture) => (finance.Need, culture.IsEnglish()) switch
    {
        ( > 0, true) => $"still needed {Euro(finance.Need, culture)}",
        ( > 0, false) => $"nog nodig {Euro(finance.Need, culture)}",
        (0, true) => "nothing more needed",
        (0, false) => "niets meer nodig",
        (_, true) => $"{Euro(-finance.Need, culture)} more allocated than required",
        _ => $"{Euro(-finance.Need, culture)} meer toegekend dan nodig",
    };

    private static string LaterPhase(Contradiction it, string later, string present, bool en) => it.Text is { } text
        ? en ? $"\"{text}\" stands under completed, but the project is still in {present}." : $"Bij afgerond staat \"{text}\", maar het project zit nog in {present}."
        : en ? $"{later} is told to have ended, but the project is still in {present}." : $"{later} zou klaar zijn, maar het project zit nog in {present}.";
}
