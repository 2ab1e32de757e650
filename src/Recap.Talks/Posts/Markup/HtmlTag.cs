using System.Net;

namespace Recap.Talks.Posts.Markup;

/// <summary>Takes a tag apart.</summary>
internal static class HtmlTag
{
    /// <summary>Letters of the longest name that means something.</summary>
    public const int LongestName = 16;

    /// <summary>Name of the element in lower case, of an opening or closing tag; empty for declarations.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="room">Room for it; of a name that is longer, its first letters.</param>
    public static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> tag, Span<char> room)
    {
        var start = tag.Length > 1 && tag[1] == '/' ? 2 : 1;
        var end = start;
        while (end < tag.Length && char.IsAsciiLetterOrDigit(tag[end]))
        {
            end++;
        }

        var name = tag[Math.Min(start, tag.Length)..end];
        name = name[..Math.Min(name.Length, room.Length)];
        return room[..name.ToLowerInvariant(room)];
    }

    /// <summary>Value of an attribute, entities resolved; null where the tag has none of that name.</summary>
    public static string? Attribute(ReadOnlySpan<char> tag, string name)
    {
        for (var from = 0; ;)
        {
            var found = tag[from..].IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
            {
                return null;
            }

            var at = from + found;
            from = at + name.Length;
            var rest = tag[from..].TrimStart();
            if (at > 0 && char.IsWhiteSpace(tag[at - 1]) && rest is ['=', ..])
            {
                return WebUtility.HtmlDecode(Value(rest[1..].TrimStart()).ToString());
            }
        }
    }

    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> rest)
    {
        if (rest is ['"' or '\'', ..])
        {
            var end = rest[1..].IndexOf(rest[0]);
            return end < 0 ? rest[1..] : rest[1..(end + 1)];
        }

        var stop = rest.IndexOfAny(" \t\n>");
        return stop < 0 ? rest : rest[..stop];
    }
}
