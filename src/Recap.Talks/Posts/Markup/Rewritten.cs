using Recap.Talks.Posts.Data;
using Recap.Talks.Posts.Markup.Org;
using Recap.Talks.Posts.Markup.Rst;

namespace Recap.Talks.Posts.Markup;

/// <summary>A post of another notation as the Markdown that says the same, line by line, so that lines keep their numbers.</summary>
internal sealed record Rewritten
{
    public required string Markdown { get; init; }

    /// <summary>The title that the markup gives the post; null where it gives none.</summary>
    public string? Title { get; init; }

    /// <summary>The facts that stand in the markup; their lines count from the first of the body.</summary>
    public DataNode Fields { get; init; } = DataNode.Nothing;

    /// <param name="notation">What the post is written in.</param>
    /// <param name="body">The text below front matter.</param>
    /// <param name="isTitled">Whether front matter gives the post a title.</param>
    /// <returns>Null for what the readers of Markdown and HTML read as it is.</returns>
    public static Rewritten? From(Notation notation, ReadOnlyMemory<char> body, bool isTitled) => notation switch
    {
        Notation.AsciiDoc => new Rewritten { Markdown = AsciiDoc.ToMarkdown(body.ToString()), Title = AsciiDoc.TitleOf(body.ToString()) },
        Notation.ReStructuredText => RstDocument.Rewrite(body.ToString(), mayBeTitled: !isTitled),
        Notation.Org => OrgDocument.Rewrite(body.ToString()),
        Notation.Textile => new Rewritten { Markdown = Textile.ToMarkdown(body.ToString()) },
        _ => null,
    };
}
