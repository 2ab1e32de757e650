using System.Collections.Immutable;
using Recap.Talks.Posts.Data;

namespace Recap.Talks.Posts;

/// <summary>
/// Reads facts that stand as bare lines above a post: "Key: value" up to a blank line, as Pelican and MultiMarkdown have them, or
/// "key=value" up to a line of tildes, as JBake has them.
/// </summary>
internal static class HeaderLines
{
    private const int LongestKey = 24;
    private const int FewestTildes = 3;

    private static readonly ImmutableArray<string> Telling = ["title", "titre", "date", "slug"];

    /// <returns>The facts and the text below; null where the first lines are none.</returns>
    public static FrontMatter? Read(string text, int start)
    {
        var fields = DataNode.Table();
        var first = 1 + text.AsSpan(0, start).Count('\n');
        var line = first;
        var at = start;
        var sign = SignOf(text.AsSpan(start));
        for (; at < text.Length; line++)
        {
            var end = text.IndexOf('\n', at) is var found and >= 0 ? found : text.Length;
            if (Field(text[at..end], sign) is not { } field)
            {
                // Other words there are a sentence with a colon in it.
                if (!Ends(text.AsSpan(at, end - at).Trim(), sign))
                {
                    return null;
                }

                at = sign == '=' ? Math.Min(end + 1, text.Length) : at;
                line += sign == '=' ? 1 : 0;
                break;
            }

            fields[field.Key] = Value(field.Key, field.Text, line - first + 1);
            at = Math.Min(end + 1, text.Length);
        }

        return fields.Count >= 2 && AreTelling(fields)
            ? new FrontMatter(new DataNode { Fields = fields }, text.AsMemory(at), line, null) { FieldsLine = first }
            : null;
    }

    // What parts the first key from its value parts all.
    private static char SignOf(ReadOnlySpan<char> text) => text.IndexOfAny(":=\n") is var at and >= 0 && text[at] == '=' ? '=' : ':';

    private static bool Ends(ReadOnlySpan<char> line, char sign) =>
        sign == '=' ? line.Length >= FewestTildes && !line.ContainsAnyExcept('~') : line.IsEmpty;

    private static (string Key, string Text)? Field(string line, char sign)
    {
        var colon = line.IndexOf(sign);
        var key = colon > 0 ? line[..colon].TrimEnd() : "";
        return key.Length is > 1 and <= LongestKey && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') && char.IsAsciiLetter(key[0])
            && (sign == '=' || colon + 1 == line.Length || line[colon + 1] is ' ' or '\t') ? (key, line[(colon + 1)..].Trim()) : null;
    }

    /// <summary>The value of a field that stands on one line: a list where the field is one of several.</summary>
    public static DataNode Value(string key, string text, int line) =>
        key.ToLowerInvariant() is "tags" or "keywords" or "authors" or "categories" or "filetags"
            ? new DataNode { Items = [.. text.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(item => new DataNode { Text = item, Line = line })], Line = line }
            : new DataNode { Text = text, Line = line };

    /// <summary>Whether fields are the facts of a post, and not words with a colon.</summary>
    public static bool AreTelling(IReadOnlyDictionary<string, DataNode> fields) => Telling.Any(fields.ContainsKey);
}
