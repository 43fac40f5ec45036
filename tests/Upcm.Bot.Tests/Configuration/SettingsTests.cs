using System.Collections;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Upcm.Bot.Channels.Teams;
using Upcm.Bot.Configuration;
using Upcm.Bot.Tests.Importing;

namespace Upcm.Bot.Tests.Configuration;

public sealed class SettingsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("upcm");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("UPCM_Teams__AppIdd", "x", "Teams:AppIdd: onbekende instelling, bedoel je Teams:AppId?")]
    [InlineData("Teams__AppIdd", "x", "Teams:AppIdd: onbekende instelling, bedoel je Teams:AppId?")]
    [InlineData("UPCM_Wat", "x", "Wat: onbekende instelling")]
    [InlineData("UPCM_Teams__AppId", "x", "Teams:AppId: dit is geen id.")]
    [InlineData("UPCM_Home", "bot.voorbeeld.nl", "Home: dit is geen adres.")]
    [InlineData("UPCM_Urls", "http://*:80;poort", "Urls: dit is geen adres.")]
    [InlineData("UPCM_PictureKey", "kort", "PictureKey: hier hoort base64")]
    [InlineData("UPCM_Administrators", "bram", "Administrators: dit is een lijst: schrijf Administrators:0, Administrators:1.")]
    [InlineData("UPCM_Teams__Cloud", "mars", "Teams:Cloud: kies public, us-government of us-dod.")]
    [InlineData("UPCM_Teams__AllowedServiceHosts__0", "10.0.0.1", "Teams:AllowedServiceHosts:0: dit is geen hostnaam.")]
    [InlineData("UPCM_Teams__OpenIdMetadata", "http://x", "Teams:OpenIdMetadata: hier hoort een adres dat met https:// begint.")]
    [InlineData("UPCM_Rhythm__Digest__Time", "acht uur", "Rhythm:Digest:Time is \"acht uur\"")]
    public void A_wrong_setting_is_refused_by_name(string name, string value, string told)
    {
        var (_, problems) = Read(new Hashtable { [name] = value });
        var problem = Assert.Single(problems);
        Assert.StartsWith(told, problem.Name.Length == 0 ? problem.Message.Nl : $"{problem.Name}: {problem.Message.Nl}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_held_to_the_same_names_and_must_be_readable()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "appsettings.json"), """{"Logging": {"LogLevel": {"Default": "Debug"}}, "Hoem": "https://x"}""");
        Assert.Equal(["Hoem"], Read([]).Problems.Select(problem => problem.Name));
        File.WriteAllText(Path.Combine(folder.FullName, "appsettings.json"), "{");
        Assert.Contains("appsettings.json", Read([]).Problems.Select(problem => problem.Name));
    }

    [Fact]
    public void The_command_line_goes_before_the_environment_and_that_before_the_file()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "appsettings.json"), """{"Home": "https://file", "Workspace": "file", "Data": "file"}""");
        var (settings, problems) = SettingsReader.Read(
            folder.FullName, new Hashtable { ["UPCM_WORKSPACE"] = "environment", ["UPCM_DATA"] = "environment" }, [new("Data", "line")]);
        Assert.Empty(problems);
        Assert.Equal(("https://file", "environment", "line"), (settings.Of("Home"), settings.Of("Workspace"), settings.Of("Data")));
    }

    [Fact]
    public void The_workspace_is_the_tenant_and_in_development_the_playgrounds()
    {
        Assert.Equal("00000000-0000-0000-0000-0000000000001", Read([]).Settings.WorkspaceOf());
        Assert.Equal("ons", Read(new Hashtable { ["Teams__TenantId"] = "ons" }).Settings.WorkspaceOf());
    }

    [Fact]
    public void Every_option_of_Teams_is_in_the_table() => Assert.All(
        typeof(TeamsOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(option => option.CanWrite),
        option => Assert.NotNull(Settings.All.SingleOrDefault(one => one.Name == $"Teams:{option.Name}")));

    [Fact]
    public void The_table_in_the_README_is_the_table_in_the_code()
    {
        var written = File.ReadLines(Path.Combine(Desk.Root, "README.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        Assert.Equal(Settings.All.Select(one => $"| `{one.Name}{(one.Several ? ":0" : "")}` | {(one.Default is null ? "" : $"`{one.Default}`")} | {one.Meaning.En} |"), written);
    }

    private (IConfigurationRoot Settings, IReadOnlyList<SettingProblem> Problems) Read(Hashtable environment) =>
        SettingsReader.Read(folder.FullName, environment, []);
}
