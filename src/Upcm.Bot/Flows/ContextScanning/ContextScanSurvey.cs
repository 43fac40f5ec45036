using System.Collections.Immutable;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Surveying;
using Upcm.Bot.Pictures;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.ContextScanning;

/// <summary>The context scan: what the organisations that work together go by, each for itself and for the collaboration.</summary>
public sealed class ContextScanSurvey(Illustrations illustrations) : Survey<ContextScanRound>
{
    public override string Id => "context-scan";

    public override SurveyWords Words { get; } = new(
        new("contextscan", "context scan"),
        new("contextscans", "context scans"),
        new("wat de organisaties belangrijk vinden", "what the organisations go by"),
        new(
            "Een contextscan laat zien wat de organisaties die samenwerken belangrijk vinden: macht, orde, succes, gemeenschap, synergie of holisme. Van elke organisatie vult iemand in, los van de anderen.",
            "A context scan shows what the organisations that work together go by: power, order, success, community, synergy or holism. Somebody answers for each organisation, apart from the others."),
        new(
            "Je zegt in ongeveer acht minuten hoe het bij jouw organisatie gaat en hoe in de samenwerking. De antwoorden van anderen zie je na je eigen antwoord.",
            "In about eight minutes you say how things go at your organisation and how in the collaboration. You see the answers of others after your own."));

    public override Kind<ContextScanRound> Kind => Kinds.ContextScans;

    public override SurveyDeeds Deeds { get; } = new(Deed.StartContextScan, Deed.AnswerContextScan, Deed.CloseContextScan);

    public override SurveyHistory History { get; } = new(
        Asking.History.ContextScanOpened, Asking.History.ContextScanInvited, Asking.History.ContextScanAnswered, Asking.History.ContextScanClosed);

    public override Answers Begun { get; } = Answers.None.With(Form.MoreKey, "ja");

    public override bool IsIn(WorkingMethod method) => !method.ValueSystems.IsEmpty;

    public override IReadOnlySet<string> Statements(WorkingMethod method) => ContextScanRound.Statements(method);

    public override Form<ImmutableSortedDictionary<string, int?>> Questions(WorkingMethod method, ContextScanRound round, PersonId person) =>
        new ContextScanForm(method, round, person);

    public override Form<Guests> Invitation(InitiativeNumber number, int round, bool starts) => new InviteOrganisationsForm(number, round, starts);

    public override ContextScanRound New(Initiative initiative, int round, Turn turn) => new()
    {
        Number = initiative.Number,
        Round = round,
        Phase = initiative.Phase,
        OpenedAt = turn.Now,
        OpenedBy = turn.Person.Id,
    };

    /// <summary>Who is named once more answers for the organisation named last.</summary>
    public override ContextScanRound Seated(ContextScanRound round, IReadOnlyList<Guest> guests)
    {
        ImmutableArray<Spokesperson> seated = [.. guests.Select(guest => new Spokesperson(new PersonId(guest.Person.Id), guest.Organisation ?? ""))];
        return round with
        {
            Spokespeople = [.. round.Spokespeople.Where(one => seated.All(now => now.Person != one.Person)), .. seated.Reverse().DistinctBy(one => one.Person).Reverse()],
        };
    }

    public override IReadOnlyList<string> Seats(ContextScanRound round) => [.. round.Spokespeople.Select(one => one.Organisation)];

    public override Card Result(Turn turn, Initiative initiative, ContextScanRound round, ContextScanRound? before) =>
        new ContextScanResultCard(initiative, round, turn.Method, turn.Culture).Of(illustrations);

    public override bool Suffices(ContextScanRound round, WorkingMethod method) => round.IsMade;
}
