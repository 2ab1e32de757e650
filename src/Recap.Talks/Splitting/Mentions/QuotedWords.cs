using System.Buffers;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>Finds what stands in quotes, whichever quotes a writer uses.</summary>
internal static class QuotedWords
{
    // What is longer was closed by the quote of something else.
    private const int Longest = 174;

    private const string WikiQuote = "''";

    private static readonly SearchValues<char> Opening = SearchValues.Create("«“‘\"");

    /// <summary>Whether a text has any quote at all.</summary>
    public static bool MayHold(ReadOnlySpan<char> text) => text.ContainsAny(Opening);

    /// <summary>The text with guillemets for apostrophes that quote, one or the two of wikis, every other character in its place: <c>'Title'</c>, <c>''Title''</c>.</summary>
    public static string Unified(string text) =>
        !text.Contains('\'') ? text : text.Contains(WikiQuote, StringComparison.Ordinal) ? WithoutPairs(text) : text.Contains(" '", StringComparison.Ordinal) || text.StartsWith('\'') ? WithoutSingle(text) : text;

    // An apostrophe within a word, or behind an elided one, quotes nothing: only one before a capital opens, and only one behind a word closes.
    private static string WithoutSingle(string text)
    {
        char[]? unified = null;
        for (var open = NextApostrophe(text, 0); open >= 0; open = NextApostrophe(text, open + 1))
        {
            if (open > 0 && text[open - 1] != ' ' || open + 1 >= text.Length || !char.IsUpper(text[open + 1]))
            {
                continue;
            }

            var close = NextApostrophe(text, open + 1);
            while (close >= 0 && (text[close - 1] == ' ' || close + 1 < text.Length && char.IsLetterOrDigit(text[close + 1])))
            {
                close = NextApostrophe(text, close + 1);
            }

            if (close >= 0 && close - open <= Longest)
            {
                unified ??= text.ToCharArray();
                (unified[open], unified[close]) = ('«', '»');
                open = close;
            }
        }

        return unified is null ? text : new string(unified);
    }

    private static int NextApostrophe(string text, int from) => from < text.Length ? text.IndexOf('\'', from) : -1;

    private static string WithoutPairs(string text)
    {
        var unified = text.ToCharArray();
        for (var at = 0; text.IndexOf(WikiQuote, at, StringComparison.Ordinal) is var open and >= 0 && text.IndexOf(WikiQuote, open + WikiQuote.Length, StringComparison.Ordinal) is var close and >= 0; at = close + WikiQuote.Length)
        {
            (unified[open], unified[open + 1]) = (' ', '«');
            (unified[close], unified[close + 1]) = ('»', ' ');
        }

        return new string(unified);
    }

    /// <summary>Where the next quoted words of a text begin and end, their quotes included; null where there are no more.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Index from which they may begin.</param>
    public static (int Start, int End)? Next(string text, int from)
    {
        for (var at = NextQuote(text, from); at >= 0; at = NextQuote(text, at + 1))
        {
            // Straight quotes open after a blank or a mark only, or else inches and attributes would.
            var close = text[at] switch { '«' => '»', '“' => '”', '‘' => '’', _ when at == 0 || !char.IsLetterOrDigit(text[at - 1]) && text[at - 1] is not ('=' or '_') => '"', _ => '\0' };
            if (close == '\0')
            {
                continue;
            }

            var next = text.AsSpan(at + 1).IndexOfAny(text[at], close);
            var end = at + next + 2;
            if (next is >= 2 and <= Longest && text[end - 1] == close && !(close == '’' && end < text.Length && char.IsLetterOrDigit(text[end])))
            {
                return (at, end);
            }
        }

        return null;
    }

    private static int NextQuote(string text, int from) => text.AsSpan(from).IndexOfAny(Opening) is var next and >= 0 ? from + next : -1;
}
