using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Upcm.Domain;

/// <summary>A Teams tenant or a Slack workspace. One never sees another's.</summary>
public readonly record struct WorkspaceId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A person within a workspace: the directory's object id where there is one, else the channel's own id.</summary>
public readonly record struct PersonId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The number of an initiative: <c>YY-NNN</c>, counted per calendar year; four digits and more after 999.</summary>
public readonly record struct InitiativeNumber(int Year, int Sequence) : IParsable<InitiativeNumber>, IComparable<InitiativeNumber>
{
    public static InitiativeNumber Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var number) ? number : throw new FormatException($"Not an initiative number: {s}");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out InitiativeNumber result)
    {
        result = default;
        var parts = s?.Trim().Split('-');
        if (parts is not [{ Length: 2 } year, { Length: >= 1 and <= 7 } sequence]
            || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var yy)
            || !int.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var nnn)
            || nnn == 0)
        {
            return false;
        }

        result = new InitiativeNumber(yy, nnn);
        return true;
    }

    public int CompareTo(InitiativeNumber other) => (Year, Sequence).CompareTo((other.Year, other.Sequence));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:00}-{Sequence:000}");
}
