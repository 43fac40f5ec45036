using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Telling;

/// <summary>Why a light changed, in a few words.</summary>
public static class LightNews
{
    /// <summary>From which colour to which, and what gives the new one.</summary>
    public static Phrase Change(LightColour before, Lights now, WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(now);
        var to = LightWords.Name(now.Overall);
        var from = before == LightColour.Unknown ? null : LightWords.Name(before);
        List<Phrase> why = now.Overall > LightColour.Green
            ? [.. new[] { now.Schedule, now.Money, now.Risk, now.Freshness }.Where(light => light.Colour == now.Overall).Select(light => Why(light, method))]
            : [];
        return new Phrase(Sentence(why.Select(one => one.Nl), from?.Nl, to.Nl), Sentence(why.Select(one => one.En), from?.En, to.En));
    }

    private static string Sentence(IEnumerable<string> why, string? from, string to)
    {
        var reasons = string.Join("; ", why);
        return $"{(from is null ? to : $"{from} → {to}")}{(reasons.Length > 0 ? $", {reasons}" : "")}";
    }

    private static Phrase Why(Domain.Light light, WorkingMethod method)
    {
        var figure = light.Figure ?? 0;
        var phase = light.Subject is { } subject && method.Phase(subject) is { } known ? known.Name : light.Subject is { } text ? new Words(text, text) : null;
        return light.Code switch
        {
            LightCode.Late => new(
                $"{Of(phase?.Nl, ": ")}{Numbers.Show(figure, Cultures.Dutch)} {(figure == 1 ? "dag" : "dagen")} te laat",
                $"{Of(phase?.En, ": ")}{Numbers.Show(figure, Cultures.English)} {(figure == 1 ? "day" : "days")} late"),
            LightCode.MoneyNeeded => new(
                $"nog € {Numbers.Show(figure, Cultures.Dutch)} nodig", $"€{Numbers.Show(figure, Cultures.English)} still needed"),
            LightCode.HeaviestRisk => new($"risico: {phase?.Nl}", $"risk: {phase?.En}"),
            LightCode.Overdue => new(
                $"verslag {Numbers.Show(figure, Cultures.Dutch)} dagen oud", $"report {Numbers.Show(figure, Cultures.English)} days old"),
            _ => Phrase.Same(""),
        };
    }

    private static string Of(string? text, string mark) => string.IsNullOrEmpty(text) ? "" : text + mark;
}
