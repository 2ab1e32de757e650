using System.Buffers;
using System.Globalization;

namespace Recap.Talks.Sites;

/// <summary>Makes the URL-safe names that ids consist of.</summary>
internal static class Slug
{
    // Long enough to tell the talks of a post apart, short enough to be read in an address.
    private const int Longest = 80;

    /// <summary>Lower-case ASCII letters, digits and single hyphens; empty where the text has none.</summary>
    public static string Of(string text)
    {
        Span<char> slug = stackalloc char[Longest];
        var length = 0;
        foreach (var c in WithoutAccents(text))
        {
            if (length == Longest)
            {
                break;
            }

            if (char.IsAsciiLetterOrDigit(c))
            {
                slug[length++] = char.ToLowerInvariant(c);
            }
            else if (length > 0 && slug[length - 1] != '-' && c is not ('\u00AD' or '\u200B' or '\u200D' or '\uFEFF'))
            {
                slug[length++] = '-';
            }
        }

        return slug[..length].Trim('-').ToString();
    }

    public static string WithoutAccents(string text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return text;
        }

        var room = ArrayPool<char>.Shared.Rent(2 * text.Length);
        var plain = new string(room, 0, WithoutAccents(text, room));
        ArrayPool<char>.Shared.Return(room);
        return plain;
    }

    /// <summary>The same of a few words.</summary>
    /// <param name="text">The words.</param>
    /// <param name="room">Takes what is left of them; twice as long, since a ligature is two letters.</param>
    /// <returns>How many characters are left.</returns>
    public static int WithoutAccents(ReadOnlySpan<char> text, Span<char> room)
    {
        var length = 0;
        foreach (var c in text)
        {
            if (c >= Accents.First && Accents.Plain(c) is { } letters)
            {
                letters.CopyTo(room[length..]);
                length += letters.Length;
            }
            else if (c < Accents.First || char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                room[length++] = c;
            }
        }

        return length;
    }
}
