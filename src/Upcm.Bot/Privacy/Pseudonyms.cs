using System.Security.Cryptography;
using System.Text;
using Upcm.Domain;

namespace Upcm.Bot.Privacy;

/// <summary>
/// What stands for a person where they must not be named: in logs, in the audit log, and in records after they were erased. The
/// same person of the same workspace always has the same one; who has no key cannot make or guess it.
/// </summary>
/// <param name="key">At least 32 secret bytes, kept apart from what it is used for.</param>
public sealed class Pseudonyms(byte[] key)
{
    public const string FileName = "pseudonyms.key";

    private const int Length = 10; // bytes

    /// <summary>20 hexadecimal digits.</summary>
    public string Of(WorkspaceId workspace, PersonId person) => Digest($"person\n{workspace}\n{person}");

    /// <summary>20 hexadecimal digits.</summary>
    public string Of(WorkspaceId workspace) => Digest($"workspace\n{workspace}");

    private string Digest(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)).AsSpan(0, Length));
}
