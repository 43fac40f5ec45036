using System.Collections.Immutable;
using Upcm.Domain;

namespace Upcm.Bot.Importing;

/// <summary>One initiative of a portfolio file, with all that belongs to it; without a number as long as it has none.</summary>
internal sealed record PortfolioItem
{
    /// <summary>Who did what the file names nobody for.</summary>
    public static Somebody Importer { get; } = new(new PersonId("import"), "Import");

    public required Programme.Place At { get; init; }

    /// <summary>Where it stands: <c>initiatives[3]</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What it is known by in this file for as long as the file is imported.</summary>
    public string? Key { get; init; }

    public InitiativeNumber? Number { get; init; }

    /// <summary>The same for the same content.</summary>
    public required string Print { get; init; }

    public required RegisterInitiative Registration { get; init; }

    public required string Phase { get; init; }

    public int Round { get; init; } = 1;

    public InitiativeStatus Status { get; init; }

    public Somebody? RegisteredBy { get; init; }

    public DateTimeOffset? RegisteredAt { get; init; }

    public ImmutableArray<ImpactSheet> Sheets { get; init; } = [];

    public ImmutableArray<ProgressReport> Reports { get; init; } = [];

    /// <summary>Without their numbers on the map still.</summary>
    public ImmutableArray<Stakeholder> Stakeholders { get; init; } = [];

    public ImmutableArray<FingerprintRound> Fingerprints { get; init; } = [];

    public ImmutableArray<GateReview> Reviews { get; init; } = [];

    /// <summary>The conditions of its decisions; their ids lack the number still.</summary>
    public ImmutableArray<AgreedAction> Actions { get; init; } = [];

    public string Name => Number?.ToString() ?? Key ?? Path;

    public Initiative As(InitiativeNumber number, WorkingMethod method, DateTimeOffset importedAt) =>
        Registration.As(number, method, RegisteredBy ?? Importer, RegisteredAt ?? importedAt) with { Phase = Phase, Round = Round, Status = Status };

    public static DateTimeOffset Noon(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
}

/// <summary>An office that the file gives to somebody.</summary>
internal sealed record PortfolioOffice(string Office, string? Team, Somebody Person, bool Acting)
{
    public Appointment As(DateTimeOffset at) =>
        new() { Office = Office, Team = Team, Person = Person, Acting = Acting, By = PortfolioItem.Importer, At = at };
}

/// <summary>An organisation in the sight line of a team.</summary>
internal sealed record PortfolioParty(string Team, PartyKind Kind, string Name)
{
    public Party As(DateTimeOffset at) => new() { Id = Party.IdOf(Team, Name), Team = Team, Kind = Kind, Name = Name, By = PortfolioItem.Importer, At = at };
}
