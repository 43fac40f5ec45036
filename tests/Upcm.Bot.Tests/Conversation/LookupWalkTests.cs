using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering;
using Upcm.Bot.Conversation;
using Upcm.Bot.Tests.Programme;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

/// <summary>Every word, every criterion and every printed figure, asked in both languages, also with a typing error, of two programmes.</summary>
public sealed class LookupWalkTests
{
    private const int LongEnoughToErrIn = 6;

    public static TheoryData<string, string> Both => new() { { "upcm", "nl" }, { "upcm", "en" }, { "warmte", "nl" }, { "warmte", "en" } };

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Every_word_is_explained_however_it_is_typed(string programme, string language)
    {
        var (method, culture) = (Programmes.Of(programme), Cultures.Of(language));
        await Walk(method, culture, culture.IsEnglish() ? ["what is a ", "waht is a "] : ["wat is een ", "wat is de ", "wta is een "], method.Terms.Select(term => (term.Name.In(culture), term.Meaning.In(culture))));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Every_criterion_is_explained_with_its_example_however_it_is_typed(string programme, string language)
    {
        var (method, culture) = (Programmes.Of(programme), Cultures.Of(language));
        await Walk(
            method, culture, culture.IsEnglish() ? ["what does this criterion mean ", "criterion ", "critrion "] : ["wat betekent dit criterium ", "criterium ", "critrium "],
            method.Gates.SelectMany(static gate => gate.Criteria).Select(criterion => (criterion.Text.In(culture), criterion.Example.In(culture))));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Every_figure_is_found_by_its_name_however_it_is_typed(string programme, string language)
    {
        var (method, culture) = (Programmes.Of(programme), Cultures.Of(language));
        await Walk(
            method, culture, culture.IsEnglish() ? ["figures ", "figurse "] : ["cijfers ", "cijfers van ", "cjifers "],
            [
                .. method.Figures.Provinces.Select(row => Named(row, method.Regions)),
                .. method.Figures.Clusters.Select(row => Named(row, method.Clusters)),
                .. method.Figures.ProductGroups.Select(row => (row.Id, method.ProductGroup(row.Id)?.Name.In(culture) ?? row.Name)),
                .. method.Figures.ProductGroups.Where(row => method.ProductGroup(row.Id) is not null).Select(row => (method.ProductGroup(row.Id)!.Name.In(culture), row.Id)),
            ]);

        (string, string) Named(IndustryRow row, IEnumerable<Item> items)
        {
            var name = items.FirstOrDefault(item => item.Id == row.Id)?.Name.In(culture) ?? row.Name;
            return (name, name);
        }
    }

    private static async Task Walk(WorkingMethod method, System.Globalization.CultureInfo culture, string[] ways, IEnumerable<(string Asked, string Answer)> all)
    {
        await using var bot = new Talker(programme: method);
        await bot.Say($"taal {culture.TwoLetterISOLanguageName}");
        List<string> missed = [];
        foreach (var (asked, answer) in all)
        {
            foreach (var said in ways.Select(way => way + asked).Append(ways[0] + Dropped(asked)).Append(ways[0] + Swapped(asked)).Append(ways[0] + asked.ToUpperInvariant() + "?"))
            {
                var heard = (await bot.Hear(new Said(said, []))).Utterances.Select(one => one is Show show ? PlainTextRenderer.Render(show.Card, culture) : one is Replace replace ? PlainTextRenderer.Render(replace.Card, culture) : one is Say say ? say.Text : "");
                if (!string.Join('\n', heard).Contains(answer, StringComparison.OrdinalIgnoreCase))
                {
                    missed.Add($"\"{said}\" does not tell: {answer}");
                }
            }
        }

        Assert.True(missed.Count == 0, $"{missed.Count}:\n{string.Join('\n', missed.Take(60))}");
    }

    private static string Dropped(string text) => text.Length < LongEnoughToErrIn ? text : text.Remove(text.Length / 2, 1);

    private static string Swapped(string text) => text.Length < LongEnoughToErrIn ? text : string.Concat(text.AsSpan(0, text.Length / 2), [text[(text.Length / 2) + 1], text[text.Length / 2]], text.AsSpan((text.Length / 2) + 2));
}
