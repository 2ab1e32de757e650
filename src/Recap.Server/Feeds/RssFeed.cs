using System.Globalization;
using System.Xml.Linq;

namespace Recap.Server.Feeds;

/// <summary>Writes a feed as RSS 2.0.</summary>
internal static class RssFeed
{
    public const string ContentType = "application/rss+xml; charset=utf-8";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    public static byte[] Write(TalkFeed feed) => XmlBytes.Of(new XElement(
        "rss",
        new XAttribute("version", "2.0"),
        new XAttribute(XNamespace.Xmlns + "atom", Atom.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "dc", DublinCore.NamespaceName),
        new XElement(
            "channel",
            new XElement("title", feed.Title),
            new XElement("link", feed.Page),
            new XElement("description", feed.Description),
            new XElement("language", feed.Language),
            new XElement(Atom + "link", new XAttribute("href", feed.Address), new XAttribute("rel", "self"), new XAttribute("type", "application/rss+xml")),
            feed.Items.Select(Item))));

    private static XElement Item(FeedItem item) => new(
        "item",
        new XElement("title", item.Title),
        new XElement("link", item.Address),
        new XElement("guid", new XAttribute("isPermaLink", "true"), item.Id),
        new XElement("description", AsMarkup(item.Text)),
        item.Speakers.Select(name => new XElement(DublinCore + "creator", name)),
        item.Tags.Select(tag => new XElement("category", tag)),
        item.Date is { } date ? new XElement("pubDate", date.ToDateTime(TimeOnly.MinValue).ToString("R", CultureInfo.InvariantCulture)) : null);

    // Readers take a description for HTML; encoded once more than XML does, it stays the text it is.
    private static string AsMarkup(string text) => System.Net.WebUtility.HtmlEncode(text);
}
