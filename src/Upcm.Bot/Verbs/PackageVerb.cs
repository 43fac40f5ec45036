using System.CommandLine;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Upcm.Bot.Cards;
using Upcm.Bot.Configuration;

namespace Upcm.Bot.Verbs;

/// <summary><c>package teams</c>: the app package that is uploaded to Teams, with the app id and the host of this installation.</summary>
internal static class PackageVerb
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public static Command Create(Common common)
    {
        var file = new Option<string>("--out") { Description = "The zip to write", DefaultValueFactory = _ => "upcm-teams.zip" };
        var source = new Option<string>("--manifest")
        {
            Description = "The folder with manifest.json and its icons",
            DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "manifest", "teams"),
        };
        var teams = new Command("teams", "Write the app package for Teams") { file, source };
        teams.SetAction(parsed =>
        {
            if (common.Settings(parsed) is not { } settings)
            {
                return Common.Refused;
            }

            var culture = common.Culture(parsed);
            var problems = Write(settings, parsed.GetValue(source)!, parsed.GetValue(file)!);
            foreach (var problem in problems)
            {
                Console.Error.WriteLine(problem.In(culture));
            }

            if (problems.Count == 0)
            {
                Console.WriteLine(new Phrase(
                    $"{parsed.GetValue(file)} is klaar. Upload het in het Teams-beheercentrum, of in Teams bij Apps > Apps beheren.",
                    $"{parsed.GetValue(file)} is ready. Upload it in the Teams admin center, or in Teams under Apps > Manage your apps.").In(culture));
            }

            return problems.Count == 0 ? 0 : Common.Refused;
        });
        return new Command("package", "Write what a platform installs") { teams };
    }

    /// <returns>What keeps the package from being written; empty where it was.</returns>
    internal static IReadOnlyList<Phrase> Write(IConfiguration settings, string folder, string zip)
    {
        var (app, home) = (settings.Of("Teams:AppId"), settings.Of(Settings.Home));
        List<Phrase> problems = [];
        if (app is null)
        {
            problems.Add(new("Teams:AppId ontbreekt: het id van de app-registratie.", "Teams:AppId is missing: the id of the app registration."));
        }

        if (home is null)
        {
            problems.Add(new("Home ontbreekt: het adres waarop Teams de bot bereikt, zoals https://bot.voorbeeld.nl.", "Home is missing: the address by which Teams reaches the bot, such as https://bot.example.com."));
        }
        else if (new Uri(home) is var address && (address.Scheme != Uri.UriSchemeHttps || address.IsLoopback))
        {
            problems.Add(new($"Home is {home}. Teams bereikt alleen een https-adres dat van buiten te zien is.", $"Home is {home}. Teams only reaches an https address that can be seen from outside."));
        }

        foreach (var name in (string[])["manifest.json", "color.png", "outline.png"])
        {
            if (!File.Exists(Path.Combine(folder, name)))
            {
                problems.Add(new($"{Path.Combine(folder, name)} ontbreekt.", $"{Path.Combine(folder, name)} is missing."));
            }
        }

        if (problems.Count == 0)
        {
            Pack(Manifest(File.ReadAllText(Path.Combine(folder, "manifest.json")), app!, new Uri(home!)), folder, zip);
        }

        return problems;
    }

    private static string Manifest(string template, string app, Uri home)
    {
        var manifest = JsonNode.Parse(template)!.AsObject();
        manifest["id"] = app;
        manifest["validDomains"] = new JsonArray(home.Host);
        foreach (var bot in manifest["bots"]!.AsArray())
        {
            bot!["botId"] = app;
        }

        var developer = manifest["developer"]!.AsObject();
        foreach (var (name, page) in developer.Where(one => one.Key.EndsWith("Url", StringComparison.Ordinal)).ToList())
        {
            developer[name] = new Uri(home, new Uri(page!.GetValue<string>()).PathAndQuery).ToString();
        }

        return manifest.ToJsonString(Readable);
    }

    /// <summary>Written aside and then moved: there is never half a package.</summary>
    private static void Pack(string manifest, string folder, string zip)
    {
        var aside = zip + ".part";
        using (var archive = new ZipArchive(File.Create(aside), ZipArchiveMode.Create))
        {
            using (var writer = new StreamWriter(archive.CreateEntry("manifest.json").Open()))
            {
                writer.Write(manifest);
            }

            archive.CreateEntryFromFile(Path.Combine(folder, "color.png"), "color.png");
            archive.CreateEntryFromFile(Path.Combine(folder, "outline.png"), "outline.png");
        }

        File.Move(aside, zip, overwrite: true);
    }
}
