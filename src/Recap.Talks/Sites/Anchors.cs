using System.Globalization;
using System.Text;

namespace Recap.Talks.Sites;

/// <summary>Makes the ids of a post's headings, in their order, as its generator does.</summary>
internal sealed class Anchors(AnchorStyle style)
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <param name="heading">Plain text of the heading as rendered.</param>
    /// <returns>The id; null in a style without ids.</returns>
    public string? Next(string heading)
    {
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
        AnchorStyle.GitHubAscii => Filled(GitHub(Slug.WithoutAccents(heading), char.IsAscii), "heading"),
        _ => Filled(GitHub(heading, _ => true), "heading"),
    };

    private static string Filled(string anchor, string otherwise) => anchor.Length == 0 ? otherwise : anchor;

    private static string GitHub(string heading, Func<char, bool> keeps)
    {
        var anchor = new StringBuilder(heading.Length);
        foreach (var c in heading)
        {
            if (c is ' ' or '\n' or '\t')
            {
                anchor.Append('-');
            }
            else if (keeps(c) && (char.IsLetterOrDigit(c) || c is '-' or '_' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark))
            {
                anchor.Append(char.ToLowerInvariant(c));
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
