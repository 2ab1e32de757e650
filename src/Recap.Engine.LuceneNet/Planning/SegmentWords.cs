using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Recap.Engine.LuceneNet.Schema;

namespace Recap.Engine.LuceneNet.Planning;

/// <summary>
/// The words of one segment by their length, in flat arrays, to look for near ones: most are told apart by the letters they
/// hold, without being read. Some 30 bytes a word.
/// </summary>
internal sealed class SegmentWords
{
    private readonly Dictionary<int, WordsOfLength> _byLength;

    private SegmentWords(Dictionary<int, WordsOfLength> byLength) => _byLength = byLength;

    public static SegmentWords Of(AtomicReader reader)
    {
        var byLength = new Dictionary<int, WordsOfLength>();
        var letters = new CharsRef();
        var word = reader.GetTerms(FieldNames.Vocabulary)?.GetEnumerator();
        while (word?.MoveNext() == true)
        {
            UnicodeUtil.UTF8toUTF16(word.Term, letters);
            ReadOnlySpan<char> text = letters.Chars.AsSpan(letters.Offset, letters.Length);
            var length = NearWord.LengthOf(text);
            if (!byLength.TryGetValue(length, out var words))
            {
                byLength[length] = words = new WordsOfLength();
            }

            words.Add(text, word.DocFreq);
        }

        foreach (var words in byLength.Values)
        {
            words.Pack();
        }

        return new SegmentWords(byLength);
    }

    /// <summary>The words within some edits of another, with how many talks hold each. That word itself may be among them.</summary>
    public IEnumerable<(string Word, int Talks)> Near(NearWord typed)
    {
        for (var length = typed.Length - typed.MaxEdits; length <= typed.Length + typed.MaxEdits; length++)
        {
            foreach (var near in _byLength.TryGetValue(length, out var words) ? words.Near(typed) : [])
            {
                yield return near;
            }
        }
    }

    /// <summary>The words of one length.</summary>
    private sealed class WordsOfLength
    {
        private readonly List<ulong> _signatures = [];
        private readonly List<int> _talks = [];
        private readonly List<int> _ends = [];
        private readonly List<char> _letters = [];

        public void Add(ReadOnlySpan<char> word, int talks)
        {
            _signatures.Add(NearWord.SignatureOf(word));
            _talks.Add(talks);
            _letters.AddRange(word);
            _ends.Add(_letters.Count);
        }

        public void Pack()
        {
            _signatures.TrimExcess();
            _talks.TrimExcess();
            _ends.TrimExcess();
            _letters.TrimExcess();
        }

        public List<(string Word, int Talks)> Near(NearWord typed)
        {
            var near = new List<(string, int)>();
            var signatures = CollectionsMarshal.AsSpan(_signatures);
            for (var at = 0; at < signatures.Length; at++)
            {
                if (typed.MayBeNear(signatures[at]))
                {
                    var word = CollectionsMarshal.AsSpan(_letters)[(at == 0 ? 0 : _ends[at - 1]).._ends[at]];
                    if (typed.IsNear(word))
                    {
                        near.Add((word.ToString(), _talks[at]));
                    }
                }
            }

            return near;
        }
    }
}
