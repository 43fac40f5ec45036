using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Overseeing;

/// <summary><c>veranderstrategie 0-2 jaar</c>: what the programme does at that distance in time.</summary>
public sealed class ShowChangeStrategy : ICommand
{
    public Sentence Sentence { get; } = new(
        ["veranderstrategie", "veranderstrategieën", "beslishorizon", "beslishorizonnen"], ["change strategy", "change strategies", "decision horizon", "decision horizons"],
        new Phrase("wat het programma op een termijn doet: veranderstrategie {horizon}", "what the programme does on a horizon: change strategy {horizon}"), new Phrase("termijn", "horizon"));

    public ValueTask Run(Turn turn, string rest)
    {
        var en = turn.Culture.IsEnglish();
        if (Horizons.Named(turn.Method, rest) is not { } horizon)
        {
            turn.Replace(new Card(en ? "Change strategies" : "Veranderstrategieën")
            {
                Status = en ? "The farther ahead, the larger and slower the change" : "Hoe verder weg, hoe groter en trager de verandering",
                Body =
                [
                    .. rest.Trim().Length == 0 ? Array.Empty<Element>() : [new Text(en ? $"I do not know the horizon \"{rest.Trim()}\". These are there:" : $"De termijn \"{rest.Trim()}\" ken ik niet. Deze zijn er:")],
                    .. turn.Method.Horizons.Select(one => new Row(
                        one.Name.In(turn.Culture), one.ChangeStrategy.In(turn.Culture), Sayings.Button(en ? "Explain" : "Leg uit", $"{Sentence.Name(turn.Culture)} {one.Id}"))),
                ],
            });
            return ValueTask.CompletedTask;
        }

        var at = turn.Method.Horizons.IndexOf(horizon);
        var next = turn.Method.Horizons[(at + 1) % turn.Method.Horizons.Length];
        turn.Replace(new Card(horizon.ChangeStrategy.In(turn.Culture))
        {
            Status = horizon.Name.In(turn.Culture),
            Body =
            [
                new Text(horizon.Explanation.In(turn.Culture)),
                new Facts(
                [
                    .. turn.Method.Dashboard.Where(one => one.Horizon == horizon.Id && one.Column != DashboardColumn.Effect).Take(6)
                        .Select(one => new Fact(DashboardWords.Column(one, turn.Method, turn.Culture), one.Name.In(turn.Culture))),
                ]),
            ],
            Buttons =
            [
                Sayings.Button((en ? "Next: " : "Volgende: ") + next.Name.In(turn.Culture), $"{Sentence.Name(turn.Culture)} {next.Id}", ButtonTone.Main),
                Sayings.Button($"Dashboard {horizon.Name.In(turn.Culture)}", $"dashboard {horizon.Id}"),
            ],
        });
        return ValueTask.CompletedTask;
    }
}
