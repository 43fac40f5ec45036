using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>One of the forces in and around a project, with the statements people answer on it.</summary>
public sealed record Force(string Id, Words Name, Words Explanation, ImmutableArray<Statement> Statements);

public sealed record Statement(string Id, Words Text);

/// <summary>What an organisation can go by, with the statements people answer on it.</summary>
/// <param name="Communication">What it asks of communication where it shows strongly.</param>
/// <param name="Decisions">What it asks of decisions where it shows strongly.</param>
public sealed record ValueSystem(
    string Id, Words Name, Words Explanation, Words Communication, Words Decisions, ImmutableArray<Statement> Statements);
