using System.Text.RegularExpressions;

namespace Recap.Talks.Posts.Markup.Rst;

/// <summary>Tells what a line of reStructuredText is.</summary>
internal static partial class RstLines
{
    private const int ShortUnderline = 4;

    /// <summary>Whether a line is one mark again and again, two times or more.</summary>
    public static bool IsAdornment(ReadOnlySpan<char> line) =>
        line.Length >= 2 && (char.IsAsciiLetterOrDigit(line[0]) ? false : line[0] is > ' ' and <= '~') && !line.ContainsAnyExcept(line[0]) && line is not (".." or "::");

    /// <summary>Whether an adornment below a title underlines it: a short one must be as long as the title.</summary>
    public static bool Underlines(ReadOnlySpan<char> adornment, ReadOnlySpan<char> title) =>
        adornment.Length >= Math.Min(ShortUnderline, title.Length) && IsAdornment(adornment);

    /// <summary>Length of the mark that begins an item, with the blanks behind it; 0 where there is none.</summary>
    public static int MarkerOf(ReadOnlySpan<char> text)
    {
        var length = text switch
        {
            ['-' or '*' or '+' or '•' or '‣' or '⁃', ..] => 1,
            ['#', '.' or ')', ..] => 2,
            ['(', ..] when Digits(text[1..]) is > 0 and var digits && text.Length > digits + 1 && text[digits + 1] == ')' => digits + 2,
            _ when Digits(text) is > 0 and var digits && text.Length > digits && text[digits] is '.' or ')' => digits + 1,
            _ => 0,
        };
        return length == 0 ? 0 : length == text.Length ? length : text[length] != ' ' ? 0 : text.Length - text[length..].TrimStart(' ').Length;
    }

    /// <summary>Name and value of a line such as <c>:date: 2024-05-16</c>; null for any other.</summary>
    public static (string Name, string Value)? FieldOf(string text) =>
        text.StartsWith(':') && Field().Match(text) is { Success: true } match ? (match.Groups["name"].Value, match.Groups["value"].Value) : null;

    public static bool IsGridBorder(ReadOnlySpan<char> text) => text is ['+', '-' or '=', ..] && text.IndexOfAnyExcept("+-=") < 0;

    public static bool IsTableBorder(ReadOnlySpan<char> text) => text is ['=', '=', ..] && text.Contains(' ') && text.IndexOfAnyExcept("= ") < 0;

    // Years and numbers of four digits begin sentences.
    private static int Digits(ReadOnlySpan<char> text)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and <= 3 ? digits : 0;
    }

    [GeneratedRegex(@"^:(?<name>[^\s:`][^:`]{0,40}):(\s+(?<value>.*))?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Field();
}
