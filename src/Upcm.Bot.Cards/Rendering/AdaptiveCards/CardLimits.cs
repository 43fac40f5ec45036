using System.Globalization;

namespace Upcm.Bot.Cards.Rendering.AdaptiveCards;

/// <summary>A card that does not fit; says everything that does not, not only the first.</summary>
public sealed class CardTooLargeException(Card card, IReadOnlyList<string> exceeded)
    : InvalidOperationException($"Card \"{card.Title}\": {string.Join("; ", exceeded)}.")
{
    public IReadOnlyList<string> Exceeded { get; } = exceeded;
}

/// <summary>
/// Tells where a card breaks a limit of Teams. For tests and for a check before sending: the renderer itself never leaves
/// anything out.
/// </summary>
public static class CardLimits
{
    /// <exception cref="CardTooLargeException">The card breaks a limit.</exception>
    public static void Check(Card card, CultureInfo culture)
    {
        if (Exceeded(card, culture) is { Count: > 0 } exceeded)
        {
            throw new CardTooLargeException(card, exceeded);
        }
    }

    /// <summary>Each limit that is broken, as a sentence; empty where the card fits.</summary>
    public static IReadOnlyList<string> Exceeded(Card card, CultureInfo culture)
    {
        var exceeded = new List<string>();
        AtMost(exceeded, AdaptiveCardRenderer.Render(card, culture).Length, TeamsLimits.Bytes, "bytes of JSON");
        AtMost(exceeded, card.Personal?.People.Count ?? 0, TeamsLimits.People, "people with their own view");
        foreach (var button in card.Buttons)
        {
            Check(exceeded, button);
        }

        var keys = new HashSet<string>(StringComparer.Ordinal);
        Check(exceeded, card.Body, keys);
        return exceeded;
    }

    private static void Check(List<string> exceeded, IReadOnlyList<Element> elements, HashSet<string> keys)
    {
        foreach (var element in elements)
        {
            switch (element)
            {
                case Facts facts:
                    AtMost(exceeded, facts.Rows.Count, TeamsLimits.Facts, "facts in one list");
                    break;
                case Table table:
                    AtMost(exceeded, table.Header.Count, TeamsLimits.Columns, "columns");
                    AtMost(exceeded, table.Rows.Select(row => row.Count).DefaultIfEmpty().Max(), table.Header.Count, "cells under the header");
                    break;
                case Section section:
                    Check(exceeded, section.Body, keys);
                    break;
                case Row { Button: { } button }:
                    Check(exceeded, button);
                    break;
                case Choices choices:
                    AtMost(exceeded, choices.Buttons.Count, TeamsLimits.Actions, "buttons in one row");
                    foreach (var button in choices.Buttons)
                    {
                        Check(exceeded, button);
                    }

                    break;
                case Field field:
                    Check(exceeded, field, keys);
                    break;
                default:
                    break;
            }
        }
    }

    private static void Check(List<string> exceeded, Field field, HashSet<string> keys)
    {
        if (!keys.Add(field.Key))
        {
            exceeded.Add($"the key '{field.Key}' is there twice");
        }

        if (field.Key is AdaptiveCardRenderer.VerbKey or "" || field.Key.StartsWith('_'))
        {
            exceeded.Add($"the key '{field.Key}' is the renderer's own");
        }

        if (field.Options.FirstOrDefault(option => option.Id.Contains(',', StringComparison.Ordinal)) is { } option)
        {
            exceeded.Add($"the choice '{option.Id}' of '{field.Key}' has a comma, which stands between choices");
        }
    }

    private static void Check(List<string> exceeded, Button button)
    {
        AtMost(exceeded, button.Label.Length, TeamsLimits.ButtonLabel, $"characters on the button \"{button.Label}\"");
        if (button.Press.Data.ContainsKey(AdaptiveCardRenderer.VerbKey))
        {
            exceeded.Add($"the button \"{button.Label}\" carries data under the key that is kept for its verb");
        }
    }

    private static void AtMost(List<string> exceeded, int count, int limit, string what)
    {
        if (count > limit)
        {
            exceeded.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {what}, at most {limit}"));
        }
    }
}
