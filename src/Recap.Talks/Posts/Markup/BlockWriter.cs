using System.Collections.Immutable;
using System.Text;

namespace Recap.Talks.Posts.Markup;

/// <summary>Collects blocks while a reader of some markup walks through a post.</summary>
internal sealed class BlockWriter
{
    private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();
    private readonly ImmutableArray<Span>.Builder _spans = ImmutableArray.CreateBuilder<Span>();
    private readonly StringBuilder _text = new();
    private (SpanStyle Style, string? Url) _spanStyle;
    private int _spanLine;

    public SpanStyle Style { get; set; }

    public string? Url { get; set; }

    public bool Quoted { get; set; }

    public int Line { get; set; }

    public bool HasText => _text.Length > 0 || _spans.Count > 0;

    public void Append(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (_text.Length > 0 && _spanStyle != (Style, Url))
        {
            CloseSpan();
        }

        if (_text.Length == 0)
        {
            _spanStyle = (Style, Url);
            _spanLine = Line;
        }

        _text.Append(text);
    }

    /// <summary>Ends a block; one with no text is dropped unless its kind needs none.</summary>
    public void Close(BlockKind kind, int line, int level = 0, string? anchor = null)
    {
        CloseSpan();
        var blank = _spans.All(span => string.IsNullOrWhiteSpace(span.Text));
        if (!blank || kind is BlockKind.Rule or BlockKind.Media)
        {
            _blocks.Add(new Block
            {
                Kind = kind,
                Line = line,
                Level = level,
                Anchor = anchor,
                Quoted = Quoted,
                Spans = _spans.ToImmutable(),
            });
        }

        _spans.Clear();
    }

    public void Add(BlockKind kind, int line, string? url = null) =>
        _blocks.Add(new Block { Kind = kind, Line = line, Quoted = Quoted, Spans = url is null ? [] : [new Span("", SpanStyle.Image, url, line)] });

    public ImmutableArray<Block> ToBlocks() => _blocks.DrainToImmutable();

    private void CloseSpan()
    {
        if (_text.Length > 0)
        {
            _spans.Add(new Span(_text.ToString(), _spanStyle.Style, _spanStyle.Url, _spanLine));
            _text.Clear();
        }
    }
}
