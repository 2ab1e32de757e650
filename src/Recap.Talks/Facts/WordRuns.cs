using System.Buffers;
using System.Numerics;

namespace Recap.Talks.Facts;

/// <summary>
/// The words of a text: its longest runs of characters of a set. All are found in one go, by the edges of runs in sixty-four
/// characters at a time, so that what a word costs does not hang on guessing where it ends.
/// </summary>
internal ref struct WordRuns
{
    private const int Window = CharacterSet.Window;

    // Where words begin and end by turns.
    private readonly int[] _edges;
    private readonly int _count;
    private int _at = -2;

    /// <param name="text">The text.</param>
    /// <param name="characters">The characters of which words consist.</param>
    public WordRuns(ReadOnlySpan<char> text, CharacterSet characters)
    {
        _edges = ArrayPool<int>.Shared.Rent(text.Length + 1);
        var last = 0UL;
        for (var start = 0; start < text.Length; start += Window)
        {
            var window = characters.Of(text.Slice(start, Math.Min(Window, text.Length - start)));
            for (var edges = window ^ (window << 1 | last); edges != 0; edges &= edges - 1)
            {
                _edges[_count++] = start + BitOperations.TrailingZeroCount(edges);
            }

            last = window >> (Window - 1);
        }

        if (_count % 2 != 0)
        {
            _edges[_count++] = text.Length;
        }
    }

    /// <summary>Where the word begins, and where it ends.</summary>
    public readonly (int Start, int End) Current => (_edges[_at], _edges[_at + 1]);

    public readonly WordRuns GetEnumerator() => this;

    public bool MoveNext() => (_at += 2) < _count;

    public readonly void Dispose() => ArrayPool<int>.Shared.Return(_edges);
}
