using Recap.Talks.Facts;

namespace Recap.Talks.Posts;

/// <summary>Where a link of a post leads. What its address tells is worked out once, however many ask.</summary>
/// <param name="url">The address as written.</param>
internal sealed class Target(string url)
{
    private bool _isRead;
    private bool _isPdf;
    private WebAddress? _web;
    private LinkKind? _kind;
    private (string Label, LinkKind Kind)? _labelled;

    /// <summary>The address as written.</summary>
    public string Url => url;

    /// <summary>The address, if it is one of the web.</summary>
    public WebAddress? Web
    {
        get
        {
            Read();
            return _web;
        }
    }

    /// <summary>What host and path say that it leads to; null where they say nothing, or it is no address of the web.</summary>
    public LinkKind? Kind
    {
        get
        {
            Read();
            return _kind;
        }
    }

    /// <summary>Whether it is a document to be read page by page.</summary>
    public bool IsPdf
    {
        get
        {
            Read();
            return _isPdf;
        }
    }

    /// <summary>What it leads to; its label helps where the address says nothing.</summary>
    public LinkKind KindAs(string label)
    {
        if (_labelled is not { } known || !ReferenceEquals(known.Label, label))
        {
            _labelled = known = (label, TalkLinks.KindOf(this, label));
        }

        return known.Kind;
    }

    /// <summary>Whether a label that was looked at is the name of whoever it is the page of.</summary>
    public (string Label, bool IsBearer)? Bearer { get; set; }

    /// <summary>Whether it is another page of the same site: an address without a host that is no place of the page itself.</summary>
    public bool IsOwnPage => url is ['.' or '/', not '/', ..] || Web is null && (url.Contains(".md", StringComparison.Ordinal) || url.Contains(".html", StringComparison.Ordinal));

    private void Read()
    {
        if (!_isRead)
        {
            _web = WebAddress.Of(url);
            _kind = _web is null ? null : TalkLinks.KindOf(_web);
            _isPdf = _web is not null && _web.Path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase);
            _isRead = true;
        }
    }
}
