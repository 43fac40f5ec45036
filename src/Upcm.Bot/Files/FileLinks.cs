using System.Text.Json;
using System.Text.Json.Serialization;
using Upcm.Bot.Addresses;

namespace Upcm.Bot.Files;

/// <summary>Addresses of files: each opens one file of one workspace, for as long as it is kept.</summary>
/// <param name="home">Where the bot is reached from outside, over https.</param>
/// <param name="key">At least 32 secret bytes, the same on every replica.</param>
public sealed class FileLinks(Uri home, byte[] key, TimeProvider clock)
{
    private const byte Kind = (byte)'f';

    private readonly Uri folder = home.Below("files/");
    private readonly SignedTokens tokens = new(key, clock);

    public Uri Address(KeptFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var ticket = JsonSerializer.SerializeToUtf8Bytes(new FileTicket(file.Workspace.Value, file.Id, file.Name), FileJson.Default.FileTicket);
        return new Uri(folder, tokens.Sign(Kind, ticket, file.Ends));
    }

    /// <summary>Which file an address of ours opens; null for an address that is not ours or has ended.</summary>
    public FileTicket? Read(string token) =>
        tokens.Read(token) is { Kind: Kind, HasEnded: false } read ? JsonSerializer.Deserialize(read.Content.Span, FileJson.Default.FileTicket) : null;
}

public sealed record FileTicket(string Workspace, string Id, string Name);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FileTicket))]
internal sealed partial class FileJson : JsonSerializerContext;
