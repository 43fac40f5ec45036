using System.Text.Json;

namespace Upcm.Bot.EndToEnd;

/// <summary>Validates a Teams app manifest with the schema that Microsoft publishes, taken from npm: no network is asked.</summary>
internal static class ManifestSchema
{
    /// <param name="manifestFile">A manifest.json.</param>
    /// <param name="version">Which schema, such as <c>1.25</c>; what the manifest itself claims where absent.</param>
    /// <returns>Every problem with its place; empty when the manifest is valid.</returns>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(string manifestFile, string? version = null)
    {
        await ClientTools.RequireAsync(browser: false);
        string[] asked = version is null ? [manifestFile] : [manifestFile, version];
        await using var node = ChildProcess.Start(
            ClientTools.Node!, [Path.Combine(ClientTools.ClientFolder, "validate-manifest.cjs"), .. asked]);
        var code = await node.ExitAsync(TimeSpan.FromMinutes(1));
        return code == 0
            ? JsonSerializer.Deserialize<string[]>(node.Log)!
            : throw new InvalidOperationException($"The manifest could not be validated:\n{node.Log}");
    }
}
