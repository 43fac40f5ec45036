using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Reporting;

/// <summary>Whom the project reached since the last report; counted anew in every report.</summary>
internal sealed class ReachPart(WorkingMethod method)
{
    private static readonly Phrase Page = new("Bereik", "Reach");

    private static readonly NumberQuestion Helped = new("helped", new("Hoeveel ondernemers zijn geholpen sinds de vorige melding?", "How many entrepreneurs were helped since the last report?"))
    {
        Name = new("Ondernemers geholpen", "Entrepreneurs helped"),
        AtMost = 100_000,
        Optional = true,
        Page = Page,
    };

    private readonly LinesQuestion targetGroups = new(
        "groups", new($"Welke {method.Names.TargetGroup.Many.Nl} zijn bereikt sinds de vorige melding?", $"Which {method.Names.TargetGroup.Many.En} were reached since the last report?"))
    {
        Name = new($"{Capital.Of(method.Names.TargetGroup.Many.Nl)} bereikt", $"{Capital.Of(method.Names.TargetGroup.Many.En)} reached"),
        Hint = new("Een per regel, of met ; ertussen.", "One a line, or with ; in between."),
        AtMost = 120,
        Optional = true,
        Page = Page,
    };

    public IReadOnlyList<Question> Questions => [Helped, targetGroups];

    public ProgressReport In(ProgressReport report, Answers answers) => report with
    {
        EntrepreneursHelped = Helped.IsAnswered(answers) ? (int)Helped.From(answers) : null,
        TargetGroupsReached = targetGroups.Maybe(answers),
    };
}
