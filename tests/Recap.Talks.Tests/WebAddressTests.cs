using CsCheck;
using Recap.Talks.Posts;

namespace Recap.Talks.Tests;

/// <summary>Addresses are taken apart as the library does it, whether or not they need it.</summary>
public sealed class WebAddressTests
{
    // What addresses are made of, and what makes them odd.
    private static readonly Gen<string> Pieces = OneOf(
        "a", "B", "blog", "2019", "www", "example", "com", "xn--caf-dma", "é", "-", "_", ".", "..", "/", "/talks/", "/./", "/../", "//", "?", "?id=", "#", "&",
        "=", ":", ":80", ":8080", "@", "%20", "%C3%A9", "%2e", "\\", "(", ")", "~", "!", "'", " ", "[::1]", "127.0.0.1", "0x7f", "1.2");

    private static readonly Gen<string> Schemes = OneOf("https://", "http://", "HTTPS://", "https:", "//", "mailto:", "ftp://", "", " https://");

    private static readonly Gen<string> Written = Gen.Select(Schemes, Pieces.Array[1, 9], (scheme, pieces) => scheme + string.Concat(pieces));

    [Theory]
    [InlineData("https://blog.example/a/b?c=d#e", "blog.example", "/a/b", "/a/b?c=d")]
    [InlineData("http://x.example", "x.example", "", "")]
    [InlineData("https://x.example?q=1", "x.example", "", "?q=1")]
    [InlineData("https://x.example/a/../b", "x.example", "/b", "/b")]
    [InlineData("https://x.example/été", "x.example", "/%C3%A9t%C3%A9", "/%C3%A9t%C3%A9")]
    public void An_address_has_a_host_a_path_and_a_query(string url, string host, string path, string page)
    {
        var address = WebAddress.Of(url).ShouldNotBeNull();

        (address.Host.ToString(), address.Path.ToString(), address.Page.ToString()).ShouldBe((host, path, page));
    }

    [Theory]
    [InlineData("/posts/x.md")]
    [InlineData("#talks")]
    [InlineData("mailto:a@b.example")]
    [InlineData("https://")]
    [InlineData("https:")]
    public void What_is_no_address_of_the_web_has_none(string url) => WebAddress.Of(url).ShouldBeNull();

    [Fact]
    public void What_is_read_without_the_library_reads_as_with_it() => Written.Sample(url =>
    {
        var library = Uri.TryCreate(url, UriKind.Absolute, out var known) && known.Scheme is "http" or "https" ? known : null;
        var address = WebAddress.Of(url);

        (address is null).ShouldBe(library is null, url);
        if (library is not null)
        {
            address!.Host.ToString().ToLowerInvariant().ShouldBe(library.Host, url);
            Rooted(address.Path).ShouldBe(library.AbsolutePath, url);
            Rooted(address.Page).ShouldBe(library.PathAndQuery, url);
        }
    }, iter: 20_000, seed: "0000KOIPZS2D1");

    private static Gen<string> OneOf(params string[] pieces) => Gen.OneOf(pieces.Select(piece => Gen.Const(piece)).ToArray());

    private static string Rooted(ReadOnlySpan<char> page) => page is ['/', ..] ? page.ToString() : $"/{page}";
}
