using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Flows.Reporting;
using Upcm.Bot.Flows.Surveying;
using Upcm.Domain;

namespace Upcm.Bot.Flows.ContextScanning;

/// <summary>Which organisations are asked, and who answers for each: at least two to begin with, as one alone differs from nobody.</summary>
public sealed class InviteOrganisationsForm(InitiativeNumber number, int round, bool starts) : Form<Guests>
{
    private const string Prefix = "org.";
    private const int MostPeople = 5;

    private readonly int needed = starts ? 2 : 1;

    public override Phrase Title { get; } = starts
        ? new($"Contextscan {number} · ronde {round} starten", $"Start context scan {number} · round {round}")
        : new($"Contextscan {number} · ronde {round}: meer organisaties uitnodigen", $"Context scan {number} · round {round}: invite more organisations");

    public override IReadOnlyList<Question> Questions(Answers answers) => [.. Asked(answers).SelectMany(one => new Question[] { one.Name, one.People })];

    protected override Guests Complete(Answers answers) => new(
        [
            .. Asked(answers)
                .Where(one => one.Name.IsAnswered(answers) && one.People.IsAnswered(answers))
                .SelectMany(one => one.People.From(answers).Select(person => new Guest(person, one.Name.From(answers)))),
        ],
        AndMyself: false);

    private new IEnumerable<(TextQuestion Name, PeopleQuestion People)> Asked(Answers answers) =>
        Enumerable.Range(1, Math.Max(needed, Groups.Shown(answers, Prefix).Last())).Select(At);

    private (TextQuestion Name, PeopleQuestion People) At(int at)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{at}.");
        var page = new Phrase($"Organisatie {at}", $"Organisation {at}");
        var name = new TextQuestion(key + "name", at > needed
            ? new("Doet er nog een organisatie mee? Hoe heet die?", "Does another organisation take part? What is it called?")
            : at == 1 ? new("Welke organisatie doet mee?", "Which organisation takes part?")
            : new("Welke organisatie doet ook mee?", "Which other organisation takes part?"))
        {
            Name = page,
            Hint = new("Bijvoorbeeld een gemeente of een bedrijf.", "For instance a municipality or a company."),
            AtMost = 60,
            Optional = at > needed,
            Page = page,
        };
        var people = new PeopleQuestion(key + "people", new("Wie vult in voor deze organisatie?", "Who answers for this organisation?"))
        {
            Name = new($"Organisatie {at} door", $"Organisation {at} by"),
            Hint = new("Een naam of @vermelding, of \"ik\". Meer mensen mag, met komma's ertussen.", "A name or @mention, or \"me\". Several people are possible, with commas in between."),
            Why = new(
                "Kies iemand die de organisatie van binnen kent. Vullen er meer mensen in, dan telt hun gemiddelde.",
                "Choose somebody who knows the organisation from within. Where several people answer, their mean counts."),
            AtMost = MostPeople,
            Optional = at > needed,
            OnlyIf = answers => at <= needed || name.IsAnswered(answers),
            Page = page,
        };
        return (name, people);
    }
}
