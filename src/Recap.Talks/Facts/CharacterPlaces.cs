using System.Numerics;

namespace Recap.Talks.Facts;

/// <summary>Walks the places of a text that hold a character of a set. A window of it is looked at once, however many of them it holds.</summary>
/// <param name="text">The text.</param>
/// <param name="characters">The characters.</param>
internal ref struct CharacterPlaces(ReadOnlySpan<char> text, CharacterSet characters)
{
    private readonly ReadOnlySpan<char> _text = text;
    private ulong _window;
    private int _end;

    /// <summary>The first place from one on, which never lies before the last that was asked for; -1 where there is none.</summary>
    public int Next(int from)
    {
        while (from < _text.Length)
        {
            if (from >= _end)
            {
                _window = characters.Of(_text.Slice(from, Math.Min(CharacterSet.Window, _text.Length - from)));
                _end = from + CharacterSet.Window;
            }

            if (_window >> (from + CharacterSet.Window - _end) is var left and not 0)
            {
                return from + BitOperations.TrailingZeroCount(left);
            }

            from = _end;
        }

        return -1;
    }
}
