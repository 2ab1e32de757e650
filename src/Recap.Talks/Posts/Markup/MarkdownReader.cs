using System.Collections.Immutable;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Recap.Talks.Posts.Markup;

/// <summary>Reads Markdown, with the HTML that stands in it, into blocks.</summary>
internal sealed class MarkdownReader
{
    private readonly BlockWriter _blocks = new();
    private readonly HtmlReader _html;
    private readonly Wrapping _wrapping;
    private readonly int _bodyLine;
    private int _firstLine;

    private MarkdownReader(int firstLine, Wrapping wrapping)
    {
        (_firstLine, _bodyLine, _wrapping) = (firstLine, firstLine, wrapping);
        _html = new HtmlReader(_blocks);
    }

    /// <param name="markdown">The body of the post, templates taken out.</param>
    /// <param name="firstLine">Line of the file on which it begins, from 1.</param>
    /// <exception cref="ArgumentException">The markup nests too deeply.</exception>
    public static ImmutableArray<Block> Read(string markdown, int firstLine)
    {
        var reader = new MarkdownReader(firstLine, Wrapping.Of(markdown));
        reader.Visit(Parse(markdown), listDepth: 0);
        reader._html.Finish();
        return reader._blocks.ToBlocks();
    }

    private static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Pipelines.For(markdown));

    private void Visit(ContainerBlock container, int listDepth)
    {
        foreach (var block in container)
        {
            _blocks.Line = LineOf(block);
            Visit(block, listDepth);
        }
    }

    private void Visit(Markdig.Syntax.Block block, int listDepth)
    {
        if (block is not HtmlBlock)
        {
            _html.Finish();
        }

        switch (block)
        {
            case HeadingBlock heading:
                Inlines(heading.Inline);
                // The parser counts an underlined heading from its underline.
                _blocks.Close(BlockKind.Heading, heading.IsSetext ? LineOf(heading) - 1 - (heading.Inline?.FindDescendants<LineBreakInline>().Count() ?? 0) : LineOf(heading), heading.Level);
                break;
            case LinkReferenceDefinitionGroup or FootnoteLinkReferenceDefinition:
                break;
            case CodeBlock code:
                _blocks.Append(code.Lines.ToString());
                _blocks.Close(BlockKind.Code, LineOf(code));
                break;
            case HtmlBlock html:
                VisitHtml(html, listDepth);
                break;
            case ThematicBreakBlock:
                _blocks.Add(BlockKind.Rule, LineOf(block));
                break;
            case LeafBlock leaf:
                Inlines(leaf.Inline);
                _blocks.Close(BlockKind.Paragraph, LineOf(leaf));
                break;
            case ListBlock list:
                VisitList(list, listDepth + 1);
                break;
            case QuoteBlock quote:
                var outer = _blocks.Quoted;
                _blocks.Quoted = true;
                Visit(quote, listDepth);
                _blocks.Quoted = outer;
                break;
            case Table table:
                Visit(table, listDepth);
                break;
            case ContainerBlock container:
                Visit(container, listDepth);
                break;
        }
    }

    // "<br>" right above "## Title": a strict parser takes the heading for HTML, most generators do not.
    private void VisitHtml(HtmlBlock html, int listDepth)
    {
        var text = html.Lines.ToString();
        var heading = html.Type == HtmlBlockType.NonInterruptingBlock ? text.IndexOf("\n#", StringComparison.Ordinal) : -1;
        _html.Read(heading < 0 ? text : text[..heading], LineOf(html), listDepth);
        if (heading < 0)
        {
            return;
        }

        _html.Finish();
        var (from, lines) = (_firstLine, text.AsSpan(0, heading + 1).Count('\n'));
        _firstLine = LineOf(html) + lines;
        Visit(Parse(text[(heading + 1)..]), listDepth);
        _firstLine = from;
    }

    private void VisitList(ListBlock list, int depth)
    {
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var first = true;
            foreach (var block in item)
            {
                _blocks.Line = LineOf(block);
                if (first && block is ParagraphBlock paragraph)
                {
                    _html.Finish();
                    Inlines(paragraph.Inline);
                    _blocks.Close(BlockKind.ListItem, LineOf(item), depth);
                }
                else
                {
                    Visit(block, depth);
                }

                first = false;
            }
        }
    }

    private void Inlines(ContainerInline? container)
    {
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            Append(inline);
        }
    }

    private void Append(Inline inline)
    {
        if (_html.Skipping && inline is not HtmlInline)
        {
            return;
        }

        switch (inline)
        {
            case LiteralInline literal:
                _blocks.Append(literal.Content.AsSpan());
                break;
            case LineBreakInline { IsHard: false } when _wrapping.Joins(_blocks.Line - _bodyLine):
                _blocks.Join();
                break;
            case LineBreakInline:
                _blocks.Append("\n");
                _blocks.Line++;
                break;
            case CodeInline code:
                var outer = _blocks.Style;
                _blocks.Style |= SpanStyle.Code;
                _blocks.Append(code.Content);
                _blocks.Style = outer;
                break;
            case EmphasisInline { DelimiterChar: '~' } struck:
                Inlines(struck, SpanStyle.Struck, _blocks.Url);
                break;
            case EmphasisInline { DelimiterChar: '=' } marked:
                Inlines(marked);
                break;
            case EmphasisInline emphasis:
                Inlines(emphasis, emphasis.DelimiterCount > 1 ? SpanStyle.Bold : SpanStyle.Italic, _blocks.Url);
                break;
            case LinkInline link:
                Inlines(link, link.IsImage ? SpanStyle.Image : SpanStyle.None, link.Url);
                break;
            case AutolinkInline auto:
                (var around, _blocks.Url) = (_blocks.Url, auto.Url);
                _blocks.Append(auto.Url);
                _blocks.Url = around;
                break;
            case HtmlInline html:
                _html.Tag(html.Tag);
                break;
            case HtmlEntityInline entity:
                _blocks.Append(entity.Transcoded.AsSpan());
                break;
            case FootnoteLink:
                break;
            case ContainerInline container:
                Inlines(container);
                break;
        }
    }

    private void Inlines(ContainerInline container, SpanStyle style, string? url)
    {
        var outer = (_blocks.Style, _blocks.Url);
        (_blocks.Style, _blocks.Url) = (outer.Style | style, url);
        Inlines(container);
        (_blocks.Style, _blocks.Url) = outer;
    }

    private int LineOf(MarkdownObject block) => _firstLine + block.Line;
}
