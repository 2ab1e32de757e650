using System.Collections.Frozen;

namespace Recap.Topics.Words;

/// <summary>Reads the words of a text; addresses, link targets and template tags are passed over.</summary>
internal static class WordReader
{
    private const int LongestWord = 40;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Elided =
        new[] { "l", "d", "j", "n", "m", "t", "s", "c", "qu", "jusqu", "lorsqu", "puisqu", "quelqu", "aujourd" }
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly System.Buffers.SearchValues<char> AddressEnds = System.Buffers.SearchValues.Create(" \t\r\n\u00A0)>]\"'");

    public static void Read(string text, WordList words)
    {
        Span<char> word = stackalloc char[LongestWord + 4];
        for (var at = 0; at < text.Length && !words.IsFull;)
        {
            var skipped = Skip(text, at);
            if (skipped > at)
            {
                at = skipped;
                continue;
            }

            var end = ReadWord(text, at, word, out var length);
            if (length > 0 && length <= LongestWord && !IsElided(text, end, word[..length]))
            {
                words.Add(word[..length], at, end);
            }

            at = Math.Max(end, at + 1);
        }
    }

    /// <summary>Where the address, link target or template tag at this place ends; the place itself where there is none.</summary>
    private static int Skip(string text, int at)
    {
        var rest = text.AsSpan(at);
        return rest[0] switch
        {
            ']' when rest.StartsWith("](") => After(text, at, ")"),
            '{' when rest.StartsWith("{{") => After(text, at, "}}"),
            'h' when rest.StartsWith("http://") || rest.StartsWith("https://") => AddressEnd(text, at),
            'w' when rest.StartsWith("www.") => AddressEnd(text, at),
            _ => at,
        };
    }

    // An opening without its end is text like any other.
    private static int After(string text, int at, string closing)
    {
        var line = text.AsSpan(at);
        var newline = line.IndexOf('\n');
        var found = (newline < 0 ? line : line[..newline]).IndexOf(closing);
        return found < 0 ? at : at + found + closing.Length;
    }

    private static int AddressEnd(string text, int at)
    {
        var length = text.AsSpan(at).IndexOfAny(AddressEnds);
        return length < 0 ? text.Length : at + length;
    }

    private static int ReadWord(string text, int at, Span<char> word, out int length)
    {
        length = 0;
        var end = at;
        if (IsDotNet(text, at))
        {
            ".net".CopyTo(word);
            length = 4;
            return at + 4;
        }

        while (end < text.Length && (Folding.Fold(text[end]) is { Length: > 0 } || length > 0 && Folding.IsMark(text[end])))
        {
            foreach (var character in Folding.Fold(text[end]))
            {
                word[Math.Min(length++, LongestWord)] = character;
            }

            end++;
        }

        // C++, C#, F#
        while (length is > 0 and <= 2 && end < text.Length && text[end] is '+' or '#' && length > 0)
        {
            word[length++] = text[end++];
        }

        return end;
    }

    private static bool IsDotNet(string text, int at) =>
        text[at] == '.' && string.Compare(text, at, ".net", 0, 4, StringComparison.OrdinalIgnoreCase) == 0
        && (at + 4 == text.Length || !char.IsLetterOrDigit(text[at + 4])) && (at == 0 || !char.IsLetterOrDigit(text[at - 1]));

    private static bool IsElided(string text, int end, ReadOnlySpan<char> word) =>
        end < text.Length && text[end] is '\'' or '’' && Elided.Contains(word);
}
