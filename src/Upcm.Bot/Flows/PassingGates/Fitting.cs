using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering.AdaptiveCards;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary>
/// Makes a card that a platform takes: what people wrote is shown in full where it fits and cut shorter where it does not, which
/// the card then says. Nothing is left out in silence.
/// </summary>
public static class Fitting
{
    private static readonly int[] Lengths = [1000, 300, 120, 40];

    /// <param name="card">The card with texts of at most so many characters.</param>
    /// <param name="whole">Where to read the whole, said on a card that was cut.</param>
    public static Card Card(Func<int, Card> card, Phrase whole, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(whole);
        foreach (var most in Lengths)
        {
            var made = card(most);
            var told = most == Lengths[0] ? made : made with { Body = [.. made.Body, new Text(whole.In(culture), Tone.Subtle)] };
            if (most == Lengths[^1] || CardLimits.Exceeded(told, culture).Count == 0)
            {
                return told;
            }
        }

        throw new InvalidOperationException("There is always a shortest card.");
    }
}
