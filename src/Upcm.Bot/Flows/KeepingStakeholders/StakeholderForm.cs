using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.KeepingStakeholders;

/// <summary>What is asked of a stakeholder. Only the name is needed.</summary>
/// <param name="map">The map as it is, to see who looks alike.</param>
/// <param name="changed">Who is changed; null where somebody is added.</param>
public sealed class StakeholderForm(WorkingMethod method, StakeholderMap map, Stakeholder? changed) : Form<StakeholderForm.Filled>
{
    /// <param name="IsKnown">True where the person says that it is somebody who is on the map already.</param>
    public sealed record Filled(Stakeholder Stakeholder, bool IsKnown);

    private const string AgainstId = "tegen";
    private const string YesId = "ja";
    private const string SameKey = "same";
    private static readonly Phrase Who = new("Wie het is", "Who it is");
    private static readonly Phrase Field = new("Invloed en belang", "Influence and interest");
    private static readonly Phrase Stakes = new("Wat er op het spel staat", "What is at stake");
    private static readonly Phrase Agreed = new("Aanpak", "Approach");

    public static TextQuestion NameQuestion { get; } = new("name", new("Om welke organisatie of rol gaat het?", "Which organisation or role is it about?"))
    {
        Name = new("Naam", "Name"),
        Hint = new("Een organisatie, groep of rol, geen persoon. Bijvoorbeeld: Rijkswaterstaat.", "An organisation, group or role, not a person. For instance: Rijkswaterstaat."),
        Why = new(
            "Mensen wisselen, een rol blijft. Daarom staan hier geen namen van mensen.",
            "People change, a role stays. So no names of people stand here."),
        AtMost = 100,
        Page = Who,
    };

    private static readonly ChoiceQuestion Attitude = new(
        "attitude", new("Is dat belang voor of tegen dit initiatief?", "Is that interest for or against this initiative?"),
        [new("voor", new("Voor", "For"), "mee", "positief", "positive"), new(AgainstId, new("Tegen", "Against"), "negatief", "negative")])
    {
        Name = new("Houding", "Attitude"),
        Why = new("Wie tegen is, kan evenveel gewicht hebben als wie mee wil. Zonder keuze gaat het om voor.", "Those against may weigh as much as those in favour. Without a choice it counts as for."),
        Optional = true,
        Page = Field,
    };

    private static readonly TextQuestion Wins = new("wins", new("Wat kunnen ze winnen?", "What do they stand to win?"))
    {
        Name = new("Te winnen", "To win"),
        Optional = true,
        Paragraph = true,
        AtMost = 500,
        Page = Stakes,
        Hint = new("Bijvoorbeeld: lagere kosten, een beter verhaal, zekerheid van levering.", "For instance: lower costs, a better story, security of supply."),
    };

    private static readonly TextQuestion Loses = new("loses", new("Wat kunnen ze verliezen?", "What do they stand to lose?"))
    {
        Name = new("Te verliezen", "To lose"),
        Optional = true,
        Paragraph = true,
        AtMost = 500,
        Page = Stakes,
        Hint = new("Bijvoorbeeld: omzet, invloed, een vertrouwde manier van werken.", "For instance: turnover, influence, a familiar way of working."),
    };

    private static readonly TextQuestion Approach = new("approach", new("Wat spraken jullie af over de omgang met hen?", "What did you agree on dealing with them?"))
    {
        Name = new("Aanpak", "Approach"),
        Optional = true,
        Paragraph = true,
        AtMost = 500,
        Page = Agreed,
        Hint = new("Bijvoorbeeld: elke maand bijpraten, meelezen met de projectbrief.", "For instance: talk every month, have them read the project brief."),
    };

    private static readonly TextQuestion Contact = new("contact", new("Welke rol houdt het contact?", "Which role keeps in touch?"))
    {
        Name = new("Contactrol", "Contact role"),
        Optional = true,
        AtMost = 100,
        Page = Agreed,
        Hint = new("Een rol, geen naam. Bijvoorbeeld: projectleider.", "A role, not a name. For instance: project leader."),
    };

    private readonly ChoiceQuestion kind = new("kind", new("Wat voor stakeholder is het?", "What kind of stakeholder is it?"), Sorts(method.StakeholderKinds))
    {
        Name = new("Soort", "Kind"),
        Optional = true,
        Page = Who,
        Why = Explained(method.StakeholderKinds),
    };

    private readonly ChoiceQuestion side = new("side", new("Aan welke kant van het project staan ze?", "On which side of the project do they stand?"), Sorts(method.StakeholderSides))
    {
        Name = new("Kant", "Side"),
        Optional = true,
        Page = Who,
        Why = Explained(method.StakeholderSides),
    };

    private readonly ScaleQuestion influence = new("influence", new("Hoeveel invloed hebben ze op het slagen?", "How much influence do they have on success?"), ScaleOf(method, "influence"))
    {
        Name = new("Invloed", "Influence"),
        Optional = true,
        Page = Field,
        Why = new(
            "Invloed is wat ze kunnen doen of tegenhouden: met geld, besluiten, kennis of gezag.",
            "Influence is what they can do or stop: with money, decisions, knowledge or authority."),
    };

    private readonly ScaleQuestion interest = new("interest", new("Hoeveel belang hebben ze erbij?", "How much interest do they have in it?"), ScaleOf(method, "interest"))
    {
        Name = new("Belang", "Interest"),
        Optional = true,
        Page = Field,
        Why = new(
            "Belang is hoeveel er voor hen van afhangt, of ze nu voor of tegen zijn.",
            "Interest is how much depends on it for them, whether they are for or against."),
    };

    public override Phrase Title { get; } = changed is null
        ? new($"Stakeholder toevoegen aan {map.Number}", $"Add a stakeholder to {map.Number}")
        : new($"{changed.Name} wijzigen ({map.Number})", $"Change {changed.Name} ({map.Number})");

    /// <summary>Who is on the map already and goes by a name like this.</summary>
    public Stakeholder? LookAlike(Answers answers) =>
        changed is null && NameQuestion.Maybe(answers) is { } name
            ? map.Named(name) ?? (Stakeholders.Near(map, name) is [var near, ..] ? near : null)
            : null;

    public override IReadOnlyList<Question> Questions(Answers answers) =>
    [
        NameQuestion,
        .. LookAlike(answers) is { } near ? [Same(near, map.Named(NameQuestion.From(answers)) is not null)] : Array.Empty<Question>(),
        .. method.StakeholderKinds.IsEmpty ? Array.Empty<Question>() : [kind],
        .. method.StakeholderSides.IsEmpty ? Array.Empty<Question>() : [side],
        influence, interest, Attitude, Wins, Loses, Approach, Contact,
    ];

    public override Answers? Now => changed is null ? null : Known(changed);

    public override IReadOnlyList<Phrase> Derived(Answers answers) =>
        Of(answers).In(method.Norms) is { } quadrant ? [StakeholderWords.Advice(quadrant)] : [];

    /// <summary>What is known of somebody, as if it had just been answered.</summary>
    public Answers Known(Stakeholder one)
    {
        ArgumentNullException.ThrowIfNull(one);
        var answers = Answers.None.With(MoreKey, YesId);
        Answers Put(Answers all, string key, string? value) => value is null ? all : all.With(key, value);
        answers = Put(answers, NameQuestion.Key, one.Name);
        answers = Put(answers, kind.Key, one.Kind);
        answers = Put(answers, side.Key, one.Side);
        answers = Put(answers, influence.Key, one.Influence?.ToString(CultureInfo.InvariantCulture));
        answers = Put(answers, interest.Key, one.Interest?.ToString(CultureInfo.InvariantCulture));
        answers = Put(answers, Attitude.Key, one.Against ? AgainstId : null);
        answers = Put(answers, Wins.Key, one.Wins);
        answers = Put(answers, Loses.Key, one.Loses);
        answers = Put(answers, Approach.Key, one.Approach);
        return Put(answers, Contact.Key, one.Contact);
    }

    /// <summary>The question of a key, for the history.</summary>
    public static Question? Question(string key, WorkingMethod method) =>
        new StakeholderForm(method, new StakeholderMap { Number = default }, null).Questions(Answers.None).FirstOrDefault(question => question.Key == key);

    protected override Filled Complete(Answers answers) => new(Of(answers), answers[SameKey] == YesId);

    private Stakeholder Of(Answers answers) => new()
    {
        Id = changed?.Id ?? 0,
        Name = NameQuestion.Maybe(answers) ?? "",
        Kind = kind.Maybe(answers),
        Side = side.Maybe(answers),
        Influence = influence.Score(answers),
        Interest = interest.Score(answers),
        Against = Attitude.Maybe(answers) == AgainstId,
        Wins = Wins.Maybe(answers),
        Loses = Loses.Maybe(answers),
        Approach = Approach.Maybe(answers),
        Contact = Contact.Maybe(answers),
    };

    private static ChoiceQuestion Same(Stakeholder near, bool exactly) => new(
        SameKey,
        new($"\"{near.Name}\" staat al op de lijst (nummer {near.Id}). Is dit dezelfde?", $"\"{near.Name}\" is on the list already (number {near.Id}). Is this the same one?"),
        ChoiceQuestion.YesNo)
    {
        Name = new("Dezelfde", "The same"),
        Hint = new("Bij ja vul ik aan wat er al staat, bij nee komt er een tweede bij.", "With yes I complete what stands there, with no a second one is added."),
        Page = Who,
        Rule = said => said == YesId || !exactly ? null : new(
            "Twee met precies dezelfde naam kan niet. Zeg \"ja\", of maak de naam preciezer, bijvoorbeeld met de afdeling: zeg \"wijzig naam\".",
            "Two with exactly the same name cannot be. Say \"yes\", or make the name more precise, for instance with the department: say \"change name\"."),
    };

    /// <summary>A programme may have no words for the steps; the numbers are those of the method.</summary>
    internal static Scale ScaleOf(WorkingMethod method, string id) =>
        method.Scale(id) ?? new Scale(id, [.. Enumerable.Range(1, 5).Select(at => at.ToString(CultureInfo.InvariantCulture)).Select(at => new Item(at, new Words(at, at)))]);

    private static ImmutableArray<Choice> Sorts(ImmutableArray<StakeholderSort> sorts) =>
        [.. sorts.Select(sort => new Choice(sort.Id, new Phrase(StakeholderWords.Capital(sort.Name.Nl), StakeholderWords.Capital(sort.Name.En))))];

    private static Phrase Explained(ImmutableArray<StakeholderSort> sorts) => new(
        string.Join('\n', sorts.Select(sort => $"{StakeholderWords.Capital(sort.Name.Nl)}: {sort.Explanation.Nl}")),
        string.Join('\n', sorts.Select(sort => $"{StakeholderWords.Capital(sort.Name.En)}: {sort.Explanation.En}")));
}
