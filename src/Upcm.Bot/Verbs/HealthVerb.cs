using System.CommandLine;
using Upcm.Bot.Configuration;

namespace Upcm.Bot.Verbs;

/// <summary><c>health</c>: asks the bot that runs on this machine how it is. For what watches it where there is no curl, as in a container.</summary>
internal static class HealthVerb
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public static Command Create(Common common)
    {
        var command = new Command("health", "Ask the bot that runs here how it is; ends with 0 where it can do its work");
        command.SetAction(async (parsed, cancel) =>
        {
            if (common.Settings(parsed) is not { } settings)
            {
                return Common.Refused;
            }

            using var http = new HttpClient { Timeout = Patience };
            return await Ask(new Uri(Here(settings.Of(Settings.Urls)!), "/health/ready"), http, Console.Out, cancel);
        });
        return command;
    }

    internal static async Task<int> Ask(Uri address, HttpClient http, TextWriter output, CancellationToken cancel)
    {
        try
        {
            using var answer = await http.GetAsync(address, cancel);
            await output.WriteLineAsync(await answer.Content.ReadAsStringAsync(cancel));
            return answer.IsSuccessStatusCode ? 0 : CheckVerb.NotOk;
        }
        catch (Exception silent) when (silent is HttpRequestException or TaskCanceledException)
        {
            await output.WriteLineAsync("""{"status":"silent"}""");
            return CheckVerb.NotOk;
        }
    }

    /// <summary>Where it is reached from here, also where it listens at every address.</summary>
    internal static Uri Here(string urls) => new(urls.Split(';')[0]
        .Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal)
        .Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("[::]", "[::1]", StringComparison.Ordinal));
}
