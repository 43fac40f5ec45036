using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Overseeing;

/// <summary><c>portfolio per effectdoel</c>: which goals the impact sheets name and on which horizon, and what is not known.</summary>
public sealed class ShowByEffectGoal(IStore store) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["portfolio per effectdoel", "effectdoelen"], ["portfolio by effect goal", "effect goals"],
        new Phrase("de portfolio per effectdoel", "the portfolio by effect goal"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var en = turn.Culture.IsEnglish();
        var counts = await DashboardReading.Counts(store, turn.Workspace, turn.Cancel);
        var sheets = counts.Of(Tallies.WithSheet).Sum(static team => team.Value);
        var untold = counts[$"{Tallies.Effects}/{Tallies.None}"];
        turn.Replace(new Card(en ? "Portfolio by effect goal" : "Portfolio per effectdoel")
        {
            Body =
            [
                .. Coverage.Lines(counts, turn.Method.Claims, turn.Culture),
                new Text(en ? "What impact sheets name" : "Wat impactsheets noemen", Tone.Heading),
                new Table(
                    [en ? "Effect goal" : "Effectdoel", en ? "Impact sheets" : "Impactsheets", en ? "On which horizon" : "Op welke termijn"],
                    [
                        .. turn.Method.EffectGoals.Select(goal => (IReadOnlyList<string>)
                        [
                            goal.Name.In(turn.Culture),
                            $"{Numbers.Show(counts[$"{Tallies.EffectGoalSheets}/{goal.Id}"], turn.Culture)} {(en ? "of" : "van")} {Numbers.Show(sheets, turn.Culture)}",
                            Horizons(turn, counts, goal.Id),
                        ]),
                    ]),
                .. SupplyRisk(turn, counts),
                new Text(en ? "What initiatives intend when they register" : "Wat initiatieven bij het aanmelden beogen", Tone.Heading),
                new Bullets(
                [
                    .. turn.Method.IntendedEffects.Select(effect => $"{effect.Name.In(turn.Culture)}: {Numbers.Show(counts[$"{Tallies.Effects}/{effect.Id}"], turn.Culture)}"),
                    .. untold == 0 ? Array.Empty<string>() : [en ? $"Told nothing: {Numbers.Show(untold, turn.Culture)}" : $"Niets verteld: {Numbers.Show(untold, turn.Culture)}"],
                ]),
            ],
            Buttons =
            [
                Sayings.Button(en ? "By product group" : "Per productgroep", en ? "portfolio by product group" : "portfolio per productgroep"),
                Sayings.Button("Dashboard", "dashboard"),
            ],
        });
    }

    private static string Horizons(Turn turn, Counts counts, string goal)
    {
        var told = turn.Method.Horizons.Select(horizon => (Name: horizon.Name.In(turn.Culture), Count: counts[$"{Tallies.EffectGoals}/{goal}/{horizon.Id}"]))
            .Append((Name: turn.Culture.IsEnglish() ? "no horizon told" : "geen termijn verteld", Count: counts[$"{Tallies.EffectGoals}/{goal}/{Tallies.None}"]))
            .Where(static one => one.Count > 0);
        return string.Join(", ", told.Select(one => $"{one.Name} ({Numbers.Show(one.Count, turn.Culture)})")) is { Length: > 0 } text ? text : "–";
    }

    private static IEnumerable<Element> SupplyRisk(Turn turn, Counts counts)
    {
        var told = counts.Of(Tallies.SupplyRisk).ToDictionary(StringComparer.Ordinal);
        if (told.Count == 0)
        {
            yield break;
        }

        var steps = (turn.Method.Scale("supply-risk")?.Steps ?? []).Where(step => told.ContainsKey(step.Id)).Select(step => $"{step.Name.In(turn.Culture)} {Numbers.Show(told[step.Id], turn.Culture)}");
        var untold = told.GetValueOrDefault(Tallies.None);
        yield return new Text((turn.Culture.IsEnglish() ? "Change of supply risk: " : "Verandering van het leveringsrisico: ")
            + string.Join(", ", steps.Concat(untold == 0 ? [] : [(turn.Culture.IsEnglish() ? "not told " : "niet verteld ") + Numbers.Show(untold, turn.Culture)])) + ".");
    }
}
