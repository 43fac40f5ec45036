using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Fingerprinting;

/// <summary>The personal messages of a round.</summary>
internal static class Invitations
{
    private const string Kind = "fingerprint";

    /// <summary>The people among the guests that the bot can write to, and the names of those it cannot.</summary>
    public static async ValueTask<(IReadOnlyList<Person> Reachable, IReadOnlyList<string> Unreachable)> Find(Turn turn, InviteForm.Guests guests)
    {
        List<Person> reachable = guests.AndMyself ? [turn.Person] : [];
        List<string> unreachable = [];
        foreach (var named in guests.People)
        {
            if (named.Id == turn.Person.Id.Value)
            {
                reachable.Add(turn.Person);
            }
            else if (await turn.Load(Kinds.People, named.Id) is { } stored)
            {
                reachable.Add(stored.Document);
            }
            else
            {
                unreachable.Add(named.Name);
            }
        }

        return ([.. reachable.DistinctBy(person => person.Id)], unreachable);
    }

    /// <summary>Asks everybody but the speaker, who sees it at once.</summary>
    public static void Send(Turn turn, Initiative initiative, FingerprintRound round, IEnumerable<Person> people)
    {
        foreach (var person in people.Where(person => person.Id != turn.Person.Id))
        {
            turn.Write(person, Kind, Occasion(round, "invited"), Card(initiative, round, turn.Person.Name, person, again: false));
        }
    }

    /// <summary>Once a day at most; the people it was sent to.</summary>
    public static async ValueTask<IReadOnlyList<PersonId>> Remind(Turn turn, Initiative initiative, FingerprintRound round)
    {
        List<PersonId> reminded = [];
        var occasion = Occasion(round, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"reminded/{turn.Today:yyyy-MM-dd}"));
        foreach (var id in Rounds.Waiting(round).Where(id => id != turn.Person.Id))
        {
            if (await turn.Load(Kinds.Posts, $"{occasion}/{id}") is null && await turn.Load(Kinds.People, id.Value) is { Document: { } person })
            {
                turn.Write(person, Kind, occasion, Card(initiative, round, turn.Person.Name, person, again: true));
                reminded.Add(id);
            }
        }

        return reminded;
    }

    /// <summary>Tells who started it that everybody answered; nothing where that is the speaker.</summary>
    public static async ValueTask TellComplete(Turn turn, Initiative initiative, FingerprintRound round)
    {
        if (Rounds.Waiting(round).Any() || round.OpenedBy == turn.Person.Id || await turn.Load(Kinds.People, round.OpenedBy.Value) is not { Document: { } starter })
        {
            return;
        }

        var en = Cultures.Of(starter.Language).IsEnglish();
        turn.Write(starter, Kind, Occasion(round, $"complete/{round.Invited.Length}"), new Card(en
            ? $"Everybody answered the fingerprint of {round.Number}"
            : $"Iedereen vulde de vingerafdruk van {round.Number} in")
        {
            Status = $"{initiative.Title} · {(en ? "round" : "ronde")} {round.Round}",
            Body = [new Text(en ? "Close the round to see the result with everybody who took part." : "Sluit de ronde, dan staat de uitslag vast en ziet iedereen die.")],
            Buttons = [CloseFingerprintButton.On(round, Cultures.Of(starter.Language), ButtonTone.Main), FingerprintButtons.Show(round.Number, Cultures.Of(starter.Language))],
        });
    }

    private static Card Card(Initiative initiative, FingerprintRound round, string by, Person to, bool again)
    {
        var culture = Cultures.Of(to.Language);
        var en = culture.IsEnglish();
        return new Card(again
            ? en ? $"Reminder: fill in the fingerprint of {round.Number}" : $"Herinnering: vul de vingerafdruk van {round.Number} in"
            : en ? $"Fill in the fingerprint of {round.Number}" : $"Vul de vingerafdruk van {round.Number} in")
        {
            Status = $"{initiative.Title} · {(en ? "round" : "ronde")} {round.Round} · {(en ? $"asked by {by}" : $"gevraagd door {by}")}",
            Body =
            [
                new Text(en
                    ? "You give your own view of how strong the project is, in about five minutes. You see the answers of others after your own."
                    : "Je geeft in ongeveer vijf minuten je eigen kijk op hoe sterk het project staat. De antwoorden van anderen zie je na je eigen antwoord."),
            ],
            Buttons = [FingerprintButtons.Answer(round.Number, culture), Sayings.Button(en ? "About the project" : "Over het project", $"{(en ? "show" : "toon")} {round.Number}")],
        };
    }

    private static string Occasion(FingerprintRound round, string what) => $"fingerprint/{round.Number}/{round.Round}/{what}";
}
