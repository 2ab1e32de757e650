using Lucene.Net.Index;
using Lucene.Net.Util;
using Recap.Engine.LuceneNet.Reading;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Querying;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.LuceneNet.Planning;

/// <summary>The words of one generation, as one query looks them up. Not for several threads: lookups are kept.</summary>
internal sealed class Vocabulary(Snapshot snapshot) : IVocabulary
{
    /// <summary>Words of one beginning that are looked at in a segment; a beginning of more words says too little.</summary>
    private const int MostOfOneBeginning = 500;

    /// <summary>Near words that are kept of one word.</summary>
    private const int MostNear = 20;

    // Titles and texts hold nearly every inflected word; names of people are looked for as they are.
    private static readonly string[] StemFields = [FieldNames.Of(TalkField.Title, TermForm.Stem), FieldNames.Of(TalkField.Text, TermForm.Stem)];

    private readonly Dictionary<string, TermsEnum[]> _lookups = [];
    private readonly Dictionary<(string, int), List<string>> _near = [];
    private readonly BytesRef _bytes = new();

    /// <inheritdoc/>
    public int DocumentFrequency(string term) => FrequencyIn(FieldNames.Vocabulary, term);

    /// <summary>How many talks hold a term in the field that holds it most often.</summary>
    public int DocumentFrequency(string term, TermForm form) =>
        form == TermForm.Exact ? DocumentFrequency(term) : StemFields.Max(field => FrequencyIn(field, term));

    /// <inheritdoc/>
    public bool HasLonger(string beginning)
    {
        var start = new BytesRef(beginning);
        return Terms().Select(terms => terms.GetEnumerator()).Any(word =>
            word.SeekCeil(start) switch
            {
                TermsEnum.SeekStatus.NOT_FOUND => StringHelper.StartsWith(word.Term, start),
                TermsEnum.SeekStatus.FOUND => word.MoveNext() && StringHelper.StartsWith(word.Term, start),
                _ => false,
            });
    }

    /// <summary>The most frequent words that begin so and are longer, ties by word.</summary>
    public IEnumerable<string> BeginningWith(string beginning, int most)
    {
        var start = new BytesRef(beginning);
        var words = new Dictionary<BytesRef, int>();
        foreach (var terms in Terms())
        {
            var word = terms.GetEnumerator();
            var seen = 0;
            for (var more = word.SeekCeil(start) != TermsEnum.SeekStatus.END; more && seen < MostOfOneBeginning; more = word.MoveNext(), seen++)
            {
                if (!StringHelper.StartsWith(word.Term, start))
                {
                    break;
                }

                Add(words, word);
            }
        }

        words.Remove(start);
        return Best(words.Select(word => (word.Key.Utf8ToString(), word.Value)), most, _ => 0);
    }

    /// <inheritdoc/>
    public IEnumerable<string> Near(string typed, int maxEdits, int most)
    {
        if (!_near.TryGetValue((typed, maxEdits), out var near))
        {
            _near[(typed, maxEdits)] = near = [.. Near(typed, maxEdits)];
        }

        return near.Take(most);
    }

    private IEnumerable<string> Near(string typed, int maxEdits)
    {
        var (words, near) = (new Dictionary<string, int>(), new NearWord(typed, maxEdits));
        foreach (var (word, talks) in snapshot.Reader.Leaves.SelectMany(leaf => snapshot.WordsOf(leaf.Ord).Near(near)))
        {
            words[word] = words.GetValueOrDefault(word) + talks;
        }

        words.Remove(typed);
        return Best(words.Select(word => (word.Key, word.Value)), MostNear, word => EditDistance.Between(typed, word));
    }

    private int FrequencyIn(string field, string term)
    {
        if (!_lookups.TryGetValue(field, out var segments))
        {
            _lookups[field] = segments =
                [.. snapshot.Reader.Leaves.Select(leaf => leaf.AtomicReader.GetTerms(field)).Where(terms => terms is not null).Select(terms => terms.GetEnumerator())];
        }

        _bytes.CopyChars(term);
        return segments.Sum(segment => segment.SeekExact(_bytes) ? segment.DocFreq : 0);
    }

    private IEnumerable<Terms> Terms() =>
        snapshot.Reader.Leaves.Select(leaf => leaf.AtomicReader.GetTerms(FieldNames.Vocabulary)).Where(terms => terms is not null);

    private static void Add(Dictionary<BytesRef, int> words, TermsEnum word)
    {
        var frequency = word.DocFreq;
        if (words.TryGetValue(word.Term, out var before))
        {
            words[word.Term] = before + frequency;
        }
        else
        {
            words[BytesRef.DeepCopyOf(word.Term)] = frequency;
        }
    }

    private static IEnumerable<string> Best(IEnumerable<(string Text, int Talks)> words, int most, Func<string, int> distance) => words
        .OrderBy(word => distance(word.Text)).ThenByDescending(word => word.Talks).ThenBy(word => word.Text, StringComparer.Ordinal)
        .Take(most).Select(word => word.Text);
}
