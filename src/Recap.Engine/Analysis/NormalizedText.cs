using System.Buffers;
using System.Text;

namespace Recap.Engine.Analysis;

/// <summary>A text folded character by character, each of which knows where in the text it comes from.</summary>
internal sealed class NormalizedText
{
    private char[] _chars;
    private int[] _starts;
    private int[] _ends;

    public NormalizedText(ReadOnlySpan<char> text)
    {
        var size = text.Length + 16;
        _chars = new char[size];
        _starts = new int[size];
        _ends = new int[size];
        var folded = new StringBuilder(4);
        for (var i = 0; i < text.Length;)
        {
            if (char.IsAscii(text[i]))
            {
                Add(char.ToLowerInvariant(text[i]), i, ++i);
                continue;
            }

            var taken = 1;
            var rune = Rune.ReplacementChar;
            if (Rune.DecodeFromUtf16(text[i..], out var decoded, out var length) == OperationStatus.Done)
            {
                (rune, taken) = (decoded, length);
            }

            AddFolded(rune, folded, i, i + taken);
            i += taken;
        }
    }

    /// <summary>Characters in the folded text.</summary>
    public int Length { get; private set; }

    /// <summary>The folded character; a line end where there is none.</summary>
    public char this[int index] => (uint)index < (uint)Length ? _chars[index] : '\n';

    /// <summary>Where in the text the character begins.</summary>
    public int StartOf(int index) => _starts[index];

    /// <summary>Where in the text the character ends, its accents included.</summary>
    public int EndOf(int index) => _ends[index];

    /// <summary>A stretch of the folded text.</summary>
    public ReadOnlySpan<char> Slice(int start, int end) => _chars.AsSpan(start, end - start);

    /// <summary>Whether a word may hold the character.</summary>
    public bool IsWordChar(int index)
    {
        var c = this[index];
        return char.IsAscii(c)
            ? char.IsAsciiLetterOrDigit(c)
            : char.IsLetterOrDigit(c) || (char.IsSurrogate(c) && IsSurrogateLetter(index));
    }

    private bool IsSurrogateLetter(int index)
    {
        var at = char.IsLowSurrogate(this[index]) ? index - 1 : index;
        return char.IsSurrogatePair(this[at], this[at + 1]) && Rune.IsLetterOrDigit(new Rune(this[at], this[at + 1]));
    }

    private void AddFolded(Rune rune, StringBuilder folded, int start, int end)
    {
        folded.Clear();
        CharacterFolding.Append(rune, folded);
        if (folded.Length == 0 && Length > 0 && CharacterFolding.IsMark(rune))
        {
            // The accent belongs to its letter: a highlight must not cut it off.
            _ends[Length - 1] = end;
        }

        for (var k = 0; k < folded.Length; k++)
        {
            Add(folded[k], start, end);
        }
    }

    private void Add(char c, int start, int end)
    {
        if (Length == _chars.Length)
        {
            Array.Resize(ref _chars, Length * 2);
            Array.Resize(ref _starts, Length * 2);
            Array.Resize(ref _ends, Length * 2);
        }

        (_chars[Length], _starts[Length], _ends[Length]) = (c, start, end);
        Length++;
    }
}
