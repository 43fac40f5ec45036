namespace Upcm.Bot.Cards.Rendering.AdaptiveCards;

internal sealed partial class CardWriter
{
    /// <summary>Under the card: the first four, and what shows the others.</summary>
    private void InSight(IReadOnlyList<Button> buttons)
    {
        if (buttons.Count == 0)
        {
            return;
        }

        json.WriteStartArray("actions"u8);
        for (var i = 0; i < Math.Min(buttons.Count, TeamsLimits.ButtonsInSight); i++)
        {
            Button(buttons[i]);
        }

        if (buttons.Count > TeamsLimits.ButtonsInSight)
        {
            Toggle(Words.More.In(culture), OverflowName);
        }

        json.WriteEndArray();
    }

    private const string OverflowName = "_more";

    /// <summary>What "Meer" shows: at the end of the body, just above the buttons.</summary>
    private void Overflow(IReadOnlyList<Button> buttons)
    {
        if (buttons.Count > TeamsLimits.ButtonsInSight)
        {
            StartHidden(OverflowName);
            Buttons(buttons, from: TeamsLimits.ButtonsInSight);
            EndHidden();
        }
    }

    private void Buttons(IReadOnlyList<Button> buttons, int from = 0)
    {
        for (var i = from; i < buttons.Count; i++)
        {
            if ((i - from) % TeamsLimits.Actions == 0)
            {
                json.WriteStartObject();
                json.WriteString("type"u8, "ActionSet"u8);
                json.WriteString("spacing"u8, "Small"u8);
                json.WriteStartArray("actions"u8);
            }

            Button(buttons[i]);
            if ((i - from) % TeamsLimits.Actions == TeamsLimits.Actions - 1 || i == buttons.Count - 1)
            {
                json.WriteEndArray();
                json.WriteEndObject();
            }
        }
    }

    /// <summary>
    /// Inputs go along with every button (associatedInputs is "auto"), whether or not it takes them: what was typed must
    /// not be lost because someone pressed another button than the one for it.
    /// </summary>
    private void Button(Button button)
    {
        json.WriteStartObject();
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

    private void Data(Press press)
    {
        foreach (var (key, value) in press.Data)
        {
            if (key != AdaptiveCardRenderer.VerbKey)
            {
                json.WriteString(key, value);
            }
        }
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
