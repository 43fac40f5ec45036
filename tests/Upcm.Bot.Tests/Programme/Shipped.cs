using System.Collections;
using System.Reflection;

using Upcm.Bot.Programme;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Programme;

/// <summary>The programme that comes with the bot, and every text in it with the place it stands.</summary>
internal static class Shipped
{
    private static readonly Lazy<ProgrammeReading> Once = new(() => ProgrammeFile.ReadFrom(ProgrammeFile.Shipped));

    public static ProgrammeReading Reading => Once.Value;

    public static WorkingMethod Programme =>
        Reading.Programme ?? throw new InvalidOperationException(string.Join('\n', Reading.Problems));

    public static IEnumerable<(string Where, Words Text)> Texts() => TextsOf(Programme, string.Empty);

    private static IEnumerable<(string Where, Words Text)> TextsOf(object? thing, string where)
    {
        switch (thing)
        {
            case null or string or decimal or int or bool or Enum:
                return [];
            case Words words:
                return [(where, words)];
            case IEnumerable things:
                return things.Cast<object>().SelectMany(one => TextsOf(one, $"{where}/{IdOf(one)}"));
            default:
                return thing.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(property => property.GetIndexParameters().Length == 0)
                    .SelectMany(property => TextsOf(property.GetValue(thing), $"{where}.{property.Name}"));
        }
    }

    private static string IdOf(object one) =>
        (one.GetType().GetProperty("Id") ?? one.GetType().GetProperty("Sbi"))?.GetValue(one)?.ToString() ?? string.Empty;
}
