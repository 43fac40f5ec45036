using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Bot.Storage;

namespace Upcm.Benchmarks.Fuzzing;

/// <summary>Activities of every type with something changed, in their structure or in their bytes: a status, and never a failure.</summary>
internal sealed class FuzzedActivities : IFuzzed
{
    private const string Letters = "{}[]\":,\\\0\u0001 \n\tu0dE-+.truefalsn\u00e9\ud83d";
    private const string Common = """
        "id":"a1","timestamp":"2026-11-24T02:20:20.302Z","serviceUrl":"http://127.0.0.1/_connector","channelId":"msteams",
        "from":{"id":"29:sanne","name":"Sanne","aadObjectId":"10000000-0000-4000-8000-000000000000"},"recipient":{"id":"28:bot","name":"UPCM bot"},
        "conversation":{"conversationType":"channel","tenantId":"20000000-0000-4000-8000-000000000001","id":"19:kbo@thread.tacv2;messageid=1","isGroup":true,"name":"KBO"},
        "entities":[{"type":"clientInfo","locale":"nl-NL","country":"NL","platform":"Web"}],"locale":"nl-NL","replyToId":"17",
        "channelData":{"tenant":{"id":"20000000-0000-4000-8000-000000000001"},"team":{"id":"19:general@thread.tacv2"},"channel":{"id":"19:kbo@thread.tacv2","name":"KBO"},"eventType":"channelRenamed"}
        """;

    private static readonly string[] Good =
    [
        $$"""{"type":"message","text":"<at>UPCM bot</at> help",{{Common}},"textFormat":"plain"}""",
        $$"""{"type":"message","text":"vraag <at>Jan</at>",{{Common.Replace("\"entities\":[", "\"entities\":[{\"type\":\"mention\",\"text\":\"<at>Jan</at>\",\"mentioned\":{\"id\":\"29:jan\",\"name\":\"Jan\"}},", StringComparison.Ordinal)}}}""",
        $$"""{"type":"message",{{Common}},"value":{"verb":"form.submit","_press":{"draft":"d1","page":"1"},"title":"Zon","ok":"true"} }""",
        $$"""{"type":"invoke","name":"adaptiveCard/action",{{Common}},"value":{"action":{"type":"Action.Execute","verb":"form.submit","data":{"_press":{"draft":"d1"},"title":"Zon"} } } }""",
        $$"""{"type":"installationUpdate","action":"add",{{Common}}}""",
        $$"""{"type":"conversationUpdate",{{Common}},"membersAdded":[{"id":"28:bot"},{"id":"29:jan","aadObjectId":"10000000-0000-4000-8000-000000000001"}]}""",
        $$"""{"type":"conversationUpdate",{{Common}},"membersRemoved":[{"id":"29:jan"}]}""",
        $$"""{"type":"conversationUpdate",{{Common}}}""",
    ];

    private readonly FuzzedDoor door = new(static services => services.AddSingleton<IConversation, Silent>().AddSingleton<IStore>(static _ => throw new InvalidOperationException("Nothing may be kept."))
        .AddSingleton(static provider => new UnsaidAnswers(null!, null!, TimeProvider.System, provider.GetRequiredService<ILogger<UnsaidAnswers>>())));

    public static Task<IFuzzed> Start() => Task.FromResult<IFuzzed>(new FuzzedActivities());

    public async ValueTask<string?> Try(PCG chance)
    {
        var text = chance.Pick(Good);
        if (!chance.OneIn(3))
        {
            var tree = JsonNode.Parse(text)!.AsObject();
            Twist.Json(tree, chance);
            text = tree.ToJsonString();
        }

        var body = Encoding.UTF8.GetBytes(chance.OneIn(3) ? Twist.Text(text, Letters, chance) : text);
        if (chance.OneIn(6) && body.Length > 0)
        {
            body[chance.Next((uint)body.Length)] = (byte)chance.Next(256);
        }

        var (_, wrong) = await door.Post(body);
        door.Said.Clear();
        return wrong;
    }

    public ValueTask DisposeAsync() => door.DisposeAsync();

    private sealed class Silent : IConversation
    {
        public ValueTask<Answer> Take(Arrival arrival, CancellationToken cancel) => new(Answer.Silence);
    }
}
