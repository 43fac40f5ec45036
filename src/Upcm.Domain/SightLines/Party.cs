using System.Text.Json.Serialization;

namespace Upcm.Domain;

/// <summary>An organisation in the sight line of a team.</summary>
public sealed record Party
{
    public required string Id { get; init; }

    /// <summary>Team id.</summary>
    public required string Team { get; init; }

    public required PartyKind Kind { get; init; }

    public required string Name { get; init; }

    public required Somebody By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The same organisation is in a team's sight line once, however it is written.</summary>
    public static string IdOf(string team, string name) => $"{team}/{Tally.Different("", name).Counter[(Tally.NamedPrefix.Length + 1)..]}";
}

[JsonConverter(typeof(JsonStringEnumConverter<PartyKind>))]
public enum PartyKind
{
    /// <summary>Sleutelspeler: steers from principles, not through projects.</summary>
    KeyPlayer,

    /// <summary>Koersbepaler: brings means and advice to the steering meeting.</summary>
    SteeringMember,
}
