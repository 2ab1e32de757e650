using System.Text.RegularExpressions;

namespace Recap.Talks.Posts.Markup;

/// <summary>Rewrites Textile, as old Jekyll sites have it, as Markdown, line by line, so that lines keep their numbers.</summary>
internal static partial class Textile
{
    public static string ToMarkdown(string body)
    {
        var lines = body.Split('\n');
        // "bc." holds up to a blank line, "bc.." up to the next block that has a name.
        var (isCode, isLong, isHidden) = (false, false, false);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd();
            var block = Block().Match(line);
            if (block.Success || line.Length == 0 && !isLong)
            {
                (isCode, isHidden) = (block.Groups["name"].Value is "bc" or "pre", block.Groups["name"].Value is "###" or ['f', 'n', ..]);
                isLong = block.Groups["dots"].Length > 1;
            }

            var text = block.Success ? block.Groups["text"].Value : line;
            lines[i] = isHidden || line.Length == 0 ? "" : isCode ? "    " + text : block.Success ? Opened(block.Groups["name"].Value, block.Groups["attributes"].Value, Inline(text)) : Line(line);
        }

        return string.Join('\n', lines);
    }

    private static string Opened(string name, string attributes, string text) => name switch
    {
        ['h', var level] => $"{new string('#', level - '0')} {text}{(Id().Match(attributes) is { Success: true } id ? $" {{{id.Value}}}" : "")}",
        "bq" => "> " + text,
        _ => text,
    };

    private static string Line(string line)
    {
        var depth = line.AsSpan().IndexOfAnyExcept('*', '#');
        return depth > 0 && line[depth] == ' ' && depth <= 8 ? $"{new string(' ', 3 * (depth - 1))}{(line[depth - 1] == '#' ? "1. " : "-  ")}{Inline(line[depth..].Trim())}"
            : line.StartsWith('|') ? Inline(Cell().Replace(line, " ").Trim())
            : Inline(line);
    }

    private static string Inline(string text)
    {
        text = text.Contains('!') ? Image().Replace(text, "![](${url})") : text;
        text = text.Contains("\":", StringComparison.Ordinal) ? Link().Replace(text, "[${label}](${url})") : text;
        text = text.Contains('*') ? Bold().Replace(text, "${before}**${text}**") : text;
        text = text.Contains("??", StringComparison.Ordinal) ? Cite().Replace(text, "*${text}*") : text;
        text = text.Contains('@') ? Code().Replace(text, "${before}`${text}`") : text;
        text = text.Contains('%') ? Span().Replace(text, "${before}${text}") : text;
        return text.Contains('[') ? Footnote().Replace(text, "${word}") : text;
    }

    [GeneratedRegex(@"^(?<name>h[1-6]|p|bq|bc|pre|notextile|fn\d{1,3}|###)(?<attributes>([<>=]|\([^)]*\)|\{[^}]*\}|\[[^\]]*\])*)(?<dots>\.{1,2})(?<link>:\S+)? (?<text>.*)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Block();

    [GeneratedRegex(@"#[^\s)#]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Id();

    [GeneratedRegex(@"""(\([^)""]*\))?(?<label>[^""]+)"":(?<url>[^\s""<>)]*[^\s""<>).,;:!?])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"![<>=]?(\([^)]*\)|\{[^}]*\})?(?<url>[^\s!(]+\.[A-Za-z]{3,4})(\([^)]*\))?!(:\S+)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Image();

    [GeneratedRegex(@"(?<before>^|[\s(""«])\*(?<text>[^\s*]|[^\s*][^*]*[^\s*])\*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Bold();

    [GeneratedRegex(@"\?\?(?<text>[^?\s][^?]*)\?\?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Cite();

    [GeneratedRegex(@"(?<before>^|[\s(])@(?<text>[^\s@][^@]*)@", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<before>^|[\s(])%(\{[^}]*\}|\([^)]*\))?(?<text>[^\s%][^%]*)%", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Span();

    [GeneratedRegex(@"(?<word>[^\s\[\]])\[\d{1,3}\]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Footnote();

    [GeneratedRegex(@"\|(_?[<>=~^]?\.)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Cell();
}
