namespace Upcm.Bot.EndToEnd.SelfTests;

public sealed class ManifestSchemaTests
{
    private const string Sound = """
        {
          "$schema": "https://developer.microsoft.com/json-schemas/teams/v1.25/MicrosoftTeams.schema.json",
          "manifestVersion": "1.25", "version": "1.0.0", "id": "30000000-0000-4000-8000-000000000001",
          "developer": { "name": "UPCM", "websiteUrl": "https://upcm.example", "privacyUrl": "https://upcm.example/p",
            "termsOfUseUrl": "https://upcm.example/t" },
          "name": { "short": "UPCM bot", "full": "UPCM bot" },
          "description": { "short": "kort", "full": "lang" },
          "icons": { "color": "color.png", "outline": "outline.png" },
          "accentColor": "#2B579A",
          "bots": [{ "botId": "30000000-0000-4000-8000-000000000001", "scopes": ["personal", "team", "groupChat"] }]
        }
        """;

    [Fact]
    public Task A_sound_manifest_has_no_problems() => ProblemsAsync(Sound, Assert.Empty);

    [Fact]
    public Task A_wrong_value_is_named_with_its_place() =>
        ProblemsAsync(Sound.Replace("\"groupChat\"", "\"everywhere\"", StringComparison.Ordinal),
            problems => Assert.Contains(problems, one => one.StartsWith("/bots/0/scopes/2", StringComparison.Ordinal)));

    [Fact]
    public Task An_unknown_property_is_named() =>
        ProblemsAsync(Sound.Replace("\"accentColor\"", "\"accentColour\"", StringComparison.Ordinal),
            problems => Assert.Contains(problems, one => one.Contains("accentColour", StringComparison.Ordinal)));

    [Fact]
    public Task An_unknown_version_is_refused() =>
        ProblemsAsync(Sound.Replace("\"1.25\"", "\"9.9\"", StringComparison.Ordinal),
            problems => Assert.Contains("There is no schema 9.9", Assert.Single(problems), StringComparison.Ordinal));

    private static async Task ProblemsAsync(string manifest, Action<IReadOnlyList<string>> expectation)
    {
        using var folder = new TemporaryFolder();
        expectation(await ManifestSchema.ProblemsAsync(folder.Write("manifest.json", manifest)));
    }
}
