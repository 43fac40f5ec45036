using System.Globalization;
using System.Text.Json.Serialization;
using Upcm.Bot.Cards;
using Upcm.Domain;

namespace Upcm.Bot.Pictures;

/// <summary>Risks by chance and effect, each as its number in the register.</summary>
/// <param name="Language">Of the words: <c>nl</c> or <c>en</c>.</param>
/// <param name="AmberFrom">Chance times effect from which a risk is amber.</param>
/// <param name="RedFrom">Chance times effect from which a risk is red.</param>
public sealed record HeatPicture(string Language, IReadOnlyList<HeatDot> Risks, int AmberFrom, int RedFrom) : IPicture
{
    /// <summary>The scale of both sides is 1 to 5.</summary>
    public const int Most = 5;

    public const int Width = 960;

    public const int Height = 800;

    private static readonly Phrase Nothing = new("Nog geen risico met kans en gevolg.", "No risk with chance and effect yet.");
    private static readonly Phrase One = new("risico {0}: kans {1}, gevolg {2} ({3})", "risk {0}: chance {1}, effect {2} ({3})");

    /// <summary>Of the risks that were estimated.</summary>
    public static HeatPicture Of(IEnumerable<Risk> risks, Norms norms, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(norms);
        return new HeatPicture(
            culture.IsEnglish() ? "en" : "nl",
            [.. risks.Where(risk => risk.Weight is not null).Select(risk => new HeatDot(risk.Id, risk.Chance!.Value, risk.Effect!.Value))],
            norms.RiskAmberFrom,
            norms.RiskRedFrom);
    }

    [JsonIgnore]
    public string InWords
    {
        get
        {
            var culture = Cultures.Of(Language);
            var told = string.Join("; ", Risks.Select(risk => One.In(culture, risk.Id, risk.Chance, risk.Effect, Level(risk.Chance * risk.Effect).In(culture))));
            return told.Length == 0 ? Nothing.In(culture) : char.ToUpper(told[0], CultureInfo.InvariantCulture) + told[1..] + ".";
        }
    }

    public byte[] Png() => new HeatDrawing(this).Png();

    internal Phrase Level(int weight) => weight >= RedFrom ? new("rood", "red") : weight >= AmberFrom ? new("oranje", "amber") : new("groen", "green");
}

/// <param name="Id">Its number in the register.</param>
/// <param name="Chance">1 to 5.</param>
/// <param name="Effect">1 to 5.</param>
public sealed record HeatDot(int Id, int Chance, int Effect);
