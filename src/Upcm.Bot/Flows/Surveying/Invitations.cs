using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Surveying;

/// <summary>The personal messages of a round.</summary>
internal static class Invitations
{
    /// <summary>The people among the guests that the bot can write to, and the names of those it cannot.</summary>
    public static async ValueTask<(IReadOnlyList<Person> Reachable, IReadOnlyList<string> Unreachable)> Find(Turn turn, Guests guests)
    {
        List<Person> reachable = guests.AndMyself ? [turn.Person] : [];
        List<string> unreachable = [];
        foreach (var named in guests.People.Select(guest => guest.Person))
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
    public static void Send<TRound>(Turn turn, Survey<TRound> survey, Initiative initiative, TRound round, IEnumerable<Person> people)
        where TRound : SurveyRound
    {
        foreach (var person in people.Where(person => person.Id != turn.Person.Id))
        {
            turn.Write(person, survey.Id, Occasion(survey, round, "invited"), Card(survey, initiative, round, turn.Person.Name, person, again: false));
        }
    }

    /// <summary>Once a day at most; the people it was sent to.</summary>
    public static async ValueTask<IReadOnlyList<PersonId>> Remind<TRound>(Turn turn, Survey<TRound> survey, Initiative initiative, TRound round)
        where TRound : SurveyRound
    {
        List<PersonId> reminded = [];
        var occasion = Occasion(survey, round, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"reminded/{turn.Today:yyyy-MM-dd}"));
        foreach (var id in Rounds.Waiting(round).Where(id => id != turn.Person.Id))
        {
            if (await turn.Load(Kinds.Posts, $"{occasion}/{id}") is null && await turn.Load(Kinds.People, id.Value) is { Document: { } person })
            {
                turn.Write(person, survey.Id, occasion, Card(survey, initiative, round, turn.Person.Name, person, again: true));
                reminded.Add(id);
            }
        }

        return reminded;
    }

    /// <summary>Tells who started it that everybody answered; nothing where that is the speaker.</summary>
    public static async ValueTask TellComplete<TRound>(Turn turn, Survey<TRound> survey, Initiative initiative, TRound round)
        where TRound : SurveyRound
    {
        if (Rounds.Waiting(round).Any() || round.OpenedBy == turn.Person.Id || await turn.Load(Kinds.People, round.OpenedBy.Value) is not { Document: { } starter })
        {
            return;
        }

        var en = Cultures.Of(starter.Language).IsEnglish();
        turn.Write(starter, survey.Id, Occasion(survey, round, $"complete/{round.Invited.Length}"), new Card(en
            ? $"Everybody answered the {survey.Words.One.En} of {round.Number}"
            : $"Iedereen vulde de {survey.Words.One.Nl} van {round.Number} in")
        {
            Status = $"{initiative.Title} · {(en ? "round" : "ronde")} {round.Round}",
            Body = [new Text(en ? "Close the round to see the result with everybody who took part." : "Sluit de ronde, dan staat de uitslag vast en ziet iedereen die.")],
            Buttons = [CloseButton.On(survey, round, Cultures.Of(starter.Language), ButtonTone.Main), survey.Words.ShowButton(round.Number, Cultures.Of(starter.Language))],
        });
    }

    internal static Card Card<TRound>(Survey<TRound> survey, Initiative initiative, TRound round, string by, Person to, bool again)
        where TRound : SurveyRound
    {
        var culture = Cultures.Of(to.Language);
        var en = culture.IsEnglish();
        return new Card(again
            ? en ? $"Reminder: fill in the {survey.Words.One.En} of {round.Number}" : $"Herinnering: vul de {survey.Words.One.Nl} van {round.Number} in"
            : en ? $"Fill in the {survey.Words.One.En} of {round.Number}" : $"Vul de {survey.Words.One.Nl} van {round.Number} in")
        {
            Status = $"{initiative.Title} · {(en ? "round" : "ronde")} {round.Round} · {(en ? $"asked by {by}" : $"gevraagd door {by}")}",
            Body =
            [
                new Text(survey.Words.Asked.In(culture)),
            ],
            Buttons = [survey.Words.Answer(round.Number, culture), Sayings.Button(en ? "About the project" : "Over het project", $"{(en ? "show" : "toon")} {round.Number}")],
        };
    }

    private static string Occasion<TRound>(Survey<TRound> survey, TRound round, string what)
        where TRound : SurveyRound => $"{survey.Id}/{round.Number}/{round.Round}/{what}";
}
