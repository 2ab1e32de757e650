using System.Buffers;
using System.Text.RegularExpressions;

namespace Recap.Talks.Posts.Markup;

/// <summary>Takes out of a post what its site generator would replace and what readers never see; lines keep their numbers.</summary>
internal static partial class Templates
{
    private static readonly (string Open, string Close)[] Pairs = [("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}"), ("<!--", "-->"), ("{/*", "*/}"), ("{:", "}")];

    // What opens a template, a comment, a heading or a fence.
    private static readonly SearchValues<char> Signs = SearchValues.Create("{<[#`~");

    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\n");

    public static string Strip(ReadOnlySpan<char> body) => body.IndexOfAny("{<[#") < 0 ? body.ToString() : new Cut(body).Strip();

    private static string Meaning(ReadOnlySpan<char> template)
    {
        var text = template.Trim();
        var name = text.IndexOfAny(Blanks) is var end and >= 0 ? text[..end] : text;

        // An editor that wraps lines breaks templates as well; what has several arguments is another generator's.
        if (name is "relref" or "ref" or "post_url" or "link" && text[name.Length..].Trim().Trim('"') is var page && !page.ContainsAny(Blanks))
        {
            return page.ToString();
        }

        if (!text.Contains("youtube", StringComparison.OrdinalIgnoreCase) && !text.Contains("vimeo", StringComparison.OrdinalIgnoreCase))
        {
            return "";
        }

        // Quarto's names the whole address.
        var words = text.ToString();
        var video = VideoId().Match(words);
        return video.Success ? $"<iframe src=\"https://www.youtube.com/watch?v={video.Groups["id"].Value}\"></iframe>"
            : VideoAddress().Match(words) is { Success: true } address ? $"<iframe src=\"{address.Value}\"></iframe>" : "";
    }

    [GeneratedRegex(@"https://[\w.-]*(youtube(-nocookie)?|vimeo)\.com/[\w./?=&%-]+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex VideoAddress();

    [GeneratedRegex(@"youtube\S*\s+(id=|videoId=|v=)?""?(?<id>[\w-]{6,20})", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex VideoId();

    /// <summary>A body while templates are taken out of it.</summary>
    private ref struct Cut
    {
        private readonly ReadOnlySpan<char> _body;
        private readonly int _lastCommentEnd;

        // What is kept of the body, and what is written behind each piece; most posts hold nothing to take out.
        private readonly List<(Range Kept, string Text)> _pieces = [];
        private int _length;

        // Whether a heading of the post has no blank before its title; null where nobody asked.
        private bool? _isTight;

        // What stands before this in the body is in the pieces.
        private int _done;

        public Cut(ReadOnlySpan<char> body)
        {
            _body = body;
            _lastCommentEnd = body.LastIndexOf("-->", StringComparison.Ordinal);
        }

        public string Strip()
        {
            var fence = default(Fence);
            var at = 0;
            for (var sign = NextSign(at); sign >= 0; sign = NextSign(at))
            {
                var start = at + _body[at..sign].LastIndexOf('\n') + 1;
                var next = _body[sign..].IndexOf('\n');
                var end = next < 0 ? _body.Length : sign + next + 1;
                at = fence.Passes(_body[start..end]) ? end : StripLine(start, end);
            }

            if (_done == 0)
            {
                return _body.ToString();
            }

            Put(_body.Length, _body.Length, "");
            return string.Create(_length, this, static (result, cut) => cut.Write(result));
        }

        // Lines that hold none are passed over together.
        private readonly int NextSign(int at) => _body[at..].IndexOfAny(Signs) is var sign and >= 0 ? at + sign : -1;

        private readonly void Write(Span<char> result)
        {
            foreach (var (kept, text) in _pieces)
            {
                _body[kept].CopyTo(result);
                result = result[(kept.End.Value - kept.Start.Value)..];
                text.CopyTo(result);
                result = result[text.Length..];
            }
        }

        private void Put(int from, int to, string text)
        {
            _pieces.Add((_done..from, text));
            _length += from - _done + text.Length;
            _done = to;
        }

        // A template or comment may run over many lines; the scan goes on behind it.
        private int StripLine(int at, int end)
        {
            var line = _body[at..end];
            if (line.StartsWith("[//]:") || line.StartsWith("[comment]:"))
            {
                Put(at, end, "\n");
                return end;
            }

            if (line.StartsWith('#') && TightLevel(line) is > 0 and var level)
            {
                // No blank, or one that Markdown does not know, such as a no-break space.
                at += level;
                Put(at, at, " ");
            }

            while (at < end)
            {
                var open = _body[at..end].IndexOfAny('{', '<');
                if (open < 0)
                {
                    return end;
                }

                at += open;
                at = Math.Max(at + 1, Replace(at));
            }

            return at;
        }

        // "##Title"; and "#Title" of a writer who leaves that blank out, for else it may be a hashtag.
        private int TightLevel(ReadOnlySpan<char> line)
        {
            var level = line.IndexOfAnyExcept('#');
            return level is < 1 or > 6 || line[level] is ' ' or '\t' or '\n' or '\r' ? 0
                : level > 1 || line[level..].IndexOf('#') < 0 && (_isTight ??= HasTight(_body)) == true ? level
                : 0;
        }

        private static bool HasTight(ReadOnlySpan<char> body)
        {
            for (var at = body.IndexOf("\n##"); at >= 0;)
            {
                var title = body[(at + 1)..].TrimStart('#');
                if (title is [not (' ' or '\t' or '\n' or '\r'), ..])
                {
                    return true;
                }

                var next = title.IndexOf("\n##");
                at = next < 0 ? -1 : body.Length - title.Length + next;
            }

            return false;
        }

        private int Replace(int at)
        {
            foreach (var (open, close) in Pairs)
            {
                if (!_body[at..].StartsWith(open))
                {
                    continue;
                }

                // Bounded, so that a thousand openings without an end cost no more than one.
                var reach = Math.Min(_body.Length, at + (open == "<!--" ? 20_000 : 2_000));
                var end = _body[at..reach].IndexOf(close);
                if (end < 0 && open == "<!--" && at > _lastCommentEnd)
                {
                    Put(at, at + open.Length, "");
                    return at + open.Length;
                }

                if (end < 0)
                {
                    return at;
                }

                var inner = _body.Slice(at + open.Length, Math.Max(0, end - open.Length));
                Put(at, at + end + close.Length, Meaning(inner) + new string('\n', inner.Count('\n')));
                return _done;
            }

            if (_body[at] == '{' && Attributes.At(_body, at, _done) is { } attributes)
            {
                Put(attributes.Bracket.Start.Value, attributes.Bracket.End.Value, "");
                Put(attributes.From, attributes.To, "");
                return _done;
            }

            return at;
        }
    }
}
