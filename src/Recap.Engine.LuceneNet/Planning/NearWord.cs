using System.Numerics;
using System.Runtime.InteropServices;

namespace Recap.Engine.LuceneNet.Planning;

/// <summary>A typed word that near ones are looked for: no more than some letters differ.</summary>
/// <param name="typed">The word as folded. Made of letters, each one code unit.</param>
/// <param name="maxEdits">Letters that may differ.</param>
internal sealed class NearWord(string typed, int maxEdits)
{
    private const int Letters = 26;
    private const int Others = 64 - (2 * Letters);

    private readonly ulong _signature = SignatureOf(typed);

    /// <summary>Letters of the typed word.</summary>
    public int Length { get; } = LengthOf(typed);

    /// <summary>Letters that may differ.</summary>
    public int MaxEdits => maxEdits;

    /// <summary>Letters of a word: two code units that are one character count once.</summary>
    public static int LengthOf(ReadOnlySpan<char> word)
    {
        var length = word.Length;
        foreach (var letter in word)
        {
            length -= char.IsLowSurrogate(letter) ? 1 : 0;
        }

        return length;
    }

    /// <summary>
    /// Which letters a word holds, and which of them twice: one edit takes one bit away and adds one at most. What is no letter
    /// from a to z shares the bits that are left.
    /// </summary>
    public static ulong SignatureOf(ReadOnlySpan<char> word)
    {
        var signature = 0UL;
        foreach (var letter in word)
        {
            if (letter is >= 'a' and <= 'z')
            {
                var once = 1UL << (letter - 'a');
                signature |= (signature & once) == 0 ? once : once << Letters;
            }
            else if (!char.IsLowSurrogate(letter))
            {
                signature |= 1UL << ((2 * Letters) + (char.IsHighSurrogate(letter) ? 0 : letter % Others));
            }
        }

        return signature;
    }

    /// <summary>Whether a word of such a signature may be near.</summary>
    public bool MayBeNear(ulong signature) =>
        BitOperations.PopCount(signature & ~_signature) <= maxEdits && BitOperations.PopCount(_signature & ~signature) <= maxEdits;

    /// <summary>Whether a word is near.</summary>
    public bool IsNear(ReadOnlySpan<char> word) => EditDistance.Between(typed, WithoutPairs(word)) <= maxEdits;

    private static ReadOnlySpan<char> WithoutPairs(ReadOnlySpan<char> word)
    {
        if (!word.ContainsAnyInRange('\ud800', '\udfff'))
        {
            return word;
        }

        var single = new List<char>(word.Length);
        foreach (var letter in word)
        {
            if (!char.IsLowSurrogate(letter))
            {
                single.Add(letter);
            }
        }

        return CollectionsMarshal.AsSpan(single);
    }
}
