using CsCheck;

namespace Upcm.Bot.Cards.Tests.Rendering;

/// <summary>Random cards, made of every element there is and of nasty texts.</summary>
public static class AnyCard
{
    private static readonly Gen<string> Words = Gen.Frequency(
        (4, Gen.OneOf([.. NastyTexts.All.Select(text => Gen.Const(text))])),
        (3, Gen.String[Gen.Char[' ', '~'], 0, 40]),
        (1, Gen.String[0, 30]),
        (1, Gen.Const("")),
        (3, Gen.OneOf(Gen.Const("Restwarmte haven"), Gen.Const("Wat levert dit project op?"))));

    private static readonly Gen<string> Key = Gen.String[Gen.Char['a', 'z'], 1, 8].Where(key => key is not ("verb" or "id")); // data of a button that is called id is no name of an element
    private static readonly Gen<Light> Light = Gen.Enum<Light>();
    private static readonly Gen<Press> Press =
        Gen.Select(Key, Gen.Select(Key, Words).List[0, 3], (verb, data) =>
            new Press(verb, data.DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Item2)));

    private static readonly Gen<Button> Button = Gen.Frequency(
        (5, Gen.Select(Words, Press, Maybe(Words), Gen.Enum<ButtonTone>(), (label, press, say, tone) => new Button(label, press, say, tone))),
        (1, Words.Select(label => Cards.Button.Opening(label, new Uri("https://bot.example/files/a")))));

    private static readonly Gen<Option> Option = Gen.Select(Key, Words, (id, label) => new Option(id, label));

    private static readonly Gen<Element> Field =
        Gen.Select(Key, Words, Gen.Enum<FieldKind>(), Option.List[0, 12], Gen.Select(Maybe(Words), Maybe(Words), Maybe(Words), Maybe(Words), Gen.Bool))
            .Select((key, label, kind, options, more) => (Element)new Field(key, label, kind)
            {
                Options = [.. options.DistinctBy(option => option.Id)],
                Value = more.Item1,
                Hint = more.Item2,
                Why = more.Item3,
                Problem = more.Item4,
                Required = more.Item5,
            });

    private static readonly Gen<Element> Leaf = Gen.OneOf(
        Gen.Select(Words, Gen.Enum<Tone>(), (text, tone) => (Element)new Text(text, tone)),
        Gen.Select(Words, Words, Light, (name, value, light) => new Fact(name, value, light)).List[0, 7].Select(rows => (Element)new Facts(rows)),
        Words.List[0, 5].Select(lines => (Element)new Bullets(lines)),
        Words.List[1, 3].SelectMany(header => Words.List[0, header.Count].List[0, 6], (header, rows) =>
            (Element)new Table(header, [.. rows])),
        Words.Select(words => (Element)new Picture(new Uri("https://bot.example/p.png"), words)),
        Gen.Select(Words, Maybe(Words), Maybe(Button), (words, detail, button) => (Element)new Row(words, detail, button)),
        Button.List[0, 8].Select(buttons => (Element)new Choices(buttons)),
        Field);

    private static readonly Gen<Element> Any = Gen.Frequency(
        (8, Leaf),
        (1, Gen.Select(Words, Leaf.List[0, 4], Gen.Bool, (heading, body, folded) => (Element)new Section(heading, body, folded))));

    public static Gen<Card> All { get; } =
        Gen.Select(Words, Maybe(Words), Light, Any.List[0, 8], Button.List[0, 9], Maybe(Key.List[0, 3]), (title, status, light, body, buttons, people) =>
            new Card(title)
            {
                Status = status,
                Light = light,
                Body = body,
                Buttons = buttons,
                Personal = people is null ? null : new PersonalView(people, new Press("refresh")),
            });

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class => Gen.Frequency((2, gen.Select(value => (T?)value)), (1, Gen.Const((T?)null)));
}
