using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.RaisingTensions;

/// <summary>A tension in one sentence; the rest may be told too. The bot suggests a table and says why, the person chooses.</summary>
/// <param name="mine">The roles the person fills.</param>
/// <param name="suggest">Where a sentence from a role seems to belong.</param>
public sealed class RaiseTensionForm(WorkingMethod method, IReadOnlyList<Role> mine, Func<string, RoleId?, Suggestion> suggest) : Form<RaiseTensionForm.Raised>
{
    /// <summary>In one sentence; more goes into the explanation.</summary>
    public const int LongestSentence = 300;

    public const int LongestExplanation = 10_000;

    private const string NoRole = "-";

    public sealed record Raised(string Text, RoleId? Role, string Table, string Team, string? Explanation, string? Proposal, InitiativeNumber? Initiative);

    public static TextQuestion Sentence { get; } = new("text", new("Wat merk je dat anders kan?", "What do you notice that could be different?"))
    {
        Name = new("Spanning", "Tension"),
        Hint = new("In een zin, bijvoorbeeld: twee mensen vragen bedrijven om dezelfde cijfers.", "In one sentence, for instance: two people ask companies for the same figures."),
        Why = new(
            "Een spanning is het verschil tussen hoe iets is en hoe het kan zijn. Het hoeft geen probleem te zijn en je hoeft de oplossing niet te weten.",
            "A tension is the gap between how something is and how it could be. It need not be a problem, and you need not know the answer."),
        AtMost = LongestSentence,
    };

    public static TextQuestion Explanation { get; } = new("explanation", new("Wil je er iets bij vertellen?", "Would you like to tell more about it?"))
    {
        Name = new("Toelichting", "Explanation"),
        Paragraph = true,
        AtMost = LongestExplanation,
        Optional = true,
    };

    public static TextQuestion Proposal { get; } = new("proposal", new("Heb je een voorstel?", "Do you have a proposal?"))
    {
        Name = new("Voorstel", "Proposal"),
        Hint = new("Bijvoorbeeld: een van ons vraagt de cijfers op, en niemand anders.", "For instance: one of us asks for the figures, and nobody else."),
        Paragraph = true,
        AtMost = 1000,
        Optional = true,
    };

    private readonly ChoiceQuestion from = new(
        "role", new("Vanuit welke rol merk je dit?", "From which of your roles do you notice this?"),
        [.. mine.Select(role => new Choice(role.Id.Value, Named(role, method))), new Choice(NoRole, new Phrase("Zonder rol", "Without a role"))])
    {
        Name = new("Rol", "Role"),
        OnlyIf = _ => mine.Count > 1,
    };

    private readonly ChoiceQuestion table = new(
        "table", new("Waar hoort dit thuis?", "Where does this belong?"),
        [.. method.Meetings.Tables.Select(table => new Choice(table.Id, new Phrase(table.Name.Nl, table.Name.En)))])
    {
        Name = new("Tafel", "Table"),
        Why = new(
            string.Join('\n', method.Meetings.Tables.Select(table => $"{table.Name.Nl}: {table.Explanation.Nl}")),
            string.Join('\n', method.Meetings.Tables.Select(table => $"{table.Name.En}: {table.Explanation.En}"))),
        Optional = true,
    };

    private readonly ChoiceQuestion team = new(
        "team", new("Van welk team?", "Of which team?"), [.. method.Teams.Select(team => new Choice(team.Id, new Phrase(team.Name.Nl, team.Name.En)))])
    {
        Name = new("Team", "Team"),
        Optional = true,
    };

    public override Phrase Title => new("Een spanning inbrengen", "Raise a tension");

    public override IReadOnlyList<Question> Questions(Answers answers) =>
        [Sentence, from, table, answers[table.Key] == Tables.OtherTeam ? team with { Optional = false } : team, Explanation, Proposal];

    /// <summary>The role, where there is no choice.</summary>
    public RoleId? RoleIn(Answers answers) =>
        mine.Count == 1 ? mine[0].Id : from.IsAnswered(answers) && from.From(answers) is var id and not NoRole ? new RoleId(id) : null;

    public override IReadOnlyList<Phrase> Derived(Answers answers)
    {
        if (!Sentence.IsAnswered(answers))
        {
            return [];
        }

        var role = RoleIn(answers) is { } id ? mine.FirstOrDefault(one => one.Id == id) : null;
        List<Phrase> told = mine.Count == 1 ? [new Phrase($"Vanuit je rol {Named(mine[0], method).Nl}.", $"From your role {Named(mine[0], method).En}.")] : [];
        var suggested = suggest(Sentence.From(answers), role?.Id);
        if (!table.IsAnswered(answers))
        {
            told.Add(TensionWords.Reason(suggested, method));
        }

        return told;
    }

    protected override Raised Complete(Answers answers)
    {
        var text = Sentence.From(answers);
        var role = RoleIn(answers);
        var suggested = suggest(text, role);
        var chosen = table.Maybe(answers);
        var home = chosen is null || chosen == suggested.Table ? suggested.Team : suggest("", role).Team;
        return new Raised(text, role, chosen ?? suggested.Table, team.Maybe(answers) ?? home, Explanation.Maybe(answers), Proposal.Maybe(answers), suggested.Initiative);
    }

    private static Phrase Named(Role role, WorkingMethod method)
    {
        var of = method.Team(role.Team)?.Name ?? new Words(role.Team, role.Team);
        return new Phrase($"{role.Name.Nl} ({of.Nl})", $"{role.Name.En} ({of.En})");
    }
}
