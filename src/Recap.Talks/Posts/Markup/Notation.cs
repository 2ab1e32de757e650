using System.Collections.Frozen;

namespace Recap.Talks.Posts.Markup;

/// <summary>What a post is written in.</summary>
internal enum Notation
{
    Markdown,
    Html,
    AsciiDoc,
    ReStructuredText,
    Org,
    Textile,
}

/// <summary>Tells the notation of a file by its name.</summary>
internal static class Notations
{
    // Those that GitHub, Pandoc and the site generators take.
    private static readonly FrozenDictionary<string, Notation> ByExtension = Table(
        (Notation.Markdown, ".md .markdown .mdown .mkd .mdx .mkdn .mkdown .mdwn .mdtext .mdoc .mmark .qmd .rmd .rmarkdown .pandoc .pdc .livemd .ronn"),
        (Notation.Html, ".html .htm .xhtml"),
        (Notation.AsciiDoc, ".adoc .asciidoc .asc .ad"),
        (Notation.ReStructuredText, ".rst .rest"),
        (Notation.Org, ".org"),
        (Notation.Textile, ".textile"));

    // Those that generators take as well, and nobody reads here. Text and PDF files lie beside most posts, and are none.
    private static readonly FrozenSet<string> Unread = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, ".ipynb", ".docx", ".doc", ".odt", ".rtf", ".tex", ".rnw", ".typ", ".dj", ".djot", ".wiki", ".mediawiki", ".creole", ".pod", ".rdoc", ".haml", ".slim", ".pug", ".t2t");

    private static readonly FrozenDictionary<string, Notation>.AlternateLookup<ReadOnlySpan<char>> Lookup = ByExtension.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Null where the extension is none of a post.</summary>
    public static Notation? Of(ReadOnlySpan<char> path) => Lookup.TryGetValue(Path.GetExtension(path), out var notation) ? notation : null;

    /// <summary>Whether the extension is that of a notation that posts are written in, and that is not read.</summary>
    public static bool IsUnread(string path) => Unread.Contains(Path.GetExtension(path));

    private static FrozenDictionary<string, Notation> Table(params ReadOnlySpan<(Notation Notation, string Extensions)> rows)
    {
        var table = new Dictionary<string, Notation>();
        foreach (var (notation, extensions) in rows)
        {
            foreach (var extension in extensions.Split(' '))
            {
                table.Add(extension, notation);
            }
        }

        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
