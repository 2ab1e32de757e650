using System.Text;
using System.Text.RegularExpressions;

namespace Recap.Talks.Posts.Markup;

/// <summary>Takes out of a post what its site generator would replace and what readers never see; lines keep their numbers.</summary>
internal sealed partial class Templates
{
    private static readonly (string Open, string Close)[] Pairs = [("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}"), ("<!--", "-->"), ("{:", "}")];

    private readonly string _body;
    private readonly StringBuilder _result = new();
    private readonly int _lastCommentEnd;

    // What stands before this in the body is written, or left out; most posts hold nothing to take out.
    private int _done;

    private Templates(string body)
    {
        _body = body;
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
            at = fence.Passes(_body.AsSpan(at, end - at)) ? end : StripLine(at, end);
        }

        return _done == 0 ? _body : _result.Append(_body.AsSpan(_done)).ToString();
    }

    private void Put(int from, int to, string text)
    {
        _result.Append(_body.AsSpan(_done, from - _done)).Append(text);
        _done = to;
    }

    // A template or comment may run over many lines; the scan goes on behind it.
    private int StripLine(int at, int end)
    {
        var line = _body.AsSpan(at, end - at);
        if (line.StartsWith("[//]:") || line.StartsWith("[comment]:"))
        {
            Put(at, end, "\n");
            return end;
        }

        if (line.StartsWith("##"))
        {
            var level = line.IndexOfAnyExcept('#');
            if (level is > 1 and <= 6 && line[level] is not (' ' or '\t' or '\n'))
            {
                // No blank, or one that Markdown does not know, such as a no-break space.
                at += level;
                Put(at, at, " ");
            }
        }

        while (at < end)
        {
            var open = _body.AsSpan(at, end - at).IndexOfAny('{', '<');
            if (open < 0)
            {
                return end;
            }

            at += open;
            at = Math.Max(at + 1, Replace(at));
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
            if (end < 0 && open == "<!--" && at > _lastCommentEnd)
            {
                Put(at, at + open.Length, "");
                return at + open.Length;
            }

            if (end < 0)
            {
                return at;
            }

            var inner = _body.AsSpan(at + open.Length, Math.Max(0, end - open.Length));
            Put(at, at + end + close.Length, Meaning(inner));
            _result.Append('\n', inner.Count('\n'));
            return _done;
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
