using System.Buffers;
using System.Text.RegularExpressions;

namespace Recap.Talks.Facts;

/// <summary>
/// A pattern every match of which holds one of some stems. A search for stems is far cheaper than any pattern,
/// so that the pattern looks at the neighbourhoods of stems only: in most texts at nothing.
/// </summary>
/// <param name="pattern">The pattern; it looks no further round a match than to the next character.</param>
/// <param name="longest">Length of its longest match, in characters.</param>
/// <param name="plain">Stems of ASCII letters, whatever their capitals.</param>
/// <param name="accented">Stems that begin with other letters, two letters or longer, in each spelling that counts.</param>
internal sealed class StemPattern(Regex pattern, int longest, string[] plain, string[] accented)
{
    private readonly int _reach = longest + 1;
    private readonly SearchValues<string> _plain = SearchValues.Create(plain, StringComparison.OrdinalIgnoreCase);
    private readonly SearchValues<char> _firstAccented = SearchValues.Create([.. accented.Select(stem => stem[0]).Distinct()]);
    private readonly SearchValues<char> _secondAccented = SearchValues.Create([.. accented.Select(stem => stem[1]).Distinct()]);

    /// <summary>Where its matches end.</summary>
    public List<int> Ends(ReadOnlySpan<char> text)
    {
        var ends = new List<int>();
        foreach (var (from, to) in new Neighbourhoods(this, text))
        {
            foreach (var match in pattern.EnumerateMatches(text[from..to]))
            {
                ends.Add(from + match.Index + match.Length);
            }
        }

        return ends;
    }

    /// <summary>How often it matches.</summary>
    public int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var (from, to) in new Neighbourhoods(this, text))
        {
            count += pattern.Count(text[from..to]);
        }

        return count;
    }

    private int Plain(ReadOnlySpan<char> text, int from) => text[from..].IndexOfAny(_plain) is var next and >= 0 ? from + next : int.MaxValue;

    // By their first letters: a search for several stems at once is slow where they begin with letters that are not ASCII.
    private int Accented(ReadOnlySpan<char> text, int from)
    {
        for (var at = from; text[at..].IndexOfAny(_firstAccented) is var next and >= 0; at++)
        {
            at += next;
            if (at + 1 < text.Length && _secondAccented.Contains(text[at + 1]) && BeginsWithAccented(text[at..]))
            {
                return at;
            }
        }

        return int.MaxValue;
    }

    private bool BeginsWithAccented(ReadOnlySpan<char> text)
    {
        foreach (var stem in accented)
        {
            if (text.StartsWith(stem))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The places of a text within reach of stems; those that meet are one.</summary>
    private ref struct Neighbourhoods(StemPattern stems, ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _plain = stems.Plain(text, 0);
        private int _accented = stems.Accented(text, 0);

        public (int From, int To) Current { get; private set; }

        public readonly Neighbourhoods GetEnumerator() => this;

        public bool MoveNext()
        {
            if (Stem == int.MaxValue)
            {
                return false;
            }

            var (from, to) = (Math.Max(0, Stem - stems._reach), 0);
            do
            {
                to = Stem + stems._reach;
                Pass();
            }
            while (Stem != int.MaxValue && Stem - stems._reach < to);

            Current = (from, Math.Min(_text.Length, to));
            return true;
        }

        private readonly int Stem => Math.Min(_plain, _accented);

        private void Pass()
        {
            if (_plain < _accented)
            {
                _plain = stems.Plain(_text, _plain + 1);
            }
            else
            {
                _accented = stems.Accented(_text, _accented + 1);
            }
        }
    }
}
