using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Upcm.Benchmarks.Stores;
using Upcm.Bot;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Bot.Programme;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Benchmarks.Fuzzing;

/// <summary>
/// People who say sentences, answer forms with anything, and press what stands on the cards they got, and on other people's cards,
/// with other data than stands there. The whole bot is behind it, on a store that begins anew now and then: first one on disk, then
/// nine in memory, as what is looked for is in what people say and a disk is slow.
/// </summary>
internal sealed class FuzzedTalk : IFuzzed
{
    private const int Life = 2000;
    private const int OnDiskOneIn = 10;
    private const int CardsKept = 40;
    private static readonly string[] People = ["sanne", "piet", "fatima", "jan", "els"];
    private static readonly WorkingMethod Method = ProgrammeFile.ReadFrom(ProgrammeFile.Shipped).Programme!;

    private readonly int pressing;
    private readonly Dictionary<string, List<JsonObject>> presses = [];
    private readonly List<string> inputs = [];
    private FuzzedDoor door = null!;
    private string folder = "";
    private string[] sentences = [];
    private string[] verbs = [];
    private int rounds;

    private FuzzedTalk(int pressing) => this.pressing = pressing;

    /// <param name="pressing">How many of a hundred things people do is pressing something.</param>
    public static Task<IFuzzed> Start(int pressing) => Task.FromResult<IFuzzed>(new FuzzedTalk(pressing));

    public async ValueTask<string?> Try(PCG chance)
    {
        if (rounds++ % Life == 0)
        {
            await Anew();
        }

        var person = chance.Pick(People);
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = chance.OneIn(50) ? "again" : $"{rounds}",
            ["channelId"] = "msteams",
            ["serviceUrl"] = "http://127.0.0.1/",
            ["from"] = new JsonObject { ["id"] = $"29:{person}", ["name"] = person, ["aadObjectId"] = person },
            ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["conversation"] = chance.OneIn(12)
                ? new JsonObject { ["id"] = "19:kanaal@thread.tacv2;messageid=1", ["conversationType"] = "channel", ["tenantId"] = "tenant" }
                : new JsonObject { ["id"] = $"a:{person}", ["conversationType"] = "personal", ["tenantId"] = "tenant" },
        };
        if (chance.Next(100) < pressing)
        {
            activity["value"] = Press(person, chance);
            activity["replyToId"] = "m1";
        }
        else
        {
            activity["text"] = chance.Next(10) switch
            {
                < 3 => $"{chance.Pick(sentences)} {(chance.OneIn(2) ? "26-001" : Twist.Words(chance))}",
                3 => Twist.Text(chance.Pick(sentences), "abcdefghijklmnopqrstuvwxyz :-0123456789", chance),
                _ => Twist.Words(chance),
            };
        }

        var (_, wrong) = await door.Post(JsonSerializer.SerializeToUtf8Bytes(activity));
        while (door.Said.TryDequeue(out var said))
        {
            Remember(said.Place, said.Activity);
        }

        return wrong;
    }

    public async ValueTask DisposeAsync()
    {
        if (folder.Length > 0)
        {
            await door.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task Anew()
    {
        await DisposeAsync();
        folder = Directory.CreateTempSubdirectory("upcm-fuzz-").FullName;
        var inMemory = rounds / Life % OnDiskOneIn > 0;
        door = new FuzzedDoor(services => inMemory
            ? services.AddBot(static () => Method, folder).AddSingleton<IStore>(static provider => new RingingStore(new MemoryStore(), provider.GetRequiredService<Bell>()))
            : services.AddBot(static () => Method, folder));
        sentences = [.. door.Services.GetServices<ICommand>().SelectMany(static command => command.Sentence.All)];
        verbs = [.. door.Services.GetServices<IButton>().Select(static button => button.Verb), "form.submit", "form.confirm", "form.answer", "say", "nobody.knows"];
        presses.Clear();
        inputs.Clear();
    }

    /// <summary>What stands on a card that somebody got, perhaps somebody else, with some of it changed.</summary>
    private JsonObject Press(string person, PCG chance)
    {
        var of = presses.GetValueOrDefault(chance.OneIn(5) ? $"a:{chance.Pick(People)}" : $"a:{person}");
        var data = of is { Count: > 0 } && !chance.OneIn(10)
            ? chance.Pick(of).DeepClone().AsObject()
            : new JsonObject { ["verb"] = chance.Pick(verbs), ["_press"] = new JsonObject { ["id"] = Twist.Words(chance) } };
        for (var more = chance.Next(6); more > 0 && inputs.Count > 0; more--)
        {
            data[chance.Pick(inputs)] = Twist.Words(chance);
        }

        if (chance.OneIn(4))
        {
            Twist.Json(data, chance);
        }

        return data;
    }

    private void Remember(string place, JsonNode activity)
    {
        var here = presses.TryGetValue(place, out var known) ? known : presses[place] = [];
        Walk(activity["attachments"]?[0]?["content"], node =>
        {
            if (node["data"] is JsonObject data && data.ContainsKey("verb"))
            {
                here.Add(data.DeepClone().AsObject());
            }

            if (node["type"]?.GetValueKind() == JsonValueKind.String && ((string)node["type"]!).StartsWith("Input.", StringComparison.Ordinal) && node["id"] is { } id)
            {
                inputs.Add((string)id!);
            }
        });
        if (here.Count > CardsKept)
        {
            here.RemoveRange(0, here.Count - CardsKept);
        }

        if (inputs.Count > CardsKept)
        {
            inputs.RemoveRange(0, inputs.Count - CardsKept);
        }
    }

    private static void Walk(JsonNode? node, Action<JsonObject> see)
    {
        if (node is JsonObject fields)
        {
            see(fields);
            foreach (var (_, value) in fields)
            {
                Walk(value, see);
            }
        }
        else if (node is JsonArray list)
        {
            foreach (var value in list)
            {
                Walk(value, see);
            }
        }
    }
}
