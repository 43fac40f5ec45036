using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Appointing;

/// <summary>Who gets which office, of which team.</summary>
/// <param name="known">The appointment as it is already; null where there is none.</param>
public sealed class AppointForm(WorkingMethod method, Appointment? known = null) : Form<AppointForm.Wish>
{
    public sealed record Wish(Named Person, string Office, string? Team, bool Acting);

    public static PeopleQuestion Who { get; } = new("who", new("Wie wil je benoemen?", "Whom do you want to appoint?"))
    {
        Name = new("Persoon", "Person"),
        Hint = new("Een naam of een @vermelding.", "A name or an @mention."),
    };

    public ChoiceQuestion Office { get; } = new(
        "office", new("In welke rol?", "In which role?"),
        [.. Offices.All.Select(office => new Choice(office, Refusals.OfficeName(method, office)))])
    {
        Name = new("Rol", "Role"),
        Why = new(
            $"De rol bepaalt wat iemand mag: {The(method, Offices.TeamLead).Nl} is opdrachtgever, {The(method, Offices.LinkingPin).Nl} legt vast wat {method.Names.SteeringMeeting.The.Nl} besluit.",
            $"The role sets what somebody may do: {The(method, Offices.TeamLead).En} is the client, {The(method, Offices.LinkingPin).En} records what {method.Names.SteeringMeeting.The.En} decides."),
    };

    public ChoiceQuestion Team { get; } = new(
        "team", new("Van welk team?", "Of which team?"),
        [.. method.Teams.Select(team => new Choice(team.Id, new Phrase(team.Name.Nl, team.Name.En)))])
    {
        Name = new("Team", "Team"),
        OnlyIf = answers => answers["office"] is { } office && !Appointment.IsOfWorkspace(office),
    };

    private static readonly ChoiceQuestion Acting = new("acting", new("Is het waarnemend?", "Is it acting?"), ChoiceQuestion.YesNo)
    {
        Name = new("Waarnemend", "Acting"),
        Optional = true,
    };

    public override Phrase Title => new("Iemand benoemen", "Appoint somebody");

    public override IReadOnlyList<Question> Questions(Answers answers) => [Who, Office, Team, Acting];

    public override IReadOnlyList<Phrase> Replaces(Answers answers) => known is not null
        ? [new(
            $"{known.Person.Name} heeft deze rol al{(known.Acting ? ", waarnemend" : "")}, benoemd door {known.By.Name}. Dit komt ervoor in de plaats.",
            $"{known.Person.Name} holds this role already{(known.Acting ? ", acting" : "")}, appointed by {known.By.Name}. This takes its place.")]
        : [];

    private static Words The(WorkingMethod method, string office) => method.Names.Offices[office].The;

    protected override Wish Complete(Answers answers) => new(
        Who.From(answers)[0], Office.From(answers), Team.Maybe(answers), Acting.Maybe(answers) == "ja");
}
