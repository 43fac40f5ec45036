using FuzzySharp;
using Upcm.Domain;

namespace Upcm.Bot.Flows.KeepingRoles;

/// <summary>Finds roles by name, with or without the team behind it, and by what they do.</summary>
public static class RoleSearch
{
    private const int MeantFrom = 78;
    private const int DoesFrom = 70;
    private const int MostHits = 8;
    private const int LongestEnding = 3;

    /// <summary>The roles somebody means by "secretaris realisatie": those of the named team, or of all teams, best first.</summary>
    public static IReadOnlyList<Role> Named(string text, WorkingMethod method, IReadOnlyList<Role> roles)
    {
        ArgumentNullException.ThrowIfNull(method);
        var (name, team) = WithoutTeam(text, method);
        var among = team is null ? roles : [.. roles.Where(role => role.Team == team.Id)];
        var whole = Scored(text, roles);
        if (whole.Count > 0 && whole[0].Score == 100)
        {
            return [.. whole.Where(hit => hit.Score == 100).Select(hit => hit.Role)];
        }

        var hits = Scored(name, among);
        return hits.Count == 0 || hits[0].Score < MeantFrom ? [] : [.. hits.Where(hit => hit.Score >= hits[0].Score - 3).Select(hit => hit.Role).Take(MostHits)];
    }

    /// <summary>The roles that do something, with the accountability (or the purpose) that says so.</summary>
    public static IReadOnlyList<(Role Role, Words Does)> Doing(string task, IReadOnlyList<Role> roles) =>
    [
        .. roles.SelectMany(role => role.Accountabilities.Prepend(role.Purpose).Prepend(role.Name), (role, does) => (Role: role, Does: does, Score: Score(task, does)))
            .Where(hit => hit.Score >= DoesFrom)
            .OrderByDescending(hit => hit.Score)
            .DistinctBy(hit => hit.Role.Id)
            .Take(MostHits)
            .Select(hit => (hit.Role, hit.Does)),
    ];

    private static (string Name, Team? Team) WithoutTeam(string text, WorkingMethod method)
    {
        foreach (var team in method.Teams)
        {
            foreach (var called in new[] { team.Name.Nl, team.Name.En, team.Id })
            {
                if (text.EndsWith(" " + called, StringComparison.OrdinalIgnoreCase))
                {
                    var name = text[..^called.Length].Trim();
                    foreach (var between in new[] { " van", " of", " bij", " team", " voor" })
                    {
                        name = name.EndsWith(between, StringComparison.OrdinalIgnoreCase) ? name[..^between.Length].Trim() : name;
                    }

                    return (name, team);
                }
            }
        }

        return (text, null);
    }

    private static List<(Role Role, int Score)> Scored(string name, IReadOnlyList<Role> roles)
    {
        var wanted = name.Trim().ToLowerInvariant();
        return [.. roles.Select(role => (role, Math.Max(Near(wanted, role.Name.Nl), Near(wanted, role.Name.En)))).OrderByDescending(hit => hit.Item2)];
    }

    private static int Near(string wanted, string name)
    {
        var called = name.ToLowerInvariant();
        return called == wanted ? 100
            : wanted.Length >= 4 && called.StartsWith(wanted, StringComparison.Ordinal) ? 96
            : Fuzz.Ratio(wanted, called);
    }

    /// <summary>Every word of the task has to be there, forgiving endings and typing errors.</summary>
    private static int Score(string task, Words does)
    {
        var words = Storage.SearchWords.In(task);
        return words.Count == 0 ? 0 : new[] { does.Nl, does.En }.Max(text =>
        {
            var there = Storage.SearchWords.In(text);
            return there.Count == 0 ? 0 : (int)words.Average(word => there.Max(other => Like(word, other)));
        });
    }

    /// <summary>"lijst" and "lijsten" are near; "nieuwe" and "nieuwsbrief" only begin alike.</summary>
    private static int Like(string word, string other) =>
        word == other ? 100
        : word.Length >= 5 && other.Length >= 5 && Math.Abs(word.Length - other.Length) <= LongestEnding && (other.StartsWith(word[..^1], StringComparison.Ordinal) || word.StartsWith(other[..^1], StringComparison.Ordinal)) ? 95
        : Fuzz.Ratio(word, other) is var near && near >= 80 ? near : 0;
}
