using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Talk;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Conversation;

/// <summary>What a person began and did not record yet.</summary>
public sealed class BegunForms(Lazy<IEnumerable<IFlow>> flows)
{
    private const int Most = 10;

    /// <summary>Those that can be gone on with, the one that was worked on last first.</summary>
    public async ValueTask<IReadOnlyList<Begun>> Of(Turn turn)
    {
        List<Begun> begun = [];
        foreach (var draft in (await turn.Find(Kinds.Drafts, $"person={turn.Person.Id}|", Most)).Select(hit => hit.Document).OrderByDescending(draft => draft.Updated))
        {
            if (flows.Value.FirstOrDefault(flow => flow.Id == draft.Flow) is { } flow && await flow.FormFor(turn, draft) is { } form)
            {
                begun.Add(new Begun(draft, flow, form.Title));
            }
        }

        return begun;
    }

    public static Row Row(Begun begun, CultureInfo culture) => new(
        begun.Title.In(culture),
        begun.Draft.Answers["title"]
            ?? (culture.IsEnglish() ? "begun on " : "begonnen op ") + TimeZoneInfo.ConvertTime(begun.Draft.Started, Clock.Amsterdam).ToString("ddd d MMMM", culture),
        GoOn(begun.Flow, begun.Draft, culture));

    /// <summary>Goes on with a draft, by button or by words.</summary>
    public static Button GoOn(IFlow flow, Draft draft, CultureInfo culture)
    {
        var words = flow.Sentence.Name(culture);
        return new Button(
            culture.IsEnglish() ? "Go on" : "Verder",
            new Press(FormCards.ShowVerb, ("draft", draft.Id), ("page", "0")),
            InitiativeNumber.TryParse(draft.Subject, CultureInfo.InvariantCulture, out var number) ? $"{words} {number}" : words);
    }

    /// <summary>For who says "ja", "stop" or the like while no form waits for it.</summary>
    public async ValueTask<Card> NothingWaits(Turn turn)
    {
        var en = turn.Culture.IsEnglish();
        var begun = await Of(turn);
        return new Card(en ? "No form is open now" : "Er staat nu geen formulier open")
        {
            Body = begun.Count == 0
                ? [new Text(en ? "Nothing waits for your answer." : "Er wacht niets op je antwoord.")]
                : [new Text(en ? "This is what you began:" : "Dit was je begonnen:"), .. begun.Select(one => Row(one, turn.Culture))],
            Buttons = [Sayings.Button(en ? "My overview" : "Mijn overzicht", en ? "my overview" : "mijn overzicht"), Sayings.Button("Help", "help")],
        };
    }

    /// <summary>For who presses a button of a form that is no more.</summary>
    /// <param name="isKept">True where the answers are there still, but no longer what they are about.</param>
    public static Card Gone(Turn turn, bool isKept) => new(turn.Culture.IsEnglish() ? "This form is finished" : "Dit formulier is afgerond")
    {
        Body =
        [
            new Text((turn.Culture.IsEnglish(), isKept) switch
            {
                (false, false) => "Het is al vastgelegd of weggegooid. Er is niets dubbel gedaan.",
                (true, false) => "It was recorded or thrown away earlier. Nothing was done twice.",
                (false, true) => "Iemand anders haalde intussen weg waar het over gaat, of noemde het anders. Er is niets vastgelegd.",
                (true, true) => "Somebody else meanwhile took away what it is about, or gave it another name. Nothing was recorded.",
            }),
        ],
        Buttons = [Sayings.Button(turn.Culture.IsEnglish() ? "My overview" : "Mijn overzicht", turn.Culture.IsEnglish() ? "my overview" : "mijn overzicht")],
    };
}

/// <summary>A form that a person began.</summary>
public sealed record Begun(Draft Draft, IFlow Flow, Phrase Title);
