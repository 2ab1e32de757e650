using System.Collections.Immutable;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>One field of one segment: which documents hold a term, or terms in a row, and how often.</summary>
internal sealed class FieldPostings
{
    /// <summary>Places read of one term in one document: a text that repeats a word more often is no better for it.</summary>
    private const int MostPlaces = 256;

    private readonly TermsEnum? _terms;
    private readonly IBits? _live;
    private readonly BytesRef _bytes = new();
    private DocsEnum? _docs;

    public FieldPostings(AtomicReader reader, string field)
    {
        _terms = reader.GetTerms(field)?.GetEnumerator();
        _live = reader.LiveDocs;
    }

    /// <summary>The documents that hold a term; null where none does. Good until the next call.</summary>
    public DocsEnum? Docs(string term) => Seek(term) ? _docs = _terms!.Docs(_live, _docs) : null;

    /// <summary>The places of a term; null where no document holds it.</summary>
    public DocsAndPositionsEnum? Places(string term) => Seek(term) ? _terms!.DocsAndPositions(_live, null) : null;

    /// <summary>The documents that hold terms in a row, and how often they do.</summary>
    public IEnumerable<(int Doc, int Count)> Rows(ImmutableArray<string> terms) =>
        Holding(terms).Select(held => (held.Doc, Count: RowsIn(held.Places))).Where(row => row.Count > 0);

    /// <summary>The documents that hold terms near each other in any order.</summary>
    /// <param name="terms">Two terms or more.</param>
    /// <param name="window">Places from the first to the last at most.</param>
    public IEnumerable<(int Doc, ScatteredTerms Found)> Scattered(ImmutableArray<string> terms, int window) =>
        Holding(terms).Select(held => (held.Doc, Found: ScatteredTerms.In(Array.ConvertAll(held.Places, ReadPlaces), window)))
            .Where(held => held.Found.Count > 0);

    /// <summary>The documents that hold all terms, with their places: good until the next document.</summary>
    private IEnumerable<(int Doc, DocsAndPositionsEnum[] Places)> Holding(ImmutableArray<string> terms)
    {
        var places = terms.Select(Places).OfType<DocsAndPositionsEnum>().ToArray();
        if (places.Length < terms.Length)
        {
            yield break;
        }

        for (var doc = places[0].NextDoc(); doc != DocsEnum.NO_MORE_DOCS; doc = places[0].NextDoc())
        {
            if (Array.TrueForAll(places, place => place.DocID == doc || (place.DocID < doc && place.Advance(doc) == doc)))
            {
                yield return (doc, places);
            }
        }
    }

    /// <summary>Where the terms begin that stand in a row in a document.</summary>
    public static List<int> StartsOfRows(DocsAndPositionsEnum[] places)
    {
        var starts = ReadPlaces(places[0]);
        for (var i = 1; i < places.Length; i++)
        {
            var next = ReadPlaces(places[i]).ToHashSet();
            var offset = i;
            starts.RemoveAll(start => !next.Contains(start + offset));
        }

        return starts;
    }

    private static int RowsIn(DocsAndPositionsEnum[] places) => StartsOfRows(places).Count;

    private static List<int> ReadPlaces(DocsAndPositionsEnum places)
    {
        var read = new List<int>(Math.Min(places.Freq, MostPlaces));
        AddPlaces(places, read);
        return read;
    }

    /// <summary>Adds the places of a term in the document it is at.</summary>
    public static void AddPlaces(DocsAndPositionsEnum places, List<int> read)
    {
        for (var left = Math.Min(places.Freq, MostPlaces); left > 0; left--)
        {
            read.Add(places.NextPosition());
        }
    }

    private bool Seek(string term)
    {
        _bytes.CopyChars(term);
        return _terms?.SeekExact(_bytes) == true;
    }
}
