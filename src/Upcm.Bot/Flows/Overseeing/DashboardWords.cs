using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Overseeing;

/// <summary>Values of the dashboard in words.</summary>
public static class DashboardWords
{
    /// <summary><c>17 initiatieven</c>, <c>3 van 12 regio's</c>, a text, or that it is not known.</summary>
    public static string Value(DashboardIndicator indicator, decimal? value, decimal? of, string? text, CultureInfo culture) =>
        value is { } number
            ? $"{Numbers.Show(number, culture)}{(of is { } all ? $" {(culture.IsEnglish() ? "of" : "van")} {Numbers.Show(all, culture)}" : "")} {indicator.Unit?.In(culture)}".TrimEnd()
            : text ?? (culture.IsEnglish() ? "not entered yet" : "nog niet ingevuld");

    public static string Value(DashboardValue value, CultureInfo culture) =>
        Value(value.Indicator, value.Value, value.Of, value.Text, culture);

    /// <summary>How it came to be: derived, or when and from where it was entered.</summary>
    public static string Kind(DashboardValue value, CultureInfo culture) => value switch
    {
        { Measured: not null } => culture.IsEnglish() ? "counted by the bot" : "telt de bot zelf",
        { Entry: { } entry } => string.Create(culture, $"{Day(entry.Date, culture)} · {entry.Source}"),
        { Indicator.Kind: MeasureKind.Qualitative } => culture.IsEnglish() ? "a text that somebody enters" : "een tekst die iemand invult",
        _ => culture.IsEnglish() ? "a number that somebody enters" : "een getal dat iemand invult",
    };

    /// <summary><c>+3</c> or <c>−2,5</c>; a new or changed text; nothing where nothing changed.</summary>
    public static string Change(DashboardChange change, CultureInfo culture) => change switch
    {
        { Difference: > 0 and var more } => $"+{Numbers.Show(more, culture)}",
        { Difference: < 0 and var less } => $"−{Numbers.Show(-less, culture)}",
        { Before: null } => culture.IsEnglish() ? "new" : "nieuw",
        { Now.IsKnown: false } => culture.IsEnglish() ? "not known any more" : "niet meer bekend",
        _ => culture.IsEnglish() ? "another text" : "andere tekst",
    };

    public static string Column(DashboardIndicator indicator, WorkingMethod method, CultureInfo culture) => indicator switch
    {
        { Column: DashboardColumn.Performance } => culture.IsEnglish() ? "Performance goal" : "Prestatiedoel",
        { Column: DashboardColumn.Activities } => method.Pillars.FirstOrDefault(pillar => pillar.Id == indicator.Pillar)?.Name.In(culture) ?? indicator.Pillar!,
        { EffectGoal: { } goal } => $"Effect: {method.EffectGoals.FirstOrDefault(one => one.Id == goal)?.Name.In(culture) ?? goal}",
        _ => "Effect",
    };

    public static string Day(DateOnly day, CultureInfo culture) => day.ToString("d MMMM yyyy", culture);

    public static string Day(DateTimeOffset at, CultureInfo culture) =>
        Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Conversation.Clock.Amsterdam).DateTime), culture);

    /// <summary>Where a derived value comes from, in one sentence.</summary>
    public static string Origin(Derivation from, WorkingMethod method, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        string List(IEnumerable<string> names) => string.Join(", ", names);
        string Name(IEnumerable<Item> items, string? id) => items.FirstOrDefault(item => item.Id == id)?.Name.In(culture) ?? id ?? "";
        string Step(string? scale) => scale is null ? from.Step! : method.Scale(scale)?.Step(from.Step!)?.Name.In(culture) ?? from.Step!;
        var where = (from.Teams.IsEmpty ? "" : (en ? " of " : " van ") + List(from.Teams.Select(team => method.Team(team)?.The.In(culture) ?? team)))
            + (from.Phases.IsEmpty ? "" : " in " + List(from.Phases.Select(phase => method.Phase(phase)?.Name.In(culture) ?? phase)));
        string OnMaps() => method.StakeholderKinds.Where(kind => kind.CountsAs == from.Name).Select(kind => kind.Name.In(culture)).ToList() is { Count: > 0 } kinds
            ? en ? $", or among their stakeholders as {List(kinds)}." : $", of bij hun stakeholders als {List(kinds)}."
            : ".";
        var goal = method.PerformanceGoals.FirstOrDefault(one => one.Id == from.Goal);
        return from.Name switch
        {
            Derivations.Initiatives => en ? $"All initiatives{where} that were not stopped." : $"Alle initiatieven{where} die niet gestopt zijn.",
            Derivations.Running => en ? $"All initiatives{where} that are running now." : $"Alle initiatieven{where} die nu lopen.",
            Derivations.WithEffect => en
                ? $"Initiatives that named \"{Name(method.IntendedEffects, from.Effect)}\" as an intended effect when registering."
                : $"Initiatieven die bij het aanmelden \"{Name(method.IntendedEffects, from.Effect)}\" als beoogd effect noemden.",
            Derivations.Sheets => en ? "Initiatives with an impact sheet, out of all that were not stopped." : "Initiatieven met een impactsheet, van alle die niet gestopt zijn.",
            Derivations.Rated => en
                ? $"Initiatives whose newest impact sheet says \"{Step(goal?.Scale)}\" or more for {goal?.Name.En}."
                : $"Initiatieven waarvan de nieuwste impactsheet bij {goal?.Name.Nl} \"{Step(goal?.Scale)}\" of meer zegt.",
            Derivations.Functions => en
                ? $"Innovation functions to which at least one impact sheet contributes \"{Step(method.InnovationFunctions[0].Scale)}\" or more."
                : $"Innovatiefuncties waaraan ten minste één impactsheet \"{Step(method.InnovationFunctions[0].Scale)}\" of meer bijdraagt.",
            Derivations.ProductGroups => (en ? "Product groups that an initiative touches" : "Productgroepen die een initiatief raakt")
                + (from.Strategies.IsEmpty ? "." : (en ? " with one of " : " met een van ") + List(from.Strategies) + "."),
            Derivations.Regions => en ? "Regions that an initiative names." : "Regio's die een initiatief noemt.",
            Derivations.TargetGroups => (en ? $"Different {method.Names.TargetGroup.Many.En} that initiatives name: on their newest impact sheet" : $"Verschillende {method.Names.TargetGroup.Many.Nl} die initiatieven noemen: op hun nieuwste impactsheet") + OnMaps(),
            Derivations.ChangeMakers => (en ? $"Different {method.Names.ChangeMaker.Many.En} that initiatives name: on their newest impact sheet" : $"Verschillende {method.Names.ChangeMaker.Many.Nl} die initiatieven noemen: op hun nieuwste impactsheet") + OnMaps(),
            _ => en ? "The entrepreneurs helped that progress reports tell of, added up." : "De geholpen ondernemers uit de voortgangsmeldingen, opgeteld.",
        };
    }
}
