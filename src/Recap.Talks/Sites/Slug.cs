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

        var plain = new StringBuilder(text.Length);
        for (var rest = text.AsSpan(); !rest.IsEmpty; rest = rest[1..])
        {
            var accented = rest.IndexOfAnyInRange(Accents.First, char.MaxValue);
            plain.Append(accented < 0 ? rest : rest[..accented]);
            if (accented < 0)
            {
                break;
            }

            rest = rest[accented..];
            if (Accents.Plain(rest[0]) is { } letters)
            {
                plain.Append(letters);
            }
            else if (char.GetUnicodeCategory(rest[0]) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(rest[0]);
            }
        }

        return plain.ToString();
    }
}
