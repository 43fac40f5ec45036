using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering.AdaptiveCards;
using Upcm.Bot.Channels;
using Upcm.Bot.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Door.Tests;

public sealed class TurnTests
{
    private const string Activities = "/emea/v3/conversations/a%3Apersonal-sanne/activities";

    [Fact]
    public async Task Replies_go_out_in_the_order_they_were_said_before_the_request_is_answered()
    {
        await using var bed = await TeamsBed.Guarded();
        bed.Conversation.Answers = _ => Answer(new Say("een"), new Show(new Card("twee")), new Say("<b>drie</b> *ster*"));
        using var response = await bed.Post(TeamsBed.Message(), bed.Token());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([$"POST {Activities}", $"POST {Activities}", $"POST {Activities}"], bed.Connector.Lines);
        var bodies = bed.Connector.Calls.Select(call => call.Body!).ToList();
        Assert.Equal(("een", "plain"), ((string?)bodies[0]["text"], (string?)bodies[0]["textFormat"]));
        Assert.Equal(("twee", AdaptiveCardRenderer.ContentType), ((string?)bodies[1]["summary"], (string?)bodies[1]["attachments"]![0]!["contentType"]));
        Assert.Equal("AdaptiveCard", (string?)bodies[1]["attachments"]![0]!["content"]!["type"]);
        Assert.Equal("<b>drie</b> *ster*", (string?)bodies[2]["text"]);
        Assert.All(bed.Connector.Calls, call => Assert.Equal("Bearer cached", call.Authorization));
    }

    [Fact]
    public async Task Messages_are_answered_in_the_order_they_came_though_the_first_answer_is_slow_on_its_way()
    {
        await using var bed = await TeamsBed.Guarded();
        var (first, second) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        bed.Conversation.Answers = arrival =>
        {
            first.TrySetResult();
            return Answer(new Say(((Said)arrival.What).Text));
        };
        bed.Connector.Way = async call =>
        {
            if ((string?)call.Body!["text"] == "twee")
            {
                second.SetResult();
                return;
            }

            // Nobody may overtake it; where nobody does, it arrives in the end.
            await Task.WhenAny(second.Task, Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, TestContext.Current.CancellationToken));
        };
        var one = bed.Post(TeamsBed.Message("een"), bed.Token());
        await first.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        var two = bed.Post(TeamsBed.Message("twee"), bed.Token());
        using (await one)
        using (await two)
        {
            Assert.Equal(["een", "twee"], bed.Connector.Calls.Select(call => (string?)call.Body!["text"]));
        }
    }

    [Fact]
    public async Task An_answer_in_a_thread_stays_in_the_thread()
    {
        await using var bed = await TeamsBed.Guarded();
        bed.Conversation.Answers = _ => Answer(new Say("hier"));
        var message = TeamsBed.Message();
        message["conversation"] = new JsonObject { ["id"] = "19:kbo@thread.tacv2;messageid=17", ["conversationType"] = "channel", ["tenantId"] = TeamsBed.Tenant };
        using var response = await bed.Post(message, bed.Token());
        Assert.Equal(["POST /emea/v3/conversations/19%3Akbo%40thread.tacv2%3Bmessageid%3D17/activities"], bed.Connector.Lines);
        Assert.Equal("19:kbo@thread.tacv2", Assert.Single(bed.Conversation.Taken).Place.Id);
    }

    [Fact]
    public async Task What_is_said_later_in_the_channel_of_a_thread_is_a_post_of_its_own()
    {
        await using var bed = await TeamsBed.Guarded();
        var message = TeamsBed.Message();
        message["conversation"] = new JsonObject { ["id"] = "19:kbo@thread.tacv2;messageid=17", ["conversationType"] = "channel", ["tenantId"] = TeamsBed.Tenant };
        using var response = await bed.Post(message, bed.Token());
        var place = Assert.Single(bed.Conversation.Taken).Place;
        await bed.Services.GetRequiredService<IChannel>().Send(
            new Outgoing(place.Address, new Card("nieuws"), "nl", null), TestContext.Current.CancellationToken);
        Assert.Equal(["POST /emea/v3/conversations/19%3Akbo%40thread.tacv2/activities"], bed.Connector.Lines);
    }

    [Fact]
    public async Task A_replacement_of_a_submitted_card_updates_the_message_that_held_it()
    {
        await using var bed = await TeamsBed.Guarded();
        bed.Conversation.Answers = _ => Answer(new Replace(new Card("klaar")), new Say("dank"));
        using var response = await bed.Post(Submit(), bed.Token());
        Assert.Equal([$"PUT {Activities}/1795", $"POST {Activities}"], bed.Connector.Lines);
        var pressed = Assert.IsType<Pressed>(Assert.Single(bed.Conversation.Taken).What);
        Assert.Equal(("form.submit", "1795", false), (pressed.Press.Verb, pressed.CardId, pressed.CanReplace));
        Assert.Equal("d1", Assert.Single(pressed.Press.Data).Value);
        Assert.Equal("Zon", Assert.Single(pressed.Inputs).Value);
    }

    [Fact]
    public async Task A_card_that_is_gone_is_shown_anew()
    {
        await using var bed = await TeamsBed.Guarded();
        bed.Conversation.Answers = _ => Answer(new Replace(new Card("klaar")));
        bed.Connector.Answers = call => FakeConnector.Json("{}", call.Method == "PUT" ? HttpStatusCode.NotFound : HttpStatusCode.Created);
        using var response = await bed.Post(Submit(), bed.Token());
        Assert.Equal([$"PUT {Activities}/1795", $"POST {Activities}"], bed.Connector.Lines);
    }

    [Fact]
    public async Task A_card_action_is_answered_with_the_card_and_the_rest_is_sent()
    {
        await using var bed = await TeamsBed.Guarded();
        bed.Conversation.Answers = _ => Answer(new Say("eerst"), new Replace(new Card("klaar")));
        using var response = await bed.Post(Invoke(), bed.Token());
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal((200, AdaptiveCardRenderer.ContentType, "AdaptiveCard"), ((int)answer["statusCode"]!, (string?)answer["type"], (string?)answer["value"]!["type"]));
        Assert.Equal("eerst", (string?)Assert.Single(bed.Connector.Calls).Body!["text"]);
    }

    [Fact]
    public async Task A_card_action_that_gets_words_is_answered_with_words()
    {
        await using var bed = await TeamsBed.Guarded();
        bed.Conversation.Answers = _ => Answer(new Say("Dat mag alleen de linking pin."));
        using var response = await bed.Post(Invoke(), bed.Token());
        Assert.Equal("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Dat mag alleen de linking pin."}""",
            await response.Content.ReadAsStringAsync());
        Assert.Empty(bed.Connector.Calls);
    }

    [Theory]
    [InlineData("en", "More")]
    [InlineData("nl", "Meer")]
    public async Task The_cards_own_words_are_in_the_persons_language_and_not_in_the_clients(string language, string more)
    {
        await using var bed = await TeamsBed.Guarded();
        var card = new Card("veel") { Buttons = [.. Enumerable.Range(1, 6).Select(i => new Button($"k{i}", new Press("say", ("text", "help"))))] };
        bed.Conversation.Answers = _ => new ValueTask<Answer>(new Answer([new Show(card)], language));
        foreach (var activity in new[] { TeamsBed.Message(), Submit(), Invoke() })
        {
            activity["locale"] = language == "en" ? "nl-NL" : "en-US";
            using var response = await bed.Post(activity, bed.Token());
            var shown = bed.Connector.Calls.TryDequeue(out var call) ? call.Body!.ToJsonString() : await response.Content.ReadAsStringAsync();
            Assert.Contains($"\"title\":\"{more}\"", shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_unknown_invoke_is_not_implemented()
    {
        await using var bed = await TeamsBed.Guarded();
        var invoke = Invoke();
        invoke["name"] = "composeExtension/query";
        using var response = await bed.Post(invoke, bed.Token());
        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }

    [Fact]
    public async Task A_failure_is_answered_with_an_apology_and_an_incident_number()
    {
        await using var bed = await TeamsBed.Guarded();
        bed.Conversation.Answers = _ => throw new InvalidOperationException("a secret detail");
        using var response = await bed.Post(TeamsBed.Message(), bed.Token());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var text = (string?)Assert.Single(bed.Connector.Calls).Body!["text"];
        Assert.Matches("meld dan nummer [0-9A-F]{8}\\.", text!);
        Assert.Matches("report number [0-9A-F]{8}\\.", text!);
        Assert.DoesNotContain("secret", text!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_behind_a_card_action_is_an_error_answer()
    {
        await using var bed = await TeamsBed.Guarded();
        bed.Conversation.Answers = _ => ValueTask.FromException<Answer>(new InvalidOperationException("a secret detail"));
        using var response = await bed.Post(Invoke(), bed.Token());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal((500, "application/vnd.microsoft.error"), ((int)answer["statusCode"]!, (string?)answer["type"]));
        Assert.DoesNotContain("secret", answer.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_fails_does_not_stop_the_next_one()
    {
        await using var bed = await TeamsBed.Guarded();
        bed.Conversation.Answers = _ => Answer(new Say("een"), new Say("twee"));
        bed.Connector.Answers = _ => FakeConnector.Json("{}", HttpStatusCode.BadGateway);
        using var response = await bed.Post(TeamsBed.Message(), bed.Token());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(2, bed.Connector.Calls.Count);
    }

    [Fact]
    public async Task A_turn_that_takes_long_shows_that_the_bot_is_typing()
    {
        await using var bed = await TeamsBed.Guarded();
        var going = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource<Answer>(TaskCreationOptions.RunContinuationsAsynchronously);
        bed.Conversation.Answers = _ =>
        {
            going.SetResult();
            return new ValueTask<Answer>(answer.Task);
        };
        var posting = bed.Post(TeamsBed.Message(), bed.Token());
        await going.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        while (bed.Connector.Calls.IsEmpty)
        {
            bed.Time.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Yield();
        }

        answer.SetResult(new Answer([new Say("klaar")]));
        using var response = await posting;
        Assert.Equal(["typing", "message"], bed.Connector.Calls.Select(call => (string?)call.Body!["type"]));
    }

    [Fact]
    public async Task A_mention_of_somebody_else_stays_in_the_text_by_name()
    {
        await using var bed = await TeamsBed.Guarded();
        var message = TeamsBed.Message("<at>UPCM bot</at>\u00a0vraag <at>Jan &amp; Co</at> om hulp");
        message["entities"] = new JsonArray(
            new JsonObject { ["type"] = "mention", ["text"] = "<at>UPCM bot</at>", ["mentioned"] = new JsonObject { ["id"] = "28:bot", ["name"] = "UPCM bot" } },
            new JsonObject { ["type"] = "mention", ["text"] = "<at>Jan &amp; Co</at>", ["mentioned"] = new JsonObject { ["id"] = "29:jan", ["name"] = "Jan & Co" } });
        bed.Connector.Answers = Member;
        using var response = await bed.Post(message, bed.Token());
        var said = Assert.IsType<Said>(Assert.Single(bed.Conversation.Taken).What);
        var mention = Assert.Single(said.Mentions);
        Assert.Equal(("29:jan", "Jan & Co"), (mention.Person.ChannelId, mention.Person.Name));
        Assert.Equal($"vraag {mention.Text} om hulp", said.Text);
    }

    [Fact]
    public async Task Who_is_mentioned_is_the_same_person_as_when_they_speak()
    {
        await using var bed = await TeamsBed.Guarded();
        bed.Connector.Answers = Member;
        foreach (var id in new[] { "a1", "a2" })
        {
            using var mentioning = await bed.Post(Mentioning(id), bed.Token());
        }

        Assert.All(bed.Conversation.Taken, taken => Assert.Equal(
            new Sender(new PersonId("10000000-0000-4000-8000-000000000001"), "29:jan", "Jan & Co"), Assert.Single(Assert.IsType<Said>(taken.What).Mentions).Person));
        Assert.Equal(["GET /emea/v3/conversations/19%3Akbo%40thread.tacv2/members/29%3Ajan"], bed.Connector.Lines);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(200)]
    public async Task Who_is_mentioned_and_not_found_is_no_more_than_a_name(int status)
    {
        await using var bed = await TeamsBed.Guarded();
        bed.Connector.Answers = _ => FakeConnector.Json("""{"id":"29:jan"}""", (HttpStatusCode)status);
        using var response = await bed.Post(Mentioning("a1"), bed.Token());
        var said = Assert.IsType<Said>(Assert.Single(bed.Conversation.Taken).What);
        Assert.Equal(("vraag Jan om hulp", 0), (said.Text, said.Mentions.Count));
    }

    [Fact]
    public async Task What_the_renderer_writes_the_reader_reads_back()
    {
        var rendered = JsonNode.Parse(AdaptiveCardRenderer.Render(
            new Card("kaart") { Buttons = [new Button("Ja", new Press("gate.pass", ("id", "26-001"), ("verb", "not this one")))] }, Cultures.Dutch))!;
        var action = rendered["actions"]![0]!;
        var data = action["fallback"]!["data"]!.DeepClone().AsObject();
        data["id"] = "an input of the same name";
        await using var bed = await TeamsBed.Guarded();
        var message = TeamsBed.Message();
        message["value"] = data;
        using var response = await bed.Post(message, bed.Token());
        var pressed = Assert.IsType<Pressed>(Assert.Single(bed.Conversation.Taken).What);
        Assert.Equal(("gate.pass", "26-001", "not this one"), (pressed.Press.Verb, pressed.Press.Data["id"], pressed.Press.Data["verb"]));
        Assert.Equal("an input of the same name", pressed.Inputs["id"]);
    }

    private static HttpResponseMessage Member(FakeConnector.Call call) => FakeConnector.Json(
        """{"id":"29:jan","name":"Jan & Co","aadObjectId":"10000000-0000-4000-8000-000000000001"}""");

    private static JsonObject Mentioning(string id)
    {
        var message = TeamsBed.Message("vraag <at>Jan</at> om hulp");
        message["id"] = id;
        message["conversation"] = new JsonObject { ["id"] = "19:kbo@thread.tacv2;messageid=17", ["conversationType"] = "channel", ["tenantId"] = TeamsBed.Tenant };
        message["entities"] = new JsonArray(
            new JsonObject { ["type"] = "mention", ["text"] = "<at>Jan</at>", ["mentioned"] = new JsonObject { ["id"] = "29:jan", ["name"] = "Jan" } });
        return message;
    }

    private static JsonObject Submit()
    {
        var message = TeamsBed.Message();
        message.Remove("text");
        message["replyToId"] = "1795";
        message["value"] = JsonNode.Parse("""{"verb":"form.submit","_press":{"draft":"d1"},"name":"Zon","empty":"","none":null}""");
        return message;
    }

    private static JsonObject Invoke()
    {
        var message = TeamsBed.Message();
        message["type"] = "invoke";
        message["name"] = "adaptiveCard/action";
        message["replyToId"] = "1795";
        message["value"] = JsonNode.Parse("""{"action":{"type":"Action.Execute","verb":"form.submit","data":{"_press":{"draft":"d1"},"name":"Zon"}}}""");
        return message;
    }

    private static ValueTask<Answer> Answer(params Utterance[] utterances) => new(new Answer(utterances));
}
