using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Upcm.Domain;

/// <summary>The stakeholders of one initiative.</summary>
public sealed record StakeholderMap
{
    /// <summary>What one map holds; a longer list is about more than one initiative.</summary>
    public const int Most = 200;

    public required InitiativeNumber Number { get; init; }

    /// <summary>The highest id that was given, also to who was removed since.</summary>
    public int Last { get; init; }

    public ImmutableArray<Stakeholder> Stakeholders { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>When somebody last looked at the whole map and found it right; null while nobody did.</summary>
    public DateTimeOffset? RecalibratedAt { get; init; }

    public Somebody? RecalibratedBy { get; init; }

    public Stakeholder? Of(int id) => Stakeholders.FirstOrDefault(one => one.Id == id);

    /// <summary>The one that goes by this name, whatever the capitals, accents and legal form.</summary>
    public Stakeholder? Named(string name) => Stakeholders.FirstOrDefault(one => Plain(one.Name) == Plain(name));

    /// <summary>A name as it is compared: lower case, without accents, points and legal form.</summary>
    public static string Plain(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var letters = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter))
            {
                letters.Append(char.ToLowerInvariant(letter));
            }
            else if (letter != '.' && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                letters.Append(' ');
            }
        }

        var words = letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] telling = [.. words.Where(word => word is not ("bv" or "nv" or "de" or "het" or "the"))];
        return string.Join(' ', telling.Length > 0 ? telling : words);
    }
}
