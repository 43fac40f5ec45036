using System.CommandLine;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Configuration;
using Upcm.Domain;

namespace Upcm.Bot.Verbs;

/// <summary>What every verb can be told, and what every verb begins with: the settings, and the programme.</summary>
internal sealed class Common
{
    /// <summary>Nothing was done, because something in settings, programme or input has to be put right.</summary>
    public const int Refused = 2;

    public Option<string?> Data { get; } = new("--data") { Description = "The folder of the embedded store", Recursive = true };

    public Option<string?> Programme { get; } = new("--programme") { Description = "The programme file or folder", Recursive = true };

    public Option<string?> Language { get; } = new("--lang") { Description = "nl or en: what the command line answers in, and someone new to talk", Recursive = true };

    public Option<string[]> Set { get; } = new("--set") { Description = "A setting: --set Teams:AppId=…", Recursive = true };

    public Common() => Language.AcceptOnlyFromAmong("nl", "en");

    public CultureInfo Culture(ParseResult parsed) => Cultures.Of(parsed.GetValue(Language));

    /// <summary>The settings, or null after every problem with them was told.</summary>
    /// <param name="more">Options of the verb itself that are settings too.</param>
    public IConfigurationRoot? Settings(ParseResult parsed, params ReadOnlySpan<(string Name, string? Value)> more)
    {
        List<KeyValuePair<string, string?>> said = [];
        foreach (var text in parsed.GetValue(Set) ?? [])
        {
            var parts = text.Split('=', 2);
            said.Add(new(parts[0], parts.Length > 1 ? parts[1] : null));
        }

        foreach (var (name, value) in (ReadOnlySpan<(string, string?)>)
            [(Configuration.Settings.Data, parsed.GetValue(Data)), (Configuration.Settings.Programme, parsed.GetValue(Programme)), .. more])
        {
            if (value is not null)
            {
                said.Add(new(name, value));
            }
        }

        var (settings, problems) = SettingsReader.Read(Directory.GetCurrentDirectory(), Environment.GetEnvironmentVariables(), said);
        foreach (var problem in problems)
        {
            Console.Error.WriteLine($"{(problem.Name.Length > 0 ? $"{problem.Name}: " : "")}{problem.Message.In(Culture(parsed))}");
        }

        return problems.Count == 0 ? settings : null;
    }

    /// <summary>Settings and programme, or null after every problem was told.</summary>
    public (IConfigurationRoot Settings, WorkingMethod Method)? Begin(ParseResult parsed, params ReadOnlySpan<(string Name, string? Value)> more) =>
        Settings(parsed, more) is { } settings && Bot.ReadProgramme(settings.Of(Configuration.Settings.Programme), Console.Error) is { } method
            ? (settings, method)
            : null;

    public static string DataOf(IConfiguration settings) => settings.Of(Configuration.Settings.Data)!;
}
