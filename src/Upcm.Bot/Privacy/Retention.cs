using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Configuration;

namespace Upcm.Bot.Privacy;

/// <summary>How many days each sort of data is kept, from the settings; 0 for what is not purged.</summary>
internal sealed record Retention
{
    public const string DraftsSetting = "Retention:Drafts";
    public const string MessagesSetting = "Retention:Messages";
    public const string RespondentsSetting = "Retention:Respondents";
    public const string LeftSetting = "Retention:Left";
    public const string HistorySetting = "Retention:History";
    public const string AuditSetting = "Retention:Audit";

    /// <summary>With what it means and how long it is where nothing is set.</summary>
    public static IReadOnlyList<(string Name, string Default, Phrase Meaning)> Settings { get; } =
    [
        (DraftsSetting, "180", new("dagen dat een begonnen formulier blijft na de laatste wijziging; 0 is altijd", "days that a form somebody began is kept after its last change; 0 is for ever")),
        (MessagesSetting, "365", new("dagen dat een verstuurd of vastgelopen bericht blijft", "days that a message that was sent or got stuck is kept")),
        (RespondentsSetting, "365", new("dagen na het sluiten dat bekend blijft wie welk antwoord gaf op een vingerafdruk of contextscan; de antwoorden zelf blijven", "days after closing that it is known who gave which answer to a fingerprint or context scan; the answers themselves stay")),
        (LeftSetting, "730", new("dagen na vertrek waarna iemand wordt vergeten", "days after leaving when somebody is forgotten")),
        (HistorySetting, "0", new("dagen dat een regel in de geschiedenis blijft", "days that a line of history is kept")),
        (AuditSetting, "1825", new("dagen dat het auditlog blijft", "days that the audit log is kept")),
    ];

    public required int Drafts { get; init; }

    public required int Messages { get; init; }

    public required int Respondents { get; init; }

    public required int Left { get; init; }

    public required int History { get; init; }

    public required int Audit { get; init; }

    public static Retention From(IConfiguration settings)
    {
        return new Retention
        {
            Drafts = Days(DraftsSetting),
            Messages = Days(MessagesSetting),
            Respondents = Days(RespondentsSetting),
            Left = Days(LeftSetting),
            History = Days(HistorySetting),
            Audit = Days(AuditSetting),
        };

        int Days(string name) => int.Parse(settings.Of(name)!, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>What a person is told of it.</summary>
    public IReadOnlyList<Phrase> Lines =>
    [
        Line("Begonnen formulieren", "Forms you began", Drafts),
        Line("Berichten", "Messages", Messages),
        Line("Wie welk antwoord gaf op een vingerafdruk of contextscan, na het sluiten", "Who gave which answer to a fingerprint or context scan, after closing", Respondents),
        Line("Wie is vertrokken", "Who has left", Left),
        Line("Geschiedenis", "History", History),
        Line("Auditlog, onder een schuilnaam", "Audit log, by pseudonym", Audit),
        new(
            "Initiatieven, besluiten en hun stukken: zo lang het programma ze als archief nodig heeft.",
            "Initiatives, decisions and their documents: as long as the programme needs them as its archive."),
    ];

    private static Phrase Line(string nl, string en, int days) => days == 0
        ? new($"{nl}: tot je vraagt om te wissen.", $"{en}: until you ask to be erased.")
        : new(string.Create(CultureInfo.InvariantCulture, $"{nl}: {days} dagen."), string.Create(CultureInfo.InvariantCulture, $"{en}: {days} days."));
}
