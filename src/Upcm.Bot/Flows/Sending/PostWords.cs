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
    private static readonly Dictionary<string, Phrase> Causes = new(StringComparer.Ordinal)
    {
        [PostCause.Stopped] = new("de bot stopte tijdens het versturen", "the bot stopped while sending"),
        [PostCause.Restored] = new("er is een reservekopie teruggezet: misschien was dit al verzonden", "a backup was restored: this may have been sent already"),
        [PostCause.TooLate] = new("te oud om nog te sturen", "too old to be sent"),
        [PostCause.Overtaken] = new("was al gedaan", "had been done already"),
        [PostCause.Newer] = new("er was al een nieuwere versie van", "there was a newer version of it already"),
        [PostCause.NeverShown] = new("het bericht dat het zou bijwerken kwam nooit aan", "the message it would update never arrived"),
        [PostCause.NoAddress] = new("er is geen adres van de ontvanger", "there is no address of the recipient"),
        [PostCause.Blocked] = new("de ontvanger heeft de bot geblokkeerd of verwijderd", "the recipient blocked or removed the bot"),
        [PostCause.SwitchedOff] = new("de ontvanger heeft dit uitgezet", "the recipient switched this off"),
        [PostCause.Quiet] = new("wacht tot na de stille uren of de pauze", "waits until after quiet hours or a pause"),
    };

    private static readonly Dictionary<string, Phrase> MoreNames = new(StringComparer.Ordinal)
    {
        ["reminders"] = new("Herinneringen", "Reminders"),
    };

    public static Phrase Name(string kind) => MoreNames.GetValueOrDefault(kind) ?? Notice.Of(kind).Name;

    public static Phrase State(PostState state) => state switch
    {
        PostState.Sent => new("verzonden", "sent"),
        PostState.Unknown => new("misschien aangekomen", "may have arrived"),
        PostState.Held => new("wacht", "held"),
        PostState.Dead => new("opgegeven", "given up"),
        PostState.Moot => new("niet verzonden", "not sent"),
        _ => new("onderweg", "on its way"),
    };

    /// <summary>What became of a post, when, and why.</summary>
    public static string Became(Post post, CultureInfo culture)
    {
        var when = post.SentAt ?? post.MootAt ?? (post.State == PostState.Pending ? post.Due : post.Created);
        return string.Join(" · ", new[] { State(post.State).In(culture), At(when, culture), Cause(post, culture) }.OfType<string>());
    }

    public static string? Cause(Post post, CultureInfo culture) => post.Cause switch
    {
        null => null,
        { } cause when cause.StartsWith(PostCause.GivenUp, StringComparison.Ordinal) && cause.Split([' ', ':'], 3) is [_, var attempts, var why] =>
            culture.IsEnglish() ? $"after {attempts} attempts:{why}" : $"na {attempts} pogingen:{why}",
        var cause => Causes.GetValueOrDefault(cause)?.In(culture) ?? cause,
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
        return At(run.DoneAt ?? run.Until, culture)
            + (run.TooLate ? en ? ", not sent: the meeting had begun" : ", niet verzonden: het overleg was al begonnen" : "")
            + (run.IsLate ? en ? $", planned for {At(run.At, culture)}" : $", gepland voor {At(run.At, culture)}" : "")
            + (run.Missed.Length > 0 ? en ? $", {run.Missed.Length} before it missed" : $", {run.Missed.Length} eerdere gemist" : "")
            + (run.DoneAt is null ? en ? ", not finished" : ", niet af" : "")
            + (run.Unreached.Length > 0 ? $", {(en ? "never met the bot:" : "sprak de bot nog nooit:")} {string.Join(", ", run.Unreached.Take(5))}" : "");
    }
}
