using System.Collections.Immutable;
using Recap.Talks.Posts.Data;

namespace Recap.Talks.Posts;

/// <summary>
/// Reads facts that stand as marked lines above a post: <c>.. title: x</c>, as Nikola has them, in a comment or not, or
/// <c>% title</c>, <c>% authors</c>, <c>% date</c>, as Pandoc has them.
/// </summary>
internal static class MarkedLines
{
    private const int MostLines = 60;

    private static readonly ImmutableArray<string> PandocKeys = ["title", "authors", "date"];

    /// <returns>The facts and the text below; null where the first lines are none.</returns>
    public static FrontMatter? Read(string text)
    {
        var start = text.AsSpan().IndexOfAnyExcept(" \n\t");
        return start < 0 ? null : text[start] switch
        {
            '%' => Lines(text, start, PandocLine),
            '.' or '<' or '#' => Lines(text, start, NikolaLine),
            _ => null,
        };
    }

    private static FrontMatter? Lines(string text, int start, Func<string, int, (string Key, string Text)?> read)
    {
        var fields = DataNode.Table();
        var (first, at) = (1 + text.AsSpan(0, start).Count('\n'), start);
        var line = first;
        for (var met = 0; at < text.Length && line - first < MostLines; line++)
        {
            var end = text.IndexOf('\n', at) is var found and >= 0 ? found : text.Length;
            var words = text[at..end].Trim();
            if (read(words, met) is { } field)
            {
                fields.TryAdd(field.Key, HeaderLines.Value(field.Key, field.Text, line - first + 1));
                met++;
            }
            else if (words is not ("" or "<!--" or "-->" or "#" or ".."))
            {
                break;
            }

            at = Math.Min(end + 1, text.Length);
        }

        return HeaderLines.AreTelling(fields) ? new FrontMatter(new DataNode { Fields = fields }, text.AsMemory(at), line, null) { FieldsLine = first } : null;
    }

    private static (string Key, string Text)? PandocLine(string line, int met) =>
        line.StartsWith('%') && met < PandocKeys.Length ? (PandocKeys[met], line[1..].Trim()) : null;

    // A line comment of the notation may stand before it: "# .. title: x".
    private static (string Key, string Text)? NikolaLine(string line, int met)
    {
        line = line.TrimStart('#', ' ');
        var colon = line.StartsWith(".. ") ? line.IndexOf(':') : -1;
        return colon > 3 && (colon + 1 == line.Length || line[colon + 1] == ' ') && line.AsSpan(3, colon - 3).IndexOfAnyExceptInRange('a', 'z') is < 0
            ? (line[3..colon], line[(colon + 1)..].Trim()) : null;
    }
}
