using System.Text;
using System.Text.RegularExpressions;

namespace Recap.Talks.Tests;

/// <summary>What an editor, a keyboard or a habit changes in a post changes none of its talks.</summary>
public sealed partial class VariationTests
{
    private const int Width = 78;

    // So many broken lines tell that an editor breaks them.
    private const int FewestBreaks = 3;

    public static TheoryData<string> Variations => [.. Ways.Keys.Order(StringComparer.Ordinal)];

    // Written apart: "é" as its letter and its accent.
    private static readonly Dictionary<string, string> Apart = new(StringComparer.Ordinal)
    {
        ["à"] = "a\u0300",
        ["é"] = "e\u0301",
        ["è"] = "e\u0300",
        ["ê"] = "e\u0302",
        ["ë"] = "e\u0308",
        ["î"] = "i\u0302",
        ["ï"] = "i\u0308",
        ["ô"] = "o\u0302",
        ["ö"] = "o\u0308",
        ["ù"] = "u\u0300",
        ["û"] = "u\u0302",
        ["ç"] = "c\u0327",
        ["À"] = "A\u0300",
        ["É"] = "E\u0301",
        ["Ê"] = "E\u0302",
    };

    private static readonly Dictionary<string, Func<string, string>> Ways = new()
    {
        ["lines end as on Windows"] = body => body.Replace("\n", "\r\n", StringComparison.Ordinal),
        ["accents behind their letters"] = body => Accented().Replace(body, letter => Apart[letter.Value]),
        ["lines broken by the editor"] = Wrapped,
        ["headings closed"] = body => ByLine(body, line => Heading().Replace(line, heading => $"{heading.Groups["marks"]} {heading.Groups["title"]} {heading.Groups["marks"]}")),
        ["dashes of two hyphens in headings"] = body => ByLine(body, line => Heading().IsMatch(line) ? Dash().Replace(line, " -- ") : line),
        ["items by another mark"] = body => ByLine(body, line => Item().Replace(line, "${blanks}+ ")),
        ["no blank line below headings"] = body => Below().Replace(body, "${heading}"),
        ["a comment behind the introduction"] = body => First().Replace(body, "\n\n<!-- more -->\n\n", 1),
    };

    [Theory]
    [MemberData(nameof(Variations))]
    public void A_post_gives_the_same_talks_however_it_is_typed(string variation)
    {
        var (changed, different) = (0, new List<string>());
        foreach (var path in Directory.EnumerateFiles(Checkout.Specs, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Checkout.Root, "data", "posts"), "*.md", SearchOption.AllDirectories)).Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(path);
            var body = text.StartsWith("---\n", StringComparison.Ordinal) ? text.IndexOf("\n---\n", StringComparison.Ordinal) + 5 : text.StartsWith("+++\n", StringComparison.Ordinal) ? text.IndexOf("\n+++\n", StringComparison.Ordinal) + 5 : 0;
            var varied = text[..body] + Ways[variation](text[body..]);
            changed += varied == text ? 0 : 1;
            var (before, after) = (Told(path, text), Told(path, varied));
            if (before != after)
            {
                different.Add($"{Path.GetFileName(path)}:\n{before}\n--\n{after}");
            }
        }

        different.ShouldBeEmpty();
        changed.ShouldBeGreaterThan(50);
    }

    // However long its dashes are.
    private static string Told(string path, string text) =>
        string.Join('\n', new PostReader(SiteSettings.Default, Checkout.Glossary).Read(new PostFile(Path.GetFileName(path), Encoding.UTF8.GetBytes(text))).Talks
            .Where(talk => talk.Kind != TalkKind.Notes).Select(talk => $"{Dash().Replace(talk.Title, " - ")} | {string.Join("; ", talk.Speakers.Select(person => person.Name))}"));

    // Code and markup of a line's own stay as they are, and so does a post with hardly a line to break.
    private static string Wrapped(string body)
    {
        var breaks = 0;
        var wrapped = ByLine(body, line => Own().IsMatch(line) || line.EndsWith("  ", StringComparison.Ordinal) || line.EndsWith('\\') ? line : Wrap(line, ref breaks));
        return breaks < FewestBreaks ? body : wrapped;
    }

    private static string Wrap(string line, ref int breaks)
    {
        var indent = new string(' ', Indent().Match(line).Length);
        var (result, at, before) = (new StringBuilder(), 0, breaks);
        foreach (var word in line.Split(' '))
        {
            if (at > indent.Length && at + 1 + word.Length > Width)
            {
                if (Item().IsMatch(word + " ") || word is ['#' or '>', ..])
                {
                    // Broken here it would be other markup.
                    breaks = before;
                    return line;
                }

                result.Append('\n').Append(indent);
                at = indent.Length;
                breaks++;
            }
            else if (result.Length > 0)
            {
                result.Append(' ');
                at++;
            }

            result.Append(word);
            at += word.Length;
        }

        return result.ToString();
    }

    private static string ByLine(string body, Func<string, string> change)
    {
        var isCode = false;
        return string.Join('\n', body.Split('\n').Select(line =>
        {
            var isFence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            isCode ^= isFence;
            return isFence || isCode || line.StartsWith("    ", StringComparison.Ordinal) ? line : change(line);
        }));
    }

    [GeneratedRegex("[àéèêëîïôöùûçÀÉÊ]")]
    private static partial Regex Accented();

    [GeneratedRegex(@"^(?<marks>#{1,6}) (?<title>[^{#]+)$")]
    private static partial Regex Heading();

    [GeneratedRegex(" [–—-] ")]
    private static partial Regex Dash();

    [GeneratedRegex(@"^(?<blanks> *)[-*] ")]
    private static partial Regex Item();

    [GeneratedRegex(@"^ *(?:[-*+] +|\d+[.)] +)?")]
    private static partial Regex Indent();

    [GeneratedRegex(@"^\s*(?:[#|<{!]|> |---|===|\*\*\*|\[[^\]]*\]:|:::|\$)|^\s*$")]
    private static partial Regex Own();

    [GeneratedRegex(@"(?<=\n)(?<heading>#{1,6} [^\n]+\n)\n+(?=[\p{L}])")]
    private static partial Regex Below();

    [GeneratedRegex(@"(?<=\p{L}[.!…])\n\n")]
    private static partial Regex First();
}
