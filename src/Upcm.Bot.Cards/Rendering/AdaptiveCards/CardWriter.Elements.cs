namespace Upcm.Bot.Cards.Rendering.AdaptiveCards;

internal sealed partial class CardWriter
{
    private void Elements(IReadOnlyList<Element> elements)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            switch (elements[i])
            {
                case Text text:
                    Text(text.Tone == Tone.Warning ? "⚠ " + text.Value : text.Value, Styles.Of(text.Tone));
                    break;
                case Facts facts:
                    Facts(facts.Rows);
                    break;
                case Bullets bullets:
                    Bullets(bullets.Lines);
                    break;
                case Table table:
                    Table(table);
                    break;
                case Picture picture:
                    Picture(picture);
                    break;
                case Section section:
                    Section(section);
                    break;
                case Row row:
                    Row(row, follows: i > 0 && elements[i - 1] is Row);
                    break;
                case Choices choices:
                    Buttons(choices.Buttons);
                    break;
                case Field field:
                    Field(field);
                    break;
                case var unknown:
                    throw new NotSupportedException($"{unknown.GetType().Name} has no rendering for Adaptive Cards.");
            }
        }
    }

    /// <summary>Not a FactSet: that reads names and values as markdown, and knows no colours.</summary>
    private void Facts(IReadOnlyList<Fact> rows)
    {
        var longest = 0;
        foreach (var row in rows)
        {
            longest = Math.Max(longest, row.Name.Length);
        }

        var names = Math.Clamp(longest, 10, 20) + 1;
        for (var i = 0; i < rows.Count; i++)
        {
            StartColumns(i == 0 ? "Default" : "Small");
            StartColumn(names);
            Text(rows[i].Name, Styles.FactName);
            EndColumn();
            StartColumn(38 - names);
            Lit(rows[i].Value, rows[i].Light, Styles.Normal);
            EndColumn();
            EndColumns();
        }
    }

    private void Bullets(IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            Text("• " + lines[i], i == 0 ? Styles.Normal : Styles.Bullet);
        }
    }

    private void Picture(Picture picture)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Image"u8);
        json.WriteString("url"u8, picture.Address.AbsoluteUri);
        json.WriteString("altText"u8, Literal.Shown(picture.Alternative));
        json.WriteString("size"u8, "Stretch"u8);
        json.WriteEndObject();
        Text(picture.Alternative, Styles.Hint);
    }

    private void Section(Section section)
    {
        if (!section.Folded)
        {
            Text(section.Heading, Styles.Heading);
            Elements(section.Body);
            return;
        }

        var (body, show, hide) = (Name('s'), Name('t'), Name('v'));
        StartColumns("Medium");
        StartColumn("stretch");
        Text(section.Heading, Styles.Heading);
        EndColumn();
        StartColumn("auto", show, centred: true);
        Text("▸ " + Words.Show.In(culture), Styles.Link);
        EndColumn();
        StartColumn("auto", hide, visible: false, centred: true);
        Text("▾ " + Words.Hide.In(culture), Styles.Link);
        EndColumn();
        json.WriteEndArray();
        json.WritePropertyName("selectAction"u8);
        Toggle($"{section.Heading}: {Words.Show.In(culture)}", body, show, hide); // in the order of what is seen: who speaks to a screen says what is on it
        json.WriteEndObject();
        StartHidden(body);
        Elements(section.Body);
        EndHidden();
    }

    private void Row(Row row, bool follows)
    {
        StartColumns(follows ? "Small" : "Default", separator: follows);
        StartColumn("stretch", centred: true);
        Text(row.Value, Styles.RowName);
        Text(row.Detail, Styles.Quiet);
        EndColumn();
        if (row.Button is { } button)
        {
            StartColumn("auto", centred: true);
            Buttons([button]);
            EndColumn();
        }

        EndColumns();
    }

    private void StartHidden(string name)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Container"u8);
        json.WriteString("id"u8, name);
        json.WriteBoolean("isVisible"u8, false);
        json.WriteString("spacing"u8, "Small"u8);
        json.WriteStartArray("items"u8);
    }

    private void EndHidden()
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
