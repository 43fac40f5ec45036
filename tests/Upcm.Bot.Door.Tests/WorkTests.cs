using System.Net;
using System.Text.Json.Nodes;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Door.Tests;

/// <summary>Work done twice, or by who may not. The numbers are those of the table in the design of the door.</summary>
public sealed class WorkTests
{
    private static readonly WorkspaceId Here = new(TeamsBed.Tenant);
    private int messages;

    [Fact]
    public async Task Row_19_the_same_message_again_also_at_once_has_its_effect_once()
    {
        await using var bed = await TeamsBed.Whole();
        await SayAll(bed, "sanne", "meld initiatief", "Batterijen uit de regio", "Hergebruik van batterijen", "team realisatie");
        var last = Message("sanne", "ja");
        Assert.All(
            await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => bed.Post((JsonObject)last.DeepClone(), bed.Token()))),
            response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.Equal(1, await Initiatives(bed));
        using var later = await bed.Post(last, bed.Token());
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
        Assert.Equal(1, await Initiatives(bed));
        Assert.Equal((0, 0), (bed.Changes, bed.Calls));
    }

    [Fact]
    public async Task Row_19_the_same_click_under_a_new_id_has_its_effect_once()
    {
        await using var bed = await TeamsBed.Whole();
        await SayAll(bed, "sanne", "meld initiatief", "Batterijen uit de regio", "Hergebruik van batterijen", "team realisatie");
        var click = Data(bed, "form.confirm");
        foreach (var _ in Enumerable.Range(0, 3))
        {
            using var response = await bed.Post(Submit("sanne", click), bed.Token());
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(1, await Initiatives(bed));
        }

        Assert.Contains("niets dubbel", Last(bed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_click_that_brings_what_was_missing_records_it()
    {
        await using var bed = await TeamsBed.Whole();
        await SayAll(bed, "sanne", "meld initiatief");
        var click = Data(bed, "form.submit");
        (click["verb"], click["title"], click["result"], click["team"]) = ("form.confirm", "Batterijen uit de regio", "Hergebruik van batterijen", "realisatie");
        using var response = await bed.Post(Submit("sanne", click), bed.Token());
        Assert.Equal(1, await Initiatives(bed));
        Assert.Contains("Batterijen uit de regio", Last(bed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_20_somebody_elses_form_is_not_filled_in_and_the_answer_says_whose_it_is()
    {
        await using var bed = await TeamsBed.Whole();
        await SayAll(bed, "sanne", "meld initiatief", "Batterijen uit de regio", "Hergebruik van batterijen", "team realisatie");
        var click = Data(bed, "form.confirm");
        using var response = await bed.Post(Submit("piet", click), bed.Token());
        Assert.Equal((HttpStatusCode.OK, 0), (response.StatusCode, (int)await Initiatives(bed)));
        Assert.Contains("van iemand anders", Last(bed), StringComparison.Ordinal);
        click["title"] = "Iets anders";
        click["verb"] = "form.submit";
        using var changing = await bed.Post(Submit("piet", click), bed.Token());
        await SayAll(bed, "sanne", "ja");
        Assert.Contains("Batterijen uit de regio", Last(bed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_20_a_record_of_somebody_elses_is_not_changed_and_the_answer_says_who_may()
    {
        await using var bed = await TeamsBed.Whole();
        await Register(bed);
        await SayAll(bed, "piet", "bewerk 26-001");
        Assert.Contains("kan hier alleen", Last(bed), StringComparison.Ordinal);
        Assert.Contains("wie het aanmeldde (sanne)", Last(bed), StringComparison.Ordinal);
        Assert.DoesNotContain("Input.Text", Last(bed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_20_a_record_of_another_workspace_is_not_there()
    {
        await using var bed = await TeamsBed.Start("Production", new(TeamsBed.Credentials)
        {
            ["Teams:AllowedTenants:0"] = TeamsBed.Tenant,
            ["Teams:AllowedTenants:1"] = "elsewhere",
        });
        bed.BeWhole();
        await SayAll(bed, "sanne", "meld initiatief", "Batterijen uit de regio", "Hergebruik van batterijen", "team realisatie");
        var click = Data(bed, "form.confirm");
        var foreign = Submit("sanne", click);
        foreign["conversation"]!["tenantId"] = "elsewhere";
        using var response = await bed.Post(foreign, bed.Token());
        Assert.Equal((HttpStatusCode.OK, 0), (response.StatusCode, (int)await Initiatives(bed)));
        Assert.DoesNotContain("Batterijen", Last(bed), StringComparison.Ordinal);
        await SayAll(bed, "sanne", "ja");
        var asking = Message("piet", "toon 26-001");
        asking["conversation"]!["tenantId"] = "elsewhere";
        using var asked = await bed.Post(asking, bed.Token());
        Assert.DoesNotContain("Batterijen", Last(bed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_22_markup_in_names_and_answers_is_shown_as_text_everywhere()
    {
        const string Title = "<b>Zon</b> [klik](https://evil.example) **vet** <at>Jan</at>";
        await using var bed = await TeamsBed.Whole();
        await SayAll(bed, "<at>Sanne</at> [x](https://evil.example)", "meld initiatief", Title, "Zie <script>alert(1)</script> en https://evil.example/pad", "team realisatie", "ja");
        await SayAll(bed, "piet", "toon 26-001", "geschiedenis 26-001", "zoek zon", "portfolio realisatie", "bewerk 26-001");
        Assert.Contains(bed.Connector.Calls, call => call.Body!.ToString().Contains("klik", StringComparison.Ordinal));
        var texts = bed.Connector.Calls.SelectMany(call => Texts(call.Body)).ToList();
        Assert.NotEmpty(texts);
        Assert.All(texts, text =>
        {
            Assert.DoesNotMatch(@"(?<!\\)\]\(", text);
            Assert.DoesNotContain("**vet**", text, StringComparison.Ordinal);
        });
        Assert.All(bed.Connector.Calls, call => Assert.Null(call.Body?["entities"]));
        Assert.All(
            bed.Connector.Calls.Where(call => call.Body?["attachments"] is not null),
            call => Assert.DoesNotContain("<at>", call.Body!["attachments"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal));
    }

    /// <summary>Texts that a client may read as markdown: not those of plain messages, nor of the runs of a RichTextBlock.</summary>
    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => field.Key switch
        {
            "text" when (string?)fields["textFormat"] == "plain" || (string?)fields["type"] == "TextRun" => [],
            "text" or "title" when field.Value is JsonValue value && (string?)fields["type"] is not ("Input.Text" or "Input.Toggle") && !((string?)fields["type"] ?? "").StartsWith("Action.", StringComparison.Ordinal) => [(string?)value ?? ""],
            "data" => [],
            _ => Texts(field.Value),
        }),
        JsonArray list => list.SelectMany(Texts),
        _ => [],
    };

    private static async ValueTask<long> Initiatives(TeamsBed bed) => await bed.Store.Count(Here, Tally.Prefix + Tallies.All, TestContext.Current.CancellationToken);

    private static string Last(TeamsBed bed) => bed.Connector.Calls.Last().Body!.ToString();

    /// <summary>What the button of the last card sends.</summary>
    private static JsonObject Data(TeamsBed bed, string verb)
    {
        JsonObject? found = null;
        Look(bed.Connector.Calls.Last().Body);
        return (JsonObject)found!.DeepClone();

        void Look(JsonNode? node)
        {
            if (node is JsonObject fields)
            {
                found = fields["data"] is JsonObject data && (string?)data["verb"] == verb ? data : found;
                fields.ToList().ForEach(field => Look(field.Value));
            }
            else if (node is JsonArray list)
            {
                list.ToList().ForEach(Look);
            }
        }
    }

    private Task Register(TeamsBed bed) =>
        SayAll(bed, "sanne", "meld initiatief", "Batterijen uit de regio", "Hergebruik van batterijen", "team realisatie", "ja");

    private async Task SayAll(TeamsBed bed, string person, params string[] sentences)
    {
        foreach (var sentence in sentences)
        {
            bed.Time.Advance(TimeSpan.FromSeconds(1));
            using var response = await bed.Post(Message(person, sentence), bed.Token());
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    private JsonObject Message(string person, string text)
    {
        var message = TeamsBed.Message(text);
        message["id"] = $"{++messages}";
        var id = string.Concat(person.Where(char.IsAsciiLetter));
        message["from"] = new JsonObject { ["id"] = $"29:{id}", ["name"] = person, ["aadObjectId"] = $"aad-{id}" };
        message["conversation"]!["id"] = $"a:{id}";
        return message;
    }

    private JsonObject Submit(string person, JsonObject data)
    {
        var message = Message(person, "");
        message.Remove("text");
        message["replyToId"] = "m1";
        message["value"] = data.DeepClone();
        return message;
    }
}
