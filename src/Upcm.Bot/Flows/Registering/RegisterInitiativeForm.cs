using System.Collections.Immutable;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Flows.Learning;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Registering;

/// <summary>What is asked to register an initiative (method 3). Only title, result and team are needed.</summary>
/// <param name="lookAlikes">Initiatives that resemble what was typed so far, to point out before it is recorded.</param>
/// <param name="lessons">What was learned in something alike.</param>
public class RegisterInitiativeForm(WorkingMethod method, DateOnly today, IReadOnlyList<Initiative> lookAlikes, IReadOnlyList<Lesson>? lessons = null) : Form<RegisterInitiative>
{
    private static readonly Phrase First = new("De kern", "The core");
    private static readonly Phrase Second = new("Waar het over gaat", "What it is about");
    private static readonly Phrase Third = new("Hoe het kan slagen", "How it can succeed");

    public static TextQuestion TitleQuestion { get; } = new("title", new("Hoe heet het initiatief?", "What is the initiative called?"))
    {
        Name = new("Titel", "Title"),
        Hint = new("Kort en herkenbaar, bijvoorbeeld: Batterijen.", "Short and easy to recognise, for instance: Batteries."),
        AtMost = 120,
        Rule = InWords,
        Page = First,
    };

    private static readonly TextQuestion Result = new("result", new("Wat levert dit op?", "What will it deliver?"))
    {
        Name = new("Resultaat", "Result"),
        Hint = new("In een of twee zinnen, zo dat je later kunt zien of het gelukt is.", "In one or two sentences, so that you can see later whether it worked."),
        Paragraph = true,
        AtMost = 1000,
        Rule = InWords,
        Page = First,
    };

    private readonly ChoiceQuestion team = new(
        "team", new("Welk team voert het uit?", "Which team will run it?"),
        [.. method.Teams.Where(team => team.ProjectType is not null).Select(team => new Choice(team.Id, Said(team.Name)))])
    {
        Name = new("Team", "Team"),
        Why = new(
            $"Het team bepaalt het soort project en de pijler. {Capital.Of(method.Names.Offices[Offices.TeamLead].The.Nl)} wordt opdrachtgever.",
            $"The team sets the project type and the pillar. {Capital.Of(method.Names.Offices[Offices.TeamLead].The.En)} becomes the client."),
        Page = First,
    };

    private readonly ChoicesQuestion horizons = new(
        "horizons", new("Op welke beslishorizon speelt het?", "On which decision horizon does it play?"),
        [.. method.Horizons.Select(horizon => new Choice(horizon.Id, Said(horizon.Name)))])
    {
        Name = new("Horizon", "Horizon"),
        Optional = true,
        Page = Second,
    };

    private readonly ChoiceQuestion cluster = new(
        "cluster", new("Bij welk productcluster hoort het?", "Which product cluster does it belong to?"), Items(method.Clusters))
    {
        Name = new("Productcluster", "Product cluster"),
        Optional = true,
        Page = Second,
    };

    private readonly TextQuestion groups = new("groups", new($"Om welke productgroepen gaat het ({SbiCodes.Called(method).Nl})?", $"Which product groups is it about ({SbiCodes.Called(method).En})?"))
    {
        Name = new("Productgroepen", "Product groups"),
        Hint = new($"Met komma's ertussen: {SbiCodes.Examples(method)}.", $"With commas in between: {SbiCodes.Examples(method)}."),
        Rule = SbiCodes.RuleOf(method),
        Optional = true,
        Page = Second,
    };

    private readonly ChoicesQuestion strategies = new(
        "strategies", new("Welke strategieën passen erbij?", "Which strategies fit?"),
        StrategyChoices.Of(method))
    {
        NumbersAreIds = true,
        Name = new("Strategieën", "Strategies"),
        Optional = true,
        Page = Second,
    };

    private readonly ChoicesQuestion effects = new(
        "effects", new("Welke effecten beoog je?", "Which effects do you intend?"), Items(method.IntendedEffects))
    {
        Name = new("Effecten", "Effects"),
        Optional = true,
        Page = Second,
    };

    private readonly ChoicesQuestion regions = new("regions", new("Waar speelt het?", "Where does it take place?"), Items(method.Regions))
    {
        Name = new("Regio", "Region"),
        Optional = true,
        Page = Second,
    };

    private static readonly TextQuestion Client = new("client", new("Wie is opdrachtgever?", "Who is the client?"))
    {
        Name = new("Opdrachtgever", "Client"),
        Hint = new("Meestal wie het team leidt.", "Usually who leads the team."),
        Optional = true,
        Page = Third,
    };

    private readonly DateQuestion term = new("term", new("Wanneer moet het klaar zijn?", "When must it be ready?"), today)
    {
        Name = new("Oplevertermijn", "Delivery term"),
        Hint = new("Bijvoorbeeld 1 juli 2027.", "For instance 1 July 2027."),
        Optional = true,
        Page = Third,
    };

    private static readonly TextQuestion Means = new("means", new("Waar komen de middelen vandaan?", "Where do the means come from?"))
    {
        Name = new("Middelen", "Means"),
        Hint = new("Het budget van het team of het programma, of partijen die meebetalen.", "The budget of the team or the programme, or parties that pay a share."),
        Optional = true,
        Page = Third,
    };

    private static readonly NumberQuestion Amount = new("amount", new("Om welk bedrag gaat het, als je het weet?", "What is the amount, if you know it?"))
    {
        Name = new("Bedrag", "Amount"),
        Before = "€ ",
        Decimals = 2,
        Hint = new("Bijvoorbeeld 40.000 of 1,2 mln.", "For instance 40,000 or 1.2 million."),
        Optional = true,
        Page = Third,
    };

    private static readonly TextQuestion Tests = new("tests", new("Waaraan zie je dat het gelukt is?", "How can you tell that it succeeded?"))
    {
        Name = new("Toetsing", "Tests of success"),
        Paragraph = true,
        AtMost = 1000,
        Optional = true,
        Page = Third,
    };

    private static readonly PeopleQuestion Leader = new("leader", new("Wie is de beoogde projectleider?", "Who is the intended project leader?"))
    {
        Name = new("Projectleider", "Project leader"),
        Hint = new("Een naam, of \"ik\".", "A name, or \"me\"."),
        Optional = true,
        Page = Third,
    };

    public override Phrase Title => new("Initiatief aanmelden", "Register an initiative");

    /// <summary>The question with that key, or null.</summary>
    public static Question? Question(string key, WorkingMethod method) =>
        new RegisterInitiativeForm(method, default, []).Questions(Answers.None).FirstOrDefault(question => question.Key == key);

    /// <summary>What is known of an initiative, as if it had just been answered.</summary>
    public Answers Known(Initiative it)
    {
        ArgumentNullException.ThrowIfNull(it);
        var answers = TitleQuestion.Prefill(Answers.None, it.Title);
        answers = Result.Prefill(answers, it.Result);
        answers = team.Prefill(answers, it.Team);
        answers = it.Horizons.IsEmpty ? answers : horizons.Prefill(answers, it.Horizons);
        answers = it.Cluster is null ? answers : cluster.Prefill(answers, it.Cluster);
        answers = it.ProductGroups.IsEmpty ? answers : groups.Prefill(answers, string.Join(", ", it.ProductGroups));
        answers = it.Strategies.IsEmpty ? answers : strategies.Prefill(answers, it.Strategies);
        answers = it.Effects.IsEmpty ? answers : effects.Prefill(answers, it.Effects);
        answers = it.Regions.IsEmpty ? answers : regions.Prefill(answers, it.Regions);
        answers = it.Client is null ? answers : Client.Prefill(answers, it.Client);
        answers = it.Term is null ? answers : term.Prefill(answers, it.Term.Value);
        answers = it.Means is null ? answers : Means.Prefill(answers, it.Means);
        answers = it.MeansAmount is null ? answers : Amount.Prefill(answers, it.MeansAmount.Value);
        answers = it.Tests is null ? answers : Tests.Prefill(answers, it.Tests);
        return it.Leader is null ? answers : Leader.Prefill(answers, [new Named(it.Leader.Id.Value, it.Leader.Name)]);
    }

    public override IReadOnlyList<Question> Questions(Answers answers) =>
        [TitleQuestion, Result, team, horizons, cluster, groups, strategies, effects, regions, Client, term, Means, Amount, Tests, Leader];

    public override IReadOnlyList<Phrase> Remarks(Answers answers) =>
    [
        .. lookAlikes.Count == 0 ? Array.Empty<Phrase>() :
        [
            new Phrase(
                $"Lijkt op: {string.Join(", ", lookAlikes.Select(it => $"{it.Number} {it.Title}"))}. Kijk of je daar beter kunt aansluiten.",
                $"Looks like: {string.Join(", ", lookAlikes.Select(it => $"{it.Number} {it.Title}"))}. See whether joining it is better."),
        ],
        .. (lessons ?? []).Select(lesson => new Phrase($"Eerder geleerd: {Lessons.Line(lesson, 160)}.", $"Learned before: {Lessons.Line(lesson, 160)}.")),
        .. SbiCodes.In(groups.Maybe(answers) ?? "").Where(code => method.ProductGroup(code) is null).Select(code => new Phrase(
            $"{code} staat niet in de tabel met productgroepen. Dat mag; ik neem de code over.",
            $"{code} is not in the table of product groups. That is allowed; I keep the code.")),
        .. term.IsAnswered(answers) && term.From(answers) < today
            ? [new Phrase("De oplevertermijn ligt in het verleden.", "The delivery term lies in the past.")]
            : Array.Empty<Phrase>(),
    ];

    protected override RegisterInitiative Complete(Answers answers) => new()
    {
        Title = TitleQuestion.From(answers),
        Result = Result.From(answers),
        Team = team.From(answers),
        Horizons = Chosen(horizons, answers),
        Cluster = cluster.Maybe(answers),
        ProductGroups = [.. SbiCodes.In(groups.Maybe(answers) ?? "")],
        Strategies = Chosen(strategies, answers),
        Effects = Chosen(effects, answers),
        Regions = Chosen(regions, answers),
        Client = Client.Maybe(answers),
        Term = term.IsAnswered(answers) ? term.From(answers) : null,
        Means = Means.Maybe(answers),
        MeansAmount = Amount.IsAnswered(answers) ? Amount.From(answers) : null,
        Tests = Tests.Maybe(answers),
        Leader = Leader.IsAnswered(answers) ? new Somebody(new PersonId(Leader.From(answers)[0].Id), Leader.From(answers)[0].Name) : null,
    };

    private static ImmutableArray<string> Chosen(ChoicesQuestion question, Answers answers) =>
        question.IsAnswered(answers) ? question.From(answers) : [];

    private static ImmutableArray<Choice> Items(ImmutableArray<Item> items) => [.. items.Select(item => new Choice(item.Id, Said(item.Name)))];

    private static Phrase Said(Words words) => new(words.Nl, words.En);

    private static Phrase? InWords(string text) => text.Count(char.IsLetter) >= 2 ? null : new(
        $"Ik lees \"{text}\". Schrijf het in woorden, zodat anderen weten waar het over gaat.",
        $"I read \"{text}\". Please write it in words, so that others know what it is about.");
}
