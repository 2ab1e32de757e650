using SensesByPhrase = System.Collections.Generic.Dictionary<string, Recap.Talks.Judging.SectionSense>.AlternateLookup<System.ReadOnlySpan<char>>;

namespace Recap.Talks.Judging;

/// <summary>Phrases and what they mean, looked up word by word.</summary>
internal sealed class PhraseBook
{
    private const int ShortTail = 3;

    // Most lines are shorter, and their words need no room but the stack's.
    private const int LongestOnStack = 64;

    private readonly SensesByPhrase[] _bySide = [.. Enum.GetValues<Side>().Select(_ => new Dictionary<string, SectionSense>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>())];

    // How many words the longest phrase has that begins with a word; most words begin none.
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _reach = new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private enum Side
    {
        Lead,
        Whole,
        Tail,
        Short,
        Start,
        Within,
    }

    /// <summary>Reads an embedded table of class, side and words; lines with # are passed over.</summary>
    public static PhraseBook Read(string resource)
    {
        using var stream = typeof(PhraseBook).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        var book = new PhraseBook();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var cells = line.Split('\t');
                book.Add(Enum.Parse<SectionSense>(cells[0], ignoreCase: true), Enum.Parse<Side>(cells[1], ignoreCase: true), cells[2]);
            }
        }

        return book;
    }

    /// <summary>All that a folded text means.</summary>
    public SectionSense SenseOf(string folded)
    {
        // Each letter may be a word, with a blank behind it.
        Span<char> text = folded.Length <= LongestOnStack ? stackalloc char[2 * LongestOnStack] : new char[2 * folded.Length];
        Span<int> starts = folded.Length <= LongestOnStack ? stackalloc int[LongestOnStack + 1] : new int[folded.Length + 1];
        return SenseOf(Words.Of(folded, text, starts));
    }

    private SectionSense SenseOf(Words words)
    {
        var sense = SectionSense.None;
        for (var at = 0; at < words.Count; at++)
        {
            sense |= AnyAt(words, at, Side.Within);
        }

        var leads = (SectionSense)~0;
        for (var at = 0; at < words.Count && leads != SectionSense.None; at++)
        {
            sense |= AtHead(words, at) & leads;
            leads &= Look(Side.Lead, words.Span(at, 1));
        }

        return sense;
    }

    private SectionSense AtHead(Words words, int at)
    {
        var sense = SectionSense.None;
        var longest = Reach(words, at);
        for (var length = 1; length <= longest; length++)
        {
            var phrase = words.Span(at, length);
            var behind = words.Count - at - length;
            sense |= at == 0 ? Look(Side.Start, phrase) : SectionSense.None;
            sense |= behind <= ShortTail ? Look(Side.Short, phrase) : SectionSense.None;
            if (Look(Side.Whole, phrase) is var whole && whole != SectionSense.None)
            {
                sense |= behind == 0 ? whole : whole & AnyAt(words, at + length, Side.Tail);
            }
        }

        return sense;
    }

    private SectionSense AnyAt(Words words, int at, Side side)
    {
        var sense = SectionSense.None;
        var longest = Reach(words, at);
        for (var length = 1; length <= longest; length++)
        {
            sense |= Look(side, words.Span(at, length));
        }

        return sense;
    }

    private int Reach(Words words, int at) =>
        at < words.Count && _reach.TryGetValue(words.Span(at, 1), out var reach) ? Math.Min(reach, words.Count - at) : 0;

    private SectionSense Look(Side side, ReadOnlySpan<char> phrase) =>
        _bySide[(int)side].TryGetValue(phrase, out var sense) ? sense : SectionSense.None;

    private void Add(SectionSense sense, Side side, string words)
    {
        IEnumerable<string> phrases = [""];
        foreach (var word in words.Split(' '))
        {
            phrases = [.. phrases.SelectMany(phrase => word.Split('|').Select(choice => phrase.Length == 0 ? choice : $"{phrase} {choice}"))];
        }

        foreach (var phrase in phrases)
        {
            _bySide[(int)side][phrase] = Look(side, phrase) | sense;
            var first = phrase.Split(' ')[0];
            _reach[first] = Math.Max(_reach.TryGetValue(first, out var reach) ? reach : 0, phrase.AsSpan().Count(' ') + 1);
        }
    }

    /// <summary>A text as words with single blanks between them; digits are #.</summary>
    /// <param name="text">The words.</param>
    /// <param name="starts">Where each begins, and where one more would.</param>
    private readonly ref struct Words(ReadOnlySpan<char> text, ReadOnlySpan<int> starts)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private readonly ReadOnlySpan<int> _starts = starts;

        public int Count => _starts.Length - 1;

        public static Words Of(string folded, Span<char> text, Span<int> starts)
        {
            var (length, count) = (0, 0);
            for (var at = 0; at < folded.Length;)
            {
                var end = at;
                while (end < folded.Length && char.IsLetterOrDigit(folded[end]))
                {
                    end++;
                }

                if (end > at || IsMark(folded, at))
                {
                    starts[count++] = length;
                    length += Write(folded.AsSpan(at, Math.Max(1, end - at)), text[length..]);
                }

                at = Math.Max(at + 1, end);
            }

            starts[count++] = length;
            return new Words(text[..length], starts[..count]);
        }

        public ReadOnlySpan<char> Span(int at, int length) => _text[_starts[at].._starts[at + length]][..^1];

        private static bool IsMark(string text, int at) =>
            text[at] is ':' or ',' or '(' || text[at] is '-' or '–' or '—' && at > 0 && text[at - 1] == ' ';

        // The word and a blank; the digits of a number are one.
        private static int Write(ReadOnlySpan<char> word, Span<char> text)
        {
            var length = 0;
            foreach (var c in word)
            {
                if (!char.IsDigit(c))
                {
                    text[length++] = c is '–' or '—' ? '-' : c;
                }
                else if (length == 0 || text[length - 1] != '#')
                {
                    text[length++] = '#';
                }
            }

            text[length++] = ' ';
            return length;
        }
    }
}
