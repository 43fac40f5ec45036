using System.Collections.Immutable;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Surveying;

/// <summary>
/// Something that invited people answer alone, in rounds: who is asked, what is asked and what it comes to. Starting,
/// inviting, reminding, answering, seeing and closing are the same for all of them.
/// </summary>
public abstract class Survey<TRound>
    where TRound : SurveyRound
{
    /// <summary>In drafts, buttons and posts; persisted.</summary>
    public abstract string Id { get; }

    public abstract SurveyWords Words { get; }

    public abstract Kind<TRound> Kind { get; }

    public abstract SurveyDeeds Deeds { get; }

    public abstract SurveyHistory History { get; }

    /// <summary>False where the programme has no such survey.</summary>
    public virtual bool IsIn(WorkingMethod method) => true;

    /// <summary>The ids of what is asked.</summary>
    public abstract IReadOnlySet<string> Statements(WorkingMethod method);

    /// <summary>What one person is asked; the keys of the answers are ids of statements.</summary>
    public abstract Form<ImmutableSortedDictionary<string, int?>> Questions(WorkingMethod method, TRound round, PersonId person);

    /// <summary>Asks whom to invite.</summary>
    /// <param name="starts">True where the round begins with it; false where more people are asked.</param>
    public abstract Form<Guests> Invitation(InitiativeNumber number, int round, bool starts);

    /// <summary>What the invitation begins with.</summary>
    public virtual Answers Begun => Answers.None;

    public abstract TRound New(Initiative initiative, int round, Turn turn);

    /// <summary>Writes down what is said of the guests beside that they are invited.</summary>
    public virtual TRound Seated(TRound round, IReadOnlyList<Guest> guests) => round;

    /// <summary>What is said of the guests beside that they are invited, one line each.</summary>
    public virtual IReadOnlyList<string> Seats(TRound round) => [];

    /// <summary>What a round comes to, without buttons.</summary>
    /// <param name="before">The round it is compared with; null for the first.</param>
    public abstract Card Result(Turn turn, Initiative initiative, TRound round, TRound? before);

    /// <summary>True where a closed round is enough to go on with.</summary>
    public abstract bool Suffices(TRound round, WorkingMethod method);
}

/// <summary>What one needs a right for.</summary>
public sealed record SurveyDeeds(Deed Start, Deed Answer, Deed Close);

/// <summary>The names in the journal.</summary>
public sealed record SurveyHistory(string Opened, string Invited, string Answered, string Closed);

/// <summary>Who is invited.</summary>
/// <param name="AndMyself">True where the one who starts takes part.</param>
public sealed record Guests(ImmutableArray<Guest> People, bool AndMyself);

/// <param name="Organisation">For which the person answers, where that is asked.</param>
public sealed record Guest(Named Person, string? Organisation = null);
