using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Recap.Talks;

namespace Recap.Engine.Indexing;

/// <summary>
/// Names the state of an indexed post in 64 hexadecimal digits. The first half hashes what it was read from, so that
/// an unchanged post need not be read; the second what became of it among the other posts of its source, so that a
/// post is written again where another one changed its event, ids or diagnostics.
/// </summary>
internal static class PostFingerprint
{
    private const int Half = 32;

    public static string Of(ReadPost post) =>
        (post.Told.AwaitsItsDay ? OfWaiting(post.InputHash) : post.InputHash) + Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new Outcome(post.Told.Talks, post.Told.Diagnostics, post.Series))))[..Half];

    /// <summary>Whether a post indexed under a fingerprint was read from the input of that hash.</summary>
    public static bool WasReadFrom(string? fingerprint, string? inputHash) =>
        fingerprint is not null && inputHash is { Length: Half } && fingerprint.StartsWith(inputHash, StringComparison.Ordinal);

    /// <summary>Hash of the input that a post was read from; of one in doubt, empty.</summary>
    public static string InputOf(string fingerprint) => fingerprint.Length > Half ? fingerprint[..Half] : "";

    // The file of a post that awaits its day does not tell when it is to be read again, so it is read every time.
    private static string OfWaiting(string inputHash) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(inputHash)))[..Half];

    private sealed record Outcome(ImmutableArray<Talk> Talks, ImmutableArray<Diagnostic> Diagnostics, PostInSeries? Series);
}
