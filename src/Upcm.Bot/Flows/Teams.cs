using FuzzySharp;
using Upcm.Domain;

namespace Upcm.Bot.Flows;

/// <summary>Finds the team somebody means: by id or name, with or without a typing error.</summary>
public static class Teams
{
    private const int MeantFrom = 75;

    /// <summary>The team, or null where none is near.</summary>
    public static Team? Named(WorkingMethod method, string text, IEnumerable<Team> among)
    {
        ArgumentNullException.ThrowIfNull(method);
        var wanted = text.Trim().ToLowerInvariant();
        var teams = among.ToList();
        return teams.FirstOrDefault(team => Names(team).Contains(wanted, StringComparer.OrdinalIgnoreCase))
            ?? (wanted.Length > 2
                ? teams.Where(team => Names(team).Max(name => Fuzz.Ratio(wanted, name.ToLowerInvariant())) >= MeantFrom)
                    .MaxBy(team => Names(team).Max(name => Fuzz.Ratio(wanted, name.ToLowerInvariant())))
                : null);
    }

    /// <summary>The teams that run a portfolio.</summary>
    public static IEnumerable<Team> WithPortfolio(WorkingMethod method) => method.Teams.Where(team => team.ProjectType is not null);

    private static string[] Names(Team team) => [team.Id, team.Name.Nl, team.Name.En];
}
