using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Talk;
using Upcm.Bot.Conversation;
using Upcm.Bot.Files;
using Upcm.Bot.Notifications;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Isolation;

/// <summary>
/// Everything that can be said and pressed, as the service has it registered, tried with what belongs to another workspace and to
/// another person. A new command or button is among them by itself.
/// </summary>
public sealed class IsolationTests : IAsyncLifetime
{
    /// <summary>What stands in the south and not in the north: a number, what a number may be of, names of teams and people, words of titles.</summary>
    private static readonly string[] Asked =
        ["", "26-001", "26-001 1", "1", "2", "realisatie", "piet", "lotte", "hergebruik van batterijen", "provincies", "zaal", "geheim plan", "gemeente"];

    private Worlds worlds = null!;

    private static string South => Worlds.MarkOf(Worlds.South);

    private static string North => Worlds.MarkOf(Worlds.North);

    public async ValueTask InitializeAsync() => worlds = await Worlds.Make();

    public ValueTask DisposeAsync() => worlds.DisposeAsync();

    [Fact]
    public async Task Whatever_is_said_in_one_workspace_nothing_of_another_comes_back()
    {
        await Meet();
        var before = await worlds.Dump(Worlds.South);
        var leaks = new List<string>();
        var turns = 0;
        foreach (var command in worlds.Bot.Commands)
        {
            foreach (var words in new[] { command.Sentence.Nl[0], command.Sentence.En[0] })
            {
                foreach (var rest in command.Sentence.Takes is null ? [""] : words == command.Sentence.Nl[0] ? Asked : ["26-001"])
                {
                    foreach (var person in new[] { "sanne", "beheer" })
                    {
                        turns++;
                        Check(leaks, $"{person}: {words} {rest}", await Ask(Worlds.North, person, new Said($"{words} {rest}".Trim(), [])));
                    }
                }

                turns++;
                Check(leaks, $"channel: {words} 26-001", await Ask(Worlds.North, "sanne", new Said($"{words} 26-001", []), PlaceKind.Channel));
            }
        }

        Assert.Empty(leaks);
        Assert.True(turns > 1000, $"{turns} turns");
        await Nothing_crossed(before);
        TestContext.Current.SendDiagnosticMessage($"{turns} sentences of {worlds.Bot.Commands.Count()} commands, no leaks");
    }

    [Fact]
    public async Task Whatever_is_pressed_in_one_workspace_nothing_of_another_comes_back_or_changes()
    {
        await Meet();
        var presses = await Harvest();
        var before = await worlds.Dump(Worlds.South);
        var leaks = new List<string>();
        foreach (var press in presses)
        {
            foreach (var person in new[] { "sanne", "beheer" })
            {
                Check(leaks, $"{person}: {Presses.Named(press)}", await Ask(Worlds.North, person, new Pressed(press, Filled, null, CanReplace: true)));
            }
        }

        Assert.Empty(leaks);
        await Nothing_crossed(before);
        TestContext.Current.SendDiagnosticMessage($"{presses.Count} presses of {presses.Select(static press => press.Verb).Distinct().Count()} verbs, no leaks");
    }

    /// <summary>So a refusal says the same of what is another's and of what does not exist.</summary>
    [Fact]
    public async Task Every_answer_is_the_one_there_would_be_without_the_other_workspace()
    {
        await Meet();
        var presses = await Harvest();
        await using var alone = await Worlds.Make(alone: true);
        foreach (var person in new[] { "sanne", "beheer" })
        {
            await alone.Take(Worlds.North, person, new Said("hoi", []));
        }

        alone.Bot.Time.SetUtcNow(worlds.Bot.Time.GetUtcNow());
        var different = new List<string>();
        var asked = 0;
        foreach (var person in new[] { "sanne", "beheer" })
        {
            foreach (var command in worlds.Bot.Commands)
            {
                foreach (var rest in command.Sentence.Takes is null ? [""] : Asked)
                {
                    await Same(person, $"{command.Sentence.Nl[0]} {rest}", new Said($"{command.Sentence.Nl[0]} {rest}".Trim(), []));
                }
            }

            foreach (var press in presses)
            {
                await Same(person, Presses.Named(press), new Pressed(press, Filled, null, CanReplace: true));
            }
        }

        Assert.True(different.Count == 0, string.Join("\n\n", different.Take(10)));
        TestContext.Current.SendDiagnosticMessage($"{asked} answers laid side by side, all the same");

        async Task Same(string person, string name, Event what)
        {
            asked++;
            var (here, there) = (Presses.Comparable(await worlds.Take(Worlds.North, person, what)), Presses.Comparable(await alone.Take(Worlds.North, person, what)));
            if (here != there)
            {
                different.Add($"{person}: {name}\n{here}\n{there}");
            }

            await worlds.Take(Worlds.North, person, new Said("stop", []));
            await alone.Take(Worlds.North, person, new Said("stop", []));
        }
    }

    [Fact]
    public async Task Time_passes_and_no_notice_of_one_workspace_names_another()
    {
        await Meet();
        for (var week = 0; week < 6; week++)
        {
            worlds.Bot.Time.Advance(TimeSpan.FromDays(7));
            await worlds.Bot.Get<Upcm.Bot.Rhythm.RhythmRunner>().Ring(CancellationToken.None);
        }

        Assert.Contains(await worlds.Dump(Worlds.South), static row => row.Key.StartsWith("posts/digest", StringComparison.Ordinal));
        await Nothing_crossed(null);
    }

    [Fact]
    public async Task What_is_one_persons_own_no_other_sees_or_changes()
    {
        await Meet();
        var presses = await Harvest();
        var own = await Own("sanne");
        Assert.Contains(own.Values, static row => row.Contains("Half ingevuld geheim plan", StringComparison.Ordinal));
        var leaks = new List<string>();
        foreach (var press in presses.Concat(await Drafts()))
        {
            Look($"jan: {Presses.Named(press)}", await Ask(Worlds.South, "jan", new Pressed(press, new Dictionary<string, string>(), null, CanReplace: true)));
        }

        foreach (var command in worlds.Bot.Commands)
        {
            foreach (var rest in command.Sentence.Takes is null ? [""] : Asked)
            {
                Look($"jan: {command.Sentence.Nl[0]} {rest}", await Ask(Worlds.South, "jan", new Said($"{command.Sentence.Nl[0]} {rest}".Trim(), [])));
            }
        }

        Assert.Empty(leaks);
        Assert.Equal(own.Select(static row => row.Key + row.Value), (await Own("sanne")).Select(static row => row.Key + row.Value));

        void Look(string asked, string answer)
        {
            if (answer.Contains("Half ingevuld", StringComparison.Ordinal))
            {
                leaks.Add($"{asked}\n{answer}");
            }
        }

        async Task<SortedDictionary<string, string>> Own(string person) => new(
            (await worlds.Dump(Worlds.South)).Where(row => row.Key == $"people/{person}" || (row.Key.StartsWith("drafts/", StringComparison.Ordinal) && row.Key.EndsWith($"~{person}", StringComparison.Ordinal))).ToDictionary(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_file_of_one_workspace_is_not_found_by_another_and_its_address_is_told_to_one_person()
    {
        await Meet();
        var files = worlds.Bot.Get<KeptFiles>();
        var south = await Ask(Worlds.South, "sanne", new Said("exporteer portfolio als csv", []));
        var file = new DirectoryInfo(Path.Combine(worlds.Bot.Folder, "files")).GetFiles("*.csv", SearchOption.AllDirectories).Single();

        Assert.Contains("https://bot.example/files/", south, StringComparison.Ordinal);
        Assert.NotNull(files.PathOf(Worlds.South, file.Directory!.Name, file.Name));
        Assert.Null(files.PathOf(Worlds.North, file.Directory.Name, file.Name));
        Assert.Equal("Ik stuur het je persoonlijk.", await Ask(Worlds.South, "sanne", new Said("exporteer portfolio als csv", []), PlaceKind.Channel));
        var posts = (await worlds.Dump(Worlds.South)).Where(static row => row.Key.StartsWith("posts/", StringComparison.Ordinal) && row.Value.Contains("/files/", StringComparison.Ordinal));
        Assert.All(posts, static post => Assert.Contains("\"Person\":\"sanne\"", post.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nearly_every_kind_of_document_is_there_to_leak()
    {
        await Meet();
        var there = (await worlds.Dump(Worlds.South)).Keys.Select(static key => key.Split('/')[0]).ToHashSet();

        Assert.True(there.Count >= 23, string.Join(", ", EveryKind.ByCollection.Keys.Except(there)));
    }

    /// <summary>Something for every field that a form could ask.</summary>
    private static Dictionary<string, string> Filled { get; } = new() { ["number"] = "26-001", ["text"] = "iets", ["reason"] = "iets" };

    private async Task Meet()
    {
        foreach (var person in new[] { "sanne", "beheer" })
        {
            await Ask(Worlds.North, person, new Said("hoi", []));
        }
    }

    /// <summary>What is said back, whole; a form that it opens is left.</summary>
    private async Task<string> Ask(WorkspaceId workspace, string person, Event what, PlaceKind kind = PlaceKind.Personal)
    {
        var answer = Presses.Whole(await worlds.Take(workspace, person, what, kind));
        if ((await worlds.Bot.Store.Load(Kinds.People, workspace, person, CancellationToken.None))?.Document.ActiveDraft is not null)
        {
            await worlds.Take(workspace, person, new Said("stop", []));
        }

        return answer;
    }

    /// <summary>Every button there is in the south: what its people are shown, what was sent, and every verb that is registered.</summary>
    private async Task<IReadOnlyList<Press>> Harvest()
    {
        List<Press> found = [];
        foreach (var command in worlds.Bot.Commands)
        {
            foreach (var rest in command.Sentence.Takes is null ? [""] : new[] { "26-001", "realisatie", "1" })
            {
                foreach (var person in new[] { "sanne", "piet", "lotte", "beheer" })
                {
                    found.AddRange(Presses.In(await worlds.Take(Worlds.South, person, new Said($"{command.Sentence.Nl[0]} {rest}".Trim(), []))));
                    await worlds.Take(Worlds.South, person, new Said("stop", []));
                }
            }
        }

        foreach (var (_, row) in (await worlds.Dump(Worlds.South)).Where(static row => row.Key.StartsWith("posts/", StringComparison.Ordinal)))
        {
            found.AddRange(Presses.In(JsonNode.Parse(row[..(row.LastIndexOf('}') + 1)])));
        }

        found.AddRange(await Drafts());
        var values = found.SelectMany(static press => press.Data).GroupBy(static one => one.Key).ToDictionary(static one => one.Key, static one => one.First().Value);
        found.AddRange(worlds.Bot.Get<IEnumerable<IButton>>().Select(static button => button.Verb).Except(found.Select(static press => press.Verb)).Select(verb => new Press(verb, values)));
        return [.. found.Where(static press => press.Verb != "open").DistinctBy(Presses.Named)];
    }

    /// <summary>Every form that somebody in the south has begun, by everything that a form's card asks.</summary>
    private async Task<IReadOnlyList<Press>> Drafts()
    {
        var ids = (await worlds.Dump(Worlds.South)).Keys.Where(static key => key.StartsWith("drafts/", StringComparison.Ordinal)).Select(static key => key["drafts/".Length..]);
        return
        [
            .. from id in ids
               from verb in new[] { FormCards.SubmitVerb, FormCards.ConfirmVerb, FormCards.ShowVerb, FormCards.ParkVerb, FormCards.AnswerVerb }
               select new Press(verb, ("draft", id), ("page", "0"), ("key", "title"), ("answer", "iets")),
        ];
    }

    private static void Check(List<string> leaks, string asked, string answer)
    {
        if (answer.Contains(South, StringComparison.OrdinalIgnoreCase))
        {
            leaks.Add($"{asked}\n{answer}");
        }
    }

    /// <param name="before">The south as it was; null where it had reason to change.</param>
    private async Task Nothing_crossed(SortedDictionary<string, string>? before)
    {
        var (south, north) = (await worlds.Dump(Worlds.South), await worlds.Dump(Worlds.North));
        Assert.DoesNotContain(north, static row => row.Value.Contains(South, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(south, static row => row.Value.Contains(North, StringComparison.OrdinalIgnoreCase));
        if (before is not null)
        {
            Assert.Equal(before, south);
        }
    }
}
