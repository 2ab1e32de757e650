using System.Numerics;

namespace Recap.Talks.Facts;

/// <summary>
/// The words of a text: its longest runs of characters of a set. Sixty-four characters are looked up at a time,
/// so that what a word costs does not hang on guessing where it ends.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="characters">The characters of which words consist.</param>
internal ref struct WordRuns(ReadOnlySpan<char> text, CharacterSet characters)
{
    private const int Window = CharacterSet.Window;

    private readonly ReadOnlySpan<char> _text = text;

    // Which characters of the window are a word's; those of words that were told already are taken out.
    private ulong _window;
    private int _start = -Window;

    /// <summary>Where the word begins, and where it ends.</summary>
    public (int Start, int End) Current { get; private set; }

    public readonly WordRuns GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_window == 0)
        {
            if (!Shift())
            {
                return false;
            }
        }

        var first = BitOperations.TrailingZeroCount(_window);
        Current = (_start + first, End(first));
        return true;
    }

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

    // A word may go on over any number of windows.
    private int End(int first)
    {
        var others = ~_window & (ulong.MaxValue << first);
        while (others == 0)
        {
            if (!Shift())
            {
                _window = 0;
                return _text.Length;
            }

            others = ~_window;
        }

        var end = BitOperations.TrailingZeroCount(others);
        _window &= ulong.MaxValue << end;
        return _start + end;
    }

    private bool Shift()
    {
        if (_start + Window >= _text.Length)
        {
            return false;
        }

        _start += Window;
        _window = characters.Of(_text.Slice(_start, Math.Min(Window, _text.Length - _start)));
        return true;
    }
}
