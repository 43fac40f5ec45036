using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Documents;
using Upcm.Bot.Flows.Exporting;
using Upcm.Bot.Importing;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Asking;

/// <summary><c>toon 20-004</c></summary>
public sealed class ShowInitiative : ICommand
{
    public Sentence Sentence { get; } = new(
        ["toon", "laat zien", "bekijk"], ["show", "view"], new Phrase("een initiatief bekijken: toon 20-004", "see an initiative: show 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Initiatives.Named(turn, rest) is { } initiative)
        {
            var dossier = await Dossier.Of(turn, initiative);
            turn.Replace(InitiativeCard.Of(dossier, turn.Method, turn.Culture, dossier.LightsOn(turn.Today, turn.Method)));
        }
    }
}

/// <summary><c>geschiedenis 20-004</c></summary>
public sealed class ShowHistory : ICommand
{
    private const int Shown = 20;

    public Sentence Sentence { get; } = new(
        ["geschiedenis", "historie"], ["history"], new Phrase("wat er gebeurd is: geschiedenis 20-004", "what happened: history 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Initiatives.Named(turn, rest) is not { } initiative)
        {
            return;
        }

        var lines = await turn.Find(Kinds.Journal, $"initiative={initiative.Number}|", Shown + 1, descending: true);
        var which = lines.Count <= Shown ? new Phrase("Geschiedenis, nieuwste eerst", "History, newest first") : new Phrase($"Geschiedenis, de nieuwste {Shown}", $"History, the newest {Shown}");
        turn.Show(new Card($"{initiative.Number} {initiative.Title}")
        {
            Status = which.In(turn.Culture),
            Body = [new Bullets([.. lines.Take(Shown).Select(line => History.Line(line.Document, turn.Method, turn.Culture))])],
        });
    }
}

/// <summary><c>portfolio realisatie</c></summary>
public sealed class ShowPortfolio : ICommand
{
    private const int Shown = 12;

    public Sentence Sentence { get; } = new(
        ["portfolio", "portefeuille"], ["portfolio"], new Phrase("de initiatieven van een team: portfolio {team}", "a team's initiatives: portfolio {team}"), new Phrase("team", "team"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var teams = Teams.WithPortfolio(turn.Method).ToList();
        var team = Teams.Named(turn.Method, rest, teams);
        if (team is null)
        {
            turn.Show(new Card(turn.Culture.IsEnglish() ? "Which team's portfolio?" : "De portfolio van welk team?")
            {
                Buttons = [.. teams.Select(team => Sayings.Button(team.Name.In(turn.Culture), $"portfolio {team.Id}"))],
            });
            return;
        }

        var count = await turn.Count(Tally.One(Tallies.Teams, team.Id).Counter);
        var found = await turn.Find(Kinds.Initiatives, $"team={team.Id}|", Shown, descending: true);
        var partly = await turn.Find(Kinds.ImportRuns, ImportRun.Unfinished, 1) is [] ? Phrase.Same("")
            : new Phrase(" · niet compleet: een import brak af", " · not complete: an import ended halfway");
        turn.Replace((await Initiatives.List(
            turn,
            $"Portfolio {team.Name.In(turn.Culture)}",
            (turn.Culture.IsEnglish() ? $"{count} {(count == 1 ? "initiative" : "initiatives")}{(count > Shown ? $", the newest {Shown}" : "")}" : $"{count} {(count == 1 ? "initiatief" : "initiatieven")}{(count > Shown ? $", de nieuwste {Shown}" : "")}") + partly.In(turn.Culture),
            [.. found.Select(hit => hit.Document)]))
            with
        { Buttons = [.. ExportButtons.Of(PortfolioExport.Called, team.Id, Format.OfBooks, turn.Culture)] });
    }
}

/// <summary><c>zoek batterij</c></summary>
public sealed class SearchInitiatives : ICommand
{
    public Sentence Sentence { get; } = new(
        ["zoek", "vind"], ["search", "find"], new Phrase("zoeken op woorden: zoek batterij", "search by words: search battery"), new Phrase("woorden", "words"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (string.IsNullOrWhiteSpace(rest))
        {
            turn.Say("Waar zoek je naar? Zeg bijvoorbeeld \"zoek batterij\".", "What are you looking for? Say for instance \"search battery\".");
            return;
        }

        var hits = await ByWords.Find(turn, rest);
        if (hits.Count == 0)
        {
            turn.Show(new Card(turn.Culture.IsEnglish() ? "Nothing found" : "Niets gevonden")
            {
                Body = [new Text(turn.Culture.IsEnglish() ? $"No initiative has \"{rest}\" in its title or result." : $"Geen initiatief heeft \"{rest}\" in titel of resultaat.")],
                Buttons = [Sayings.Button(turn.Culture.IsEnglish() ? "Register an initiative" : "Meld een initiatief aan", turn.Culture.IsEnglish() ? "register initiative" : "meld initiatief")],
            });
            return;
        }

        turn.Show(await Initiatives.List(
            turn,
            turn.Culture.IsEnglish() ? $"Found for \"{rest}\"" : $"Gevonden voor \"{rest}\"",
            null,
            [.. hits.Take(12)]));
    }
}

/// <summary><c>mijn overzicht</c></summary>
public sealed class MyOverview(BegunForms begun, IEnumerable<IPlate> plates) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["mijn overzicht", "overzicht", "mijn initiatieven"], ["my overview", "overview", "my initiatives"], new Phrase("wat er voor jou ligt", "what is on your plate"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var en = turn.Culture.IsEnglish();
        List<Element> body = [];
        body.AddRange((await begun.Of(turn)).Select(one => BegunForms.Row(one, turn.Culture)));
        if (body.Count > 0)
        {
            body.Insert(0, new Text(en ? "Begun, not yet recorded" : "Begonnen, nog niet vastgelegd", Tone.Heading));
        }

        foreach (var plate in plates)
        {
            body.AddRange(await plate.For(turn));
        }

        var mine = await Initiatives.Of(turn, 10);
        if (mine.Count > 0)
        {
            body.Add(new Text(en ? "Your initiatives" : "Jouw initiatieven", Tone.Heading));
            body.AddRange(await Initiatives.Rows(turn, mine));
        }

        if (body.Count == 0)
        {
            body.Add(new Text(en ? "There is nothing on your plate yet." : "Er ligt nog niets voor je."));
        }

        var card = new Card(en ? "My overview" : "Mijn overzicht")
        {
            Body = body,
            Buttons = [Sayings.Button(en ? "Register an initiative" : "Meld een initiatief aan", en ? "register initiative" : "meld initiatief")],
        };
        if (turn.IsPersonal)
        {
            turn.Show(card);
        }
        else
        {
            // What is on one's plate is nobody else's business.
            turn.Write(turn.Person, "overview", $"overview/{Kinds.Sortable(turn.Now)}", card);
            turn.Say("Je overzicht staat in ons eigen gesprek.", "Your overview is in our own conversation.");
        }
    }
}

/// <summary><c>taal en</c></summary>
public sealed class ChangeLanguage : ICommand
{
    public Sentence Sentence { get; } = new(["taal"], ["language"], new Phrase("Nederlands of Engels: taal en", "Dutch or English: language nl"), new Phrase("nl of en", "nl or en"));

    public ValueTask Run(Turn turn, string rest)
    {
        var wanted = rest.Trim().ToLowerInvariant() switch
        {
            "en" or "engels" or "english" => "en",
            "nl" or "nederlands" or "dutch" => "nl",
            _ => null,
        };
        if (wanted is null)
        {
            turn.Say("Ik spreek Nederlands en Engels: zeg \"taal nl\" of \"taal en\".", "I speak Dutch and English: say \"language nl\" or \"language en\".");
        }
        else
        {
            turn.Person = turn.Person with { Language = wanted };
            turn.Say("Ik spreek voortaan Nederlands met je.", "I will speak English with you from now on.");
        }

        return ValueTask.CompletedTask;
    }
}

/// <summary><c>help</c></summary>
public sealed class Help(Lazy<IEnumerable<ICommand>> commands) : ICommand
{
    /// <summary>What most people come for, by its first words; the rest is one tap away.</summary>
    private static readonly string[] Usual = ["meld initiatief", "mijn overzicht", "toon", "portfolio", "zoek", "voortgang", "fasepoort", "wat is een"];

    public Sentence Sentence { get; } = new(["help", "hulp", "hallo", "hoi", "wat kun je", "wat kan ik doen", "wat kan ik zeggen", "menu"], ["help", "hello", "hi", "what can you do", "what can i do", "what can i say"], new Phrase("wat je kunt zeggen", "what you can say"));

    public ValueTask Run(Turn turn, string rest)
    {
        var en = turn.Culture.IsEnglish();
        var all = commands.Value.ToList();
        var first = all.Where(command => Usual.Contains(command.Sentence.Nl[0])).ToList();
        var further = all.Except(first).ToList();
        turn.Show(new Card(en ? "What you can say" : "Wat je kunt zeggen")
        {
            Body = [Lines(first, turn), new Section(en ? "And further" : "En verder", [Lines(further, turn)], Folded: true)],
            Buttons =
            [
                Sayings.Button(en ? "Register an initiative" : "Meld een initiatief aan", en ? "register initiative" : "meld initiatief", ButtonTone.Main),
                Sayings.Button(en ? "My overview" : "Mijn overzicht", en ? "my overview" : "mijn overzicht"),
                Sayings.Button("Portfolio", "portfolio"),
            ],
        });
        return ValueTask.CompletedTask;
    }

    private static Bullets Lines(IEnumerable<ICommand> commands, Turn turn) =>
        new([.. commands.Select(command => Line(command.Sentence, turn))]);

    /// <summary>An example says more than the words alone: <c>toon 20-004: een initiatief bekijken</c>.</summary>
    private static string Line(Sentence sentence, Turn turn)
    {
        var help = sentence.HelpIn(turn.Culture, turn.Method);
        var at = help.IndexOf(": ", StringComparison.Ordinal);
        return at > 0 && sentence.All.Any(words => help.AsSpan(at + 2).StartsWith(words, StringComparison.OrdinalIgnoreCase))
            ? $"{help[(at + 2)..]}: {help[..at]}"
            : $"{sentence.Name(turn.Culture)}: {help}";
    }
}
