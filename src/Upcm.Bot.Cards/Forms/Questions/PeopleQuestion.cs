using System.Collections.Immutable;
using System.Globalization;

namespace Upcm.Bot.Cards.Forms;

/// <summary>A person as a form keeps one: the id, and the name to show.</summary>
public sealed record Named(string Id, string Name);

/// <summary>
/// One or more people. Names are looked up before the form hears them (a form knows no directory): what arrives here is
/// <c>id|name</c>, several separated by line breaks, or text that nobody could be found for.
/// </summary>
public sealed record PeopleQuestion(string Key, Phrase Prompt) : Question<ImmutableArray<Named>>(Key, Prompt)
{
    public int AtMost { get; init; } = 1;

    protected override Reading<ImmutableArray<Named>> Read(string text, CultureInfo culture) => Parse(text);

    protected override Reading<ImmutableArray<Named>> Parse(string canonical)
    {
        var people = ImmutableArray.CreateBuilder<Named>();
        foreach (var line in canonical.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split('|', 2) is not [{ Length: > 0 } id, { Length: > 0 } name])
            {
                return Reading.Unclear<ImmutableArray<Named>>(
                    $"Ik ken niemand met de naam \"{line}\", of juist meer dan een. Noem iemand met @, of voluit wie al eens met mij sprak.",
                    $"I know nobody named \"{line}\", or more than one. Mention someone with @, or give the full name of someone who has talked with me before.");
            }

            if (people.All(person => person.Id != id))
            {
                people.Add(new Named(id, name));
            }
        }

        return people.Count == 0
            ? Reading.Unclear<ImmutableArray<Named>>("Noem ten minste een persoon.", "Please name at least one person.")
            : people.Count > AtMost
                ? Reading.Unclear<ImmutableArray<Named>>(
                    $"Dit zijn {people.Count} mensen; noem er hoogstens {AtMost}.", $"These are {people.Count} people; name {AtMost} at most.")
                : Reading.Of(people.ToImmutable());
    }

    protected override string Write(ImmutableArray<Named> value) => string.Join('\n', value.Select(person => $"{person.Id}|{person.Name}"));

    public override string Echo(string canonical, CultureInfo culture) =>
        string.Join(", ", canonical.Split('\n').Select(line => line[(line.IndexOf('|', StringComparison.Ordinal) + 1)..]));

    protected override Field Blank(CultureInfo culture) =>
        new(Key, Prompt.In(culture), AtMost > 1 ? FieldKind.Paragraph : FieldKind.Line) { AtMost = 2000 };

    protected override string InInput(string canonical, CultureInfo culture) => Echo(canonical, culture);
}
