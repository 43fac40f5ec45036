using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Upcm.Domain;

/// <summary>One round of asking several people the same statements, each alone: a fingerprint or a context scan.</summary>
public abstract record SurveyRound
{
    public required InitiativeNumber Number { get; init; }

    /// <summary>Counted from 1 per initiative.</summary>
    public required int Round { get; init; }

    /// <summary>The id of the phase it was opened in.</summary>
    public required string Phase { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required PersonId OpenedBy { get; init; }

    public ImmutableArray<PersonId> Invited { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>At most one per person.</summary>
    public ImmutableArray<SurveyAnswers> Answers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Null while the round is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    public PersonId? ClosedBy { get; init; }

    /// <summary>Closed with something to see.</summary>
    [JsonIgnore]
    public bool IsMade => ClosedAt is not null && !Answers.IsEmpty;

    public bool HasAnswered(PersonId person) => Answers.Any(answers => answers.Person == person);
}

/// <param name="Scores">Statement id to 1 (not at all) to 5 (fully); null for "don't know".</param>
public sealed record SurveyAnswers(PersonId Person, DateTimeOffset At, ImmutableSortedDictionary<string, int?> Scores);
