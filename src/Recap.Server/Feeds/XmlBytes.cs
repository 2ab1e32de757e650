using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Recap.Server.Feeds;

/// <summary>Writes XML as it goes over the wire: UTF-8 with its declaration, no byte order mark.</summary>
internal static class XmlBytes
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true };

    public static byte[] Of(XElement root)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Settings))
        {
            new XDocument(root).Save(writer);
        }

        return bytes.ToArray();
    }
}
