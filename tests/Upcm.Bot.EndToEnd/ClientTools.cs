namespace Upcm.Bot.EndToEnd;

/// <summary>Where the tools of a real client are: Node, Chromium and the packages of tests/client.</summary>
internal static class ClientTools
{
    private static readonly Lazy<Task<string>> InstalledPackages = new(InstallAsync);

    public static string RepositoryRoot { get; } = FindRoot();

    public static string ClientFolder => Path.Combine(RepositoryRoot, "tests", "client");

    public static string Artifacts(string folder) =>
        Directory.CreateDirectory(Path.Combine(RepositoryRoot, "artifacts", folder)).FullName;

    public static string? Node => OnPath("node");

    public static string? Chromium =>
        Environment.GetEnvironmentVariable("CHROMIUM_PATH")
        ?? OnPath("chromium") ?? OnPath("chromium-browser") ?? OnPath("google-chrome");

    /// <summary>
    /// Skips the test with the reason where Node or Chromium is missing; on a build server (CI=true) it fails instead, so
    /// that nobody believes the story was walked when it was not. Returns node_modules, installed when it is not there.
    /// </summary>
    public static async Task<string> RequireAsync(bool browser = true)
    {
        var missing = Node is null ? "Node.js" : browser && Chromium is null ? "Chromium" : null;
        if (missing is not null)
        {
            var reason = $"{missing} is not installed (looked on PATH{(browser ? " and at CHROMIUM_PATH" : "")}): "
                + "the end-to-end tests need node, npm and chromium.";
            if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
            {
                Assert.Fail(reason);
            }

            Assert.Skip(reason);
        }

        return await InstalledPackages.Value;
    }

    private static async Task<string> InstallAsync()
    {
        var modules = Path.Combine(ClientFolder, "node_modules");
        var lockFile = Path.Combine(ClientFolder, "package-lock.json");
        // npm writes this file last: an install that was cut short does not have it.
        var installed = new FileInfo(Path.Combine(modules, ".package-lock.json"));
        if (installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(lockFile))
        {
            return modules;
        }

        await using var npm = ChildProcess.Start(
            OnPath("npm") ?? "npm", ["ci", "--no-audit", "--no-fund"], workingFolder: ClientFolder);
        var code = await npm.ExitAsync(TimeSpan.FromMinutes(5));
        Assert.True(code == 0, $"npm ci in tests/client ended with {code}:\n{npm.Log}");
        return modules;
    }

    private static string? OnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => OperatingSystem.IsWindows()
                ? new[] { Path.Combine(folder, name + ".cmd"), Path.Combine(folder, name + ".exe") }
                : [Path.Combine(folder, name)])
            .FirstOrDefault(File.Exists);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Upcm.Bot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests must run from inside the repository.");
    }
}
