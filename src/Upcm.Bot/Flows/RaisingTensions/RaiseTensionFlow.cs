using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.KeepingRoles;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.RaisingTensions;

/// <summary><c>spanning: twee mensen vragen om dezelfde cijfers</c>, anywhere; with a number it shows the tension.</summary>
public sealed class RaiseTensionFlow(FormConversation forms, Standings standings, TensionNews news) : IFlow
{
    public string Id => "raise-tension";

    public Sentence Sentence { get; } = new(
        ["spanning", "spanning inbrengen", "nieuwe spanning"], ["tension", "raise tension", "new tension"],
        new Phrase("iets inbrengen dat anders kan: spanning: twee mensen vragen om dezelfde cijfers", "raise what could be different: tension: two people ask for the same figures"),
        new Phrase("in een zin, of een nummer", "in one sentence, or a number"))
    { Colon = true };

    public async ValueTask Run(Turn turn, string rest)
    {
        var parts = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is 1 or 2 && parts.All(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            if (await Tensions.Named(turn, parts[0]) is { } stored)
            {
                turn.Replace(await Tensions.CardOf(turn, standings, stored.Document, parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) - 1 : 0));
            }

            return;
        }

        // What is said is never laid over what waits to be confirmed: each sentence has a draft of its own.
        var subject = rest.Length == 0 ? "" : Guid.NewGuid().ToString("N");
        await forms.Open(turn, this, subject, said: Heard(rest));
        if (rest.Length > RaiseTensionForm.LongestSentence)
        {
            turn.Say(
                $"Dit zijn {rest.Length.ToString("#,0", Cultures.Dutch)} tekens. Ik bewaarde alles als toelichting. Zeg het nu nog in een zin van hoogstens {RaiseTensionForm.LongestSentence} tekens.",
                $"These are {rest.Length.ToString("#,0", Cultures.English)} characters. I kept all of it as the explanation. Now say it in one sentence of at most {RaiseTensionForm.LongestSentence} characters.");
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft)
    {
        var mine = await new RoleRegister(turn.Reader, turn.Method).Of(turn.Person.Id, turn.Today);
        Dictionary<InitiativeNumber, string> teams = [];
        if (draft.Answers[RaiseTensionForm.Sentence.Key] is { } text)
        {
            foreach (var word in text.Split([' ', ',', '.', ';', ':', '(', ')'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (InitiativeNumber.TryParse(word, CultureInfo.InvariantCulture, out var number) && await turn.Load(Kinds.Initiatives, number.ToString()) is { } initiative)
                {
                    teams[number] = initiative.Document.Team;
                }
            }
        }

        return new RaiseTensionForm(turn.Method, [.. mine.Select(pair => pair.Role)], (said, role) =>
            Triage.Suggest(said, role?.Team, turn.Method, number => teams.GetValueOrDefault(number)));
    }

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        var raised = ((RaiseTensionForm)form).Finish(draft.Answers)!;
        var from = raised.Role?.Team;
        var tension = new Tension
        {
            Id = new TensionId((int)await turn.Next(NumberSeries.Tensions)),
            Text = raised.Text,
            Explanation = raised.Explanation,
            Proposal = raised.Proposal,
            By = turn.Speaker,
            At = turn.Now,
            Role = raised.Role,
            Team = raised.Team,
            Table = raised.Table,
            FromTeam = from,
            Initiative = raised.Initiative,
        };
        turn.Changes.Insert(Kinds.Tensions, tension);
        turn.Record(History.TensionRaised, tension.Initiative, tension.Team, words: Phrase.Same(tension.Text), subject: TensionCard.SubjectOf(tension.Id));
        await news.Raised(turn, tension);
        var place = TensionWords.Place(tension.Table, tension.Team, turn.Method);
        var card = await Tensions.CardOf(turn, standings, tension);
        turn.Replace(card with
        {
            Body = [new Text(turn.Culture.IsEnglish() ? $"Recorded. It lies at: {place.En}." : $"Vastgelegd. De spanning ligt bij: {place.Nl}.", Tone.Good), .. card.Body],
        });
        return true;
    }

    /// <summary>A long story becomes the explanation, so that nobody types it twice.</summary>
    private static Dictionary<string, string> Heard(string rest) => rest.Length switch
    {
        0 => [],
        <= RaiseTensionForm.LongestSentence => new() { [RaiseTensionForm.Sentence.Key] = rest },
        _ => new() { [RaiseTensionForm.Explanation.Key] = rest },
    };
}
