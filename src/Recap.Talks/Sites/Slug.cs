using System.Buffers;
using System.Globalization;
using System.Text;

namespace Recap.Talks.Sites;

/// <summary>Makes the URL-safe names that ids consist of.</summary>
internal static class Slug
{
    // Long enough to tell the talks of a post apart, short enough to be read in an address.
    private const int Longest = 80;

    /// <summary>Lower-case ASCII letters, digits and single hyphens; empty where the text has none.</summary>
    public static string Of(string text)
    {
        var slug = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var c in WithoutAccents(text))
        {
            if (slug.Length >= Longest)
            {
                break;
            }

            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (slug.Length > 0 && slug[^1] != '-' && c is not ('\u00AD' or '\u200B' or '\u200D' or '\uFEFF'))
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
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
