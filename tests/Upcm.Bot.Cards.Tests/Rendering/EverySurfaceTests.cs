using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using Upcm.Bot.Cards.Rendering;
using Upcm.Bot.Cards.Rendering.AdaptiveCards;

namespace Upcm.Bot.Cards.Tests.Rendering;

/// <summary>Whoever adds an element or an input must render it on every surface: these tests find it by reflection.</summary>
public class EverySurfaceTests
{
    private const string Mark = "Merkteken";

    private static readonly Dictionary<Type, Element> Examples = new List<Element>
    {
        new Text(Mark),
        new Facts([new Fact("naam", Mark)]),
        new Bullets([Mark]),
        new Table([Mark], [["cel"]]),
        new Picture(new Uri("https://bot.example/p.png"), Mark),
        new Section(Mark, [new Text("x")], Folded: true),
        new Row(Mark, null, null),
        new Choices([new Button(Mark, new Press("v"))]),
        new Field("k", Mark, FieldKind.Line),
    }.ToDictionary(element => element.GetType());

    public static TheoryData<Type> Elements =>
        [.. typeof(Element).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Element)) && !type.IsAbstract)];

    public static TheoryData<FieldKind> Kinds => [.. Enum.GetValues<FieldKind>()];

    public static TheoryData<Tone> Tones => [.. Enum.GetValues<Tone>()];

    [Theory, MemberData(nameof(Elements))]
    public void Every_element_is_shown_on_every_surface(Type type)
    {
        Assert.True(Examples.TryGetValue(type, out var element), $"Give an example of {type.Name} here, and render it.");
        AssertShown(Mark, element);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Every_input_is_shown_on_every_surface(FieldKind kind)
    {
        var field = new Field("k", "Label", kind) { Hint = "Hint", Why = "Waarom", Problem = "Probleem", Options = [new("o", "Optie")], Value = "o" };

        AssertShown("Label", field);
        AssertShown("Hint", field);
        AssertShown("Waarom", field);
        AssertShown("Probleem", field);
        Assert.Equal("k", Shown.Objects(Shown.Json(new Card("x") { Body = [field] })).Select(item => Shown.Of(item, "id")).First(id => id is not null));
    }

    [Theory, MemberData(nameof(Tones))]
    public void Every_tone_is_shown_on_every_surface(Tone tone) => AssertShown(Mark, new Text(Mark, tone));

    [Fact]
    public void Every_element_can_wait_in_a_message_that_is_still_to_be_sent() =>
        Assert.Equal(
            Examples.Keys.Select(type => type.Name).Order(StringComparer.Ordinal),
            typeof(Element).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(attribute => attribute.DerivedType.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void A_kind_of_input_nobody_renders_is_refused_and_not_left_out()
    {
        var card = new Card("x") { Body = [new Field("k", "Label", (FieldKind)99) { Value = "o" }] };

        Assert.Throws<NotSupportedException>(() => AdaptiveCardRenderer.Render(card, Cultures.Dutch));
        Assert.Throws<NotSupportedException>(() => PlainTextRenderer.Render(card, Cultures.Dutch));
    }

    private static void AssertShown(string text, Element element)
    {
        var card = new Card("Titel") { Body = [element] };
        Assert.Contains(text, Encoding.UTF8.GetString(AdaptiveCardRenderer.Render(card, Cultures.Dutch)), StringComparison.Ordinal);
        Assert.Contains(text, PlainTextRenderer.Render(card, Cultures.Dutch), StringComparison.OrdinalIgnoreCase);
    }
}
