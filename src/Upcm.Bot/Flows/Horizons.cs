using FuzzySharp;
using Upcm.Domain;

namespace Upcm.Bot.Flows;

/// <summary>Finds the horizon somebody means: <c>0-2 jaar</c>, <c>0-2j</c>, <c>2 years</c>.</summary>
public static class Horizons
{
    private const int MeantFrom = 80;

    /// <summary>The horizon, or null where none is meant.</summary>
    public static Horizon? Named(WorkingMethod method, string text)
    {
        ArgumentNullException.ThrowIfNull(method);
        var wanted = Bare(text);
        return wanted.Length == 0 ? null
            : method.Horizons.FirstOrDefault(horizon => Names(horizon).Contains(wanted, StringComparer.Ordinal))
            ?? method.Horizons.FirstOrDefault(horizon => Names(horizon).Any(name => name.EndsWith($"-{wanted}", StringComparison.Ordinal)))
            ?? method.Horizons.FirstOrDefault(horizon => wanted.Length > 3 && Names(horizon).Any(name => char.IsAsciiDigit(wanted[0])
                ? Start(name) == Start(wanted) : Fuzz.Ratio(wanted, name) >= MeantFrom));
    }

    /// <summary>The horizon of a change strategy by one of its names as it is written, or null.</summary>
    public static Horizon? ByStrategy(WorkingMethod method, string name)
    {
        ArgumentNullException.ThrowIfNull(method);
        return method.Horizons.FirstOrDefault(horizon => Called(horizon.ChangeStrategy.Nl).Concat(Called(horizon.ChangeStrategy.En)).Any(one => Bare(one) == Bare(name)));
    }

    private static string[] Names(Horizon horizon) =>
    [
        Bare(horizon.Id), Bare(horizon.Name.Nl), Bare(horizon.Name.En),
        .. Called(horizon.ChangeStrategy.Nl).Select(Bare), .. Called(horizon.ChangeStrategy.En).Select(Bare),
    ];

    /// <summary>A strategy goes by its whole name, and by what it is called for short: <c>Opbouw en afbouw (X-curve)</c>.</summary>
    private static string[] Called(string strategy) => strategy.Split('(', ')') is [var name, var shortly, ..] ? [strategy, name, shortly] : [strategy];

    /// <summary>The numbers and the first letter after them: a month is a month, however it is written.</summary>
    private static string Start(string bare) => bare[..Math.Min(bare.Length, bare.TakeWhile(static c => char.IsAsciiDigit(c) || c is '-').Count() + 1)];

    private static string Bare(string text) => new([.. text.ToLowerInvariant().Where(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '–').Select(static c => c == '–' ? '-' : c)]);
}
