using System.Collections.Immutable;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Surveying;
using Upcm.Bot.Pictures;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Fingerprinting;

/// <summary>The fingerprint: how strong the forces in and around a project are, as several people see it.</summary>
public sealed class FingerprintSurvey(Illustrations illustrations) : Survey<FingerprintRound>
{
    public override string Id => "fingerprint";

    public override SurveyWords Words { get; } = new(
        new("vingerafdruk", "fingerprint"),
        new("vingerafdrukken", "fingerprints"),
        new("hoe sterk een project staat", "how strong a project is"),
        new(
            "Een vingerafdruk laat zien hoe sterk de krachten in en rond het project zijn, zoals verschillende mensen dat zien. Ieder vult los van elkaar dezelfde stellingen in.",
            "A fingerprint shows how strong the forces in and around the project are, as several people see it. Each answers the same statements alone."),
        new(
            "Je geeft in ongeveer vijf minuten je eigen kijk op hoe sterk het project staat. De antwoorden van anderen zie je na je eigen antwoord.",
            "You give your own view of how strong the project is, in about five minutes. You see the answers of others after your own."));

    public override Kind<FingerprintRound> Kind => Kinds.Fingerprints;

    public override SurveyDeeds Deeds { get; } = new(Deed.StartFingerprint, Deed.AnswerFingerprint, Deed.CloseFingerprint);

    public override SurveyHistory History { get; } = new(
        Asking.History.FingerprintOpened, Asking.History.FingerprintInvited, Asking.History.FingerprintAnswered, Asking.History.FingerprintClosed);

    public override IReadOnlySet<string> Statements(WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return method.Forces.SelectMany(force => force.Statements).Select(statement => statement.Id).ToHashSet(StringComparer.Ordinal);
    }

    public override Form<ImmutableSortedDictionary<string, int?>> Questions(WorkingMethod method, FingerprintRound round, PersonId person) =>
        new FingerprintForm(method, round);

    public override Form<Guests> Invitation(InitiativeNumber number, int round, bool starts) => new InviteForm(number, round, starts);

    public override FingerprintRound New(Initiative initiative, int round, Turn turn) => new()
    {
        Number = initiative.Number,
        Round = round,
        Phase = initiative.Phase,
        OpenedAt = turn.Now,
        OpenedBy = turn.Person.Id,
    };

    public override Card Result(Turn turn, Initiative initiative, FingerprintRound round, FingerprintRound? before)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var result = FingerprintResult.Of(round, before, turn.Method);
        return FingerprintResultCard.Of(new FingerprintResultCard.Subject(initiative, round, before, result), turn.Method, turn.Culture, illustrations);
    }

    public override bool Suffices(FingerprintRound round, WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return FingerprintResult.Of(round, null, method).IsStrong(method.Norms);
    }
}
