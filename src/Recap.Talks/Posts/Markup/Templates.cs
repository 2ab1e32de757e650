using System.Text;
using System.Text.RegularExpressions;

namespace Recap.Talks.Posts.Markup;

/// <summary>Takes out of a post what its site generator would replace and what readers never see; lines keep their numbers.</summary>
internal static partial class Templates
{
    private static readonly (string Open, string Close)[] Pairs = [("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}"), ("<!--", "-->"), ("{:", "}")];

    public static string Strip(string body)
    {
        if (body.AsSpan().IndexOfAny("{<[#") < 0)
        {
            return body;
        }

        var result = new StringBuilder(body.Length);
        var fence = ReadOnlySpan<char>.Empty;
        for (var at = 0; at < body.Length;)
        {
            var end = body.IndexOf('\n', at);
            end = end < 0 ? body.Length : end + 1;
            var line = body.AsSpan(at, end - at);
            var marker = FenceOf(line);
            if (!fence.IsEmpty || !marker.IsEmpty)
            {
                fence = fence.IsEmpty ? marker : marker.StartsWith(fence) && line.Trim().Length == marker.Length ? [] : fence;
                result.Append(line);
                at = end;
                continue;
            }

            at = StripLine(body, at, end, result);
        }

        return result.ToString();
    }

    // A template or comment may run over many lines; the scan goes on behind it.
    private static int StripLine(string body, int at, int end, StringBuilder result)
    {
        var line = body.AsSpan(at, end - at);
        if (line.StartsWith("[//]:") || line.StartsWith("[comment]:"))
        {
            result.Append('\n');
            return end;
        }

        if (line.StartsWith("##"))
        {
            var level = line.IndexOfAnyExcept('#');
            if (level is > 1 and <= 6 && line[level] is not (' ' or '\t' or '\n'))
            {
                // No blank, or one that Markdown does not know, such as a no-break space.
                result.Append(line[..level]).Append(' ');
                at += level;
            }
        }

        while (at < end)
        {
            var open = body.AsSpan(at, end - at).IndexOfAny('{', '<');
            if (open < 0)
            {
                result.Append(body.AsSpan(at, end - at));
                return end;
            }

            result.Append(body.AsSpan(at, open));
            at += open;
            var behind = Replace(body, at, result);
            if (behind == at)
            {
                result.Append(body[at++]);
            }

            at = Math.Max(at, behind);
        }

        return at;
    }

    private static int Replace(string body, int at, StringBuilder result)
    {
        foreach (var (open, close) in Pairs)
        {
            if (!body.AsSpan(at).StartsWith(open))
            {
                continue;
            }

            // Bounded, so that a thousand openings without an end cost no more than one.
            var reach = Math.Min(body.Length, at + (open == "<!--" ? 20_000 : 2_000));
            var end = body.AsSpan(at, reach - at).IndexOf(close);
            if (end < 0)
            {
                return open == "<!--" && !body.AsSpan(at).Contains(close, StringComparison.Ordinal) ? at + open.Length : at;
            }

            var inner = body.AsSpan(at + open.Length, Math.Max(0, end - open.Length));
            result.Append(Meaning(inner));
            result.Append('\n', inner.Count('\n'));
            return at + end + close.Length;
        }

        return at;
    }

    private static string Meaning(ReadOnlySpan<char> template)
    {
        var text = template.Trim();
        if (text.StartsWith("relref") || text.StartsWith("ref ") || text.StartsWith("post_url") || text.StartsWith("link "))
        {
            return text[text.IndexOf(' ')..].Trim().Trim('"').ToString();
        }

        if (!text.Contains("youtube", StringComparison.OrdinalIgnoreCase) && !text.Contains("vimeo", StringComparison.OrdinalIgnoreCase))
        {
            return "";
        }

        var video = VideoId().Match(text.ToString());
        return video.Success ? $"<iframe src=\"https://www.youtube.com/watch?v={video.Groups["id"].Value}\"></iframe>" : "";
    }

    private static ReadOnlySpan<char> FenceOf(ReadOnlySpan<char> line)
    {
        var start = line.TrimStart();
        if (line.Length - start.Length > 3 || start.IsEmpty || start[0] is not ('`' or '~'))
        {
            return [];
        }

        var length = start.IndexOfAnyExcept(start[0]);
        return length >= 3 || length < 0 && start.Length >= 3 ? start[..(length < 0 ? start.Length : length)] : [];
    }

    [GeneratedRegex(@"youtube\S*\s+(id=|videoId=|v=)?""?(?<id>[\w-]{6,20})", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex VideoId();
}
