using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Upcm.Bot.Channels.Teams.Authentication;
using Upcm.Bot.Conversation;

namespace Upcm.Bot.Channels.Teams;

/// <summary>The door: where Teams posts what happened.</summary>
internal sealed class TeamsEndpoint(
    TokenCheck tokens, ServiceUrls serviceUrls, TenantPace pace, TeamsTurn turn, TurnsUnderWay underWay, IOptions<TeamsOptions> options, IHostEnvironment environment, ILogger<TeamsEndpoint> log)
{
    private const int LargestBody = 256 * 1024;

    /// <summary>Names, values and brackets: ten times what comes in when a team of 200 is added. What is not known is kept as it came, which costs memory by the piece.</summary>
    private const int MostTokens = 20_000;

    private static readonly JsonReaderOptions Nested = new() { MaxDepth = 64 };

    public async Task Handle(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method))
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        var (caller, refusal) = await Caller(context);
        if (refusal != 0)
        {
            context.Response.StatusCode = refusal;
            return;
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
            || (type.CharSet is { } charset && !string.Equals(charset.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        var (activity, status) = await Body(context);
        if (activity is null)
        {
            context.Response.StatusCode = status;
            return;
        }

        if (Refusal(activity, caller) is { } reason)
        {
            log.LogWarning("An activity was refused: {Reason}", reason);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        // Who shows no token has no budget of their own to spend: that is a developer's machine.
        if (caller is not null && pace.Wait(ActivityReader.Tenant(activity)) is { } wait)
        {
            log.LogWarning("Too much came in from a tenant: it has to wait");
            RetryAfter(context, wait);
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        if (!underWay.TryBegin())
        {
            RetryAfter(context, TurnsUnderWay.RetryAfter);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        try
        {
            await Take(context, activity);
        }
        finally
        {
            underWay.End();
        }
    }

    private async ValueTask<(Caller? Caller, int Refusal)> Caller(HttpContext context)
    {
        if (!options.Value.HasCredentials)
        {
            var local = environment.IsDevelopment() && context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from);
            return (null, local ? 0 : StatusCodes.Status401Unauthorized);
        }

        try
        {
            var authorization = context.Request.Headers.Authorization;
            var caller = await tokens.Check(authorization.Count == 1 ? authorization[0] : null, context.RequestAborted);
            return (caller, caller is null ? StatusCodes.Status401Unauthorized : 0);
        }
        catch (KeysUnavailableException problem)
        {
            RetryAfter(context, problem.After);
            return (null, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static void RetryAfter(HttpContext context, TimeSpan wait) =>
        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private static async ValueTask<(Activity? Activity, int Status)> Body(HttpContext context)
    {
        if (context.Request.ContentLength > LargestBody)
        {
            return (null, StatusCodes.Status413PayloadTooLarge);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestBody;
        }

        try
        {
            var read = await context.Request.BodyReader.ReadAtLeastAsync(LargestBody + 1, context.RequestAborted);
            var activity = read.Buffer.Length <= LargestBody ? Parse(context.Request.BodyReader, read.Buffer) : throw new BadHttpRequestException("", StatusCodes.Status413PayloadTooLarge);
            return activity is { Type.Length: > 0, Conversation.Id.Length: > 0, From.Id.Length: > 0 } && (activity.Type != "invoke" || activity.Name is { Length: > 0 })
                ? (activity, 0)
                : (null, StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException problem)
        {
            return (null, problem.StatusCode);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
    }

    private static Activity? Parse(PipeReader from, in ReadOnlySequence<byte> body)
    {
        try
        {
            var count = new Utf8JsonReader(body, Nested);
            for (var tokens = 0; count.Read(); tokens++)
            {
                if (tokens == MostTokens)
                {
                    throw new JsonException("More in it than any activity has.");
                }
            }

            var reader = new Utf8JsonReader(body, Nested);
            return JsonSerializer.Deserialize(ref reader, ActivityJson.Default.Activity);
        }
        finally
        {
            from.AdvanceTo(body.End);
        }
    }

    private string? Refusal(Activity activity, Caller? caller)
    {
        if (!serviceUrls.Allows(activity.ServiceUrl))
        {
            return "the service address is not on the list";
        }

        if (caller is not null)
        {
            if (caller.ServiceUrl is null || caller.ServiceUrl != activity.ServiceUrl)
            {
                return "the service address is not the one in the token";
            }

            if (activity.ChannelId != TeamsChannel.ChannelName || !caller.Endorsements.Contains(TeamsChannel.ChannelName))
            {
                return "the channel is not endorsed";
            }
        }

        var tenant = ActivityReader.Tenant(activity);
        return tenant.Length > 0 && options.Value.AllowsTenant(tenant) ? null : "the tenant is not allowed";
    }

    private async Task Take(HttpContext context, Activity activity)
    {
        Arrival? arrival;
        try
        {
            arrival = ActivityReader.Read(activity);
        }
        catch (Exception problem) when (problem is FormatException or InvalidOperationException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (activity.Type == "invoke")
        {
            if (arrival is null)
            {
                context.Response.StatusCode = StatusCodes.Status501NotImplemented;
                return;
            }

            var answer = await turn.Invoke(activity, arrival);
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = answer.Length;
            await context.Response.Body.WriteAsync(answer, context.RequestAborted);
            return;
        }

        if (arrival is not null)
        {
            await turn.Take(activity, arrival);
        }
    }
}
