using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Upcm.Benchmarks.Doors;
using Upcm.Bot.Cards;
using Upcm.Bot.Channels;
using Upcm.Bot.Channels.Teams;
using Upcm.Bot.Conversation;
using Upcm.Bot.EndToEnd;

namespace Upcm.Bot.Door.Tests;

/// <summary>
/// The official JavaScript SDK (botframework-connector) as an independent peer: it takes what the issuer of these tests makes, makes
/// tokens that the door takes, and sends the same requests as the bot does. Skips without Node.
/// </summary>
public sealed class PeerTests
{
    [Fact]
    public async Task The_door_takes_no_token_that_the_SDK_refuses_and_refuses_more()
    {
        await ClientTools.RequireAsync(browser: false);
        await using var authority = await Authority.Start();
        await using var bed = await TeamsBed.Guarded();
        var now = TimeProvider.System.GetUtcNow();
        bed.Time.SetUtcNow(now);
        using var attacker = RSA.Create(2048);
        var parts = Issuer.Token(now).Split('.');
        (string What, string Token, bool Ours, bool Theirs)[] tokens =
        [
            ("good", Issuer.Token(now), true, true),
            ("good, four minutes old", Issuer.Token(now, claims => claims["exp"] = now.AddMinutes(-4).ToUnixTimeSeconds()), true, true),
            ("good, four minutes early", Issuer.Token(now, claims => claims["nbf"] = now.AddMinutes(4).ToUnixTimeSeconds()), true, true),
            ("another's key", Issuer.Sign(Issuer.Header().ToJsonString(), Issuer.Claims(now).ToJsonString(), attacker), false, false),
            ("unknown key", Issuer.Token(now, kid: "two"), false, false),
            ("changed", $"{parts[0]}.{Issuer.Encode(Issuer.Claims(now, "https://smba.trafficmanager.net/uk/").ToJsonString())}.{parts[2]}", false, false),
            ("expired", Issuer.Token(now, claims => claims["exp"] = now.AddMinutes(-6).ToUnixTimeSeconds()), false, false),
            ("another issuer", Issuer.Token(now, claims => claims["iss"] = "https://api.botframework.us"), false, false),
            ("another bot", Issuer.Token(now, claims => claims["aud"] = "30000000-0000-4000-8000-000000000002"), false, false),
            ("another service", Issuer.Token(now, claims => claims["serviceurl"] = "https://smba.trafficmanager.net/uk/"), false, false),
            ("unsigned", $"{Issuer.Encode("""{"alg":"none","typ":"JWT","kid":"one"}""")}.{parts[1]}.", false, false),
            // What the SDK takes and the door does not.
            ("no expiry", Issuer.Token(now, claims => claims.Remove("exp")), false, true),
            ("expires in ten years", Issuer.Token(now, claims => claims["exp"] = now.AddYears(10).ToUnixTimeSeconds()), false, true),
            ("no type", Issuer.Token(now, header: header => header.Remove("typ")), false, true),
            ("an address for keys", Issuer.Token(now, header: header => header["jku"] = "https://evil.example"), false, true),
            ("the same claim twice", Issuer.Sign(Issuer.Header().ToJsonString(), Issuer.Claims(now).ToJsonString()[..^1] + $$""","aud":"{{Issuer.AppId}}"}"""), false, true),
        ];
        var theirs = (await Peer(new JsonObject
        {
            ["verify"] = new JsonObject
            {
                ["metadata"] = authority.Metadata,
                ["appId"] = Issuer.AppId,
                ["serviceUrl"] = Issuer.ServiceUrl,
                ["tokens"] = new JsonArray([.. tokens.Select(one => (JsonNode)one.Token)]),
            },
        })).AsArray().Select(taken => (bool)taken!).ToList();
        for (var i = 0; i < tokens.Length; i++)
        {
            using var response = await bed.Post(Knock.With("id", $"a{i}"), tokens[i].Token);
            var ours = response.StatusCode == HttpStatusCode.OK;
            Assert.Equal((tokens[i].What, tokens[i].Ours, tokens[i].Theirs), (tokens[i].What, ours, theirs[i]));
            Assert.True(theirs[i] || !ours);
        }
    }

    [Fact]
    public async Task A_token_made_by_the_library_of_the_SDK_is_taken()
    {
        await ClientTools.RequireAsync(browser: false);
        await using var bed = await TeamsBed.Guarded();
        var token = await Peer(new JsonObject
        {
            ["mint"] = new JsonObject
            {
                ["key"] = Issuer.KeyOf(Issuer.Kid).ExportPkcs8PrivateKeyPem(),
                ["kid"] = Issuer.Kid,
                ["claims"] = Issuer.Claims(bed.Time.GetUtcNow()),
            },
        });
        using var response = await bed.Post(TeamsBed.Message(), (string)token!);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task The_SDK_makes_the_same_requests_as_the_bot_and_knows_all_that_is_in_them()
    {
        await ClientTools.RequireAsync(browser: false);
        await using var bed = await TeamsBed.Guarded();
        var cancel = TestContext.Current.CancellationToken;
        var connector = bed.Services.GetRequiredService<Upcm.Bot.Channels.Teams.Connector>();
        var thread = new TeamsAddress(Issuer.ServiceUrl, "19:kbo@thread.tacv2;messageid=17", "28:bot", "UPCM bot", TeamsBed.Tenant, "19:kbo@thread.tacv2");
        var card = new Card("Zon & wind") { Buttons = [new Button("Ja", new Press("gate.pass", ("id", "26-001")))] };
        await connector.Post(thread, ConnectorMessage.Text(thread, "een\n\ntwee"), cancel);
        await connector.Post(thread, ConnectorMessage.Card(thread, card, Cultures.Dutch), cancel);
        await connector.Post(thread, ConnectorMessage.Typing(thread), cancel);
        await connector.Put(thread, "1795:x", ConnectorMessage.Card(thread, card, Cultures.English), cancel);
        await connector.OpenPersonal(thread, "29:jan", cancel);
        await connector.Members(thread, cancel);
        await connector.Member(thread, "29:jan", cancel);
        var ours = bed.Connector.Calls.ToList();

        string[] calls = ["sendToConversation", "sendToConversation", "sendToConversation", "updateActivity", "createConversation", "getConversationPagedMembers", "getConversationMember"];
        var theirs = (await Peer(new JsonObject
        {
            ["send"] = new JsonArray([.. calls.Select((call, i) => new JsonObject
            {
                ["call"] = call,
                ["args"] = call switch
                {
                    "sendToConversation" => new JsonArray(thread.Conversation, ours[i].Body!.DeepClone()),
                    "updateActivity" => new JsonArray(thread.Conversation, "1795:x", ours[i].Body!.DeepClone()),
                    "createConversation" => new JsonArray(ours[i].Body!.DeepClone()),
                    "getConversationPagedMembers" => new JsonArray("19:kbo@thread.tacv2", new JsonObject { ["pageSize"] = 500 }),
                    _ => new JsonArray("19:kbo@thread.tacv2", "29:jan"),
                },
            })]),
        })).AsArray();
        Assert.Equal(theirs.Select(one => $"{one!["method"]} {one["path"]}"), ours.Select(one => $"{one.Method} {one.Address.PathAndQuery}"));
        Assert.All(ours.Zip(theirs), pair => Assert.True(JsonNode.DeepEquals(pair.First.Body, pair.Second!["body"]), $"{pair.First.Body}\n{pair.Second["body"]}"));
    }

    private static async Task<JsonNode> Peer(JsonObject asked)
    {
        var start = new ProcessStartInfo(ClientTools.Node!, [Path.Combine(ClientTools.ClientFolder, "peer.cjs")])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(asked.ToJsonString());
        node.StandardInput.Close();
        var problems = node.StandardError.ReadToEndAsync();
        var answer = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await problems);
        return JsonNode.Parse(answer)!;
    }
}
