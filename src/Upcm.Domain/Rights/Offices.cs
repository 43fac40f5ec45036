using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>The roles that carry rights in the bot (method 14). The programme file may only name these.</summary>
public static class Offices
{
    public const string TeamLead = "team-lead";
    public const string Deputy = "deputy";
    public const string LinkingPin = "linking-pin";
    public const string Secretary = "secretary";
    public const string Reporter = "reporter";
    public const string SteeringMember = "steering-member";
    public const string SupportTeam = "support-team";
    public const string Administrator = "administrator";

    public static ImmutableArray<string> All { get; } =
        [TeamLead, Deputy, LinkingPin, Secretary, Reporter, SteeringMember, SupportTeam, Administrator];
}
