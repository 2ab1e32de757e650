using System.Globalization;
using System.Text;

namespace Recap.Talks.Sites;

/// <summary>Makes the ids of a post's headings, in their order, as its generator does.</summary>
internal sealed class Anchors(AnchorStyle style)
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <param name="heading">Text of the heading as rendered, its blanks as they are written.</param>
    /// <param name="written">The id that was given to it by hand; null where it was not, empty where it has none and is given none.</param>
    /// <returns>The id; null in a style without ids.</returns>
    public string? Next(string heading, string? written = null)
    {
        if (written is "")
        {
            return null;
        }

        if (written is not null)
        {
            _seen.TryAdd(written, 0);
            return written;
        }

        if (style == AnchorStyle.None)
        {
            return null;
        }

        var anchor = Plain(heading.Trim());
        if (!_seen.TryGetValue(anchor, out var count))
        {
            _seen[anchor] = 0;
            return anchor;
        }

        string numbered;
        do
        {
            numbered = $"{anchor}-{++count}";
        }
        while (_seen.ContainsKey(numbered));

        _seen[anchor] = count;
        _seen[numbered] = 0;
        return numbered;
    }

    private string Plain(string heading) => style switch
    {
        AnchorStyle.Kramdown => Filled(Kramdown(heading), "section"),
        AnchorStyle.Blackfriday => Filled(Blackfriday(heading), "heading"),
        AnchorStyle.GitHubAscii => Filled(GitHub(Slug.WithoutAccents(heading), rune => rune.IsAscii), "heading"),
        _ => Filled(GitHub(heading, _ => true), "heading"),
    };

    private static string Filled(string anchor, string otherwise) => anchor.Length == 0 ? otherwise : anchor;

    // No-break blanks and emoji go; an ordinary blank beside them stays as a hyphen.
    private static string GitHub(string heading, Func<Rune, bool> keeps)
    {
        var anchor = new StringBuilder(heading.Length);
        foreach (var rune in heading.EnumerateRunes())
        {
            if (rune.Value is ' ' or '\n' or '\t')
            {
                anchor.Append('-');
            }
            else if (keeps(rune) && (Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark))
            {
                anchor.Append(Rune.ToLowerInvariant(rune));
            }
        }

        return anchor.ToString();
    }

    private static string Kramdown(string heading)
    {
        var anchor = new StringBuilder(heading.Length);
        foreach (var c in heading)
        {
            var letter = char.IsAsciiLetter(c);
            if (letter || anchor.Length > 0 && (char.IsAsciiDigit(c) || c is ' ' or '-'))
            {
                anchor.Append(c == ' ' ? '-' : char.ToLowerInvariant(c));
            }
        }

        return anchor.ToString();
    }

    private static string Blackfriday(string heading)
    {
        var anchor = new StringBuilder(heading.Length);
        foreach (var c in heading)
        {
            if (char.IsLetterOrDigit(c))
            {
                anchor.Append(char.ToLowerInvariant(c));
            }
            else if (anchor.Length > 0 && anchor[^1] != '-')
            {
                anchor.Append('-');
            }
        }

        return anchor.ToString().TrimEnd('-');
    }
}
