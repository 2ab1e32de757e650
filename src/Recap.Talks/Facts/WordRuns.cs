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

    /// <summary>A word in lower case.</summary>
    /// <param name="word">The word.</param>
    /// <param name="room">Where it is written if it is not in lower case already; as long as the word or longer.</param>
    public static ReadOnlySpan<char> Lower(ReadOnlySpan<char> word, Span<char> room)
    {
        if (!word.ContainsAnyExceptInRange('a', 'z'))
        {
            return word;
        }

        // Letter by letter: words are short, and a search for where the vectors of a longer text begin costs more than they are worth.
        for (var i = 0; i < word.Length; i++)
        {
            room[i] = char.IsAsciiLetterUpper(word[i]) ? (char)(word[i] | 0x20) : char.IsAscii(word[i]) ? word[i] : char.ToLowerInvariant(word[i]);
        }

        return room[..word.Length];
    }
}
