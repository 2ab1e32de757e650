namespace Recap.Talks.Posts.Markup.Rst;

/// <summary>Rewrites reStructuredText, as docutils, Sphinx, Pelican and Nikola read it, as Markdown.</summary>
internal static class RstDocument
{
    private const string Tab = "        ";
    private const int DeepestHeading = 6;

    /// <param name="body">The text below front matter.</param>
    /// <param name="mayBeTitled">Whether a lone first heading is the title of the post, since nothing before it is.</param>
    public static Rewritten Rewrite(string body, bool mayBeTitled)
    {
        var lines = body.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = lines[i].Replace("\t", Tab, StringComparison.Ordinal).TrimEnd();
        }

        var written = new RstBlocks(lines, RstTargets.Of(lines), mayBeTitled).Write();
        var title = mayBeTitled && written.Fields["title"].Text is null && IsTitled(written) ? written.Headings[0] : null;
        foreach (var heading in written.Headings)
        {
            // What stands below the title of a page is of the second level, as generators write it.
            var level = Math.Min(DeepestHeading, heading.Style + (title is null ? 2 : 1));
            written.Lines[heading.Line] = heading == title ? "" : $"{new string('#', level)} {heading.Text}";
        }

        return new Rewritten { Markdown = string.Join('\n', written.Lines), Title = title is null ? null : MarkdownReader.Read(title.Text, 1) is [var words, ..] ? words.Plain : title.Text, Fields = written.Fields };
    }

    // The first line of a text that is underlined as no other is.
    private static bool IsTitled(RstText written) =>
        written.Headings is [var first, ..] && first.IsFirst && written.Headings.Count(heading => heading.Style == first.Style) == 1;
}
