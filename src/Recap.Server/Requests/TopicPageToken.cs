using System.Buffers.Text;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Recap.Engine.Querying;
using V1 = Recap.Protocol.V1;

namespace Recap.Server.Requests;

/// <summary>Where the next page of topics begins, of which question and in which generation.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TopicPageToken(string Question, long Generation, int Offset)
{
    private const int DigestLength = 16;

    /// <summary>Identifies what is asked, whatever the page.</summary>
    public static string QuestionOf(V1.ListTopicsRequest request)
    {
        var asked = new V1.ListTopicsRequest(request) { PageSize = 0, PageToken = "" };
        return Convert.ToHexStringLower(SHA256.HashData(asked.ToByteArray()))[..DigestLength];
    }

    /// <exception cref="InvalidPageTokenException">The text is no token of this question.</exception>
    public static TopicPageToken Parse(string text, string question)
    {
        return Base64Url.IsValid(text)
            && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(' ') is [var asked, var generation, var offset]
            && asked == question
            && long.TryParse(generation, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            ? new TopicPageToken(asked, number, from)
            : throw new InvalidPageTokenException("That is no page token of this list.");
    }

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Question} {Generation} {Offset}")));
}
