using System.Globalization;
using System.Text;
using Recap.Talks.Posts.Markup;

namespace Recap.Talks.Sites;

/// <summary>Makes the ids of a post's headings, in their order, as its generator does.</summary>
internal sealed class Anchors(AnchorStyle style)
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private int _count;

    /// <param name="heading">Text of the heading as rendered, its blanks as they are written.</param>
    /// <param name="written">The id that was given to it by hand; null where it was not, empty where it has none and is given none.</param>
    /// <returns>The id; null in a style without ids.</returns>
    public string? Next(string heading, string? written = null)
    {
        _count++;
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
        if (anchor.Length == 0)
        {
            return null;
        }

        if (!_seen.TryGetValue(anchor, out var count))
        {
            _seen[anchor] = 0;
            return anchor;
        }

        // Docutils numbers all of a page that have no name, whatever they are.
        if (style == AnchorStyle.Docutils)
        {
            return null;
        }

        string numbered;
        do
        {
            numbered = $"{anchor}{(style == AnchorStyle.PythonMarkdown ? '_' : '-')}{++count}";
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
        AnchorStyle.Pandoc => Filled(Pandoc(heading), "section"),
        AnchorStyle.PythonMarkdown => PelicanAddress.Slugged(Ascii(heading)),
        AnchorStyle.Docutils => Docutils(heading),
        AnchorStyle.Hexo => HexoAddress.Slugged(heading),
        AnchorStyle.VitePress => VitePress(heading),
        AnchorStyle.Slug => ZolaAddress.Slugged(heading),
        AnchorStyle.Counted => $"headline-{_count}",
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

    /// <summary>How the ids of a post are made: by its notation, where that has a way of its own.</summary>
    public static AnchorStyle StyleOf(SiteSettings settings, string path) => Notations.Of(path) switch
    {
        Notation.ReStructuredText when settings.Anchors != AnchorStyle.None || settings.Generator is SiteGenerator.Pelican or SiteGenerator.Nikola or SiteGenerator.Sphinx => AnchorStyle.Docutils,
        Notation.Org => settings is { Generator: SiteGenerator.Hugo, Anchors: not AnchorStyle.None } ? AnchorStyle.Counted : AnchorStyle.None,
        Notation.ReStructuredText or Notation.Textile => AnchorStyle.None,
        _ => settings.Anchors,
    };

    private static string Pandoc(string heading)
    {
        var anchor = new StringBuilder(heading.Length);
        var blank = false;
        foreach (var c in heading)
        {
            var keeps = anchor.Length == 0 ? char.IsLetter(c) : char.IsLetterOrDigit(c) || c is '_' or '-' or '.';
            anchor.Append(keeps && blank && anchor.Length > 0 ? "-" : "").Append(keeps ? char.ToLowerInvariant(c).ToString() : "");
            blank = !keeps && (blank || char.IsWhiteSpace(c));
        }

        return anchor.ToString();
    }

    // A letter that is two in one has no plain form to fall back on.
    private static string Ascii(string heading) =>
        string.Concat(heading.Where(c => c < Accents.First || Accents.Plain(c) is { Length: 1 } && c is not ('ø' or 'Ø' or 'đ' or 'Đ' or 'ł' or 'Ł' or 'ð' or 'Ð')));

    private static string Docutils(string heading)
    {
        var anchor = Blackfriday(string.Concat(Slug.WithoutAccents(heading).Where(c => char.IsAscii(c) || char.IsWhiteSpace(c)).Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')));
        return anchor.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-');
    }

    private static string VitePress(string heading)
    {
        var anchor = HexoAddress.Slugged(heading.Replace('“', ' ').Replace('”', ' ').Replace('‘', ' ').Replace('’', ' ')).ToLowerInvariant();
        return anchor is [>= '0' and <= '9', ..] ? "_" + anchor : anchor;
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
