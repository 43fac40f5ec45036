using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Documents;
using Upcm.Bot.Flows.Exporting;
using Upcm.Bot.Pictures;
using Upcm.Domain;

namespace Upcm.Bot.Flows.KeepingStakeholders;

/// <summary>The stakeholders of an initiative: the map with its names, the five steps with their age, and who is missing.</summary>
/// <param name="mayKeep">True where the reader may change the list.</param>
public sealed class StakeholdersCard(
    Initiative initiative, StakeholderMap map, WorkingMethod method, CultureInfo culture, DateTimeOffset now, bool mayKeep, Illustrations illustrations)
{
    /// <summary>As many names as one card holds; a longer list is asked for by kind, side or quadrant.</summary>
    private const int MostNames = 80;
    private const int FewNames = 8;

    private readonly bool en = culture.IsEnglish();

    public Card Whole() => new($"{initiative.Number} {initiative.Title}")
    {
        Status = Count(map.Stakeholders.Length),
        Body = map.Stakeholders.IsEmpty
            ? [
                new Text(en
                    ? "Nobody is on the list yet. Add them one by one, or paste a list: name; influence; interest; kind."
                    : "Er staat nog niemand op de lijst. Voeg ze een voor een toe, of plak een lijst: naam; invloed; belang; soort."),
                .. Missing(),
            ]
            : [.. Picture(), .. Names(map.Stakeholders), .. Steps(), .. Missing()],
        Buttons = Doing(),
    };

    /// <summary>Only some of them.</summary>
    /// <param name="which">What they have in common.</param>
    public Card Part(string which, IReadOnlyList<Stakeholder> some) => new($"{initiative.Number} {initiative.Title}")
    {
        Status = $"{Count(some.Count)} · {which}",
        Body = some.Count == 0
            ? [new Text(en ? "Nobody on the list is that." : "Niemand op de lijst is dat.")]
            : [.. Names(some)],
        Buttons = [Sayings.Button(en ? "All stakeholders" : "Alle stakeholders", $"stakeholders {initiative.Number}")],
    };

    private string Count(int count) => string.Create(culture, $"{count} {(count == 1 ? "stakeholder" : "stakeholders")}");

    private IEnumerable<Element> Picture()
    {
        if (map.Stakeholders.Any(one => one.IsPlaced))
        {
            yield return illustrations.Of(MapPicture.Of(map, method.Norms, culture));
        }
    }

    private IEnumerable<Element> Names(IReadOnlyList<Stakeholder> some)
    {
        var shown = some.OrderBy(one => one.In(method.Norms) is { } quadrant ? (int)quadrant : 9).ThenByDescending(one => one.Influence + one.Interest).ThenBy(one => one.Id).Take(MostNames).ToList();
        foreach (var group in shown.GroupBy(one => one.In(method.Norms)))
        {
            var heading = group.Key is { } quadrant ? StakeholderWords.Name(quadrant).In(culture) : en ? "No place yet" : "Nog geen plek";
            yield return new Section(
                string.Create(culture, $"{heading} ({group.Count()})"),
                some.Count <= FewNames ? [.. group.Select(Row)] : [new Bullets([.. group.Select(one => StakeholderWords.Line(one, method, culture))])],
                Folded: some.Count > FewNames && group.Key is Quadrant.Monitor or null && shown.Count > FewNames * 2);
        }

        if (some.Count > shown.Count)
        {
            var more = some.Count - shown.Count;
            yield return new Text(
                en
                    ? $"And {more} more. Ask for a part: \"stakeholders {initiative.Number} government\" or \"stakeholders {initiative.Number} monitor\"."
                    : $"En nog {more}. Vraag een deel op: \"stakeholders {initiative.Number} overheid\" of \"stakeholders {initiative.Number} in het oog houden\".",
                Tone.Subtle);
        }
        else if (some.Count > FewNames)
        {
            yield return new Text(
                en
                    ? $"More about one of them: \"stakeholder {initiative.Number} {shown[0].Id}\"."
                    : $"Meer over een van hen: \"stakeholder {initiative.Number} {shown[0].Id}\".",
                Tone.Subtle);
        }
    }

    private Row Row(Stakeholder one) => new(
        string.Create(culture, $"{one.Id}. {one.Name}"),
        StakeholderWords.Placed("", one, method, culture) is { Length: > 0 } known ? known : null,
        Sayings.Button(en ? "Show" : "Toon", string.Create(culture, $"stakeholder {initiative.Number} {one.Id}")));

    private IEnumerable<Element> Steps()
    {
        yield return new Section(
            en ? "The five steps" : "De vijf stappen",
            [new Facts([.. StakeholderSteps.Of(map, method.Norms).Select(step => new Fact(
                StakeholderWords.Name(step.Step).In(culture), StakeholderWords.State(step, method.Norms, now, culture)))])]);
    }

    private IEnumerable<Element> Missing()
    {
        var missing = StakeholderSteps.Missing(map, initiative.Horizons, method);
        if (missing.IsEmpty)
        {
            yield break;
        }

        yield return new Section(
            en ? "Who is missing, by horizon" : "Wie nog ontbreekt, per horizon",
            [
                new Bullets([.. missing.Select(one => $"{one.Horizon.Name.In(culture)}: {string.Join(", ", one.Sorts.Select(sort => sort.Name.In(culture)))}")]),
                .. initiative.Horizons.IsEmpty
                    ? [new Text(en ? "The initiative names no horizon, so all of them count." : "Het initiatief noemt geen horizon, dus tellen ze allemaal mee.", Tone.Subtle)]
                    : Array.Empty<Element>(),
            ],
            Folded: map.Stakeholders.Length > FewNames);
    }

    private List<Button> Doing()
    {
        Button Say(string label, string labelEn, string words, string wordsEn) => Sayings.Button(en ? labelEn : label, $"{(en ? wordsEn : words)} {initiative.Number}");
        List<Button> buttons = [];
        if (mayKeep)
        {
            buttons.Add(Say("Voeg toe", "Add", "stakeholder toevoegen", "add stakeholder") with { Tone = map.Stakeholders.IsEmpty ? ButtonTone.Main : ButtonTone.Normal });
            buttons.Add(Say("Plak een lijst", "Paste a list", "stakeholders inlezen", "import stakeholders"));
            if (!map.Stakeholders.IsEmpty)
            {
                buttons.Add(Say("De lijst klopt nog", "The list is still right", "stakeholders herijken", "recalibrate stakeholders"));
            }
        }

        return
        [
            .. buttons, Say("Toon initiatief", "Show the initiative", "toon", "show"),
            .. map.Stakeholders.IsEmpty ? [] : ExportButtons.Of(StakeholdersExport.Called, $"{initiative.Number}", Format.OfBooks, culture),
        ];
    }
}
