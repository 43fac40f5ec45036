using System.Collections.Immutable;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Sighting;

/// <summary><c>partijen toevoegen realisatie</c>: organisations in a team's sight line; the button at one of them changes it.</summary>
public sealed class EditPartyFlow(FormConversation forms, Standings standings, IStore store) : IFlow, IButton
{
    public const string Verb = "party.edit";

    public string Id => "edit-party";

    string IButton.Verb => Verb;

    public Sentence Sentence { get; } = new(
        ["partijen toevoegen", "partij toevoegen"], ["add parties", "add party"],
        new Phrase("organisaties in de zichtlijn zetten: partijen toevoegen {team}", "put organisations in the sight line: add parties {team}"), new Phrase("team", "team"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (Teams.Named(turn.Method, rest, Teams.WithPortfolio(turn.Method)) is not { } team)
        {
            var en = turn.Culture.IsEnglish();
            turn.Replace(new Card(en ? "To which team's sight line?" : "Aan de zichtlijn van welk team?")
            {
                Buttons = [.. Teams.WithPortfolio(turn.Method).Select(one => Sayings.Button(one.Name.In(turn.Culture), $"{Sentence.Name(turn.Culture)} {one.Id}"))],
            });
        }
        else if (await May(turn, team.Id))
        {
            await forms.Open(turn, this, team.Id);
        }
    }

    public ValueTask Press(Turn turn, Pressed pressed) => Change(turn, pressed.Press.Data.GetValueOrDefault("party") ?? "");

    internal async ValueTask Change(Turn turn, string id)
    {
        if (await turn.Load(Kinds.Parties, id) is not { Document: var party })
        {
            turn.Say("Deze partij staat niet meer in de zichtlijn.", "This party is no longer in the sight line.");
        }
        else if (await May(turn, party.Team))
        {
            await forms.Open(turn, this, party.Id, new PartyForm(turn.Method.Team(party.Team)!, party, turn.Method.Names).Now);
        }
    }

    /// <summary>A draft is about a team, or about one party.</summary>
    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) =>
        turn.Method.Team(draft.Subject) is { } team ? new PartyForm(team, null, turn.Method.Names)
        : await turn.Load(Kinds.Parties, draft.Subject) is { Document: var party } ? new PartyForm(turn.Method.Team(party.Team)!, party, turn.Method.Names)
        : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        var (team, told) = (((PartyForm)form).Team, ((PartyForm)form).Finish(Meanwhile.Over(form, draft.Prefilled, draft.Answers))!);
        if (!await May(turn, team.Id))
        {
            return false;
        }

        var before = turn.Method.Team(draft.Subject) is null ? await turn.Load(Kinds.Parties, draft.Subject) : null;
        List<Party> written = [];
        foreach (var name in told.Names.DistinctBy(name => Party.IdOf(team.Id, name)))
        {
            var party = new Party { Id = Party.IdOf(team.Id, name), Team = team.Id, Kind = told.Kind, Name = name, By = turn.Speaker, At = turn.Now };
            var there = await turn.Load(Kinds.Parties, party.Id);
            if (there is not null && there.Document.Kind == party.Kind && there.Document.Name == party.Name)
            {
                continue;
            }

            turn.Changes.Put(Kinds.Parties, party, there?.Version ?? 0);
            var kind = PartyForm.NameOf(party.Kind, turn.Method.Names);
            turn.Record(there is null && before is null ? History.PartyAdded : History.PartyChanged, null, team.Id, words: new Phrase(
                (before is not null && before.Document.Name != name ? $"{before.Document.Name} → " : "") + $"{name}, {kind.Nl}",
                (before is not null && before.Document.Name != name ? $"{before.Document.Name} → " : "") + $"{name}, {kind.En}"));
            written.Add(party);
        }

        var gone = before is not null && written.Count > 0 && written.All(party => party.Id != before.Document.Id) ? before : null;
        if (gone is not null)
        {
            turn.Changes.Delete(Kinds.Parties, gone.Document.Id, gone.Version);
        }

        if (written.Count == 0)
        {
            turn.Say("Dit stond er al zo.", "It was so already.");
        }

        turn.Replace(await SightLineCard.Of(turn, store, team, await standings.InTeam(turn, team.Id), written, gone?.Document.Id));
        return true;
    }

    private async ValueTask<bool> May(Turn turn, string team) => await Refusals.Allows(turn, Deed.EditSightLine, await standings.InTeam(turn, team), team);
}

/// <summary><c>partij wijzigen realisatie: Provincies</c>, where there are no buttons.</summary>
public sealed class ChangeParty(EditPartyFlow edit) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["partij wijzigen", "wijzig partij"], ["change party"],
        new Phrase("een organisatie in een zichtlijn wijzigen: partij wijzigen {team}: naam", "change an organisation in a sight line: change party {team}: name"),
        new Phrase("team: naam", "team: name"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (SaidParty.Of(turn, rest, Sentence) is var (team, name))
        {
            await edit.Change(turn, Party.IdOf(team.Id, name));
        }
    }
}

/// <summary>A team and one of its parties, with a colon in between.</summary>
internal static class SaidParty
{
    /// <summary>Null after having said how to say it.</summary>
    public static (Team Team, string Name)? Of(Turn turn, string rest, Sentence sentence)
    {
        if (rest.Split(':', 2, StringSplitOptions.TrimEntries) is [var said, var name] && Teams.Named(turn.Method, said, Teams.WithPortfolio(turn.Method)) is { } team)
        {
            return (team, name);
        }

        var example = Teams.WithPortfolio(turn.Method).First().Id;
        turn.Say(
            $"Zeg van welk team en welke organisatie, met een dubbele punt ertussen: {sentence.Nl[0]} {example}: naam.",
            $"Say of which team and which organisation, with a colon in between: {sentence.En[0]} {example}: name.");
        return null;
    }
}

/// <summary><c>partij verwijderen realisatie: Provincies</c> in the sight line of a team.</summary>
public sealed class RemoveParty(Standings standings, IStore store) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["partij verwijderen", "verwijder partij"], ["remove party"],
        new Phrase("een organisatie uit een zichtlijn halen: partij verwijderen {team}: naam", "take an organisation out of a sight line: remove party {team}: name"),
        new Phrase("team: naam", "team: name"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (SaidParty.Of(turn, rest, Sentence) is not var (team, name))
        {
            return;
        }

        if (await turn.Load(Kinds.Parties, Party.IdOf(team.Id, name)) is not { } stored)
        {
            turn.Say($"{name} staat niet in de zichtlijn van {team.The.Nl}.", $"{name} is not in the sight line of {team.The.En}.");
            turn.Replace(await SightLineCard.Of(turn, store, team, await standings.InTeam(turn, team.Id)));
        }
        else if (await standings.InTeam(turn, team.Id) is var standing && await Refusals.Allows(turn, Deed.EditSightLine, standing, team.Id))
        {
            turn.Changes.Delete(Kinds.Parties, stored.Document.Id, stored.Version);
            turn.Record(History.PartyRemoved, null, team.Id, words: Phrase.Same(stored.Document.Name));
            turn.Say($"{stored.Document.Name} is uit de zichtlijn gehaald.", $"{stored.Document.Name} was taken out of the sight line.");
            turn.Replace(await SightLineCard.Of(turn, store, team, standing, gone: stored.Document.Id));
        }
    }
}

/// <summary>Which organisations, and what they are to the team.</summary>
public sealed class PartyForm(Team team, Party? party, ProgrammeNames names) : Form<PartyForm.Told>
{
    public sealed record Told(PartyKind Kind, ImmutableArray<string> Names);

    private readonly ChoiceQuestion kind = new(
        "kind", new("Wat is de partij voor het team?", "What is the party to the team?"),
        [.. Enum.GetValues<PartyKind>().Select(kind => new Choice(kind.ToString(), NameOf(kind, names)))])
    {
        Name = new("Soort", "Kind"),
        Why = new(
            $"Een {names.KeyPlayer.One.Nl} stuurt op principes en zorgt voor aandacht en middelen. Een {names.SteeringMember.One.Nl} zit in {names.SteeringMeeting.The.Nl} en denkt mee over projecten.",
            $"A {names.KeyPlayer.One.En} steers from principles and brings attention and means. A {names.SteeringMember.One.En} sits in {names.SteeringMeeting.The.En} and thinks along about projects."),
    };

    private static readonly LinesQuestion Many = new("names", new("Welke organisaties?", "Which organisations?"))
    {
        Name = new("Organisaties", "Organisations"),
        AtMost = 100,
        Hint = new("Een per regel, of met een puntkomma ertussen. Organisaties, geen personen.", "One a line, or with a semicolon in between. Organisations, not persons."),
    };

    private static readonly TextQuestion One = new("name", new("Hoe heet de organisatie?", "What is the organisation called?")) { Name = new("Organisatie", "Organisation"), AtMost = 100 };

    public Team Team { get; } = team;

    public override Phrase Title => party is null
        ? new($"Partijen in de zichtlijn van {Team.The.Nl}", $"Parties in the sight line of {Team.The.En}")
        : new($"{party.Name} in de zichtlijn van {Team.The.Nl}", $"{party.Name} in the sight line of {Team.The.En}");

    public static Phrase NameOf(PartyKind kind, ProgrammeNames names) => (kind == PartyKind.KeyPlayer ? names.KeyPlayer : names.SteeringMember).One.AsPhrase();

    public override Answers? Now => party is null ? null : One.Prefill(kind.Prefill(Answers.None, party.Kind.ToString()), party.Name);

    public override IReadOnlyList<Question> Questions(Answers answers) => [kind, party is null ? Many : One];

    public override IReadOnlyList<Phrase> Remarks(Answers answers) => party is null ? [] :
        [new($"Weghalen kan ook: zeg \"partij verwijderen {Team.Id}: {party.Name}\".", $"To take it out, say \"remove party {Team.Id}: {party.Name}\".")];

    protected override Told Complete(Answers answers) => new(
        Enum.Parse<PartyKind>(kind.From(answers)), party is null ? Many.From(answers) : [One.From(answers)]);
}
