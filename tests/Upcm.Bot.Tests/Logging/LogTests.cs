using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Upcm.Bot.Tests.Importing;
using Upcm.Bot.Tests.Stopping;

namespace Upcm.Bot.Tests.Logging;

/// <summary>Logs go to people and systems that may not know who uses the bot: no names, no words that somebody said, no ids of persons.</summary>
public sealed partial class LogTests
{
    /// <summary>Everything a line of the log may have in it. What is added here is never somebody's.</summary>
    private static readonly string[] Allowed =
    [
        "Attempt", "Bytes", "Cause", "Channel", "Check", "Collection", "Commit", "Count", "Deleted", "Documents", "Erasure", "Folder", "Format", "Held", "Incident",
        "Issuer", "Kind", "Made", "Meeting", "Minutes", "Missed", "Number", "Occasion", "Outcome", "Path", "People", "Post", "Purged", "Reason", "Removed", "Replaced", "State",
        "Status", "Troubles", "Unreached", "What", "Workspace", "Written",
    ];

    /// <summary>Of documents, arrivals and cards, what may be somebody's.</summary>
    private static readonly string[] Somebodys =
        ["Text", "Title", "Name", "Person", "From", "Words", "Card", "Said", "Press", "Address", "Place", "Speaker", "By", "Leader", "Sender"];

    public static TheoryData<string> Lines() => [.. Sources().SelectMany(static file => Calls(File.ReadAllText(file)).Select(call => $"{Path.GetFileName(file)}: {call}"))];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_of_the_log_is_a_fixed_sentence_with_named_parts_that_are_nobodys(string line)
    {
        var template = Quoted().Match(line);
        Assert.True(template.Success, $"Its sentence must be a constant, so that it can be counted and searched for: {line}");
        Assert.NotEqual('$', line[template.Index - 1]);
        Assert.All(Parts().Matches(template.Value), part => Assert.Contains(part.Groups[1].Value, Allowed));
        var given = line[(template.Index + template.Length)..].Replace("GetType().Name", "", StringComparison.Ordinal);
        Assert.All(Members().Matches(given), member => Assert.DoesNotContain(member.Groups[1].Value, Somebodys));
    }

    [Fact]
    public void The_lines_are_found() => Assert.InRange(Lines().Count, 25, 200);

    [Theory]
    [InlineData("log.LogError(failure, \"{Name} stumbled\", name);")]
    [InlineData("log.LogError(failure, $\"{name} stumbled\");")]
    [InlineData("log.LogWarning(\"A post was not sent: {Cause}\", post.Card);")]
    [InlineData("log.LogWarning(message);")]
    public void What_would_tell_of_somebody_is_found(string code)
    {
        var call = Assert.Single(Calls(code));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => A_line_of_the_log_is_a_fixed_sentence_with_named_parts_that_are_nobodys($"x.cs: {call}"));
    }

    /// <summary>Also where everything is logged that can be; without the addresses of requests, which only <c>Information</c> for ASP.NET shows.</summary>
    [Fact]
    public async Task As_json_every_line_is_an_object_and_none_has_a_name_or_words_in_it()
    {
        var data = Directory.CreateTempSubdirectory("upcm-log-").FullName;
        await using var connector = await StandIn.Listen();
        await using (var bot = await RunningBot.Start(data, ("UPCM_LogFormat", "json"), ("Logging__LogLevel__Default", "Trace")))
        {
            using var begun = await bot.Say("meld initiatief", connector, "Kanariepiet");
            using var answered = await bot.Say("Kanarietekst", connector, "Kanariepiet");
            bot.Terminate();
            await bot.Ends();
            var lines = bot.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            Assert.NotEmpty(lines);
            Assert.All(lines, line => Assert.NotNull(JsonNode.Parse(line)!["Timestamp"]));
            Assert.DoesNotContain("anarie", bot.Log, StringComparison.OrdinalIgnoreCase);
        }

        Directory.Delete(data, recursive: true);
    }

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Path.Combine(Desk.Root, "src", "Upcm.Bot"), "*.cs", SearchOption.AllDirectories)
        .Where(static file => !file.Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"));

    /// <summary>What stands between the brackets of every call of a logger.</summary>
    private static IEnumerable<string> Calls(string code)
    {
        foreach (var call in LogCall().Matches(code).Cast<Match>())
        {
            var (depth, at, inText) = (1, call.Index + call.Length, false);
            for (; depth > 0; at++)
            {
                inText ^= code[at] == '"';
                depth += inText ? 0 : code[at] switch { '(' => 1, ')' => -1, _ => 0 };
            }

            yield return code[(call.Index + call.Length)..(at - 1)];
        }
    }

    [GeneratedRegex(@"\b[lL]og(?:ger)?\.Log(?:Trace|Debug|Information|Warning|Error|Critical)?\(")]
    private static partial Regex LogCall();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\{([A-Za-z]+)[^}]*\}")]
    private static partial Regex Parts();

    [GeneratedRegex(@"\.([A-Z][A-Za-z]*)\b")]
    private static partial Regex Members();
}
