using System.Text;
using System.Text.RegularExpressions;
using Recap.Talks.Posts.Data;

namespace Recap.Talks.Posts;

/// <summary>The facts at the head of a post and the text below them.</summary>
/// <param name="Fields">The facts; <see cref="DataNode.Nothing"/> where the post has none.</param>
/// <param name="Body">The text below.</param>
/// <param name="BodyLine">Line of the file on which the body begins, from 1.</param>
/// <param name="Remark">What is to be said; of severity error where the facts could not be read.</param>
internal sealed partial record FrontMatter(DataNode Fields, ReadOnlyMemory<char> Body, int BodyLine, Remark? Remark)
{
    // Whole comment threads stand in some.
    private const int Longest = 200_000;

    /// <summary>Line of the file on which the notation of the facts begins, from 1: their own lines count from there.</summary>
    public int FieldsLine { get; init; } = 1;

    public static FrontMatter Read(ReadOnlyMemory<char> text)
    {
        var start = SkipLead(text.Span);
        return FenceAt(text.Span, start) switch
        {
            "---" => Fenced(text, start, "---", ReadYaml),
            "+++" => Fenced(text, start, "+++", ReadToml),
            "{" => Json(text.ToString(), start),
            _ => Unfenced(text.ToString(), start),
        };
    }

    /// <summary>Whether bytes begin with the facts of a post, in whole: what else opens with dashes has no title and no date there.</summary>
    /// <param name="head">The first bytes of a file.</param>
    public static bool Opens(ReadOnlySpan<byte> head)
    {
        var start = head.StartsWith(Encoding.UTF8.Preamble) ? head[3..] : head;
        if (!start.StartsWith("---"u8) && !start.StartsWith("+++"u8))
        {
            return false;
        }

        using var decoded = PostText.Decode(head);
        return decoded.Text is { } text && Read(text) is { Remark: not { Code.Severity: Severity.Error } } front && (front.Fields["title"].Text ?? front.Fields["titre"].Text ?? front.Fields["date"].Text) is not null;
    }

    // Blank lines, and comments that editors and licence tools put before the facts.
    private static int SkipLead(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            var end = text[at..].StartsWith("<!--") ? text[at..].IndexOf("-->") : -1;
            if (end < 0)
            {
                return at;
            }

            at += end + 3;
        }
    }

    private static string? FenceAt(ReadOnlySpan<char> text, int start)
    {
        var line = text[start..EndOfLine(text, start)].TrimEnd();
        return line is "---" ? "---" : line is "+++" ? "+++" : line is "{" || line.StartsWith("{\"") ? "{" : null;
    }

    private static int EndOfLine(ReadOnlySpan<char> text, int from) => text[from..].IndexOf('\n') is var end and >= 0 ? from + end : text.Length;

    private static FrontMatter Unfenced(string text, int start) =>
        HeaderLines.Read(text, start) ?? MarkedLines.Read(text) ?? new FrontMatter(DataNode.Nothing, text.AsMemory(), 1, null);

    private static FrontMatter Fenced(ReadOnlyMemory<char> whole, int start, string fence, Func<string, (DataResult Result, bool Mended)> read)
    {
        var text = whole.Span;
        var firstLine = 1 + text[..start].Count('\n');
        var from = Math.Min(text.Length, EndOfLine(text, start) + 1);
        var to = ClosingFence(text, from, fence);
        if (to < 0)
        {
            return Unclosed(whole, start, from, fence, firstLine);
        }

        var body = whole[Math.Min(text.Length, EndOfLine(text, to) + 1)..];
        var bodyLine = firstLine + 1 + text[from..to].Count('\n') + 1;
        if (to - from > Longest)
        {
            return new FrontMatter(DataNode.Nothing, body, bodyLine, Codes.TooLarge.At(firstLine, $"The front matter has {to - from} characters; up to {Longest} are read."));
        }

        var (result, mended) = read(text[from..to].ToString());
        return result.Fault is { } fault
            ? new FrontMatter(DataNode.Nothing, body, bodyLine, Codes.FrontMatterBad.At(firstLine + fault.Line, $"The front matter cannot be read: {fault.Message}"))
            : new FrontMatter(result.Node!, body, bodyLine, mended ? Codes.FrontMatterMended.At(firstLine, "The front matter is not valid; it was read with its indentation and quotes mended.") : null) { FieldsLine = firstLine + 1 };
    }

    // A rule may open a post that has no facts; keys after it say that facts were meant.
    private static FrontMatter Unclosed(ReadOnlyMemory<char> text, int start, int from, string fence, int firstLine) =>
        KeyLine().IsMatch(text.Span.Slice(from, Math.Min(200, text.Length - from)))
            ? new FrontMatter(DataNode.Nothing, text[start..], firstLine, Codes.FrontMatterOpen.At(firstLine, $"The front matter opened here is never closed; add a line {fence} below it."))
            : new FrontMatter(DataNode.Nothing, text, 1, null);

    private static int ClosingFence(ReadOnlySpan<char> text, int from, string fence)
    {
        for (var (at, end) = (from, 0); at < text.Length; at = end + 1)
        {
            end = EndOfLine(text, at);
            var line = text[at..end].TrimEnd();
            if (line.SequenceEqual(fence) || line is "..." && fence == "---")
            {
                return at;
            }
        }

        return -1;
    }

    private static FrontMatter Json(string text, int start)
    {
        var end = text.IndexOf("\n}", start, StringComparison.Ordinal);
        end = end < 0 ? text.IndexOf('\n', start) : end + 2;
        end = Math.Min(end < 0 ? text.Length : end, start + Longest);
        var firstLine = 1 + text.AsSpan(0, start).Count('\n');
        var result = JsonData.Read(text[start..end]);
        return result.Fault is { } fault
            ? new FrontMatter(DataNode.Nothing, text.AsMemory(), 1, Codes.FrontMatterBad.At(firstLine + fault.Line - 1, $"The front matter cannot be read: {fault.Message}"))
            : new FrontMatter(result.Node!, text.AsMemory(end), 1 + text.AsSpan(0, end).Count('\n'), null) { FieldsLine = firstLine };
    }

    private static (DataResult Result, bool Mended) ReadYaml(string source)
    {
        var strict = YamlData.Read(source);
        if (strict.Fault is null && (strict.Node!.Fields.Count > 0 || string.IsNullOrWhiteSpace(source) || strict.Node.IsNothing))
        {
            return (strict, false);
        }

        var mended = YamlData.Read(Mend(source));
        return mended.Node is { Fields.Count: > 0 } ? (mended, true)
            : strict.Fault is null ? (new DataFault(1, "it holds no key: value pairs"), false)
            : (strict, false);
    }

    private static (DataResult Result, bool Mended) ReadToml(string source)
    {
        var strict = TomlData.Read(source);
        if (strict.Fault is null)
        {
            return (strict, false);
        }

        var mended = TomlData.Read(AccentedKey().Replace(source, "\"${key}\"${value}"));
        return mended.Fault is null ? (mended, true) : (strict, false);
    }

    // The slips that people make by hand: keys indented by a blank or two, colons in unquoted titles, quotes within quotes, and quotes that go on at the edge of the next line.
    private static string Mend(string source)
    {
        var mended = new StringBuilder(source.Length + 64);
        var open = '\0';
        foreach (var line in source.Split('\n'))
        {
            if (open != '\0')
            {
                open = Closes(line, open) ? '\0' : open;
                mended.Append("  ").Append(line.TrimStart()).Append('\n');
                continue;
            }

            var match = IndentedKey().Match(line.Replace("\t", "  "));
            if (!match.Success)
            {
                mended.Append(line.Replace("\t", "  ")).Append('\n');
                continue;
            }

            var value = Requoted(match.Groups["value"].Value.Trim());
            open = value is ['"' or '\'', ..] && !Closes(value[1..], value[0]) ? value[0] : '\0';
            var risky = value.Length > 0 && value[0] is not ('"' or '\'' or '[' or '{' or '|' or '>' or '&' or '*' or '!')
                && (value.Contains(": ") || value.EndsWith(':') || value[0] is '@' or '`' or '%');
            mended.Append(match.Groups["key"].Value).Append(": ")
                .Append(risky ? $"'{value.Replace("'", "''")}'" : value).Append('\n');
        }

        return mended.ToString();
    }

    // 'L'open source', "Retour sur "DevTour"", "DevTour" vu de loin: YAML ends the value at its second quote, its writer did not.
    private static string Requoted(string value)
    {
        if (value is not ['"' or '\'', _, ..] || value[0] == '"' && value.Contains('\\'))
        {
            return value;
        }

        var quote = value[0];
        var second = SecondQuote(value, quote);
        var closes = second > 0 && (second == value.Length - 1 || value[second - 1] != ' ' && !char.IsLetterOrDigit(value[second + 1]));
        return second < 0 || second == value.Length - 1 || closes && value.AsSpan(second + 1).TrimStart() is ['#', ..] or [] ? value
            : closes ? $"'{value.Replace("'", "''")}'"
            : value[^1] == quote ? $"'{value[1..^1].Replace("''", "'").Replace("'", "''")}'"
            : value;
    }

    // Doubled, one stands for itself.
    private static int SecondQuote(string value, char quote)
    {
        var at = value.IndexOf(quote, 1);
        while (quote == '\'' && at > 0 && at + 1 < value.Length && value[at + 1] == quote)
        {
            at = value.IndexOf(quote, at + 2);
        }

        return at;
    }

    // Behind the closing quote nothing stands but blanks and a remark.
    private static bool Closes(string text, char quote) => text.AsSpan().TrimEnd().EndsWith(quote) || text.Contains($"{quote} #", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s{0,2}[A-Za-z_][\w-]*\s*[:=]", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex KeyLine();

    // TOML wants quotes round a key that is not plain ASCII: "catégories".
    [GeneratedRegex(@"^(?<key>[\p{L}\d_-]+)(?<value>\s*=)", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AccentedKey();

    [GeneratedRegex(@"^ {0,1}(?<key>[A-Za-z_][\w-]*) ?:(?<value>( .*)?)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex IndentedKey();
}
