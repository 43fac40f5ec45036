using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Domain;

namespace Upcm.Bot.Storage;

/// <summary>
/// The counters that numbers are drawn from by which people know things. Such a number never means two things, also not after a
/// backup was restored, so there is no drawing from any other. Names are persisted.
/// </summary>
public static class NumberSeries
{
    public const string Tensions = "tensions";
    public const string Proposals = "proposals";
    private const string OfInitiatives = "initiatives/";
    private const string OfLessons = "lessons/";

    /// <summary>What their names begin with.</summary>
    public static IReadOnlyList<string> Starts { get; } = [OfInitiatives, Tensions, Proposals, OfLessons];

    /// <param name="year">Of two digits.</param>
    public static string Initiatives(int year) => string.Create(CultureInfo.InvariantCulture, $"{OfInitiatives}{year:00}");

    public static string Lessons(InitiativeNumber initiative) => $"{OfLessons}{initiative}";

    /// <summary>What its numbers are of.</summary>
    public static Phrase Named(string series) => series.Split('/') switch
    {
        ["initiatives", var year] => new($"initiatieven van 20{year}", $"initiatives of 20{year}"),
        ["lessons", var initiative] => new($"lessen bij {initiative}", $"lessons of {initiative}"),
        [Tensions] => new("spanningen", "tensions"),
        _ => new("voorstellen", "proposals"),
    };

    public static bool Has(string counter) => Starts.Any(start => counter.StartsWith(start, StringComparison.Ordinal));
}
