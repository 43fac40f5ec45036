using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.KeepingRoles;

/// <summary><c>rol secretaris realisatie</c></summary>
public sealed class ShowRole : ICommand
{
    public Sentence Sentence { get; } = new(
        ["rol"], ["role"],
        new Phrase("wat een rol doet en wie hem vervult: rol secretaris {team}", "what a role does and who fills it: role secretary {team}"),
        new Phrase("naam", "name"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var register = new RoleRegister(turn.Reader, turn.Method);
        if (string.IsNullOrWhiteSpace(rest))
        {
            turn.Show(WhichTeam(turn, turn.Culture.IsEnglish() ? "Roles of which team?" : "De rollen van welk team?"));
            return;
        }

        var all = await register.AllLive();
        var found = RoleSearch.Named(rest, turn.Method, all);
        if (found is [var only])
        {
            turn.Replace(await RoleCard.Of(turn, only));
        }
        else if (found.Count > 1)
        {
            turn.Show(new Card(turn.Culture.IsEnglish() ? "Which role do you mean?" : "Welke rol bedoel je?")
            {
                Buttons = [.. found.Select(role => Button(turn, role))],
            });
        }
        else
        {
            turn.Show(Unknown(turn, rest, all));
        }
    }

    public static Card WhichTeam(Turn turn, string title) => new(title)
    {
        Buttons = [.. turn.Method.Teams.Select(team => Sayings.Button(team.Name.In(turn.Culture), $"{(turn.Culture.IsEnglish() ? "roles" : "rollen")} {team.Id}"))],
    };

    private static Card Unknown(Turn turn, string asked, IReadOnlyList<Role> all)
    {
        var en = turn.Culture.IsEnglish();
        var near = all.OrderByDescending(role => Math.Max(FuzzySharp.Fuzz.WeightedRatio(asked, role.Name.Nl), FuzzySharp.Fuzz.WeightedRatio(asked, role.Name.En))).Take(3);
        var shown = asked.Length <= 60 ? asked : string.Concat(asked.AsSpan(0, 59), "…");
        return new Card(en ? $"I know no role \"{shown}\"" : $"Ik ken geen rol \"{shown}\"")
        {
            Body = [new Text(en ? "These come closest:" : "Deze lijken er het meest op:")],
            Buttons = [.. near.Select(role => Button(turn, role)), Sayings.Button(en ? $"Who does that?" : "Wie doet dat?", $"{(en ? "who does" : "wie doet")} {shown}")],
        };
    }

    private static Button Button(Turn turn, Role role)
    {
        var team = turn.Method.Team(role.Team)?.Name.In(turn.Culture) ?? role.Team;
        var label = $"{role.Name.In(turn.Culture)}, {team}";
        return Sayings.Button(label.Length <= 40 ? label : string.Concat(label.AsSpan(0, 39), "…"), $"{(turn.Culture.IsEnglish() ? "role" : "rol")} {role.Name.In(turn.Culture)} {role.Team}");
    }
}

/// <summary><c>wie doet de verzendlijsten</c></summary>
public sealed class WhoDoes : ICommand
{
    public Sentence Sentence { get; } = new(
        ["wie doet", "wie gaat over", "wie regelt"], ["who does", "who takes care of", "who handles"],
        new Phrase("welke rol iets doet: wie doet de verzendlijsten", "which role does something: who does the mailing lists"),
        new Phrase("taak", "task"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var en = turn.Culture.IsEnglish();
        if (string.IsNullOrWhiteSpace(rest))
        {
            turn.Say("Welke taak bedoel je? Zeg bijvoorbeeld \"wie doet de verzendlijsten\".", "Which task do you mean? Say for instance \"who does the mailing lists\".");
            return;
        }

        var hits = RoleSearch.Doing(rest, await new RoleRegister(turn.Reader, turn.Method).AllLive());
        if (hits.Count == 0)
        {
            turn.Show(new Card(en ? "No role says that it does this" : "Geen rol zegt dat die dit doet")
            {
                Body = [new Text(en ? $"I looked for \"{rest}\" in the purpose and accountabilities of every role. Should a role do this? Then it is a tension." : $"Ik zocht \"{rest}\" in het doel en de verantwoordelijkheden van elke rol. Zou een rol dit moeten doen? Dan is dat een spanning.")],
                Buttons = [Sayings.Button(en ? "Raise a tension" : "Spanning inbrengen", en ? $"tension: nobody does {rest}" : $"spanning: niemand doet {rest}", ButtonTone.Main)],
            });
            return;
        }

        List<Element> rows = [];
        foreach (var (role, does) in hits)
        {
            var fillers = await RoleCard.Fillers(turn, role);
            var who = fillers.Count > 0 ? string.Join(", ", fillers) : en ? "nobody yet" : "nog niemand";
            rows.Add(new Row(
                $"{role.Name.In(turn.Culture)}, {turn.Method.Team(role.Team)?.Name.In(turn.Culture) ?? role.Team}: {who}",
                does.In(turn.Culture),
                Sayings.Button(en ? "Role" : "Rol", $"{(en ? "role" : "rol")} {role.Name.In(turn.Culture)} {role.Team}")));
        }

        turn.Show(new Card(en ? $"Who does \"{rest}\"" : $"Wie doet \"{rest}\"") { Body = rows });
    }
}

/// <summary><c>rollen ondersteuningsteam</c></summary>
public sealed class ShowTeamRoles : ICommand
{
    public Sentence Sentence { get; } = new(
        ["rollen"], ["roles"],
        new Phrase("de rollen van een team: rollen {team}", "the roles of a team: roles {team}"),
        new Phrase("team", "team"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (Teams.Named(turn.Method, rest, turn.Method.Teams) is not { } team)
        {
            turn.Show(ShowRole.WhichTeam(turn, turn.Culture.IsEnglish() ? "Roles of which team?" : "De rollen van welk team?"));
            return;
        }

        turn.Replace(await RoleCard.OfTeam(turn, team, await new RoleRegister(turn.Reader, turn.Method).Live(team.Id)));
    }
}

/// <summary><c>rollen van Sanne</c>; with a team's name the roles of that team.</summary>
public sealed class ShowRolesOf(ShowTeamRoles ofTeam) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["rollen van", "mijn rollen"], ["roles of", "my roles"],
        new Phrase("welke rollen iemand vervult: rollen van Sanne", "which roles somebody fills: roles of Sanne"),
        new Phrase("persoon", "person"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var en = turn.Culture.IsEnglish();
        var mention = turn.Arrival.What is Said said ? said.Mentions.FirstOrDefault(one => one.Text == rest.Trim())?.Person : null;
        var person = rest.Trim().Length == 0 ? turn.Person
            : mention is not null ? (await turn.Load(Kinds.People, mention.Id.Value))?.Document
            : await PeopleSearch.One(turn, rest);
        if (person is null)
        {
            if (Teams.Named(turn.Method, rest, turn.Method.Teams) is not null)
            {
                await ofTeam.Run(turn, rest);
                return;
            }

            turn.Say(
                $"Ik weet niet wie je bedoelt met \"{rest}\". Noem de hele naam, of vermeld iemand met een @.",
                $"I do not know whom you mean by \"{rest}\". Give the full name, or mention somebody with an @.");
            return;
        }

        var filled = await new RoleRegister(turn.Reader, turn.Method).Of(person.Id, turn.Today);
        List<Element> rows = [];
        foreach (var (role, filler) in filled)
        {
            var line = await RoleCard.Line(turn, filler);
            rows.Add(new Row(
                role.Name.In(turn.Culture),
                $"{turn.Method.Team(role.Team)?.Name.In(turn.Culture) ?? role.Team}{RoleCard.Horizon(turn.Method, role, turn.Culture)}{(line == filler.Person.Name ? "" : $" · {line[(filler.Person.Name.Length + 1)..]}")}",
                Sayings.Button(en ? "Role" : "Rol", $"{(en ? "role" : "rol")} {role.Name.In(turn.Culture)} {role.Team}")));
        }

        turn.Show(new Card(en ? $"Roles of {person.Name}" : $"Rollen van {person.Name}")
        {
            Status = person.LeftAt is { } left ? (en ? "Left on " : "Vertrokken op ") + TimeZoneInfo.ConvertTime(left, Clock.Amsterdam).ToString("d MMMM yyyy", turn.Culture) : null,
            Body = rows.Count > 0 ? rows : [new Text(en ? $"{person.Name} fills no role at the moment." : $"{person.Name} vervult nu geen rol.")],
        });
    }
}
