namespace Upcm.Bot.Cards.Rendering.AdaptiveCards;

internal sealed partial class CardWriter
{
    private const string OverflowName = "_more";

    /// <summary>As wide as a row of buttons may be: a card of 320 pixels less its edges.</summary>
    private const int PhonePixels = 296;

    /// <summary>
    /// The first four, and what shows the others. Where they do not fit in one row on a phone they stand in rows of their own
    /// at the end of the body: Teams on phones hides the rest of a row behind a scroll that nobody sees
    /// (github.com/microsoft/AdaptiveCards/issues/4758).
    /// </summary>
    private void CardButtons(IReadOnlyList<Button> buttons)
    {
        var inSight = Math.Min(buttons.Count, TeamsLimits.ButtonsInSight);
        var more = buttons.Count > inSight;
        if (RowOf(buttons, 0, inSight, more) < inSight)
        {
            Rows(buttons, 0, inSight, more);
        }

        Overflow(buttons);
    }

    /// <summary>Those that fit in one row: under the card, where clients expect them.</summary>
    private void ActionBar(IReadOnlyList<Button> buttons)
    {
        var inSight = Math.Min(buttons.Count, TeamsLimits.ButtonsInSight);
        var more = buttons.Count > inSight;
        if (inSight == 0 || RowOf(buttons, 0, inSight, more) < inSight)
        {
            return;
        }

        json.WriteStartArray("actions"u8);
        for (var i = 0; i < inSight; i++)
        {
            Button(buttons[i]);
        }

        More(more);
        json.WriteEndArray();
    }

    private void Buttons(IReadOnlyList<Button> buttons) => Rows(buttons, 0, buttons.Count, more: false);

    private void Rows(IReadOnlyList<Button> buttons, int from, int until, bool more)
    {
        while (from < until)
        {
            var end = RowOf(buttons, from, until, more);
            json.WriteStartObject();
            json.WriteString("type"u8, "ActionSet"u8);
            json.WriteString("spacing"u8, from == 0 ? "Default"u8 : "Small"u8);
            json.WriteStartArray("actions"u8);
            for (; from < end; from++)
            {
                Button(buttons[from]);
            }

            More(more && end == until);
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    /// <summary>Where the row that starts at <paramref name="from"/> ends; the last row keeps room for "Meer".</summary>
    private int RowOf(IReadOnlyList<Button> buttons, int from, int until, bool more)
    {
        var (width, i) = (0, from);
        for (; i < until && i - from < TeamsLimits.Actions; i++)
        {
            width += Pixels(buttons[i].Label);
            if (i > from && width + (more && i == until - 1 ? Pixels(Words.More.In(culture)) : 0) > PhonePixels)
            {
                break;
            }
        }

        return i;
    }

    /// <summary>A button with its gap, in a wide font: rather a row too many than a button out of sight.</summary>
    private static int Pixels(string label) => (9 * label.Length) + 34;

    private void More(bool more)
    {
        if (more)
        {
            Toggle(Words.More.In(culture), OverflowName);
        }
    }

    /// <summary>What "Meer" shows.</summary>
    private void Overflow(IReadOnlyList<Button> buttons)
    {
        if (buttons.Count > TeamsLimits.ButtonsInSight)
        {
            StartHidden(OverflowName);
            Rows(buttons, TeamsLimits.ButtonsInSight, buttons.Count, more: false);
            EndHidden();
        }
    }

    /// <summary>
    /// Inputs go along with every button (associatedInputs is "auto"), whether or not it takes them: what was typed must
    /// not be lost because someone pressed another button than the one for it.
    /// </summary>
    private void Button(Button button)
    {
        json.WriteStartObject();
        if (button.Opens is { } address)
        {
            json.WriteString("type"u8, "Action.OpenUrl"u8);
            Label(button);
            json.WriteString("url"u8, address.AbsoluteUri);
            json.WriteEndObject();
            return;
        }

        json.WriteString("type"u8, "Action.Execute"u8);
        Label(button);
        Verb(button.Press);
        json.WriteStartObject("fallback"u8);
        json.WriteString("type"u8, "Action.Submit"u8);
        Label(button);
        json.WriteStartObject("data"u8);
        json.WriteString("verb"u8, button.Press.Verb);
        Data(button.Press);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Label(Button button)
    {
        json.WriteString("title"u8, Literal.Shown(button.Label));
        if (button.Tone != ButtonTone.Normal)
        {
            json.WriteString("style"u8, button.Tone == ButtonTone.Main ? "positive"u8 : "destructive"u8);
        }
    }

    private void Verb(Press press)
    {
        json.WriteString("verb"u8, press.Verb);
        json.WriteStartObject("data"u8);
        Data(press);
        json.WriteEndObject();
    }

    /// <summary>Apart from the inputs, which clients put beside it.</summary>
    private void Data(Press press)
    {
        if (press.Data.Count == 0)
        {
            return;
        }

        json.WriteStartObject(AdaptiveCardRenderer.DataKey);
        foreach (var (key, value) in press.Data)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    private void Toggle(string title, params ReadOnlySpan<string> names)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Action.ToggleVisibility"u8);
        json.WriteString("title"u8, Literal.Shown(title));
        json.WriteStartArray("targetElements"u8);
        foreach (var name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
