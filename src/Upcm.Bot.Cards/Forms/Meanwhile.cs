namespace Upcm.Bot.Cards.Forms;

/// <param name="Before">Canonical; null where there was no answer.</param>
public sealed record AnswerChange(Question Question, string? Before, string? After);

/// <summary>
/// Two people who edit the same thing. What a person changed is what differs from how it stood when they began; what somebody
/// else changed is what differs by now. Only where both touched the same answer does one have to give way, and that is told.
/// </summary>
public static class Meanwhile
{
    /// <summary>What the person changed.</summary>
    /// <param name="began">How it stood when the form was opened; null where it was empty.</param>
    public static IReadOnlyList<AnswerChange> Changed(Form form, Answers? began, Answers answers) =>
    [
        .. form.Questions(answers)
            .Select(question => new AnswerChange(question, began?[question.Key], answers[question.Key]))
            .Where(change => change.Before != change.After),
    ];

    /// <summary>What the person changed and somebody else changed to something different: from what it is now to what it will be.</summary>
    public static IReadOnlyList<AnswerChange> Clashes(Form form, Answers? began, Answers answers) =>
        form.Now is not { } now || began is null ? [] :
        [
            .. Changed(form, began, answers)
                .Where(change => now[change.Question.Key] != change.Before && now[change.Question.Key] != change.After)
                .Select(change => change with { Before = now[change.Question.Key] }),
        ];

    /// <summary>How it stands now, with what the person changed laid over it.</summary>
    public static Answers Over(Form form, Answers? began, Answers answers)
    {
        if (form.Now is not { } now)
        {
            return answers;
        }

        return Changed(form, began, answers).Aggregate(now, static (all, change) =>
            change.After is null ? all.Without(change.Question.Key) : all.With(change.Question.Key, change.After));
    }

    public static Phrase Told(AnswerChange clash)
    {
        string Now(System.Globalization.CultureInfo culture) => clash.Before is null ? "–" : clash.Question.Echo(clash.Before, culture);
        return new Phrase(
            $"Iemand anders veranderde intussen {clash.Question.Name.Nl} in: {Now(Cultures.Dutch)}. Als je doorgaat, geldt wat jij invulde.",
            $"Somebody else meanwhile changed {clash.Question.Name.En} to: {Now(Cultures.English)}. If you go on, what you filled in holds.");
    }
}
