namespace Recap.Talks.Facts;

/// <summary>Walks the words of a sentence up to the next sign or mark; what is elided is a word with its apostrophe: "d'", "l’".</summary>
/// <param name="text">The sentence, or what is left of it.</param>
internal ref struct SentenceWords(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Index behind the word that was read last.</summary>
    public int At { get; set; }

    /// <summary>What is still to be read.</summary>
    public readonly ReadOnlySpan<char> Rest => _text[At..];

    /// <summary>The next word; empty where a sign, a mark or the end comes before one.</summary>
    public ReadOnlySpan<char> Next()
    {
        var start = At;
        while (start < _text.Length && char.IsWhiteSpace(_text[start]))
        {
            start++;
        }

        var end = start;
        while (end < _text.Length && IsOfWord(_text[end]))
        {
            end++;
        }

        if (end == start)
        {
            return [];
        }

        At = end < _text.Length && _text[end] is '\'' or '’' ? end + 1 : end;
        return _text[start..At];
    }

    /// <summary>The next word, which stays unread.</summary>
    public readonly ReadOnlySpan<char> Peek()
    {
        var ahead = this;
        return ahead.Next();
    }

    /// <summary>Reads some words if they come next, whatever their capitals.</summary>
    /// <param name="phrase">The words, parted by blanks.</param>
    public bool Take(ReadOnlySpan<char> phrase)
    {
        var ahead = this;
        foreach (var word in phrase.Split(' '))
        {
            if (!Same(ahead.Next(), phrase[word]))
            {
                return false;
            }
        }

        At = ahead.At;
        return true;
    }

    /// <summary>Reads the first of some words or phrases that comes next, if one does.</summary>
    public bool TakeAny(params ReadOnlySpan<string> phrases)
    {
        var next = Peek();
        foreach (var phrase in phrases)
        {
            if (!next.IsEmpty && Folded(phrase[0]) == Folded(next[0]) && Take(phrase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether two words are the same, whatever their capitals and the form of their apostrophe.</summary>
    public static bool Same(ReadOnlySpan<char> word, ReadOnlySpan<char> other) =>
        word is [.., '’'] && other is [.., '\''] ? Same(word[..^1], other[..^1]) : word.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>The word with which a text begins; hyphens and apostrophes end it.</summary>
    public static ReadOnlySpan<char> First(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && IsPlain(text[end]))
        {
            end++;
        }

        return text[..end];
    }

    /// <summary>The word with which a text ends; hyphens and apostrophes begin it.</summary>
    public static ReadOnlySpan<char> Last(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && IsPlain(text[start - 1]))
        {
            start--;
        }

        return text[start..];
    }

    private static bool IsPlain(char c) => char.IsLetterOrDigit(c) || c == '_';

    // Letters of French are a bit away from their capitals; most words are told apart by their first.
    private static int Folded(char letter) => letter | 0x20;

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' || !char.IsAscii(c) && (c == '\u200D' || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark);
}
