using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Reporting;

/// <summary>The money of the project. Nothing is needed; who tells one of the sums is asked for what it can be compared with.</summary>
internal sealed class MoneyPart(Finance? previous)
{
    private static readonly NumberQuestion Required = Euro("required", new("Hoeveel is er in totaal nodig?", "How much is required in total?"), new("Nodig", "Required"));
    private static readonly NumberQuestion Allocated = Euro("allocated", new("Hoeveel is er toegekend?", "How much is allocated?"), new("Toegekend", "Allocated"));
    private static readonly NumberQuestion Agency = Euro("agency", new("Hoeveel daarvan komt via RVO?", "How much of that comes through the funding agency?"), new("Waarvan via RVO", "Of which through the agency"));
    private static readonly NumberQuestion Others = Euro("others", new("Hoeveel daarvan komt van anderen?", "How much of that comes from others?"), new("Waarvan van anderen", "Of which from others"));
    private static readonly NumberQuestion Spent = Euro("spent", new("Hoeveel is er uitgegeven?", "How much is spent?"), new("Uitgegeven", "Spent"));

    public static IReadOnlyList<Question> Questions(Answers answers)
    {
        var none = new[] { Required, Allocated, Agency, Others, Spent }.All(question => answers[question.Key] is null);
        return [Required with { Optional = none }, Allocated with { Optional = none }, Agency, Others, Spent with { Optional = none }];
    }

    public Answers Known(Answers answers)
    {
        if (previous is null)
        {
            return answers;
        }

        answers = Required.Prefill(answers, previous.TotalRequired);
        answers = Allocated.Prefill(answers, previous.Allocated);
        answers = previous.AllocatedFundingAgency is { } agency ? Agency.Prefill(answers, agency) : answers;
        answers = previous.AllocatedOthers is { } others ? Others.Prefill(answers, others) : answers;
        return Spent.Prefill(answers, previous.Spent);
    }

    public static ProgressReport In(ProgressReport report, Answers answers) => report with { Finance = Told(answers) };

    /// <summary>Null while a sum that is needed is missing.</summary>
    public static Finance? Told(Answers answers) => Required.IsAnswered(answers) && Allocated.IsAnswered(answers) && Spent.IsAnswered(answers)
        ? new Finance(Required.From(answers), Allocated.From(answers), Spent.From(answers), Sum(Agency, answers), Sum(Others, answers))
        : null;

    private static decimal? Sum(NumberQuestion question, Answers answers) => question.IsAnswered(answers) ? question.From(answers) : null;

    private static NumberQuestion Euro(string key, Phrase prompt, Phrase name) => new(key, prompt)
    {
        Name = name,
        Before = "€ ",
        Decimals = 2,
        Hint = new("In euro, bijvoorbeeld 40.000 of 1,2 mln.", "In euro, for instance 40,000 or 1.2 million."),
        Optional = true,
        Page = new("Geld", "Money"),
    };
}
