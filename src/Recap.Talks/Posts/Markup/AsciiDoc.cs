using System.Text;
using System.Text.RegularExpressions;

namespace Recap.Talks.Posts.Markup;

/// <summary>Rewrites AsciiDoc as the Markdown that says the same, line by line, so that lines keep their numbers.</summary>
internal static partial class AsciiDoc
{
    public static string ToMarkdown(string body)
    {
        var result = new StringBuilder(body.Length);
        var listing = false;
        foreach (var line in body.Split('\n'))
        {
            var trimmed = line.TrimEnd();
            if (trimmed is "----" or "....")
            {
                listing = !listing;
                result.Append("```\n");
                continue;
            }

            result.Append(listing ? line : Line(trimmed)).Append('\n');
        }

        return result.ToString();
    }

    /// <summary>The document's title (<c>= Title</c>); null where it has none.</summary>
    public static string? TitleOf(string body) =>
        DocumentTitle().Match(body) is { Success: true } match ? match.Groups["title"].Value.Trim() : null;

    private static string Line(string line) => line switch
    {
        "" => "",
        "'''" => "---",
        "____" or "====" or "****" or "--" or "|===" or "+" => "",
        _ when line.StartsWith("//") || line.StartsWith(':') && AttributeLine().IsMatch(line) => "",
        _ when line.StartsWith('=') && line.IndexOfAnyExcept('=') is > 0 and <= 6 and var level && line[level] == ' ' =>
            level == 1 ? "" : $"{new string('#', level)} {Inline(line[level..].Trim())}",
        _ when line.StartsWith('[') && line.EndsWith(']') && !line.Contains("](", StringComparison.Ordinal) => "",
        _ when line.StartsWith("image::") || line.StartsWith("include::") => "",
        _ when line.StartsWith("video::") => Video(line),
        _ when line.StartsWith('*') && line.IndexOfAnyExcept('*') is > 0 and var depth && line[depth] == ' ' =>
            $"{new string(' ', 2 * (depth - 1))}* {Inline(line[depth..].Trim())}",
        _ when line.StartsWith(". ") => $"1. {Inline(line[2..])}",
        _ when line.StartsWith('.') && line.Length > 1 && char.IsLetter(line[1]) => $"**{Inline(line[1..])}**",
        _ => Inline(line),
    };

    private static string Inline(string text)
    {
        text = text.Contains('[') ? Links().Replace(text, "[${label}](${url})") : text;
        text = text.Contains('*') ? Bold().Replace(text, "${before}**${text}**${after}") : text;
        return text.Contains("image:", StringComparison.Ordinal) ? InlineImage().Replace(text, "") : text;
    }

    private static string Video(string line)
    {
        var id = line["video::".Length..].Split('[')[0];
        return line.Contains("youtube", StringComparison.Ordinal) ? $"<iframe src=\"https://www.youtube.com/watch?v={id}\"></iframe>" : "";
    }

    [GeneratedRegex(@"(link:|\b)(?<url>https?://[^\s\[\]]+)\[(?<label>[^\]]*?),?(role=\S*|window=\S*)?\^?\]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Links();

    [GeneratedRegex(@"(?<before>^|[\s(])\*(?<text>[^\s*][^*]*)\*(?<after>\z|[\s.,;:!?)])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Bold();

    [GeneratedRegex(@"image:[^\s\[]+\[[^\]]*\]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex InlineImage();

    [GeneratedRegex(@"^:[\w!-]+:", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AttributeLine();

    [GeneratedRegex(@"^= (?<title>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DocumentTitle();
}
