using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Upcm.Bot.Channels.Teams;
using Upcm.Bot.Conversation;

namespace Upcm.Bot.Door.Tests;

/// <summary>What a client really posted, line by line.</summary>
public sealed class RecordedActivitiesTests
{
    private static readonly string[] Recorded = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "recorded.jsonl"));

    [Fact]
    public async Task Every_recorded_activity_is_accepted()
    {
        await using var bed = await TeamsBed.Open();
        foreach (var line in Recorded)
        {
            using var response = await bed.Post(line, null);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{response.StatusCode}: {line}");
        }
    }

    [Fact]
    public void What_was_recorded_is_read_without_loss() => Assert.All(Recorded, line => Same(JsonNode.Parse(line)!));

    [Fact]
    public void What_is_not_known_survives_a_round_trip()
    {
        foreach (var line in Recorded)
        {
            var activity = JsonNode.Parse(line)!.AsObject();
            foreach (var part in new[] { activity, activity["from"], activity["conversation"], activity["entities"]?[0], activity["channelData"], activity["channelData"]?["tenant"] }.OfType<JsonObject>().ToList())
            {
                part["newSince2027"] = JsonNode.Parse("""{"deep":[1,2.50,"\u00e9",null,true],"empty":{}}""");
            }

            Same(activity);
        }
    }

    [Theory]
    [InlineData("installationUpdate", "personal", "Installed,Uninstalled,Installed")]
    [InlineData("installationUpdate", "channel", "Installed,Uninstalled,Installed")]
    [InlineData("installationUpdate", "groupChat", "Installed")]
    [InlineData("conversationUpdate", "personal", "Installed,PeopleJoined,PeopleLeft,Installed")]
    [InlineData("conversationUpdate", "channel", "PeopleJoined,PeopleLeft,Installed,Uninstalled,ChannelChanged,ChannelChanged,Installed")]
    [InlineData("conversationUpdate", "groupChat", "Installed")]
    [InlineData("message", "channel", "Said,Said")]
    [InlineData("invoke", "channel", "Pressed")]
    public async Task What_happened_becomes_an_event(string type, string place, string events)
    {
        await using var bed = await TeamsBed.Open();
        foreach (var line in Recorded.Where(line => (string?)JsonNode.Parse(line)!["type"] == type
            && (string?)JsonNode.Parse(line)!["conversation"]!["conversationType"] == place))
        {
            using var response = await bed.Post(line, null);
        }

        Assert.Equal(events, string.Join(',', bed.Conversation.Taken.Select(taken => taken.What.GetType().Name)));
    }

    [Fact]
    public async Task A_message_in_a_thread_is_said_in_the_channel_without_the_mention_of_the_bot()
    {
        await using var bed = await TeamsBed.Open();
        using var response = await bed.Post(Recorded.Single(line => line.Contains("hallo draad", StringComparison.Ordinal)), null);
        var taken = Assert.Single(bed.Conversation.Taken);
        Assert.Equal(("msteams", TeamsBed.Tenant), (taken.Channel, taken.Workspace.Value));
        Assert.Equal(("10000000-0000-4000-8000-000000000000", "29:sanne"), (taken.From.Id.Value, taken.From.ChannelId));
        Assert.Equal(("19:kbo@thread.tacv2", PlaceKind.Channel, "19:general@thread.tacv2"), (taken.Place.Id, taken.Place.Kind, taken.Place.Team));
        Assert.Equal("19:kbo@thread.tacv2", TeamsAddress.Parse(taken.Place.Address)!.Conversation);
        Assert.Equal("hallo draad", Assert.IsType<Said>(taken.What).Text);
    }

    [Fact]
    public async Task A_card_action_is_pressed_with_its_inputs()
    {
        await using var bed = await TeamsBed.Open();
        using var response = await bed.Post(Recorded.First(line => line.Contains("adaptiveCard/action", StringComparison.Ordinal)), null);
        var pressed = Assert.IsType<Pressed>(Assert.Single(bed.Conversation.Taken).What);
        Assert.Equal(("doit", "1795486820500", true), (pressed.Press.Verb, pressed.CardId, pressed.CanReplace));
        Assert.Equal("Jan", pressed.Inputs["name"]);
    }

    private static void Same(JsonNode activity)
    {
        var read = JsonSerializer.Deserialize(activity.ToJsonString(), ActivityJson.Default.Activity)!;
        Assert.True(JsonNode.DeepEquals(activity, JsonSerializer.SerializeToNode(read, ActivityJson.Default.Activity)), activity.ToJsonString());
    }
}
