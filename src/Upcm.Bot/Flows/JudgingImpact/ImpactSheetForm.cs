using System.Collections.Immutable;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.JudgingImpact;

/// <summary>What is asked for an impact sheet (method 5). Only the status date is needed; what is not known stays open.</summary>
/// <param name="newest">The newest version there is, or null.</param>
public sealed class ImpactSheetForm(WorkingMethod method, Initiative initiative, ImpactSheet? newest, DateOnly today) : Form<ImpactSheet>
{
    /// <summary>The version a draft began from, to notice that somebody made another meanwhile.</summary>
    public const string BaseKey = "~base";

    private static readonly Phrase Description = new("Beschrijving", "Description");
    private static readonly Phrase Scope = new("Bereik", "Scope");
    private static readonly Phrase People = new("Wie het raakt", "Whom it concerns");
    private static readonly Phrase Claims = new("Effect en waarde", "Effect and value");
    private static readonly Phrase Effects = new("Effectdoelen", "Effect goals");
    private static readonly Phrase Functions = new("Innovatiefuncties", "Innovation functions");
    private static readonly Phrase Goals = new("Prestatiedoelen", "Performance goals");

    /// <summary>The status date, which is the person's own and never another's.</summary>
    public const string DateKey = "date";

    private readonly DateQuestion date = new(DateKey, new("Van welke datum is dit beeld?", "Of which date is this view?"), today)
    {
        Name = new("Peildatum", "Status date"),
        Page = Description,
    };

    private readonly ChoiceQuestion cluster = new(
        "cluster", new("Welk productcluster?", "Which product cluster?"), [.. method.Clusters.Select(item => Choice(item.Id, item.Name))])
    {
        Name = new("Productcluster", "Product cluster"),
        Optional = true,
        Page = Scope,
    };

    private readonly TextQuestion groups = new("groups", new($"Welke productgroepen ({SbiCodes.Called(method).Nl})?", $"Which product groups ({SbiCodes.Called(method).En})?"))
    {
        Name = new("Productgroepen", "Product groups"),
        Hint = new(
            $"Met komma's ertussen: {SbiCodes.Examples(method)}. Hiermee leg ik je claim naast de cijfers van het programma.",
            $"With commas in between: {SbiCodes.Examples(method)}. With these I set your claim beside the programme's figures."),
        Rule = SbiCodes.RuleOf(method),
        Optional = true,
        Page = Scope,
    };

    private readonly ChoiceQuestion supplyRisk = new(
        "supply-risk", new("Hoe verandert het leveringsrisico?", "How does the supply risk change?"), Steps(method, "supply-risk"))
    {
        Name = new("Leveringsrisico", "Supply risk"),
        OnlyIf = _ => method.Scale("supply-risk") is not null,
        Optional = true,
        Page = Claims,
    };

    private NumberQuestion Value(Answers answers) => new("value", new($"Hoeveel waarde voegt het toe, {method.Claims.ValueAgainst.Nl}?", $"How much value does it add, {method.Claims.ValueAgainst.En}?"))
    {
        Name = new("Toegevoegde waarde", "Value added"),
        Before = "€ ",
        After = new(" mln", " million"),
        Unit = 1_000_000,
        Decimals = 2,
        AtMost = 1_000_000,
        Hint = Beside(new("In miljoen euro.", "In million euro."), ImpactWords.PrintedValue(SbiCodes.In(answers[groups.Key] ?? ""), method)),
        Optional = true,
        Page = Claims,
    };

    private readonly Lazy<Answers> before = new(() => newest is null ? Answers.None : Told(newest));

    public override Answers Now => Known();

    public override Phrase Title { get; } = new($"Impactsheet {initiative.Number} {initiative.Title}", $"Impact sheet {initiative.Number} {initiative.Title}");

    public override IReadOnlyList<Question> Questions(Answers answers) =>
    [
        date, .. Descriptions, cluster, groups, .. Scopes, .. Parties,
        .. Bands(answers), Co2(answers), supplyRisk, Value(answers),
        .. method.EffectGoals.SelectMany(Effect),
        .. method.InnovationFunctions.Select(function => Rated("function", function, Functions) with
        {
            Name = new($"{function.Id} {function.Name.Nl}", $"{function.Id} {function.Name.En}"),
            Prompt = new($"{function.Id} {function.Name.Nl}", $"{function.Id} {function.Name.En}"),
            Why = new(function.Explanation.Nl, function.Explanation.En),
        }),
        .. method.PerformanceGoals.Select(goal => Rated("goal", goal, Goals) with { Hint = new(goal.Explanation.Nl, goal.Explanation.En) }),
    ];

    /// <summary>What is claimed beside what is printed, and what does not agree. It warns and never blocks.</summary>
    public override IReadOnlyList<Phrase> Remarks(Answers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var sheet = Finish(answers);
        var moved = newest is not null && answers[BaseKey] is { } began && began != Began(newest)
            ? new Phrase(
                $"Intussen is versie {newest.Version} gemaakt. Die van jou wordt versie {newest.Version + 1}; zeg daarna \"vergelijk {initiative.Number}\".",
                $"Version {newest.Version} was made meanwhile. Yours becomes version {newest.Version + 1}; say \"compare {initiative.Number}\" afterwards.")
            : null;
        return
        [
            .. moved is null ? Array.Empty<Phrase>() : [moved],
            .. sheet is null ? [] : ImpactWords.Remarks(sheet, method),
        ];
    }

    public override bool IsAsBefore(Question question, Answers answers) =>
        newest is not null && question.Key != date.Key && before.Value[question.Key] == answers[question.Key];

    /// <summary>The newest version, or for the first what the registration told, as if it had just been answered.</summary>
    public Answers Known()
    {
        var answers = date.Prefill(Answers.None, today).With(BaseKey, Began(newest)).With(MoreKey, "ja");
        if (newest is null)
        {
            answers = Filled(answers, "results", initiative.Result);
            answers = Filled(answers, cluster.Key, initiative.Cluster);
            return Filled(answers, groups.Key, string.Join(", ", initiative.ProductGroups));
        }

        foreach (var (key, told) in before.Value.ByKey)
        {
            answers = answers.With(key, told);
        }

        return answers;
    }

    private static Answers Told(ImpactSheet sheet) =>
        ImpactAnswers.Of(sheet).Aggregate(Answers.None, static (answers, one) => Filled(answers, one.Key, one.Told));

    protected override ImpactSheet Complete(Answers answers) => ImpactAnswers.Sheet(answers, initiative.Number, date.From(answers), method);

    private static string Began(ImpactSheet? sheet) => (sheet?.Version ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Answers Filled(Answers answers, string key, string? told) => string.IsNullOrEmpty(told) ? answers : answers.With(key, told);

    private static ImmutableArray<TextQuestion> Descriptions { get; } =
    [
        Long("goals", new("Wat zijn de doelen?", "What are the goals?"), new("Doelen", "Goals"), Description),
        Long("results", new("Wat zijn de resultaten?", "What are the results?"), new("Resultaten", "Results"), Description),
        Long("milestones", new("Wat zijn de mijlpalen?", "What are the milestones?"), new("Mijlpalen", "Milestones"), Description),
        Long("activities", new("Wat gaan jullie doen?", "What will you do?"), new("Activiteiten", "Activities"), Description),
    ];

    private static ImmutableArray<TextQuestion> Scopes { get; } =
    [
        Lines("modules", new("Om welke modules of onderdelen gaat het?", "Which modules or parts is it about?"), new("Modules", "Modules"), Scope),
        Lines("materials", new("Welke kritieke materialen zitten erin?", "Which critical materials are in it?"), new("Kritieke materialen", "Critical materials"), Scope) with
        {
            Hint = new("Met komma's ertussen: Co, Mn, PGM.", "With commas in between: Co, Mn, PGM."),
        },
        Long("volumes", new("Om welke hoeveelheden gaat het?", "What are the volumes?"), new("Volumes", "Volumes"), Scope),
    ];

    private ImmutableArray<TextQuestion> Parties { get; } =
    [
        Lines("stakeholders", new("Wie zijn de stakeholders?", "Who are the stakeholders?"), new("Stakeholders", "Stakeholders"), People),
        Lines("targets", new($"Welke {method.Names.TargetGroup.Many.Nl} bereik je?", $"Which {method.Names.TargetGroup.Many.En} do you reach?"), Capital.Of(method.Names.TargetGroup.Many), People),
        Lines("makers", new($"Welke {method.Names.ChangeMaker.Many.Nl} doen mee?", $"Which {method.Names.ChangeMaker.Many.En} take part?"), Capital.Of(method.Names.ChangeMaker.Many), People),
    ];

    private IEnumerable<NumberQuestion> Bands(Answers answers) => method.Bands.Select((band, index) => Claimed(
        $"co2.{band.Id}",
        new($"Hoeveel {method.Claims.Effect.Nl} scheelt {band.Name.Nl.ToLowerInvariant()} ({band.Id})?", $"How much {method.Claims.Effect.En} does {band.Name.En.ToLowerInvariant()} ({band.Id}) save?"),
        new($"{method.Claims.Effect.Nl} {band.Id}", $"{method.Claims.Effect.En} {band.Id}")) with
    {
        Hint = index == 0 ? Beside(PerYear, ImpactWords.PrintedCo2(SbiCodes.In(answers[groups.Key] ?? ""), method)) : PerYear,
    });

    private NumberQuestion Co2(Answers answers)
    {
        var told = method.Bands.Select(band => answers[$"co2.{band.Id}"]).OfType<string>().ToList();
        var sum = told.Sum(value => decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));
        var effect = method.Claims.Effect;
        return Claimed("co2", new($"Hoeveel {effect.Nl} scheelt het in totaal?", $"How much {effect.En} does it save in all?"), new($"{effect.Nl} in totaal", $"{effect.En} in all")) with
        {
            Hint = told.Count == 0
                ? Beside(PerYear, ImpactWords.PrintedCo2(SbiCodes.In(answers[groups.Key] ?? ""), method))
                : new($"Alles hierboven samen: {Numbers.Show(sum, Cultures.Dutch)} {method.Claims.Unit.Nl}.", $"All of the above together: {Numbers.Show(sum, Cultures.English)} {method.Claims.Unit.En}."),
        };
    }

    private Phrase PerYear => new($"In {method.Claims.Unit.Nl}.", $"In {method.Claims.Unit.En}.");

    private static Phrase Beside(Phrase unit, Phrase? printed) => printed is null ? unit : new($"{unit.Nl} {printed.Nl}", $"{unit.En} {printed.En}");

    private IEnumerable<Question> Effect(Item goal)
    {
        yield return new ChoiceQuestion($"effect.{goal.Id}.horizon", new($"{goal.Name.Nl}: op welke horizon?", $"{goal.Name.En}: on which horizon?"), [.. method.Horizons.Select(horizon => Choice(horizon.Id, horizon.Name))])
        {
            Name = new($"Horizon {goal.Name.Nl.ToLowerInvariant()}", $"Horizon {goal.Name.En.ToLowerInvariant()}"),
            Optional = true,
            Page = Effects,
        };
        yield return new TextQuestion($"effect.{goal.Id}.text", new($"{goal.Name.Nl}: wat is het effect?", $"{goal.Name.En}: what is the effect?"))
        {
            Name = new(goal.Name.Nl, goal.Name.En),
            Optional = true,
            Page = Effects,
        };
    }

    private ChoiceQuestion Rated(string key, Indicator indicator, Phrase page) => new(
        $"{key}.{indicator.Id}", Titled(indicator), Steps(method, indicator.Scale))
    {
        Name = new(indicator.Name.Nl, indicator.Name.En),
        Optional = true,
        Page = page,
    };

    private Phrase Titled(Indicator indicator) => method.Horizons.FirstOrDefault(one => one.Id == indicator.Horizon) is { } horizon
        ? new($"{indicator.Name.Nl} ({horizon.Name.Nl})", $"{indicator.Name.En} ({horizon.Name.En})")
        : new(indicator.Name.Nl, indicator.Name.En);

    private NumberQuestion Claimed(string key, Phrase prompt, Phrase name) => new(key, prompt)
    {
        Name = name,
        After = new($" {method.Claims.Unit.Nl}", $" {method.Claims.Unit.En}"),
        Decimals = 3,
        AtMost = 1_000_000,
        Optional = true,
        Page = Claims,
    };

    private static TextQuestion Long(string key, Phrase prompt, Phrase name, Phrase page) => new(key, prompt)
    {
        Name = name,
        Paragraph = true,
        AtMost = 600,
        Optional = true,
        Page = page,
    };

    private static TextQuestion Lines(string key, Phrase prompt, Phrase name, Phrase page) => Long(key, prompt, name, page) with
    {
        Hint = new("Een per regel, of met een puntkomma ertussen.", "One a line, or with a semicolon in between."),
    };

    private static ImmutableArray<Choice> Steps(WorkingMethod method, string scale) =>
        [.. method.Scale(scale)?.Steps.Select(step => Choice(step.Id, step.Name)) ?? []];

    private static Choice Choice(string id, Words name) => new(id, new Phrase(name.Nl, name.En));
}
