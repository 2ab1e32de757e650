using Recap.Talks.Facts;

namespace Recap.Talks.Judging;

/// <summary>Phrases and what they mean, looked up word by word.</summary>
internal sealed class PhraseBook
{
    private const int ShortTail = 3;

    // Most lines are shorter, and their words need no room but the stack's.
    private const int LongestOnStack = 64;

    // What each phrase means, by side.
    private readonly Dictionary<string, SectionSense[]>.AlternateLookup<ReadOnlySpan<char>> _senses;

    // How many words the longest phrase has that begins with a word; most words begin none, and fewer a phrase that means something anywhere.
    private readonly Vocabulary<(int Any, int Within)> _reach;

    private PhraseBook(Dictionary<string, SectionSense[]> senses)
    {
        _senses = senses.GetAlternateLookup<ReadOnlySpan<char>>();
        _reach = new Vocabulary<(int, int)>([.. senses.GroupBy(phrase => phrase.Key.Split(' ')[0]).Select(same =>
            (same.Key, (same.Max(WordsOf), same.Where(phrase => phrase.Value[(int)Side.Within] != SectionSense.None).Select(WordsOf).DefaultIfEmpty().Max())))]);
    }

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
        var senses = new Dictionary<string, SectionSense[]>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var cells = line.Split('\t');
                Add(senses, Enum.Parse<SectionSense>(cells[0], ignoreCase: true), Enum.Parse<Side>(cells[1], ignoreCase: true), cells[2]);
            }
        }

        return new PhraseBook(senses);
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

        // What words that lead let stand behind them.
        var leads = (SectionSense)~0;
        for (var at = 0; at < words.Count; at++)
        {
            var led = SectionSense.None;
            var (any, within) = _reach.Of(words.Span(at, 1));
            var longest = Math.Min(leads == SectionSense.None ? within : any, words.Count - at);
            for (var length = 1; length <= longest; length++)
            {
                if (_senses.TryGetValue(words.Span(at, length), out var senses))
                {
                    sense |= senses[(int)Side.Within];
                    sense |= leads == SectionSense.None ? SectionSense.None : leads & AtHead(senses, words, at, length);
                    led = length == 1 ? senses[(int)Side.Lead] : led;
                }
            }

            leads &= led;
        }

        return sense;
    }

    // What a phrase means at the head of a line.
    private SectionSense AtHead(SectionSense[] senses, Words words, int at, int length)
    {
        var behind = words.Count - at - length;
        var whole = senses[(int)Side.Whole];
        var sense = behind == 0 || whole == SectionSense.None ? whole : whole & TailAt(words, at + length);
        sense |= at == 0 ? senses[(int)Side.Start] : SectionSense.None;
        return behind <= ShortTail ? sense | senses[(int)Side.Short] : sense;
    }

    private SectionSense TailAt(Words words, int at)
    {
        var sense = SectionSense.None;
        var longest = Math.Min(_reach.Of(words.Span(at, 1)).Any, words.Count - at);
        for (var length = 1; length <= longest; length++)
        {
            sense |= _senses.TryGetValue(words.Span(at, length), out var senses) ? senses[(int)Side.Tail] : SectionSense.None;
        }

        return sense;
    }

    private static void Add(Dictionary<string, SectionSense[]> senses, SectionSense sense, Side side, string words)
    {
        IEnumerable<string> phrases = [""];
        foreach (var word in words.Split(' '))
        {
            phrases = [.. phrases.SelectMany(phrase => word.Split('|').Select(choice => phrase.Length == 0 ? choice : $"{phrase} {choice}"))];
        }

        foreach (var phrase in phrases)
        {
            senses.TryAdd(phrase, new SectionSense[Enum.GetValues<Side>().Length]);
            senses[phrase][(int)side] |= sense;
        }
    }

    private static int WordsOf(KeyValuePair<string, SectionSense[]> phrase) => phrase.Key.AsSpan().Count(' ') + 1;

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
