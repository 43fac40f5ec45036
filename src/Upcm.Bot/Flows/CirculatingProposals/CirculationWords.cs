using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.HoldingMeetings;
using Upcm.Domain;

namespace Upcm.Bot.Flows.CirculatingProposals;

/// <summary>States and refusals of a circulated proposal in plain words.</summary>
public static class CirculationWords
{
    public static Phrase State(Circulation circulation) => circulation.State switch
    {
        CirculationState.Adopted => new("Aangenomen: niemand had bezwaar", "Adopted: nobody objected"),
        CirculationState.Withdrawn => new("Ingetrokken", "Withdrawn"),
        CirculationState.ToMeeting when circulation.Replies.Any(reply => reply.Objection is not null) => new("Er is bezwaar: dit komt op de agenda", "There is an objection: this comes on the agenda"),
        CirculationState.ToMeeting => new("Niet iedereen antwoordde: dit komt op de agenda", "Not everybody answered: this comes on the agenda"),
        _ => new("Wacht op antwoord", "Waits for answers"),
    };

    public static void Say(Turn turn, IReadOnlyList<Reason> reasons)
    {
        var said = reasons.Select(reason => reason switch
        {
            CirculationLawBroken broken => Of(broken),
            RoleLawBroken broken => OutcomeWords.Of(broken),
            _ => new Phrase("Dit kan nu niet.", "This cannot be done now."),
        }).ToList();
        turn.Say(string.Join('\n', said.Select(one => one.Nl)), string.Join('\n', said.Select(one => one.En)));
    }

    private static Phrase Of(CirculationLawBroken broken) => broken.Law switch
    {
        CirculationLaw.TensionIsOpen => new("Deze spanning is niet meer open.", "This tension is no longer open."),
        CirculationLaw.IsNotCirculatingYet => new("Bij deze spanning gaat al een voorstel rond.", "A proposal on this tension is circulating already."),
        CirculationLaw.DeadlineIsLater => new("De dag om te antwoorden is al geweest.", "The day to answer by has passed."),
        CirculationLaw.SomebodyIsAsked => new(
            "In dit team vervult nog niemand een rol, dus er is niemand om het aan voor te leggen.", "Nobody fills a role in this team yet, so there is nobody to put it to."),
        CirculationLaw.IsCirculating => new("Dit voorstel gaat niet meer rond.", "This proposal no longer circulates."),
        CirculationLaw.ObjectionHasText => new("Zeg wat je bezwaar is: \"bezwaar tegen 12: …\".", "Say what your objection is: \"object to 12: …\"."),
        CirculationLaw.IsAsked => new("Dit voorstel is niet aan jou voorgelegd. Bezwaar maken mag wel.", "This proposal was not put to you. You may object."),
        _ => new("Zeg wat het voorstel is.", "Say what the proposal is."),
    };
}

/// <summary>A proposal that goes round, for one reader or for a channel.</summary>
public static class CirculationCard
{
    /// <param name="reader">Null for a channel.</param>
    public static Card Of(Circulation circulation, ImmutableDictionary<RoleId, Role> register, WorkingMethod method, CultureInfo culture, PersonId? reader)
    {
        ArgumentNullException.ThrowIfNull(circulation);
        var en = culture.IsEnglish();
        var deadline = TimeZoneInfo.ConvertTime(circulation.Deadline, Clock.Amsterdam).ToString("ddd d MMMM HH:mm", culture);
        var agreed = circulation.Replies.Where(reply => reply.Objection is null).Select(reply => reply.By.Name).ToList();
        var objections = circulation.Replies.Where(reply => reply.Objection is not null).Select(reply => $"{reply.By.Name}: {reply.Objection}").ToList();
        var open = circulation.State == CirculationState.Circulating;
        var number = circulation.Tension.ToString();
        return new Card(en ? $"Proposal on tension {number}" : $"Voorstel bij spanning {number}")
        {
            Status = open ? en ? $"Answer by {deadline}" : $"Antwoord tot {deadline}" : CirculationWords.State(circulation).In(culture),
            Body =
            [
                new Text(circulation.Text, Tone.Subtle),
                new Text(circulation.Proposal, Tone.Strong),
                new Facts(
                [
                    new Fact(en ? "Would change" : "Verandert", OutcomeWords.Of(circulation.Outcome, circulation.Outcome.Role is { } id ? register.GetValueOrDefault(id) : null, method).In(culture)),
                    new Fact(en ? "Proposed by" : "Voorgesteld door", circulation.By.Name),
                    new Fact(en ? "No objection" : "Geen bezwaar", agreed.Count == 0 ? "–" : string.Join(", ", agreed)),
                    .. open && circulation.Silent.Any() ? [new Fact(en ? "To answer" : "Moet nog", string.Join(", ", circulation.Silent.Select(person => person.Name)))] : Array.Empty<Fact>(),
                ]),
                .. objections.Count > 0 ? [new Section(en ? "Objections" : "Bezwaren", [new Bullets(objections)])] : Array.Empty<Element>(),
                .. open ? [new Text(Silence(circulation, en), Tone.Subtle)] : Array.Empty<Element>(),
            ],
            Buttons = open
                ?
                [
                    .. reader is not { } me || circulation.Asked.Any(person => person.Id == me)
                        ? [Sayings.Button(en ? "No objection" : "Geen bezwaar", $"{(en ? "no objection" : "geen bezwaar")} {number}", ButtonTone.Main)]
                        : Array.Empty<Button>(),
                    Sayings.Button(en ? "Objection" : "Bezwaar", $"{(en ? "object to" : "bezwaar tegen")} {number}"),
                    .. reader == circulation.By.Id ? [Sayings.Button(en ? "Withdraw" : "Trek in", $"{(en ? "withdraw proposal" : "trek voorstel in")} {number}")] : Array.Empty<Button>(),
                ]
                : [Sayings.Button(en ? "Tension" : "Spanning", $"{(en ? "tension" : "spanning")} {number}")],
        };
    }

    private static string Silence(Circulation circulation, bool en) => circulation.SilenceIsConsent
        ? en ? "Who says nothing by then agrees. One objection brings it to the role meeting." : "Wie dan niets gezegd heeft, is het eens. Eén bezwaar brengt het naar het roloverleg."
        : en ? "Who says nothing has not agreed: it then comes to the role meeting, as with an objection." : "Wie niets zegt, heeft niet ingestemd: dan komt het in het roloverleg, net als bij een bezwaar.";
}
