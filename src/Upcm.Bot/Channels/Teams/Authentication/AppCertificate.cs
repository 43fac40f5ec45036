using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Upcm.Bot.Channels.Teams.Authentication;

/// <summary>The certificate that the bot signs in with, read anew each time: it may have been renewed.</summary>
internal sealed class AppCertificate(TeamsOptions options)
{
    /// <exception cref="CryptographicException">It is none, lacks its key, or has a key that the login does not take.</exception>
    /// <exception cref="IOException">There is no such file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public X509Certificate2 Read()
    {
        var password = options.CertificatePassword is { Length: > 0 } given ? given : null;
        var key = options.CertificateKey is { Length: > 0 } apart ? apart : null;
        var certificate = Path.GetExtension(options.Certificate).ToUpperInvariant() is ".PFX" or ".P12" ? X509CertificateLoader.LoadPkcs12FromFile(options.Certificate, password)
            : password is null ? X509Certificate2.CreateFromPemFile(options.Certificate, key)
            : X509Certificate2.CreateFromEncryptedPemFile(options.Certificate, password, key);
        using var rsa = certificate.GetRSAPrivateKey();
        return rsa is not null ? certificate : throw new CryptographicException("It has no RSA key.");
    }

    /// <summary>Null where the bot signs in otherwise. Throws as <see cref="Read"/>.</summary>
    public DateTimeOffset? Ends()
    {
        if (options.Certificate.Length == 0)
        {
            return null;
        }

        using var certificate = Read();
        return new DateTimeOffset(certificate.NotAfter.ToUniversalTime());
    }

    /// <summary>Why it cannot be used; null where it can, and where the bot signs in otherwise.</summary>
    public string? Problem()
    {
        try
        {
            Ends();
            return null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return unreadable.Message;
        }
    }
}
