using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Upcm.Benchmarks.Doors;
using Upcm.Bot.Channels.Teams;
using Upcm.Bot.Channels.Teams.Authentication;

namespace Upcm.Benchmarks.Fuzzing;

/// <summary>Good tokens with something changed: none may be taken, and the good ones must be.</summary>
internal sealed class FuzzedTokens : IFuzzed
{
    private const int Good = 32;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_-_+/=. ,%\t\0\u00e9";
    private readonly string[] good;
    private readonly Authority authority;
    private readonly ServiceProvider services;
    private readonly TokenCheck check;
    private readonly RSA attacker = RSA.Create(2048);

    private FuzzedTokens(Authority authority)
    {
        this.authority = authority;
        services = new ServiceCollection().AddLogging().AddSingleton<IHostEnvironment>(new Development())
            .AddTeams(new ConfigurationBuilder().AddInMemoryCollection(authority.Settings).Build()).BuildServiceProvider();
        check = services.GetRequiredService<TokenCheck>();
        var now = TimeProvider.System.GetUtcNow();
        good = [.. Enumerable.Range(0, Good).Select(i => Issuer.Token(now, claims => (claims["exp"], claims["serviceurl"]) = (now.AddHours(20).ToUnixTimeSeconds(), $"https://smba.trafficmanager.net/{i}/")))];
    }

    public static async Task<IFuzzed> Start() => new FuzzedTokens(await Authority.Start());

    public async ValueTask<string?> Try(PCG chance)
    {
        var token = chance.Pick(good);
        if (chance.OneIn(500))
        {
            return await check.Check($"Bearer {token}", default) is null ? "a good token was refused" : null;
        }

        var authorization = chance.Next(10) switch
        {
            < 4 => "Bearer " + Twist.Text(token, Letters, chance),
            4 => Twist.Text("Bearer " + token, Letters, chance),
            5 => "Bearer " + Mixed(token, chance.Pick(good), chance.Pick(good)),
            6 => "Bearer " + Resigned(token, chance),
            7 => "Bearer " + string.Join('.', token.Split('.').Select(part => chance.OneIn(2) ? Issuer.Encode(Twist.Words(chance)) : part)),
            8 when chance.OneIn(8) => "Bearer " + Bad(chance),
            _ => chance.OneIn(2) ? "Bearer " + Twist.Words(chance) : Twist.Words(chance),
        };
        // "bearer" is as good as "Bearer" (RFC 7235), and a change may have undone itself.
        var same = authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && good.Contains(authorization["Bearer ".Length..]);
        return !same && await check.Check(authorization, default) is not null ? $"taken: {authorization}" : null;
    }

    public async ValueTask DisposeAsync()
    {
        attacker.Dispose();
        await services.DisposeAsync();
        await authority.DisposeAsync();
    }

    private static string Mixed(string one, string other, string third) => $"{one.Split('.')[0]}.{other.Split('.')[1]}.{third.Split('.')[2]}";

    /// <summary>Another payload, signed with a key that is not the issuer's, in one way or another.</summary>
    private string Resigned(string token, PCG chance)
    {
        var (header, payload) = (Issuer.Header(), Json(token.Split('.')[1]));
        Twist.Json(chance.OneIn(2) ? header : payload, chance);
        var text = $"{Issuer.Encode(header.ToJsonString())}.{Issuer.Encode(payload.ToJsonString())}";
        return chance.Next(8) switch
        {
            0 => Issuer.Sign(header.ToJsonString(), payload.ToJsonString(), attacker),
            1 => $"{text}.{Encoded(HMACSHA256.HashData(Issuer.KeyOf(Issuer.Kid).ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(text)))}",
            2 => text + ".",
            _ => $"{text}.{token.Split('.')[2]}",
        };
    }

    /// <summary>Rightly signed, and not to be taken for what it says.</summary>
    private static string Bad(PCG chance)
    {
        var now = TimeProvider.System.GetUtcNow();
        var far = 600 + (long)chance.Next(1_000_000);
        return Issuer.Token(
            now,
            claims =>
            {
                switch (chance.Next(7))
                {
                    case 0:
                        claims["aud"] = Twist.Words(chance);
                        break;
                    case 1:
                        claims["iss"] = Twist.Words(chance);
                        break;
                    case 2:
                        claims["exp"] = now.ToUnixTimeSeconds() - far;
                        break;
                    case 3:
                        claims["nbf"] = now.ToUnixTimeSeconds() + far;
                        break;
                    case 4:
                        claims["exp"] = now.ToUnixTimeSeconds() + 86_400 + far;
                        break;
                    case 5:
                        claims.Remove(chance.Pick<string>(["iss", "aud", "exp"]));
                        break;
                    default:
                        claims[chance.Pick<string>(["exp", "nbf", "iat", "aud", "iss"])] = chance.OneIn(2) ? Twist.Words(chance) : new JsonArray(Issuer.AppId);
                        break;
                }
            });
    }

    private static JsonObject Json(string part) => JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(part))!.AsObject();

    private static string Encoded(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
