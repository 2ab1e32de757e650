namespace Recap.Engine.Querying.Highlighting;

/// <summary>Parts a text into sentences, and long sentences at blanks.</summary>
internal static class Sentences
{
    /// <summary>The sentences in order, trimmed, none empty, none longer than asked.</summary>
    public static List<TextRange> Of(string text, int longest)
    {
        var sentences = new List<TextRange>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (EndsSentence(text, i))
            {
                AddCut(sentences, text, new TextRange(start, i + 1), longest);
                start = i + 1;
            }
        }

        AddCut(sentences, text, new TextRange(start, text.Length), longest);
        return sentences;
    }

    /// <summary>
    /// A newline ends one; a full stop where a blank and then no small letter follow ("v1.28", "etc. et" do not).
    /// </summary>
    private static bool EndsSentence(string text, int i)
    {
        if (text[i] == '\n')
        {
            return true;
        }

        if (text[i] is not ('.' or '!' or '?' or '…') || i + 2 >= text.Length || !char.IsWhiteSpace(text[i + 1]))
        {
            return false;
        }

        return !char.IsLower(text[i + 2]);
    }

    private static void AddCut(List<TextRange> sentences, string text, TextRange sentence, int longest)
    {
        var (start, end) = Trim(text, sentence);
        while (end - start > longest)
        {
            var cut = CutBefore(text, start, start + longest);
            var part = Trim(text, new TextRange(start, cut));
            if (part.Length > 0)
            {
                sentences.Add(part);
            }

            (start, end) = Trim(text, new TextRange(cut, end));
        }

        if (end > start)
        {
            sentences.Add(new TextRange(start, end));
        }
    }

    private static int CutBefore(string text, int start, int limit)
    {
        var blank = text.LastIndexOf(' ', limit - 1, limit - start);
        if (blank > start + ((limit - start) / 2))
        {
            return blank;
        }

        var border = TextRange.LetterStart(text, limit);
        // A "letter" longer than a passage (hostile chains of marks) is cut all the same.
        return border > start ? border : limit;
    }

    private static TextRange Trim(string text, TextRange range)
    {
        var (start, end) = range;
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new TextRange(start, end);
    }
}
