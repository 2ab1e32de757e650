using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Recap.Server.Security;

/// <summary>
/// Makes keys and tells them: <c>recap_{id}_{secret}</c>, the secret 256 random bits. That many cannot be guessed, so a
/// plain SHA-256 keeps them; a slow hash is for what people think up.
/// </summary>
internal static class KeyToken
{
    private const string Prefix = "recap_";
    private const int IdBytes = 6;
    private const int SecretBytes = 32;

    /// <summary>Length of every key, in characters.</summary>
    public static readonly int Length = Prefix.Length + (IdBytes * 2) + 1 + Base64Url.GetEncodedLength(SecretBytes);

    public static (string Id, string Token) Make()
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        return (id, $"{Prefix}{id}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}");
    }

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>The public name of what may be a key.</summary>
    public static bool TryReadId(string token, [NotNullWhen(true)] out string? id)
    {
        id = token.Length == Length && token.StartsWith(Prefix, StringComparison.Ordinal) ? token.Substring(Prefix.Length, IdBytes * 2) : null;
        return id is not null;
    }

    /// <summary>Whether a key has a hash; takes as long for a wrong one as for the right one.</summary>
    public static bool Has(string token, string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(token)), Encoding.ASCII.GetBytes(hash));
}
