namespace Recap.Talks.Technologies;

/// <summary>One way of writing a term, and how surely it means the term.</summary>
internal sealed class TermSpelling
{
    // Shorter ones are words in lower case: "kind", "lora".
    private const int UnmistakableLength = 6;

    private readonly StringComparison _comparison;

    public TermSpelling(GlossaryTerm term, string text)
    {
        Term = term;
        Text = text;
        Lead = text.TakeWhile(c => !char.IsLetterOrDigit(c)).Count();
        FirstWord = string.Concat(text.Skip(Lead).TakeWhile(char.IsLetterOrDigit));
        Rest = text[(Lead + FirstWord.Length)..];
        var unmistakable = HasInnerCapital(text);
        var several = Rest.Length > 0;
        IsDoubtful = term.Match == TermMatch.Context && !unmistakable && !several;
        _comparison = term.Match == TermMatch.Any || unmistakable || term.Match == TermMatch.Context && several
            ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
    }

    public GlossaryTerm Term { get; }

    public string Text { get; }

    /// <summary>Its first run of letters and digits; empty where it has none.</summary>
    public string FirstWord { get; }

    /// <summary>What follows its first word: a blank or a sign, and more words.</summary>
    public string Rest { get; }

    /// <summary>Characters before the first word, such as the dot of ".NET".</summary>
    public int Lead { get; }

    /// <summary>Whether it counts with its own capitals only.</summary>
    public bool HasCapitals => _comparison == StringComparison.Ordinal;

    /// <summary>True where the same letters are a common word, so that the context must decide.</summary>
    public bool IsDoubtful { get; }

    /// <summary>Whether it stands in a text at that place, apart from other words, and not within an address, a file name or code.</summary>
    public bool IsAt(ReadOnlySpan<char> text, int start)
    {
        if (start < 0 || !text[start..].StartsWith(Text, _comparison))
        {
            return false;
        }

        var end = start + Text.Length;
        var before = start > 0 ? text[start - 1] : ' ';
        var after = end < text.Length ? text[end] : ' ';
        return !char.IsLetterOrDigit(before) && before is not ('.' or '@' or '_' or '&')
            && !char.IsLetterOrDigit(after) && after is not ('_' or '@')
            && !(after is '+' or '#' && char.IsLetterOrDigit(Text[^1]))
            && !GoesOn(text, start, end)
            && !InAddress(text, start);
    }

    // "SonarQube" is no word, however it is capitalised.
    private static bool HasInnerCapital(string text) =>
        text.Length >= UnmistakableLength && text.Zip(text.Skip(1)).Any(pair => char.IsLower(pair.First) && char.IsUpper(pair.Second));

    // "https://…", "kubernetes.default", "http.ServeMux", "C. Martin"; but "Kubernetes.Ensuite" lacks no more than a blank.
    private static bool GoesOn(ReadOnlySpan<char> text, int start, int end) =>
        end + 1 < text.Length && (text[end] == '.'
            ? end == start + 1 || char.IsLower(text[end + 1]) || char.IsUpper(text[end + 1]) && char.IsLower(text[start])
            : text[end] == ':' && text[end + 1] == '/');

    private static bool InAddress(ReadOnlySpan<char> text, int start)
    {
        var from = Math.Max(0, start - 200);
        var chunk = text[from..start];
        var blank = chunk.LastIndexOfAny(" \n\u00A0(");
        return chunk[(blank + 1)..].Contains("://", StringComparison.Ordinal);
    }
}
