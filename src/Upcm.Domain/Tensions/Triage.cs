using System.Globalization;
using System.Text;

namespace Upcm.Domain;

/// <summary>Where a tension seems to belong, and what says so.</summary>
/// <param name="Table">Of <see cref="Tables"/>.</param>
/// <param name="Team">The team whose table it is.</param>
/// <param name="Because">The words of the person that point there; null where nothing points anywhere.</param>
public sealed record Suggestion(string Table, string Team, string? Because, InitiativeNumber? Initiative);

/// <summary>Reads a sentence for what it is about. Only suggests: the person chooses.</summary>
public static class Triage
{
    private const int ShortWord = 4;

    /// <param name="own">The team of the role it is raised from, or null.</param>
    /// <param name="teamOf">The team of an initiative, or null where there is no such initiative.</param>
    public static Suggestion Suggest(string text, string? own, WorkingMethod method, Func<InitiativeNumber, string?> teamOf)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(teamOf);
        var words = Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var number = text.Split([' ', ',', '.', ';', ':', '(', ')', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => InitiativeNumber.TryParse(word, CultureInfo.InvariantCulture, out var parsed) && word.Length >= 5 ? parsed : (InitiativeNumber?)null)
            .FirstOrDefault(parsed => parsed is not null && teamOf(parsed.Value) is not null);
        var home = own ?? method.Teams.FirstOrDefault(team => team.OwnsRoleMeeting)?.Id ?? method.Teams[0].Id;
        var found = Tables.All
            .Select(id => method.Meetings.Tables.FirstOrDefault(table => table.Id == id))
            .OfType<TensionTable>()
            .Select(table => (table.Id, Word: table.Words.FirstOrDefault(sign => Has(words, sign))))
            .FirstOrDefault(hit => hit.Word is not null);
        if (found.Word is { } word)
        {
            var steering = found.Id == Tables.SteeringMeeting && number is { } project ? teamOf(project) : null;
            return new Suggestion(found.Id, steering ?? home, word, number);
        }

        if (number is { } about)
        {
            return new Suggestion(Tables.SteeringMeeting, teamOf(about)!, about.ToString(), number);
        }

        return OtherTeam(words, own, method) is { } other
            ? new Suggestion(Tables.OtherTeam, other.Team.Id, other.Word, null)
            : new Suggestion(Tables.RoleMeeting, home, null, null);
    }

    private static (Team Team, string Word)? OtherTeam(string[] words, string? own, WorkingMethod method) => method.Teams
        .Where(team => team.Id != own && own is not null)
        .SelectMany(team => new[] { team.Id, team.Name.Nl, team.Name.En }, (team, name) => (team, name))
        .Where(pair => Has(words, pair.name))
        .Select(pair => ((Team, string)?)(pair.team, pair.name))
        .FirstOrDefault();

    /// <summary>A sign is one word or several in a row. A long one also fits the beginning of a word: verantwoordelijk, verantwoordelijkheden.</summary>
    private static bool Has(string[] words, string sign)
    {
        var parts = Plain(sign).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 0 && Enumerable.Range(0, Math.Max(0, words.Length - parts.Length + 1)).Any(start =>
            parts.Index().All(part => words[start + part.Index] == part.Item
                || (part.Item.Length > ShortWord && words[start + part.Index].StartsWith(part.Item, StringComparison.Ordinal))));
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark))
        {
            plain.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
        }

        return plain.ToString();
    }
}
