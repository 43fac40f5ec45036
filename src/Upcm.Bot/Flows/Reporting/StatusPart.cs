using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Reporting;

/// <summary>Where the work stands. What was done and comes next is new in every report; the rest goes on from the last one.</summary>
internal sealed class StatusPart(DateOnly today, ProgressReport? previous)
{
    private static readonly Phrase Page = new("Stand", "Status");

    private static readonly Phrase EachOnALine = new("Een per regel, of met ; ertussen.", "One a line, or with ; in between.");

    private readonly DateQuestion reported = new("reported", new("Van welke dag is deze stand?", "Of which day is this status?"), today)
    {
        Name = new("Datum", "Date"),
        HasBeen = true,
        Rule = day => day > today
            ? new Phrase("Deze dag moet nog komen. Kies vandaag of een dag die geweest is.", "This day is still to come. Choose today or a day that has been.")
            : null,
        Page = Page,
    };

    private readonly LinesQuestion done = Lines("done", new("Wat is er gedaan sinds de vorige melding?", "What was done since the last report?"), new("Gedaan", "Done")) with
    {
        Hint = previous is { Next.IsEmpty: false }
            ? new($"Vorige keer was het plan: {string.Join("; ", previous.Next)}.", $"Last time the plan was: {string.Join("; ", previous.Next)}.")
            : EachOnALine,
    };

    private static readonly LinesQuestion Completed = Lines(
        "completed", new("Wat is er afgerond sinds de vorige melding?", "What was completed since the last report?"), new("Afgerond", "Completed"));

    private static readonly LinesQuestion Next = Lines("next", new("Wat ga je hierna doen?", "What will you do next?"), new("Hierna", "Next"));

    private static readonly LinesQuestion Dependencies = Lines(
        "dependencies", new("Waar is het van afhankelijk?", "What does it depend on?"), new("Afhankelijkheden", "Dependencies")) with
    {
        Why = new("Andere projecten of besluiten waar jij op wacht. Het team ziet zo waar projecten elkaar raken.", "Other projects or decisions that you wait for. The team sees where projects touch."),
    };

    private static readonly LinesQuestion Issues = Lines("issues", new("Wat speelt er nu?", "What are the issues now?"), new("Knelpunten", "Issues")) with
    {
        Why = new("Een knelpunt is er al; een risico kan nog komen.", "An issue is already there; a risk may still come."),
    };

    public static NumberQuestion Percent { get; } = new("percent", new("Hoeveel procent van het resultaat is klaar?", "How many per cent of the result is ready?"))
    {
        Name = new("Klaar", "Ready"),
        Hint = new("Een schatting is goed: 10, 50 of 75.", "An estimate will do: 10, 50 or 75."),
        AtMost = 100,
        Decimals = 1,
        After = Phrase.Same(" %"),
        Page = Page,
    };

    public IReadOnlyList<Question> Questions => [reported, Percent, done, Completed, Next, Dependencies, Issues];

    public Answers Known(Answers answers)
    {
        answers = reported.Prefill(answers, today);
        answers = previous?.PercentReady is { } percent ? Percent.Prefill(answers, percent) : answers;
        answers = previous is { Dependencies.IsEmpty: false } ? Dependencies.Prefill(answers, previous.Dependencies) : answers;
        return previous is { Issues.IsEmpty: false } ? Issues.Prefill(answers, previous.Issues) : answers;
    }

    public ProgressReport In(ProgressReport report, Answers answers) => report with
    {
        ReportedAt = reported.From(answers),
        PercentReady = Percent.From(answers),
        Done = done.Maybe(answers),
        Completed = Completed.Maybe(answers),
        Next = Next.Maybe(answers),
        Dependencies = Dependencies.Maybe(answers),
        Issues = Issues.Maybe(answers),
    };

    private static LinesQuestion Lines(string key, Phrase prompt, Phrase name) => new(key, prompt) { Name = name, Hint = EachOnALine, Optional = true, Page = Page };
}
