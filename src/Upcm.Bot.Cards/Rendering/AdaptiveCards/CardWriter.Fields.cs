using System.Globalization;

namespace Upcm.Bot.Cards.Rendering.AdaptiveCards;

/// <summary>
/// Inputs. None is required and none has a greatest length as far as the client knows: a client that blocks keeps people
/// from saving for later, and one that cuts off what is pasted loses it without a word. The bot answers with problems.
/// </summary>
internal sealed partial class CardWriter
{
    /// <summary>As much as shows as a placeholder on a phone; a longer hint stands under the input.</summary>
    private const int PlaceholderLength = 36;

    private void Field(Field field)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, field.Kind switch
        {
            FieldKind.Line or FieldKind.Paragraph or FieldKind.Number => "Input.Text",
            FieldKind.Date => "Input.Date",
            FieldKind.OneOf or FieldKind.OneOfMany or FieldKind.ManyOf => "Input.ChoiceSet",
            _ => throw new NotSupportedException($"{field.Kind} has no input in Adaptive Cards."),
        });
        json.WriteString("id"u8, field.Key);
        json.WriteString("label"u8, Literal.Shown(field.Required ? field.Label + " *" : field.Label));
        json.WriteString("spacing"u8, "Medium"u8);
        var kept = field.Kind switch
        {
            FieldKind.Date => Date(field),
            FieldKind.OneOf or FieldKind.OneOfMany or FieldKind.ManyOf => Choice(field),
            _ => Typed(field),
        };
        json.WriteEndObject();
        Problem(field, kept);
        HintAndWhy(field);
    }

    private bool Typed(Field field)
    {
        if (field.Kind == FieldKind.Paragraph)
        {
            json.WriteBoolean("isMultiline"u8, true);
        }

        if (HintIsPlaceholder(field))
        {
            json.WriteString("placeholder"u8, Readable.Of(field.Hint!));
        }

        if (field.Value is { Length: > 0 } value)
        {
            json.WriteString("value"u8, Readable.Of(value));
        }

        return true;
    }

    private bool Date(Field field)
    {
        if (!DateOnly.TryParseExact(field.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return string.IsNullOrEmpty(field.Value);
        }

        json.WriteString("value"u8, field.Value);
        return true;
    }

    private bool Choice(Field field)
    {
        var several = field.Kind == FieldKind.ManyOf;
        var expanded = field.Kind == FieldKind.OneOf || (several && field.Options.Count <= TeamsLimits.ChoicesInSight);
        json.WriteString("style"u8, expanded ? "expanded"u8 : several ? "compact"u8 : "filtered"u8);
        json.WriteBoolean("wrap"u8, true);
        if (several)
        {
            json.WriteBoolean("isMultiSelect"u8, true);
        }

        if (!expanded)
        {
            json.WriteString("placeholder"u8, HintIsPlaceholder(field) ? Readable.Of(field.Hint!) : Words.Choose.In(culture));
        }

        json.WriteStartArray("choices"u8);
        foreach (var option in field.Options)
        {
            Option(option.Id, option.Label);
        }

        var kept = true;
        foreach (var chosen in Chosen(field))
        {
            if (field.Options.Any(option => option.Id == chosen))
            {
                continue;
            }

            // What stands in an answer and not in the list is kept by putting it in the list, unless it is what is wrong.
            kept = several && field.Problem is null;
            if (kept)
            {
                Option(chosen, chosen);
            }
        }

        json.WriteEndArray();
        if (field.Value is { Length: > 0 } value && kept)
        {
            json.WriteString("value"u8, Readable.Of(value));
        }

        return kept;
    }

    private static string[] Chosen(Field field) =>
        string.IsNullOrEmpty(field.Value) ? []
        : field.Kind == FieldKind.ManyOf ? field.Value.Split(',', StringSplitOptions.RemoveEmptyEntries)
        : [field.Value];

    private void Option(string id, string label)
    {
        json.WriteStartObject();
        json.WriteString("title"u8, Literal.Choice(label));
        json.WriteString("value"u8, Readable.Of(id));
        json.WriteEndObject();
    }

    private void Problem(Field field, bool kept)
    {
        if (field.Problem is { Length: > 0 } problem)
        {
            Text("⚠ " + problem, Styles.Problem);
        }

        // An input that cannot hold what was typed must not swallow it.
        if (!kept && field.Problem?.Contains(field.Value!, StringComparison.Ordinal) != true)
        {
            Text(Words.Typed.In(culture, field.Value), Styles.Problem);
        }
    }

    private void HintAndWhy(Field field)
    {
        if (!HintIsPlaceholder(field))
        {
            Text(field.Hint, Styles.Hint);
        }

        if (string.IsNullOrWhiteSpace(field.Why))
        {
            return;
        }

        var why = Name('w');
        json.WriteStartObject();
        json.WriteString("type"u8, "Container"u8);
        json.WriteString("spacing"u8, "None"u8);
        json.WriteString("minHeight"u8, "24px"u8); // what can be pressed is no smaller than a finger can hit (WCAG 2.2, 2.5.8)
        json.WriteString("verticalContentAlignment"u8, "Center"u8);
        json.WriteStartArray("items"u8);
        Text("▸ " + Words.WhatIsThis.In(culture), Styles.Link);
        json.WriteEndArray();
        json.WritePropertyName("selectAction"u8);
        Toggle($"{Words.WhatIsThis.In(culture)} {field.Label}", why);
        json.WriteEndObject();
        StartHidden(why);
        Text(field.Why, Styles.Hint);
        EndHidden();
    }

    private static bool HintIsPlaceholder(Field field) =>
        field.Hint is { Length: > 0 and <= PlaceholderLength }
        && field.Value is not { Length: > 0 }
        && field.Kind is FieldKind.Line or FieldKind.Paragraph or FieldKind.Number or FieldKind.OneOfMany;
}
