using System.Globalization;
using Upcm.Bot.Configuration;

namespace Upcm.Bot.Health;

/// <summary>The settings under <c>Health</c>, and when what the bot signs in with ends.</summary>
/// <param name="Details">Whether names and figures are shown beyond this machine.</param>
/// <param name="Outbox">How long the oldest message that is due may wait.</param>
/// <param name="Ahead">How long before its end a credential is reported.</param>
/// <param name="SecretExpires">The last day of the app registration's secret; null where it is not set.</param>
internal sealed record HealthOptions(bool Details, TimeSpan Outbox, TimeSpan Ahead, DateOnly? SecretExpires)
{
    public const string DetailsSetting = "Health:Details";
    public const string OutboxSetting = "Health:OutboxMinutes";
    public const string AheadSetting = "Health:CredentialWeeks";
    public const string SecretExpiresSetting = "Teams:SecretExpires";

    public static HealthOptions From(IConfiguration settings) => new(
        bool.Parse(settings.Of(DetailsSetting)!),
        TimeSpan.FromMinutes(int.Parse(settings.Of(OutboxSetting)!, CultureInfo.InvariantCulture)),
        TimeSpan.FromDays(7 * int.Parse(settings.Of(AheadSetting)!, CultureInfo.InvariantCulture)),
        settings.Of(SecretExpiresSetting) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null);
}
