using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.LuceneNet.Planning;

/// <summary>The words of one generation.</summary>
internal sealed class Vocabulary(IndexReader reader) : IVocabulary
{
    /// <summary>Words of one beginning that are looked at: enough that the most frequent are among them.</summary>
    private const int MostOfOneBeginning = 5000;

    /// <inheritdoc/>
    public int DocumentFrequency(string term) => reader.DocFreq(new Term(FieldNames.Vocabulary, term));

    /// <summary>How many talks hold a term in the field that holds it most often.</summary>
    public int DocumentFrequency(string term, TermForm form) => form == TermForm.Exact
        ? DocumentFrequency(term)
        : FieldNames.Searched.Max(field => reader.DocFreq(new Term(FieldNames.Of(field, form), term)));

    /// <summary>The most frequent words that begin so and are longer, ties by word.</summary>
    public IEnumerable<string> BeginningWith(string beginning, int most)
    {
        var start = new BytesRef(beginning);
        var words = new Dictionary<string, int>();
        foreach (var terms in reader.Leaves.Select(leaf => leaf.AtomicReader.GetTerms(FieldNames.Vocabulary)).Where(terms => terms is not null))
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

        words.Remove(beginning);
        return Best(words, most, _ => 0);
    }

    /// <summary>The nearest words within some edits, a swap counting as one; those of one edit first, then the more frequent.</summary>
    public IEnumerable<string> Near(string typed, int maxEdits, int most)
    {
        var words = new Dictionary<string, int>();
        foreach (var terms in reader.Leaves.Select(leaf => leaf.AtomicReader.GetTerms(FieldNames.Vocabulary)).Where(terms => terms is not null))
        {
            var near = new FuzzyTermsEnum(terms, new AttributeSource(), new Term(FieldNames.Vocabulary, typed), maxEdits, 0, true);
            while (near.MoveNext())
            {
                Add(words, near);
            }
        }

        words.Remove(typed);
        return Best(words, most, word => EditDistance.Between(typed, word));
    }

    private static void Add(Dictionary<string, int> words, TermsEnum word)
    {
        var text = word.Term.Utf8ToString();
        words[text] = words.GetValueOrDefault(text) + word.DocFreq;
    }

    private static IEnumerable<string> Best(Dictionary<string, int> words, int most, Func<string, int> distance) => words
        .OrderBy(word => distance(word.Key)).ThenByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal)
        .Take(most).Select(word => word.Key);
}
