using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Recap.Talks.Facts;

/// <summary>A set of characters that tells of sixty-four at a time which are in it.</summary>
internal sealed class CharacterSet
{
    /// <summary>How many characters are looked at together.</summary>
    public const int Window = 64;

    // For each character, 1 where it is in the set.
    private readonly byte[] _table;

    // The same of ASCII: by its lower four bits, a bit for each value of its upper ones.
    private readonly Vector128<byte> _ascii;

    /// <param name="isIn">Whether a character is in the set.</param>
    public CharacterSet(Func<char, bool> isIn)
    {
        _table = [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => isIn((char)c) ? (byte)1 : (byte)0)];
        Span<byte> ascii = stackalloc byte[Vector128<byte>.Count];
        for (var c = 0; c < 128; c++)
        {
            ascii[c & 0xF] |= (byte)(_table[c] << (c >> 4));
        }

        _ascii = Vector128.Create<byte>(ascii);
    }

    /// <summary>A bit for each character that is in the set, the lowest for the first.</summary>
    /// <param name="characters">Up to <see cref="Window"/> characters.</param>
    public ulong Of(ReadOnlySpan<char> characters)
    {
        if (characters.Length == Window)
        {
            return OfWindow(characters);
        }

        Span<char> window = stackalloc char[Window];
        window.Clear();
        characters.CopyTo(window);
        return OfWindow(window) & ((1UL << characters.Length) - 1);
    }

    private ulong OfWindow(ReadOnlySpan<char> characters)
    {
        var (found, others) = (0UL, 0UL);
        var pieces = MemoryMarshal.Cast<char, Vector128<ushort>>(characters);
        for (var i = 0; i < pieces.Length; i += 2)
        {
            var piece = Vector128.NarrowWithSaturation(pieces[i], pieces[i + 1]);
            var upper = Vector128.Shuffle(Vector128.Create((byte)1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0), piece >>> 4);
            var isOut = Vector128.Equals(Vector128.Shuffle(_ascii, piece & Vector128.Create((byte)0xF)) & upper, Vector128<byte>.Zero);
            found |= (ulong)(ushort)~isOut.ExtractMostSignificantBits() << (8 * i);
            others |= (ulong)piece.ExtractMostSignificantBits() << (8 * i);
        }

        // Letters with accents are one in twenty.
        for (; others != 0; others &= others - 1)
        {
            var at = BitOperations.TrailingZeroCount(others);
            found |= (ulong)_table[characters[at]] << at;
        }

        return found;
    }
}
