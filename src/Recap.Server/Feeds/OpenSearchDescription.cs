using System.Xml.Linq;
using Recap.Server.Assets;
using Recap.Server.Pages;

namespace Recap.Server.Feeds;

/// <summary>Tells browsers how to search this site from their address bar (OpenSearch 1.1).</summary>
internal static class OpenSearchDescription
{
    public const string ContentType = "application/opensearchdescription+xml; charset=utf-8";

    // The format's own limits.
    private const int MaxShortName = 16;
    private const int MaxLongName = 48;

    private static readonly XNamespace Namespace = "http://a9.com/-/spec/opensearch/1.1/";

    public static byte[] Write(PageContext page) => XmlBytes.Of(new XElement(
        Namespace + "OpenSearchDescription",
        new XElement(Namespace + "ShortName", Cut(page.SiteName, MaxShortName)),
        new XElement(Namespace + "LongName", Cut(page.SiteName, MaxLongName)),
        new XElement(Namespace + "Description", page.Texts.Tagline),
        new XElement(Namespace + "InputEncoding", "UTF-8"),
        new XElement(Namespace + "OutputEncoding", "UTF-8"),
        new XElement(Namespace + "Language", page.Texts.Language),
        new XElement(Namespace + "Image", new XAttribute("type", "image/svg+xml"), page.Base + AssetMapping.IconAddress),
        Url("text/html", page.Base + "/?q={searchTerms}"),
        Url("application/rss+xml", page.Base + "/feed.xml?q={searchTerms}"),
        Url("application/feed+json", page.Base + "/feed.json?q={searchTerms}"),
        new XElement(
            Namespace + "Url",
            new XAttribute("type", "application/opensearchdescription+xml"),
            new XAttribute("rel", "self"),
            new XAttribute("template", page.Base + "/opensearch.xml"))));

    private static XElement Url(string type, string template) =>
        new(Namespace + "Url", new XAttribute("type", type), new XAttribute("method", "get"), new XAttribute("template", template));

    private static string Cut(string name, int length) => name.Length <= length ? name : PlainText.Clean(name[..length]);
}
