using System.Numerics;
using System.Text;

namespace Recap.Talks.Facts;

/// <summary>
/// A list of words too long for a <see cref="Vocabulary{TSense}"/>, asked whatever their capitals. Those that share a part of their hash stand one behind the other in one text,
/// so that a word is looked up at two places of memory, and most that are not listed at one that is at hand.
/// </summary>
internal sealed class WordTable
{
    // Bits of the filter for each of a word's.
    private const int FilterBits = 3;

    // The fewest of its own.
    private const int SmallestFilter = 6;

    private const char Stop = '\n';

    private readonly int _bits;
    private readonly WordFilter _filter;

    // Each with a stop behind it.
    private readonly string _words;

    // Where those of each part of the hash begin, and behind them where the last end.
    private readonly int[] _starts;

    /// <param name="words">The words; plain letters.</param>
    public WordTable(IReadOnlyCollection<string> words)
    {
        _bits = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)words.Count));
        _filter = new WordFilter(Math.Max(SmallestFilter, _bits + FilterBits));
        _starts = new int[(1 << _bits) + 1];
        var buckets = words.ToLookup(word => WordHash.Fold(WordHash.Of(word), _bits));
        var text = new StringBuilder();
        for (var bucket = 0; bucket < 1 << _bits; bucket++)
        {
            foreach (var word in buckets[bucket])
            {
                _filter.Add(WordHash.Of(word));
                text.Append(word).Append(Stop);
            }

            _starts[bucket + 1] = text.Length;
        }

        _words = text.ToString();
    }

    /// <summary>Whether a word is in the list.</summary>
    public bool Contains(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || WordHash.Of(word) is var hash && !_filter.MayHold(hash))
        {
            return false;
        }

        var bucket = WordHash.Fold(hash, _bits);
        var same = _words.AsSpan(_starts[bucket].._starts[bucket + 1]);
        while (same.Length > word.Length)
        {
            if (same[word.Length] == Stop && same.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            same = same[(same.IndexOf(Stop) + 1)..];
        }

        return false;
    }
}
