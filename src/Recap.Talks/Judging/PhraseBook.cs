using System.Text;

namespace Recap.Talks.Judging;

/// <summary>Phrases and what they mean, looked up word by word.</summary>
internal sealed class PhraseBook
{
    private const int ShortTail = 3;

    private readonly Dictionary<string, SectionSense>[] _bySide = [.. Enum.GetValues<Side>().Select(_ => new Dictionary<string, SectionSense>(StringComparer.Ordinal))];

    // How many words the longest phrase has that begins with a word; most words begin none.
    private readonly Dictionary<string, int> _reach = new(StringComparer.Ordinal);

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
        var words = Words.Of(folded);
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
        at < words.Count && _reach.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(words.Span(at, 1), out var reach) ? Math.Min(reach, words.Count - at) : 0;

    private SectionSense Look(Side side, ReadOnlySpan<char> phrase) =>
        _bySide[(int)side].GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(phrase, out var sense) ? sense : SectionSense.None;

    private void Add(SectionSense sense, Side side, string words)
    {
        IEnumerable<string> phrases = [""];
        foreach (var word in words.Split(' '))
        {
            phrases = [.. phrases.SelectMany(phrase => word.Split('|').Select(choice => phrase.Length == 0 ? choice : $"{phrase} {choice}"))];
        }

        foreach (var phrase in phrases)
        {
            _bySide[(int)side][phrase] = _bySide[(int)side].GetValueOrDefault(phrase) | sense;
            var first = phrase.Split(' ')[0];
            _reach[first] = Math.Max(_reach.GetValueOrDefault(first), phrase.AsSpan().Count(' ') + 1);
        }
    }

    /// <summary>A text as words with single blanks between them; digits are #.</summary>
    /// <param name="Text">The words.</param>
    /// <param name="Starts">Where each begins, and where one more would.</param>
    private sealed record Words(string Text, List<int> Starts)
    {
        public int Count => Starts.Count - 1;

        public static Words Of(string folded)
        {
            var text = new StringBuilder(folded.Length + 1);
            var starts = new List<int>();
            for (var at = 0; at < folded.Length;)
            {
                var end = at;
                while (end < folded.Length && char.IsLetterOrDigit(folded[end]))
                {
                    end++;
                }

                if (end > at || IsMark(folded, at))
                {
                    starts.Add(text.Length);
                    AppendWord(text, folded.AsSpan(at, Math.Max(1, end - at)));
                    text.Append(' ');
                }

                at = Math.Max(at + 1, end);
            }

            starts.Add(text.Length);
            return new Words(text.ToString(), starts);
        }

        public ReadOnlySpan<char> Span(int at, int length) => Text.AsSpan(Starts[at], Starts[at + length] - 1 - Starts[at]);

        private static bool IsMark(string text, int at) =>
            text[at] is ':' or ',' or '(' || text[at] is '-' or '–' or '—' && at > 0 && text[at - 1] == ' ';

        private static void AppendWord(StringBuilder text, ReadOnlySpan<char> word)
        {
            foreach (var c in word)
            {
                if (!char.IsDigit(c))
                {
                    text.Append(c is '–' or '—' ? '-' : c);
                }
                else if (text.Length == 0 || text[^1] != '#')
                {
                    text.Append('#');
                }
            }
        }
    }
}
