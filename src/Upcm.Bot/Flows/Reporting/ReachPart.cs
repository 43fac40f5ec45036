using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Reporting;

/// <summary>Whom the project reached since the last report; counted anew in every report.</summary>
internal static class ReachPart
{
    private static readonly Phrase Page = new("Bereik", "Reach");

    private static readonly NumberQuestion Helped = new("helped", new("Hoeveel ondernemers zijn geholpen sinds de vorige melding?", "How many entrepreneurs were helped since the last report?"))
    {
        Name = new("Ondernemers geholpen", "Entrepreneurs helped"),
        AtMost = 100_000,
        Optional = true,
        Page = Page,
    };

    private static readonly LinesQuestion TargetGroups = new("groups", new("Welke doelgroepen zijn bereikt sinds de vorige melding?", "Which target groups were reached since the last report?"))
    {
        Name = new("Doelgroepen bereikt", "Target groups reached"),
        Hint = new("Een per regel, of met ; ertussen.", "One a line, or with ; in between."),
        AtMost = 120,
        Optional = true,
        Page = Page,
    };

    public static IReadOnlyList<Question> Questions { get; } = [Helped, TargetGroups];

    public static ProgressReport In(ProgressReport report, Answers answers) => report with
    {
        EntrepreneursHelped = Helped.IsAnswered(answers) ? (int)Helped.From(answers) : null,
        TargetGroupsReached = TargetGroups.Maybe(answers),
    };
}
