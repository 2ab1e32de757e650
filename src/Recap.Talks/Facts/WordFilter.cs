namespace Recap.Talks.Facts;

/// <summary>A bit for each word of a list: most words of a text are passed over by it alone.</summary>
/// <param name="bits">The number of bits is two to the power of this; small enough to stay near the processor.</param>
internal sealed class WordFilter(int bits)
{
    private readonly ulong[] _words = new ulong[1 << (bits - 6)];

    /// <summary>A filter of words.</summary>
    public static WordFilter Of(int bits, IEnumerable<string> words)
    {
        var filter = new WordFilter(bits);
        foreach (var word in words)
        {
            filter.Add(WordHash.Of(word));
        }

        return filter;
    }

    public void Add(uint hash) => _words[WordHash.Fold(hash, bits) >> 6] |= 1UL << WordHash.Fold(hash, bits);

    /// <summary>False only where no word of the list has this hash.</summary>
    public bool MayHold(uint hash) => WordHash.Fold(hash, bits) is var bit && (_words[bit >> 6] & (1UL << bit)) != 0;
}
