using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Upcm.Bot.EndToEnd;

/// <summary>One person's playground within <see cref="SharedTeams"/>, with its own names for the messages all of them see.</summary>
internal sealed class Seat(Playground playground) : IAsyncDisposable
{
    private const string ThreadMark = ";messageid=";
    private readonly ConcurrentDictionary<string, string> localByShared = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> sharedByLocal = new(StringComparer.Ordinal);
    private readonly HttpClient http = new() { BaseAddress = new Uri(playground.Address, "_connector/") };

    public Playground Playground => playground;

    public Person Person => playground.Person;

    public void Know(string local, string shared)
    {
        localByShared[shared] = local;
        sharedByLocal[local] = shared;
    }

    public bool Knows(string local) => sharedByLocal.ContainsKey(local);

    public string Local(string shared) => localByShared.GetValueOrDefault(shared, shared);

    public string Shared(string local) => sharedByLocal.GetValueOrDefault(local, local);

    public string LocalConversation(string shared) => Rename(shared, Local);

    public string SharedConversation(string local) => Rename(local, Shared);

    /// <summary>The message that a channel conversation hangs below; nothing for a chat or a channel itself.</summary>
    public static string? ThreadOf(string conversation) =>
        conversation.Split(ThreadMark) is [_, var message] ? message : null;

    /// <summary>Asks this playground's connector.</summary>
    public async Task<(int Status, JsonNode? Answer)> AskAsync(string method, string path, JsonNode? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    public async Task<(int Status, string? Id)> PostAsync(string conversation, JsonNode message)
    {
        var (status, answer) = await AskAsync(
            HttpMethods.Post, $"v3/conversations/{Uri.EscapeDataString(conversation)}/activities", message);
        return (status, (string?)answer?["id"]);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await playground.DisposeAsync();
    }

    private static string Rename(string conversation, Func<string, string> name) =>
        conversation.Split(ThreadMark) is [var channel, var message] ? $"{channel}{ThreadMark}{name(message)}" : conversation;
}
