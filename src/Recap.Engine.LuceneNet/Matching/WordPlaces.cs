using System.Runtime.InteropServices;
using Lucene.Net.Index;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>Where one word stands in some documents: all places in one array, those of a document after those of the one before.</summary>
internal sealed class WordPlaces
{
    private readonly List<int> _places = [];
    private readonly int[] _ends;

    private WordPlaces(int docs) => _ends = new int[docs];

    /// <summary>Reads the places of a word's stems, in no order within a document.</summary>
    /// <param name="postings">The field.</param>
    /// <param name="stems">The stems.</param>
    /// <param name="docs">The documents, ascending.</param>
    public static WordPlaces Read(FieldPostings postings, string[] stems, int[] docs)
    {
        var read = new WordPlaces(docs.Length);
        var found = stems.Select(postings.Places).OfType<DocsAndPositionsEnum>().ToArray();
        for (var i = 0; i < docs.Length; i++)
        {
            foreach (var stem in found)
            {
                if (stem.DocID == docs[i] || (stem.DocID < docs[i] && stem.Advance(docs[i]) == docs[i]))
                {
                    FieldPostings.AddPlaces(stem, read._places);
                }
            }

            read._ends[i] = read._places.Count;
        }

        return read;
    }

    /// <summary>The places in a document, by its place among those asked for.</summary>
    public ReadOnlySpan<int> Of(int doc) => CollectionsMarshal.AsSpan(_places)[(doc == 0 ? 0 : _ends[doc - 1]).._ends[doc]];
}
