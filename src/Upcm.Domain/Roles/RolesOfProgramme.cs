namespace Upcm.Domain;

/// <summary>The roles that the programme gives a team.</summary>
public static class RolesOfProgramme
{
    /// <summary>
    /// Its own roles, and those of every team; where it has a role of its own with the same office, such as the chair of the
    /// Regieteam, that one stands in the place of every team's.
    /// </summary>
    public static IEnumerable<Role> Of(WorkingMethod method, string team)
    {
        ArgumentNullException.ThrowIfNull(method);
        var own = method.Roles.Where(role => role.Team == team).ToList();
        return method.Roles
            .Where(role => role.Team is null && (role.Office is null || own.All(mine => mine.Office != role.Office)))
            .Concat(own)
            .Select(described => Role.Of(described, team));
    }
}
