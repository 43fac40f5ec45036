using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Upcm.Bot.Health;

/// <summary>
/// When the certificate ends that others see at the address of the bot. It stands in the proxy before the bot, so it is looked at
/// from outside, twice a day and in the background; where that address cannot be reached from here nothing is known.
/// </summary>
internal sealed class HomeCertificate(Uri home, TimeProvider time, Func<Uri, CancellationToken, Task<DateTimeOffset>>? look = null)
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(12);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Func<Uri, CancellationToken, Task<DateTimeOffset>> look = look ?? Look;
    private readonly Lock gate = new();
    private DateTimeOffset next = DateTimeOffset.MinValue;
    private DateTimeOffset? ends;

    /// <summary>As last seen; null where there is none or it was not seen yet.</summary>
    public DateTimeOffset? Ends()
    {
        if (home.Scheme != Uri.UriSchemeHttps)
        {
            return null;
        }

        lock (gate)
        {
            if (time.GetUtcNow() >= next)
            {
                next = time.GetUtcNow() + Between;
                LastLook = See();
            }

            return ends;
        }
    }

    /// <summary>Done when the last look has ended.</summary>
    internal Task LastLook { get; private set; } = Task.CompletedTask;

    private async Task See()
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience, time);
            var seen = await look(home, patience.Token);
            lock (gate)
            {
                ends = seen;
            }
        }
        catch (Exception unreachable) when (unreachable is SocketException or IOException or AuthenticationException or OperationCanceledException)
        {
            // What was known stays known: a certificate does not get longer by not being seen.
        }
    }

    private static async Task<DateTimeOffset> Look(Uri home, CancellationToken cancel)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(home.Host, home.Port, cancel);
        DateTimeOffset? seen = null;
        await using var stream = new SslStream(socket.GetStream(), leaveInnerStreamOpen: false, (_, certificate, _, problems) =>
        {
            if (certificate is not null)
            {
                using var shown = new X509Certificate2(certificate);
                seen = new DateTimeOffset(shown.NotAfter.ToUniversalTime());
            }

            return problems == SslPolicyErrors.None;
        });
        try
        {
            await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = home.Host }, cancel);
        }
        catch (AuthenticationException) when (seen is not null)
        {
            // One that does not hold any more is what is looked for: only its date is wanted, and nothing is sent.
        }

        return seen ?? throw new IOException("No certificate was shown.");
    }
}
