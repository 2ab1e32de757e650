using System.Security.Cryptography;
using System.Text;

namespace Recap.Engine.LuceneNet.Schema;

/// <summary>Keeps names within what the index takes as one term.</summary>
internal static class TermText
{
    /// <summary>Characters kept; a term may hold 32,766 bytes.</summary>
    private const int Kept = 1000;

    /// <summary>The name itself, or its beginning and a digest of all of it where it is very long.</summary>
    public static string Of(string name) => name.Length <= Kept
        ? name
        : name[..Kept] + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
