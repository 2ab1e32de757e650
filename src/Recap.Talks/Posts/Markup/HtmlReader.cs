using System.Net;

namespace Recap.Talks.Posts.Markup;

/// <summary>Reads HTML, whole or as single tags within Markdown, leniently: whatever is unclosed ends with its block.</summary>
internal sealed class HtmlReader(BlockWriter blocks)
{
    private const int DeepestHeading = 6;

    private readonly Stack<string?> _links = new();
    private BlockKind _kind = BlockKind.Paragraph;
    private int _level;
    private int _listDepth;
    private int _blockLine;
    private string? _anchor;
    private string? _skippedTag;

    /// <summary>True within an element whose content nobody reads, such as a script.</summary>
    public bool Skipping => _skippedTag is not null;

    /// <param name="html">Markup, possibly only a part of an element.</param>
    /// <param name="line">Line of the file on which it begins, from 1.</param>
    /// <param name="listDepth">Depth of the list that it stands in.</param>
    public void Read(string html, int line, int listDepth)
    {
        _listDepth = Math.Max(_listDepth, listDepth);
        blocks.Line = line;
        _blockLine = blocks.HasText ? _blockLine : line;
        for (var at = 0; at < html.Length;)
        {
            var open = html.IndexOf('<', at);
            open = open < 0 ? html.Length : open;
            Text(html.AsSpan(at, open - at));
            at = open < html.Length ? ReadTag(html, open) : open;
        }
    }

    /// <summary>Ends what is open.</summary>
    public void Finish()
    {
        if (blocks.HasText)
        {
            CloseBlock();
        }

        _links.Clear();
        blocks.Url = null;
        blocks.Style = SpanStyle.None;
        _skippedTag = null;
        _listDepth = 0;
    }

    /// <summary>A single tag met within a line of Markdown.</summary>
    public void Tag(string tag) => Apply(tag);

    private int ReadTag(string html, int open)
    {
        if (html.AsSpan(open).StartsWith("<!--"))
        {
            var end = html.IndexOf("-->", open + 4, StringComparison.Ordinal);
            end = end < 0 ? html.Length : end + 3;
            blocks.Line += html.AsSpan(open, end - open).Count('\n');
            return end;
        }

        var next = open + 1 < html.Length ? html[open + 1] : ' ';
        var close = char.IsAsciiLetter(next) || next is '/' or '!' or '?' ? html.IndexOf('>', open) : -1;
        if (close < 0)
        {
            Text("<");
            return open + 1;
        }

        Apply(html.AsSpan(open, close + 1 - open));
        blocks.Line += html.AsSpan(open, close - open).Count('\n');
        return close + 1;
    }

    private void Text(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || Skipping)
        {
            blocks.Line += text.Count('\n');
            return;
        }

        if (!blocks.HasText)
        {
            var trimmed = text.TrimStart();
            blocks.Line += text[..(text.Length - trimmed.Length)].Count('\n');
            text = trimmed;
            _blockLine = blocks.Line;
        }

        blocks.Append(text.Contains('&') ? WebUtility.HtmlDecode(text.ToString()) : text);
        blocks.Line += text.Count('\n');
    }

    private void Apply(ReadOnlySpan<char> tag)
    {
        var closing = tag.Length > 1 && tag[1] == '/';
        var name = HtmlTag.NameOf(tag, stackalloc char[HtmlTag.LongestName]);
        if (_skippedTag is not null)
        {
            _skippedTag = closing && name.SequenceEqual(_skippedTag) ? null : _skippedTag;
            return;
        }

        switch (name)
        {
            case "script" or "style" or "iframe" or "svg" or "object" or "noscript" or "video" or "audio":
                Skip(tag, name, closing);
                break;
            case "a":
                Link(tag, closing);
                break;
            case "b" or "strong" or "u":
                SetStyle(SpanStyle.Bold, !closing);
                break;
            case "s" or "strike" or "del":
                SetStyle(SpanStyle.Struck, !closing);
                break;
            case "i" or "em" or "cite":
                SetStyle(SpanStyle.Italic, !closing);
                break;
            case "code" or "kbd" or "tt":
                SetStyle(SpanStyle.Code, !closing);
                break;
            case "br":
                blocks.Append("\n");
                break;
            default:
                BlockTag(tag, name, closing);
                break;
        }
    }

    private void Skip(ReadOnlySpan<char> tag, ReadOnlySpan<char> name, bool closing)
    {
        if (!closing && name is "iframe" or "video" or "audio" or "object" && !blocks.HasText)
        {
            blocks.Add(BlockKind.Media, blocks.Line, HtmlTag.Attribute(tag, "src"));
        }

        _skippedTag = closing || tag.EndsWith("/>") ? null : name.ToString();
    }

    private void BlockTag(ReadOnlySpan<char> tag, ReadOnlySpan<char> name, bool closing)
    {
        switch (name)
        {
            case ['h', >= '1' and <= '6']:
                CloseBlock();
                (_kind, _level) = closing ? (BlockKind.Paragraph, 0) : (BlockKind.Heading, name[1] - '0');
                _anchor = closing ? null : HtmlTag.Attribute(tag, "id");
                break;
            case "ul" or "ol":
                CloseBlock();
                _listDepth = Math.Max(0, _listDepth + (closing ? -1 : 1));
                break;
            case "li":
                CloseBlock();
                (_kind, _level) = closing ? (BlockKind.Paragraph, 0) : (BlockKind.ListItem, Math.Max(1, _listDepth));
                break;
            case "blockquote":
                CloseBlock();
                blocks.Quoted = !closing;
                break;
            case "hr":
                CloseBlock();
                blocks.Add(BlockKind.Rule, blocks.Line);
                break;
            case "summary":
                // What is shown of folded text is its heading, below any other.
                CloseBlock();
                (_kind, _level) = closing ? (BlockKind.Paragraph, 0) : (BlockKind.Heading, DeepestHeading);
                _anchor = closing ? null : HtmlTag.Attribute(tag, "id") ?? "";
                break;
            case "p" when _kind == BlockKind.ListItem && !closing:
                break;
            case "p" or "div" or "section" or "article" or "pre" or "table" or "tr" or "td" or "th" or "figure"
                or "figcaption" or "details" or "dl" or "dt" or "dd" or "header" or "footer" or "aside" or "main" or "center":
                CloseBlock();
                break;
        }
    }

    private void CloseBlock()
    {
        if (blocks.HasText)
        {
            blocks.Close(_kind, _blockLine, _level, _anchor);
            if (_kind == BlockKind.ListItem)
            {
                (_kind, _level) = (BlockKind.Paragraph, 0);
            }
        }

        _blockLine = blocks.Line;
    }

    private void Link(ReadOnlySpan<char> tag, bool closing)
    {
        if (closing)
        {
            blocks.Url = _links.TryPop(out var outer) ? outer : null;
        }
        else if (HtmlTag.Attribute(tag, "href") is { } url)
        {
            _links.Push(blocks.Url);
            blocks.Url = url;
        }
        else
        {
            _links.Push(blocks.Url);
        }
    }

    private void SetStyle(SpanStyle style, bool on) => blocks.Style = on ? blocks.Style | style : blocks.Style & ~style;
}
