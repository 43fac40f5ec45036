using Upcm.Bot.Cards;
using Upcm.Bot.Channels.Teams;
using Upcm.Bot.Configuration;

namespace Upcm.Bot.Verbs;

/// <summary>Whether the bot is reached where its settings say it is, and reaches what it needs.</summary>
internal static class ReachCheck
{
    public static async Task<IReadOnlyList<CheckLine>> Of(IConfiguration settings, HttpClient http, CancellationToken cancel)
    {
        List<CheckLine> lines = [];
        if (settings.Of(Settings.Home) is { } home)
        {
            lines.Add(new CheckLine(
                new($"Bereikbaar op {home}", $"Reachable at {home}"),
                await Answers(http, new Uri(home), cancel) is { } why
                    ? new($"{why} Draait de bot, en wijst dit adres naar hem?", $"{why} Is the bot running, and does this address lead to it?")
                    : null));
        }

        if (settings.Of("Teams:AppId") is null)
        {
            lines.Add(new CheckLine(new("Teams: niet ingesteld, alleen voor ontwikkeling op deze computer", "Teams: not set, for development on this machine only"), null));
            return lines;
        }

        var teams = TeamsOptions.From(settings);
        string[] missing = [.. teams.SignsInWith is [] ? ["Teams:AppPassword"] : Array.Empty<string>(), .. teams.TenantId.Length == 0 ? ["Teams:TenantId"] : Array.Empty<string>()];
        string[] wrong = [.. teams.SignInProblems()];
        lines.Add(new CheckLine(
            new("Teams: app-registratie", "Teams: app registration"),
            missing.Length > 0 ? new($"{string.Join(" en ", missing)} {(missing.Length == 1 ? "ontbreekt" : "ontbreken")}.", $"{string.Join(" and ", missing)} {(missing.Length == 1 ? "is" : "are")} missing.")
                : wrong.Length > 0 ? Phrase.Same(string.Join(' ', wrong))
                : null));
        var metadata = teams.Trusted.OpenIdMetadata;
        lines.Add(new CheckLine(
            new("Teams: metadata van de uitgever", "Teams: the issuer's metadata"),
            await Answers(http, new Uri(metadata), cancel) is { } fault
                ? new($"{fault} Mag deze computer naar {new Uri(metadata).Host}?", $"{fault} May this machine reach {new Uri(metadata).Host}?")
                : null));
        return lines;
    }

    /// <summary>Null where it does.</summary>
    private static async Task<string?> Answers(HttpClient http, Uri address, CancellationToken cancel)
    {
        try
        {
            using var answer = await http.GetAsync(address, cancel);
            return answer.IsSuccessStatusCode ? null : $"HTTP {(int)answer.StatusCode}.";
        }
        catch (HttpRequestException failed)
        {
            return $"{failed.Message.TrimEnd('.')}.";
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            return "Geen antwoord binnen 10 seconden / no answer within 10 seconds.";
        }
    }
}
