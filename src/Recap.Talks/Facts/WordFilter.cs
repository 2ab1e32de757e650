namespace Recap.Talks.Facts;

/// <summary>Two bits for each word of a list: most words of a text are passed over by them alone.</summary>
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

    public void Add(uint hash) => Place(hash) |= Bits(hash);

    /// <summary>False only where no word of the list has this hash.</summary>
    public bool MayHold(uint hash) => (Place(hash) & Bits(hash)) == Bits(hash);

    private ref ulong Place(uint hash) => ref _words[WordHash.Fold(hash, bits - 6)];

    private static ulong Bits(uint hash) => 1UL << (int)(hash >> 26) | 1UL << (int)(hash >> 20);
}
