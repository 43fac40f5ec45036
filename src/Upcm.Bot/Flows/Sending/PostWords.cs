using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Storage;

namespace Upcm.Bot.Flows.Sending;

/// <summary>Messages in the outbox in plain words.</summary>
internal static class PostWords
{
    private static readonly Dictionary<string, Phrase> Names = new(StringComparer.Ordinal)
    {
        ["digest"] = new("Weekoverzicht", "Digest"),
        ["summary"] = new("Samenvatting", "Summary"),
        ["reminders"] = new("Herinneringen", "Reminders"),
        ["snapshot"] = new("Dashboard", "Dashboard"),
        ["meeting-changed"] = new("Roloverleg gewijzigd", "Role meeting changed"),
        ["initiative-registered"] = new("Aanmelding", "Registration"),
        ["gate-requested"] = new("Fasepoort aangevraagd", "Gate requested"),
        ["gate-decided"] = new("Besluit bij een fasepoort", "Decision on a gate"),
        ["gate-dossier"] = new("Dossier voor het KBO", "Dossier for the steering meeting"),
        ["action-changed"] = new("Actie gewijzigd", "Action changed"),
        ["course-changed"] = new("In de wacht, gestopt of hervat", "On hold, stopped or resumed"),
        ["instrument-proposals"] = new("Voorstellen voor instrumenten", "Proposals for instruments"),
        ["fingerprint"] = new("Vingerafdruk", "Fingerprint"),
        ["form"] = new("Formulier", "Form"),
        ["overview"] = new("Overzicht", "Overview"),
        ["answer"] = new("Antwoord", "Answer"),
    };

    public static Phrase Name(string kind) => Names.GetValueOrDefault(kind) ?? Phrase.Same(kind);

    public static Phrase State(PostState state) => state switch
    {
        PostState.Unknown => new("misschien aangekomen", "may have arrived"),
        PostState.Held => new("wacht", "held"),
        PostState.Dead => new("opgegeven", "given up"),
        _ => new("onderweg", "on its way"),
    };

    public static string At(DateTimeOffset at, CultureInfo culture) => TimeZoneInfo.ConvertTime(at, Clock.Amsterdam).ToString("ddd d MMM HH:mm", culture);

    /// <summary>The name of who, or the channel, it is for.</summary>
    public static async ValueTask<string> Recipient(Turn turn, Post post) => post switch
    {
        { Place: { } place } => (await turn.Load(Kinds.Channels, place))?.Document.Name ?? place,
        { Person: { } person } => (await turn.Load(Kinds.People, person.Value))?.Document.Name ?? person.Value,
        _ => post.Channel,
    };

    /// <summary>When an occasion ran, for what it was late, and who cannot be reached.</summary>
    public static string Ran(OccasionRun run, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        return At(run.Until, culture)
            + (run.IsLate ? en ? $", planned for {At(run.At, culture)}" : $", gepland voor {At(run.At, culture)}" : "")
            + (run.Missed.Length > 0 ? en ? $", {run.Missed.Length} before it missed" : $", {run.Missed.Length} eerdere gemist" : "")
            + (run.Unreached.Length > 0 ? $", {(en ? "never met the bot:" : "sprak de bot nog nooit:")} {string.Join(", ", run.Unreached.Take(5))}" : "");
    }
}
