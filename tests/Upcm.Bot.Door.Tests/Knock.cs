using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Upcm.Bot.Door.Tests;

/// <summary>What knocking at the door comes to.</summary>
internal static class Knock
{
    /// <summary>A message of which one thing is otherwise.</summary>
    public static JsonObject With(string name, string? value)
    {
        var message = TeamsBed.Message();
        message[name] = value;
        return message;
    }

    public static Task Refused(TeamsBed bed, HttpResponseMessage response) => Closed(bed, response, HttpStatusCode.Unauthorized);

    public static Task Forbidden(TeamsBed bed, HttpResponseMessage response) => Closed(bed, response, HttpStatusCode.Forbidden);

    /// <summary>A bare status, nothing written, nobody called.</summary>
    public static async Task Closed(TeamsBed bed, HttpResponseMessage response, HttpStatusCode status)
    {
        using (response)
        {
            Assert.Equal(status, response.StatusCode);
            Assert.Equal("", await response.Content.ReadAsStringAsync());
            Assert.True(bed.LeftNoTrace);
        }
    }

    /// <summary>What comes back to exactly these bytes, and after them one at a time for as long as the line holds.</summary>
    public static async Task<string> Raw(TeamsBed bed, string request, string slowly = "")
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, new Uri(bed.Address).Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream);
        var reading = reader.ReadToEndAsync();
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
        foreach (var sent in slowly)
        {
            if (await Task.WhenAny(reading, second.WaitForNextTickAsync().AsTask()) == reading)
            {
                break;
            }

            await stream.WriteAsync(new[] { (byte)sent });
        }

        return await reading;
    }
}
