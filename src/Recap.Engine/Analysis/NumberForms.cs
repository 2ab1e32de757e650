using System.Buffers;
using System.Text;

namespace Recap.Engine.Analysis;

/// <summary>Numbers and versions: <c>v1.28</c> is <c>1.28</c>, <c>2,5</c> is <c>2.5</c>, <c>10 000</c> is <c>10000</c>.</summary>
internal static class NumberForms
{
    private static readonly SearchValues<char> InNumbers = SearchValues.Create("0123456789., \u00A0\u202F\u2009");

    /// <summary>Whether the character at <paramref name="end"/> continues the number that began at <paramref name="start"/>.</summary>
    public static bool Continues(NormalizedText text, int start, int end)
    {
        if (end == start || !char.IsAsciiDigit(text[end - 1]) || !char.IsAsciiDigit(text[end + 1]) || !IsNumber(text.Slice(start, end)))
        {
            return false;
        }

        return text[end] switch
        {
            '.' => true,
            ',' => !text.Slice(start, end).Contains('.'),
            '\u00A0' or '\u202F' or '\u2009' => IsThousand(text, start, end),
            ' ' => IsThousand(text, start, end) && text[end + 1] == '0' && text[end + 2] == '0' && text[end + 3] == '0',
            _ => false,
        };
    }

    /// <summary>The number as one writes it to a machine; null where it is no number or nothing changes.</summary>
    public static string? Plain(ReadOnlySpan<char> word)
    {
        if (!IsNumber(word))
        {
            return null;
        }

        var digits = word[0] == 'v' && word.Contains('.') ? word[1..] : word;
        return digits.IndexOfAny(',', ' ') < 0 && !digits.ContainsAny("\u00A0\u202F\u2009") ? digits.ToString() : Joined(digits);
    }

    /// <summary>Major and minor of a longer version (<c>1.28.3</c> → <c>1.28</c>), or null.</summary>
    public static string? MajorMinor(string word)
    {
        var first = word.IndexOf('.', StringComparison.Ordinal);
        var second = first < 0 ? -1 : word.IndexOf('.', first + 1);
        return second > 0 && IsNumber(word) ? word[..second] : null;
    }

    private static string Joined(ReadOnlySpan<char> digits)
    {
        var comma = digits.LastIndexOf(',');
        // Three digits after the comma are thousands (10,000), fewer are decimals (2,5).
        var isDecimal = comma > 0 && digits.Length - comma - 1 != 3 && digits.Count(',') == 1;
        var plain = new StringBuilder(digits.Length);
        for (var i = 0; i < digits.Length; i++)
        {
            if (char.IsAsciiDigit(digits[i]) || digits[i] == '.')
            {
                plain.Append(digits[i]);
            }
            else if (isDecimal && i == comma)
            {
                plain.Append('.');
            }
        }

        return plain.ToString();
    }

    private static bool IsThousand(NormalizedText text, int start, int end)
    {
        var head = end - start;
        var firstGroup = text.Slice(start, end).IndexOfAny("\u00A0\u202F\u2009 ");
        return (firstGroup >= 0 || head <= 3) && !text.Slice(start, end).Contains('.')
            && char.IsAsciiDigit(text[end + 2]) && char.IsAsciiDigit(text[end + 3]) && !text.IsWordChar(end + 4);
    }

    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        var digits = word.Length > 1 && word[0] == 'v' ? word[1..] : word;
        return digits.Length > 0 && char.IsAsciiDigit(digits[0]) && !digits.ContainsAnyExcept(InNumbers);
    }
}
