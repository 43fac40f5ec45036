using System.Collections.Immutable;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows;

/// <summary>The R-strategies to choose from, each with the code that people know it by: <c>R6 Reviseren (remanufacture)</c>.</summary>
public static class StrategyChoices
{
    public static ImmutableArray<Choice> Of(WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return [.. method.Strategies.Select(strategy => new Choice(
            strategy.Id, new Phrase($"{strategy.Id} {strategy.Name.Nl}", $"{strategy.Id} {strategy.Name.En}"), strategy.Name.Nl, strategy.Name.En))];
    }
}
