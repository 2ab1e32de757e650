using System.Buffers;
using System.Collections.Immutable;

namespace Recap.Talks.Posts.Markup;

/// <summary>Collects blocks while a reader of some markup walks through a post.</summary>
internal sealed class BlockWriter
{
    private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();
    private readonly ImmutableArray<Span>.Builder _spans = ImmutableArray.CreateBuilder<Span>();
    private readonly ImmutableArray<int>.Builder _joins = ImmutableArray.CreateBuilder<int>(0);
    private readonly ArrayBufferWriter<char> _text = new();
    private (SpanStyle Style, string? Url) _spanStyle;
    private int _spanLine;

    public SpanStyle Style { get; set; }

    public string? Url { get; set; }

    public bool Quoted { get; set; }

    public int Line { get; set; }

    public bool HasText => _text.WrittenCount > 0 || _spans.Count > 0;

    public void Append(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (_text.WrittenCount > 0 && _spanStyle != (Style, Url))
        {
            CloseSpan();
        }

        if (_text.WrittenCount == 0)
        {
            _spanStyle = (Style, Url);
            _spanLine = Line;
        }

        _text.Write(text);
    }

    /// <summary>Goes on behind the end of a line that means nothing, on the next line of the file.</summary>
    public void Join()
    {
        if (!Style.HasFlag(SpanStyle.Image) && !_spanStyle.Style.HasFlag(SpanStyle.Image))
        {
            _joins.Add(LengthOfSpans() + _text.WrittenCount);
        }

        Append(" ");
        Line++;
    }

    /// <summary>Ends a block; one with no text is dropped unless its kind needs none.</summary>
    public void Close(BlockKind kind, int line, int level = 0, string? anchor = null)
    {
        CloseSpan();
        anchor ??= kind == BlockKind.Heading ? TakeWrittenId() : null;
        if (!IsBlank() || kind is BlockKind.Rule or BlockKind.Media)
        {
            _blocks.Add(new Block
            {
                Kind = kind,
                Line = line,
                Level = level,
                Anchor = anchor,
                Quoted = Quoted,
                Spans = _spans.ToImmutable(),
                Joins = _joins.ToImmutable(),
            });
        }

        _spans.Clear();
        _joins.Clear();
    }

    public void Add(BlockKind kind, int line, string? url = null) =>
        _blocks.Add(new Block { Kind = kind, Line = line, Quoted = Quoted, Spans = url is null ? [] : [new Span("", SpanStyle.Image, new Target(url), line)] });

    public ImmutableArray<Block> ToBlocks() => _blocks.DrainToImmutable();

    private int LengthOfSpans()
    {
        var length = 0;
        for (var i = 0; i < _spans.Count; i++)
        {
            length += _spans[i].Style.HasFlag(SpanStyle.Image) ? 0 : _spans[i].Text.Length;
        }

        return length;
    }

    private bool IsBlank()
    {
        for (var i = 0; i < _spans.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(_spans[i].Text))
            {
                return false;
            }
        }

        return true;
    }

    // "## Title {#id .class}", as Hugo, kramdown and Pandoc read it; of attributes without an id nothing is left.
    private string? TakeWrittenId()
    {
        var last = _spans.Count > 0 ? _spans[^1] : new Span("", SpanStyle.None, null, Line);
        var open = last.Text.LastIndexOf('{');
        if (open < 0 || !last.Text.AsSpan().TrimEnd().EndsWith('}'))
        {
            return null;
        }

        var inner = last.Text[(open + 1)..].TrimEnd(' ', '}');
        if (!Attributes.Are(inner) && inner != "-" && !inner.StartsWith('#'))
        {
            return null;
        }

        _spans[^1] = last with { Text = last.Text[..open].TrimEnd() };
        return Array.Find(inner.Split(' '), word => word.StartsWith('#'))?[1..];
    }

    private void CloseSpan()
    {
        if (_text.WrittenCount > 0)
        {
            _spans.Add(new Span(_text.WrittenSpan.ToString(), _spanStyle.Style, _spanStyle.Url is { } url ? new Target(url) : null, _spanLine));
            _text.ResetWrittenCount();
        }
    }
}
