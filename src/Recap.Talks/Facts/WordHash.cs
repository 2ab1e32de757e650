namespace Recap.Talks.Facts;

/// <summary>Tells words apart by a few of their letters, whatever their capitals: what is none of a list is passed over without a look at the list.</summary>
internal static class WordHash
{
    /// <summary>A number that equal words share, and few others.</summary>
    /// <param name="word">The word; one letter or longer.</param>
    public static uint Of(ReadOnlySpan<char> word)
    {
        // Sums of products, none of which waits for another.
        var inner = (Folded(word[word.Length / 4]) * 0x9E37_79B1) + (Folded(word[word.Length / 2]) * 0x85EB_CA77);
        var outer = (Folded(word[0]) * 0xC2B2_AE3D) + (Folded(word[^1]) * 0x27D4_EB2Fu);
        var hash = inner + outer + (Folded(word[word.Length - (word.Length / 4) - 1]) * 0x1656_67B1u) + ((uint)word.Length * 0x7FEB_352Du);
        return hash ^ (hash >> 15);
    }

    /// <summary>A letter or digit whatever its capitals, for those of Western Europe but the ligature of "œuvre": their capitals are one bit away.</summary>
    public static uint Folded(char letterOrDigit) => letterOrDigit & 0x1Fu;

    /// <summary>A number of so many bits that hangs on all bits of a hash.</summary>
    public static int Fold(uint hash, int bits) => (int)((hash ^ (hash >> bits)) & ((1u << bits) - 1));
}
