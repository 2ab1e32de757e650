namespace Recap.Talks.People;

/// <summary>Walks what joins the names of a list, with the blanks round it: "A et B", "A / B", "A -- B".</summary>
/// <param name="text">The list.</param>
/// <param name="from">Where the walk begins.</param>
internal ref struct NameJoints(ReadOnlySpan<char> text, int from)
{
    private static readonly string[] Words = ["et", "&", "and", "avec", "with", "+", "x", "×", "y", "und", "ainsi que"];

    private readonly ReadOnlySpan<char> _text = text;
    private int _at = from;

    public (int Start, int End) Current { get; private set; }

    public readonly NameJoints GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_at < _text.Length)
        {
            var start = _at;
            _at += Blanks(_text[start..]);
            if (Length(_text[_at..], isApart: _at > start) is > 0 and var length)
            {
                _at += length;
                Current = (start, _at);
                return true;
            }

            while (_at < _text.Length && _text[_at] != '/' && !char.IsWhiteSpace(_text[_at]))
            {
                _at++;
            }
        }

        return false;
    }

    // A slash needs no blanks, all else has them on both sides.
    private static int Length(ReadOnlySpan<char> rest, bool isApart)
    {
        if (rest is ['/', ..])
        {
            return 1 + Blanks(rest[1..]);
        }

        return isApart && LengthOfWord(rest) is > 0 and var length && Blanks(rest[length..]) is > 0 and var blanks ? length + blanks : 0;
    }

    private static int LengthOfWord(ReadOnlySpan<char> rest)
    {
        if (rest is ['-' or '–' or '—', ..])
        {
            return rest is [_, '-' or '–' or '—', ..] ? 2 : 1;
        }

        foreach (var word in Words)
        {
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return word.Length;
            }
        }

        return 0;
    }

    private static int Blanks(ReadOnlySpan<char> text) => text.Length - text.TrimStart().Length;
}
