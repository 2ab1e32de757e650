namespace Recap.Engine.Analysis;

/// <summary>
/// Finds the words of a text. A word is letters and digits, with what joins them inside one word: hyphen, dot, slash,
/// underscore, ampersand, middle dot, apostrophe; and with the signs that are part of a name (<c>C++</c>, <c>C#</c>, <c>.NET</c>).
/// </summary>
internal sealed class WordScanner(NormalizedText text)
{
    private readonly List<WordPart> _parts = [];
    private int _at;

    /// <summary>The next word, or null at the end.</summary>
    public ScannedWord? Next()
    {
        while (_at < text.Length)
        {
            if (IsDotNet(_at))
            {
                return DotNet();
            }

            if (!text.IsWordChar(_at))
            {
                _at++;
                continue;
            }

            ScanParts();
            if (_parts.Count > 0)
            {
                return WordForms.Of(_parts, text);
            }
        }

        return null;
    }

    private void ScanParts()
    {
        _parts.Clear();
        var separator = '\0';
        while (true)
        {
            var start = _at;
            _at = CoreEnd(start);
            if (text[_at] == '\'')
            {
                (start, var end) = PassApostrophes(start);
                AddPart(start, end, separator);
            }
            else
            {
                AddPart(start, _at, separator);
            }

            if (!IsJoint(_at))
            {
                PassInclusiveBrackets();
                return;
            }

            separator = text[_at++];
        }
    }

    private void AddPart(int start, int end, char separator)
    {
        if (end <= start || IsScheme(start, end))
        {
            return;
        }

        var word = NumberForms.Plain(text.Slice(start, end)) ?? text.Slice(start, end).ToString().Replace("'", "", StringComparison.Ordinal);
        _parts.Add(new WordPart(word, text.StartOf(start), text.EndOf(end - 1), _parts.Count == 0 ? '\0' : separator));
    }

    /// <summary>Passes what apostrophes join and leaves the scanner behind it; gives what of it is the word.</summary>
    private (int Start, int End) PassApostrophes(int start)
    {
        var quoted = start > 0 && text[start - 1] == '\'';
        while (text[_at] == '\'')
        {
            var after = _at + 1;
            var before = text.Slice(start, _at);
            var end = text.IsWordChar(after) ? CoreEnd(after) : after;
            if (end > after && Elision.IsOneWord(before, text.Slice(after, end)))
            {
                _at = end;
            }
            else if (before.IsEmpty || (Elision.IsClitic(before) && !quoted))
            {
                // The article goes, and with it its place in the highlight.
                start = after;
                _at = end;
            }
            else if (end > after && Elision.IsEnglishEnding(text.Slice(after, end)))
            {
                var word = _at;
                _at = end;
                return (start, word);
            }
            else if (end > after)
            {
                _at = end;
            }
            else
            {
                var word = _at;
                _at = after;
                return (start, word);
            }
        }

        return (start, _at);
    }

    private int CoreEnd(int start)
    {
        var end = start;
        while (text.IsWordChar(end) || NumberForms.Continues(text, start, end))
        {
            end++;
        }

        if (text[end] == '+' && text[end + 1] == '+' && text[end + 2] != '+' && char.IsLetter(text[end - 1]))
        {
            return end + 2;
        }

        return text[end] == '#' && end == start + 1 && char.IsAsciiLetter(text[start]) && !text.IsWordChar(end + 1) ? end + 1 : end;
    }

    private bool IsJoint(int at) =>
        (text[at] is '-' or '.' or '/' or '_' or '&' or '\u00B7') && text.IsWordChar(at + 1) && !IsDotNet(at);

    private bool IsScheme(int start, int end) =>
        text[end] == ':' && text[end + 1] == '/' && text.Slice(start, end) is "http" or "https";

    /// <summary>Puts <c>(e)s</c> of <c>étudiant(e)s</c> into the word as if it were written <c>·e·s</c>.</summary>
    private void PassInclusiveBrackets()
    {
        if (text[_at] != '(' || _parts.Count != 1 || _at == 0 || text.EndOf(_at - 1) != _parts[0].End)
        {
            return;
        }

        var close = CoreEnd(_at + 1);
        var ending = text.Slice(_at + 1, close).ToString();
        if (text[close] != ')' || !InclusiveForms.IsCommonEnding(ending) || _parts[0].Text.Length < 3)
        {
            return;
        }

        AddPart(_at + 1, close, '\u00B7');
        _at = close + 1;
        if (text[_at] is 's' or 'x' && !text.IsWordChar(_at + 1))
        {
            AddPart(_at, _at + 1, '\u00B7');
            _at++;
        }
    }

    private bool IsDotNet(int at) =>
        text[at] == '.' && text[at + 1] == 'n' && text[at + 2] == 'e' && text[at + 3] == 't' && !text.IsWordChar(at + 4)
        && (at == 0 || !text.IsWordChar(at - 1));

    private ScannedWord DotNet()
    {
        var start = _at;
        _at += 4;
        var part = new WordPart(".net", text.StartOf(start), text.EndOf(_at - 1), '\0');
        return new ScannedWord { Parts = [part], End = part.End };
    }
}
