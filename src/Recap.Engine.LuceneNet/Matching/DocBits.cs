using System.Numerics;
using System.Runtime.InteropServices;
using Lucene.Net.Util;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>Sets of documents as bits, 64 a word.</summary>
internal static class DocBits
{
    public const int Shift = 6;

    public const int PerWord = 1 << Shift;

    /// <summary>Words that hold so many documents.</summary>
    public static int WordsFor(int documents) => (documents + PerWord - 1) >> Shift;

    /// <summary>The words of a set; a copy.</summary>
    public static ulong[] Of(FixedBitSet set) => MemoryMarshal.Cast<long, ulong>(set.GetBits().AsSpan(0, WordsFor((int)set.Length))).ToArray();

    public static int Count(ReadOnlySpan<ulong> set)
    {
        var count = 0;
        foreach (var word in set)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>How many documents are in both sets, which are of one length.</summary>
    public static int CountOfBoth(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
    {
        var count = 0;
        for (var i = 0; i < one.Length && i < other.Length; i++)
        {
            count += BitOperations.PopCount(one[i] & other[i]);
        }

        return count;
    }

    /// <summary>Writes the documents of a set in ascending order.</summary>
    /// <param name="set">The set.</param>
    /// <param name="docs">Has room for all of them.</param>
    public static void CopyTo(ReadOnlySpan<ulong> set, Span<int> docs)
    {
        var count = 0;
        foreach (var doc in In(set))
        {
            docs[count++] = doc;
        }
    }

    /// <summary>The documents of a set in ascending order, for a loop.</summary>
    public static Enumerator In(ReadOnlySpan<ulong> set) => new(set);

    /// <summary>Goes through a set.</summary>
    public ref struct Enumerator(ReadOnlySpan<ulong> set)
    {
        private readonly ReadOnlySpan<ulong> _set = set;
        private int _word = -1;
        private ulong _left;

        /// <summary>The document.</summary>
        public int Current { readonly get; private set; }

        public readonly Enumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_left == 0)
            {
                if (++_word >= _set.Length)
                {
                    return false;
                }

                _left = _set[_word];
            }

            Current = (_word << Shift) + BitOperations.TrailingZeroCount(_left);
            _left &= _left - 1;
            return true;
        }
    }
}
