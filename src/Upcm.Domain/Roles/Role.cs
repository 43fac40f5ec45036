using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Upcm.Domain;

/// <summary>A role of one team: <c>realisatie/secretaris</c>. The part after the team is the programme's id, or made from the name.</summary>
public readonly record struct RoleId(string Value)
{
    private const int Longest = 60;

    public string Team => Value.Split('/', 2)[0];

    public static RoleId Of(string team, string name) => new($"{team}/{Plain(name)}");

    public override string ToString() => Value;

    /// <summary>Letters, digits and hyphens only, as ids in the programme are.</summary>
    private static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark))
        {
            if (char.IsLetterOrDigit(letter))
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
            else if (plain.Length > 0 && plain[^1] != '-')
            {
                plain.Append('-');
            }
        }

        var text = plain.ToString().Trim('-');
        return text.Length <= Longest ? text : text[..Longest].Trim('-');
    }
}

/// <summary>An agreed piece of work with a purpose, what others may expect of it, and who fills it (method 2).</summary>
public sealed record Role
{
    public required RoleId Id { get; init; }

    public required Words Name { get; init; }

    /// <summary>The id of a horizon; null where none is named.</summary>
    public string? Horizon { get; init; }

    public required Words Purpose { get; init; }

    public ImmutableArray<Words> Accountabilities { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Everybody who fills it, filled it or will; who does so today is <see cref="FilledOn"/>.</summary>
    public ImmutableArray<Filler> Fillers { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<RolePolicy> Policies { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>One of <see cref="Offices"/> where filling the role gives rights in the bot, otherwise null.</summary>
    public string? Office { get; init; }

    /// <summary>The day from which the role no longer exists.</summary>
    public DateOnly? EndedOn { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public string Team => Id.Team;

    public IEnumerable<Filler> FilledOn(DateOnly day) => Fillers.Where(filler => filler.On(day));

    /// <summary>As the programme describes it, filled by nobody yet.</summary>
    public static Role Of(RoleDescription described, string team)
    {
        ArgumentNullException.ThrowIfNull(described);
        return new Role
        {
            Id = RoleId.Of(team, described.Id),
            Name = described.Name,
            Horizon = described.Horizon,
            Purpose = described.Purpose,
            Accountabilities = described.Accountabilities,
            Office = described.Office,
        };
    }
}

/// <summary>Somebody who fills a role.</summary>
/// <param name="Acting">For somebody who is away.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; null where no end was agreed.</param>
public sealed record Filler(Somebody Person, bool Acting, DateOnly From, DateOnly? Until = null)
{
    public bool On(DateOnly day) => From <= day && (Until is null || day <= Until);
}

/// <summary>An agreement about how a role is done.</summary>
public sealed record RolePolicy(string Text, DateOnly Since);
