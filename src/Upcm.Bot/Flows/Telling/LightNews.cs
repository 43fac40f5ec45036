using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Flows.Reporting;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Telling;

/// <summary>How a project's light changed and why, short enough for a line in a list.</summary>
public static class LightNews
{
    public static Phrase Change(LightColour before, Lights now, WorkingMethod method) =>
        new(Line(before, now, method, Cultures.Dutch), Line(before, now, method, Cultures.English));

    private static string Line(LightColour before, Lights now, WorkingMethod method, CultureInfo culture)
    {
        var to = LightWords.Name(now.Overall).In(culture);
        var change = before == LightColour.Unknown ? to : $"{LightWords.Name(before).In(culture)} → {to}";
        var why = now.Overall > LightColour.Green
            ? new[] { now.Schedule, now.Money, now.Risk, now.Freshness }.Where(light => light.Colour == now.Overall).Select(light => Why(light, method, culture))
            : [];
        return string.Join(", ", why.Prepend(change));
    }

    private static string Why(Domain.Light light, WorkingMethod method, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var figure = light.Figure ?? 0;
        var days = $"{Numbers.Show(figure, culture)} {(en ? figure == 1 ? "day" : "days" : figure == 1 ? "dag" : "dagen")}";
        return light.Code switch
        {
            LightCode.Late => $"{ProgressWords.Subject(light.Subject, method, culture)} {days} {(en ? "late" : "te laat")}",
            LightCode.MoneyNeeded => en ? $"{ProgressWords.Euro(figure, culture)} still needed" : $"nog {ProgressWords.Euro(figure, culture)} nodig",
            LightCode.HeaviestRisk => $"{(en ? "risk" : "risico")}: {light.Subject}",
            _ => en ? $"last told {days} ago" : $"{days} geleden gemeld",
        };
    }
}
