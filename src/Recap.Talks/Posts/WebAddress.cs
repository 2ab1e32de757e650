using System.Buffers;

namespace Recap.Talks.Posts;

/// <summary>An address of the web, taken apart.</summary>
internal sealed class WebAddress
{
    // Longer ones are left to the library, which knows what a host may be.
    private const int LongestHost = 60;
    private const int LongestPlain = 2_000;

    private static readonly SearchValues<char> OfHosts = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.");
    private static readonly SearchValues<char> OfPlaces = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/?#=&+,;:@!$'()*");
    private static readonly SearchValues<char> EndsOfHosts = SearchValues.Create("/?#");

    private readonly ReadOnlyMemory<char> _place;
    private readonly int _hostEnd;
    private readonly int _pathEnd;

    private WebAddress(ReadOnlyMemory<char> place, int hostEnd)
    {
        var query = place.Span[hostEnd..].IndexOf('?');
        (_place, _hostEnd, _pathEnd) = (place, hostEnd, query < 0 ? place.Length : hostEnd + query);
    }

    /// <summary>Host, path and query in one.</summary>
    public ReadOnlySpan<char> Place => _place.Span;

    public ReadOnlySpan<char> Host => Place[.._hostEnd];

    /// <summary>The path with its first slash; empty or a slash where the address is that of a whole site.</summary>
    public ReadOnlySpan<char> Path => Place[_hostEnd.._pathEnd];

    /// <summary>Path and query.</summary>
    public ReadOnlySpan<char> Page => Place[_hostEnd..];

    /// <summary>Takes an address apart; null for what is no address of the web.</summary>
    /// <param name="url">The address as written.</param>
    public static WebAddress? Of(string url) => url.Contains("http", StringComparison.OrdinalIgnoreCase) ? Plain(url) ?? Other(url) : null;

    // Most addresses need no rewriting, and no host of theirs has to be looked at twice.
    private static WebAddress? Plain(string url)
    {
        var start = url.StartsWith("https://", StringComparison.Ordinal) ? 8 : url.StartsWith("http://", StringComparison.Ordinal) ? 7 : url.Length;
        var place = url.AsSpan(start);
        if (place.Length is 0 or > LongestPlain || place.ContainsAnyExcept(OfPlaces) || place.IndexOf("/.") >= 0)
        {
            return null;
        }

        var hostEnd = place.IndexOfAny(EndsOfHosts) is var end and >= 0 ? end : place.Length;
        var fragment = place.IndexOf('#');
        return IsName(place[..hostEnd]) ? new WebAddress(url.AsMemory(start, fragment < 0 ? place.Length : fragment), hostEnd) : null;
    }

    // "blog.dev", and no number that stands for one.
    private static bool IsName(ReadOnlySpan<char> host) =>
        host.Length is > 0 and <= LongestHost && !host.ContainsAnyExcept(OfHosts) && char.IsAsciiLetterOrDigit(host[0]) && char.IsAsciiLetterOrDigit(host[^1])
        && host.LastIndexOf('.') is > 0 and var dot && char.IsAsciiLetter(host[dot + 1])
        && host.IndexOf("..") < 0 && host.IndexOf(".-") < 0 && host.IndexOf("-.") < 0;

    private static WebAddress? Other(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? new WebAddress((address.Host + address.PathAndQuery).AsMemory(), address.Host.Length) : null;
}
