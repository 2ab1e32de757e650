using System.Text;
using System.Text.RegularExpressions;

namespace Recap.Talks.Posts.Markup;

/// <summary>Takes out of a post what its site generator would replace and what readers never see; lines keep their numbers.</summary>
internal sealed partial class Templates
{
    private static readonly (string Open, string Close)[] Pairs = [("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}"), ("<!--", "-->"), ("{:", "}")];

    private readonly string _body;
    private readonly StringBuilder _result;
    private readonly int _lastCommentEnd;

    private Templates(string body)
    {
        _body = body;
        _result = new StringBuilder(body.Length);
        _lastCommentEnd = body.LastIndexOf("-->", StringComparison.Ordinal);
    }

    public static string Strip(string body) => body.AsSpan().IndexOfAny("{<[#") < 0 ? body : new Templates(body).Strip();

    private string Strip()
    {
        var fence = default(Fence);
        for (var at = 0; at < _body.Length;)
        {
            var end = _body.IndexOf('\n', at);
            end = end < 0 ? _body.Length : end + 1;
            var line = _body.AsSpan(at, end - at);
            if (fence.Passes(line))
            {
                _result.Append(line);
                at = end;
                continue;
            }

            at = StripLine(at, end);
        }

        return _result.ToString();
    }

    // A template or comment may run over many lines; the scan goes on behind it.
    private int StripLine(int at, int end)
    {
        var line = _body.AsSpan(at, end - at);
        if (line.StartsWith("[//]:") || line.StartsWith("[comment]:"))
        {
            _result.Append('\n');
            return end;
        }

        if (line.StartsWith("##"))
        {
            var level = line.IndexOfAnyExcept('#');
            if (level is > 1 and <= 6 && line[level] is not (' ' or '\t' or '\n'))
            {
                // No blank, or one that Markdown does not know, such as a no-break space.
                _result.Append(line[..level]).Append(' ');
                at += level;
            }
        }

        while (at < end)
        {
            var open = _body.AsSpan(at, end - at).IndexOfAny('{', '<');
            if (open < 0)
            {
                _result.Append(_body.AsSpan(at, end - at));
                return end;
            }

            _result.Append(_body.AsSpan(at, open));
            at += open;
            var behind = Replace(at);
            if (behind == at)
            {
                _result.Append(_body[at++]);
            }

            at = Math.Max(at, behind);
        }

        return at;
    }

    private int Replace(int at)
    {
        foreach (var (open, close) in Pairs)
        {
            if (!_body.AsSpan(at).StartsWith(open))
            {
                continue;
            }

            // Bounded, so that a thousand openings without an end cost no more than one.
            var reach = Math.Min(_body.Length, at + (open == "<!--" ? 20_000 : 2_000));
            var end = _body.AsSpan(at, reach - at).IndexOf(close);
            if (end < 0)
            {
                return open == "<!--" && at > _lastCommentEnd ? at + open.Length : at;
            }

            var inner = _body.AsSpan(at + open.Length, Math.Max(0, end - open.Length));
            _result.Append(Meaning(inner));
            _result.Append('\n', inner.Count('\n'));
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

    [GeneratedRegex(@"youtube\S*\s+(id=|videoId=|v=)?""?(?<id>[\w-]{6,20})", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex VideoId();
}
