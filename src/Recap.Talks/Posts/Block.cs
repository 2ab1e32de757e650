using System.Collections.Immutable;
using Recap.Talks.Facts;

namespace Recap.Talks.Posts;

/// <summary>A piece of a post as a reader sees it, whatever markup made it.</summary>
internal sealed record Block
{
    // Made once; a copy with other spans makes its own.
    private string? _text;
    private string? _plain;
    private string? _whole;

    public required BlockKind Kind { get; init; }

    /// <summary>Line of the file on which it begins, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Level of a heading, from 1; depth of a list item, from 1; 0 for the rest.</summary>
    public int Level { get; init; }

    /// <summary>True within a quotation.</summary>
    public bool Quoted { get; init; }

    /// <summary>The id a heading was given by hand; null for one that is given an id, empty for one that has none.</summary>
    public string? Anchor { get; init; }

    /// <summary>Its text in pieces of one style; line breaks of the source are <c>\n</c>.</summary>
    public ImmutableArray<Span> Spans
    {
        get;
        init
        {
            field = value;
            _text = null;
            _plain = null;
            _whole = null;
        }
    } = [];

    /// <summary>Where in its text the end of a line of the file became a blank, since it means nothing there.</summary>
    public ImmutableArray<int> Joins { get; init; } = [];

    /// <summary>Line of the file on which a place of its text stands.</summary>
    /// <param name="at">Index in its text.</param>
    public int LineAt(int at)
    {
        var line = Line + Text.AsSpan(0, Math.Min(at, Text.Length)).Count('\n');
        foreach (var join in Joins)
        {
            line += join < at ? 1 : 0;
        }

        return line;
    }

    /// <summary>Where lines were joined, as seen from a place of its text on.</summary>
    /// <param name="from">Index of the first character.</param>
    public ImmutableArray<int> JoinsFrom(int from) => Joins.IsEmpty ? [] : Behind(Joins, from);

    /// <summary>All of its text but what images say, with the line breaks of the source.</summary>
    public string Text => _text ??= TextOf(Spans);

    /// <summary>All of its text, with what images say.</summary>
    public string Whole => _whole ??= HasImages ? Joined(Spans, withImages: true) : Text;

    /// <summary>Its text as one line without what nobody sees.</summary>
    public string Plain => _plain ??= PlainText.Line(Text);

    /// <summary>Whether any of it is a link.</summary>
    public bool HasLinks
    {
        get
        {
            foreach (ref readonly var span in Spans.AsSpan())
            {
                if (span.Target is not null)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private bool HasImages
    {
        get
        {
            foreach (ref readonly var span in Spans.AsSpan())
            {
                if (span.Style.HasFlag(SpanStyle.Image))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>How many characters of it have a style.</summary>
    public int LengthIn(SpanStyle style)
    {
        var length = 0;
        foreach (ref readonly var span in Spans.AsSpan())
        {
            length += span.Style.HasFlag(style) ? span.Text.Length : 0;
        }

        return length;
    }

    /// <summary>The pieces of its text but images, and where in the text each begins.</summary>
    public PlacedPieces Placed() => new(Spans);

    private static ImmutableArray<int> Behind(ImmutableArray<int> joins, int from) => [.. joins.Where(join => join >= from).Select(join => join - from)];

    private static string TextOf(ImmutableArray<Span> spans)
    {
        if (spans is [var only])
        {
            return only.Style.HasFlag(SpanStyle.Image) ? "" : only.Text;
        }

        return Joined(spans, withImages: false);
    }

    private static string Joined(ImmutableArray<Span> spans, bool withImages)
    {
        var texts = new string[spans.Length];
        for (var i = 0; i < spans.Length; i++)
        {
            texts[i] = withImages || !spans[i].Style.HasFlag(SpanStyle.Image) ? spans[i].Text : "";
        }

        return string.Concat(texts);
    }
}

internal enum BlockKind
{
    Heading,
    Paragraph,
    ListItem,
    Code,
    Rule,

    /// <summary>An image, a video or a frame, or a template that stands for one.</summary>
    Media,
}

/// <summary>Text of one style.</summary>
/// <param name="Text">Plain text, entities resolved.</param>
/// <param name="Style">Its style.</param>
/// <param name="Target">Where it leads; null for text that is no link.</param>
/// <param name="Line">Line of the file it begins on, from 1.</param>
internal readonly record struct Span(string Text, SpanStyle Style, Target? Target, int Line)
{
    /// <summary>The address it leads to, as written; null for text that is no link.</summary>
    public string? Url => Target?.Url;
}

[Flags]
internal enum SpanStyle
{
    None = 0,
    Bold = 1,
    Italic = 2,
    Code = 4,
    Image = 8,

    /// <summary>Crossed out.</summary>
    Struck = 16,
}
