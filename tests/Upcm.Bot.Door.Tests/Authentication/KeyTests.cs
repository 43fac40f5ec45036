using System.Net;
using System.Text.Json.Nodes;
using Upcm.Benchmarks.Doors;

namespace Upcm.Bot.Door.Tests.Authentication;

/// <summary>The issuer's keys over time: rotated, late, odd, and not to be had.</summary>
public sealed class KeyTests
{
    [Fact]
    public async Task Everybody_who_comes_while_the_keys_are_first_read_is_let_in()
    {
        await using var bed = await TeamsBed.Guarded();
        var read = new TaskCompletionSource();
        bed.Authority.Until = read.Task;
        Task<HttpResponseMessage>[] coming = [.. Enumerable.Range(0, 10).Select(i => bed.Post(Knock.With("id", $"a{i}"), bed.Token()))];
        while (bed.Authority.Calls == 0)
        {
            await Task.Yield();
        }

        read.SetResult();
        Assert.All(await Task.WhenAll(coming), response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.Equal(1, bed.Authority.Reads);
    }

    [Fact]
    public async Task A_new_key_is_found_and_one_that_was_withdrawn_is_not_believed_after_twelve_hours()
    {
        await using var bed = await TeamsBed.Guarded();
        await Status(bed, "one", 200);
        bed.Authority.Issuer.Published = ["two"];
        bed.Time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        await Status(bed, "two", 401);
        bed.Time.Advance(TimeSpan.FromTicks(1));
        await Status(bed, "two", 200);
        await Status(bed, "one", 401);
    }

    [Fact]
    public async Task Known_keys_are_read_again_every_twelve_hours()
    {
        await using var bed = await TeamsBed.Guarded();
        await Status(bed, "one", 200);
        bed.Authority.Issuer.Published = ["two"];
        bed.Time.Advance(TimeSpan.FromHours(12) - TimeSpan.FromTicks(1));
        await Status(bed, "one", 200);
        Assert.Equal(1, bed.Authority.Reads);
        bed.Time.Advance(TimeSpan.FromTicks(1));
        await Status(bed, "one", 401);
        Assert.Equal(2, bed.Authority.Reads);
    }

    [Fact]
    public async Task Keys_that_cannot_be_used_are_passed_over()
    {
        await using var bed = await TeamsBed.Guarded();
        var good = JsonNode.Parse(bed.Authority.Issuer.Keys())!["keys"]![0]!;
        JsonArray keys = [Without(good, "kid"), Without(good, "n", "half"), Without(good, "e", "other"), Without(good, "kty", "kind"), good.DeepClone(), good.DeepClone()];
        keys[3]!["kty"] = "EC";
        bed.Authority.Instead = address => address.AbsolutePath.EndsWith("/keys", StringComparison.Ordinal)
            ? FakeConnector.Json(new JsonObject { ["keys"] = keys.DeepClone() }.ToJsonString())
            : null;
        await Status(bed, "one", 200);
        foreach (var kid in new[] { "half", "other", "kind" })
        {
            await Knock.Refused(bed, await bed.Post(TeamsBed.Message(), bed.Token(header: header => header["kid"] = kid)));
        }
    }

    [Theory]
    [InlineData("[\"webchat\",\"msteams\"]", 200)]
    [InlineData("[]", 403)]
    [InlineData("\"msteams\"", 403)]
    [InlineData("{\"channel\":\"msteams\"}", 403)]
    [InlineData("[\"MSTEAMS\"]", 403)]
    [InlineData(null, 403)]
    public async Task A_key_vouches_for_the_channels_that_it_names(string? endorsements, int status)
    {
        await using var bed = await TeamsBed.Guarded();
        var key = JsonNode.Parse(bed.Authority.Issuer.Keys())!["keys"]![0]!.DeepClone().AsObject();
        key.Remove("endorsements");
        if (endorsements is not null)
        {
            key["endorsements"] = JsonNode.Parse(endorsements);
        }

        bed.Authority.Instead = address => address.AbsolutePath.EndsWith("/keys", StringComparison.Ordinal)
            ? FakeConnector.Json(new JsonObject { ["keys"] = new JsonArray(key.DeepClone()) }.ToJsonString())
            : null;
        await Status(bed, "one", status);
    }

    [Theory]
    [InlineData("""{"issuer":"https://api.botframework.com","jwks_uri":"http://login.botframework.com/v1/.well-known/keys"}""")]
    [InlineData("no json")]
    [InlineData("{}")]
    public async Task Metadata_that_is_odd_or_leads_to_an_open_line_is_none(string metadata)
    {
        await using var bed = await TeamsBed.Guarded();
        bed.Authority.Instead = address => address.AbsolutePath.EndsWith("/keys", StringComparison.Ordinal) ? null : FakeConnector.Json(metadata);
        using var response = await bed.Post(TeamsBed.Message(), bed.Token());
        Assert.True(response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.Unauthorized);
        Assert.Equal(0, bed.Authority.Reads);
        Assert.True(bed.LeftNoTrace);
    }

    [Fact]
    public async Task Row_25_without_the_issuer_known_keys_work_and_unknown_keys_wait()
    {
        await using var bed = await TeamsBed.Guarded();
        await Status(bed, "one", 200);
        bed.Authority.Down = true;
        bed.Time.Advance(TimeSpan.FromHours(13));
        await Status(bed, "one", 200);
        using var unknown = await bed.Post(TeamsBed.Message(), bed.Token(kid: "two"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromMinutes(5)), (unknown.StatusCode, unknown.Headers.RetryAfter!.Delta));
        Assert.True(bed.LeftNoTrace);
        Assert.Equal(["Error: The keys of https://api.botframework.com could not be read"], bed.Log.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal)));
        bed.Authority.Down = false;
        bed.Time.Advance(TimeSpan.FromMinutes(5));
        await Status(bed, "two", 401);
    }

    private static JsonObject Without(JsonNode key, string name, string? kid = null)
    {
        var copy = key.DeepClone().AsObject();
        copy.Remove(name);
        if (kid is not null)
        {
            copy["kid"] = kid;
        }

        return copy;
    }

    private static async Task Status(TeamsBed bed, string kid, int status)
    {
        using var response = await bed.Post(TeamsBed.Message(), bed.Token(kid: kid));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.True(status == 200 || bed.LeftNoTrace);
    }
}
