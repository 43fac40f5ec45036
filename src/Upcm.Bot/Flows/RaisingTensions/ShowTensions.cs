using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Storage;

namespace Upcm.Bot.Flows.RaisingTensions;

/// <summary><c>spanningen realisatie</c>: what lies on a team's tables, the oldest first; without a team all that is open.</summary>
public sealed class ShowTensions : ICommand
{
    internal const int Shown = 12;

    public Sentence Sentence { get; } = new(
        ["spanningen"], ["tensions"],
        new Phrase("de open spanningen van een team: spanningen {team}", "the open tensions of a team: tensions {team}"),
        new Phrase("team", "team"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var en = turn.Culture.IsEnglish();
        var team = rest.Trim().Length == 0 ? null : Teams.Named(turn.Method, rest, turn.Method.Teams);
        if (team is null && rest.Trim().ToLowerInvariant() is not ("" or "open" or "alle" or "all"))
        {
            turn.Show(new Card(en ? $"I do not know the team \"{Shorter.Than(40, rest)}\"" : $"Het team \"{Shorter.Than(40, rest)}\" ken ik niet")
            {
                Body = [new Text(en ? "Tensions of which team?" : "De spanningen van welk team?")],
                Buttons = [.. turn.Method.Teams.Select(one => Sayings.Button(one.Name.In(turn.Culture), $"{Sentence.Name(turn.Culture)} {one.Id}"))],
            });
            return;
        }

        var found = await turn.Find(Kinds.Tensions, team is null ? "open=" : $"team={team.Id}|", Shown + 1);
        var sent = team is null ? [] : await turn.Find(Kinds.Tensions, $"from={team.Id}|", Shown);
        List<Element> body = [.. found.Take(Shown).Select(hit => TensionCard.Row(hit.Document, turn.Method, turn.Culture, turn.Now, withPlace: team is null))];
        if (found.Count > Shown)
        {
            body.Add(new Text(en ? $"These are the oldest {Shown}; there are more." : $"Dit zijn de oudste {Shown}; er zijn er meer.", Tone.Subtle));
        }

        if (body.Count == 0)
        {
            body.Add(new Text(en ? "Nothing lies here." : "Hier ligt niets."));
        }

        if (sent.Count > 0)
        {
            body.Add(new Section(en ? "From this team, with others" : "Van dit team, bij anderen", [.. sent.Select(hit => TensionCard.Row(hit.Document, turn.Method, turn.Culture, turn.Now, withPlace: true))]));
        }

        turn.Replace(new Card(team is null ? en ? "Open tensions" : "Open spanningen" : en ? $"Tensions of {team.The.En}" : $"Spanningen van {team.The.Nl}")
        {
            Status = en ? "Open, the oldest first" : "Open, de oudste eerst",
            Body = body,
            Buttons = [Sayings.Button(en ? "Raise a tension" : "Spanning inbrengen", en ? "tension" : "spanning", ButtonTone.Main), Sayings.Button(en ? "My tensions" : "Mijn spanningen", en ? "my tensions" : "mijn spanningen")],
        });
    }
}

/// <summary><c>mijn spanningen</c></summary>
public sealed class MyTensions : ICommand, IPlate
{
    public Sentence Sentence { get; } = new(
        ["mijn spanningen"], ["my tensions"], new Phrase("de spanningen die jij inbracht", "the tensions you raised"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var en = turn.Culture.IsEnglish();
        var open = await turn.Find(Kinds.Tensions, $"by={turn.Person.Id}|", ShowTensions.Shown);
        var ended = await turn.Find(Kinds.Tensions, $"ended-by={turn.Person.Id}|", 5, descending: true);
        List<Element> body = [.. open.Select(hit => TensionCard.Row(hit.Document, turn.Method, turn.Culture, turn.Now, withPlace: true))];
        if (body.Count == 0)
        {
            body.Add(new Text(en ? "You have no open tensions." : "Je hebt geen open spanningen."));
        }

        if (ended.Count > 0)
        {
            body.Add(new Section(en ? "No longer open" : "Niet meer open", [.. ended.Select(hit => TensionCard.Row(hit.Document, turn.Method, turn.Culture, turn.Now, withPlace: true))], Folded: true));
        }

        turn.Replace(new Card(en ? "My tensions" : "Mijn spanningen")
        {
            Body = body,
            Buttons = [Sayings.Button(en ? "Raise a tension" : "Spanning inbrengen", en ? "tension" : "spanning", ButtonTone.Main)],
        });
    }

    public async ValueTask<IReadOnlyList<Element>> For(Turn turn)
    {
        var open = await turn.Find(Kinds.Tensions, $"by={turn.Person.Id}|", 5);
        return open.Count == 0
            ? []
            : [new Text(turn.Culture.IsEnglish() ? "Your tensions" : "Jouw spanningen", Tone.Heading), .. open.Select(hit => TensionCard.Row(hit.Document, turn.Method, turn.Culture, turn.Now, withPlace: true))];
    }
}
