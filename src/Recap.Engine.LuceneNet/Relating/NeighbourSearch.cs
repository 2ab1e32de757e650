using System.Buffers;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Recap.Engine.LuceneNet.Filtering;
using Recap.Engine.LuceneNet.Reading;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Relating;

namespace Recap.Engine.LuceneNet.Relating;

/// <summary>
/// Adds up, for every talk, the most that it can score, group by group and list by list. Faster than a query of as many
/// clauses, since no order of documents has to be kept, and nothing is left out.
/// </summary>
internal sealed class NeighbourSearch(Snapshot snapshot, NeighbourQuery query)
{
    /// <summary>What summing up hundreds of floats may lose of a sum, with room to spare.</summary>
    private const float Rounding = 1.0001f;

    /// <summary>The neighbours that reach what is asked for, those that may score most first.</summary>
    public IEnumerable<Neighbour> Run(CancellationToken cancellationToken)
    {
        var count = snapshot.Reader.MaxDoc;
        var most = ArrayPool<float>.Shared.Rent(count);
        try
        {
            Array.Clear(most, 0, count);
            foreach (var leaf in snapshot.Reader.Leaves)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Weigh(leaf, most.AsSpan(leaf.DocBase, leaf.AtomicReader.MaxDoc));
            }

            foreach (var doc in BestFirst.Of(most, count, (float)query.Least))
            {
                yield return Read(doc, most[doc]);
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(most);
        }
    }

    private void Weigh(AtomicReaderContext leaf, Span<float> most)
    {
        var reader = leaf.AtomicReader;
        if (reader.GetTerms(RelatingFields.Keys) is not { } terms)
        {
            return;
        }

        var gained = ArrayPool<float>.Shared.Rent(reader.MaxDoc);
        var sums = gained.AsSpan(0, reader.MaxDoc);
        var cursor = terms.GetEnumerator();
        foreach (var group in query.Groups)
        {
            sums.Clear();
            foreach (var key in group.Keys)
            {
                Add(cursor, key, reader.LiveDocs, sums);
            }

            GroupSum.AddTo(most, sums, group.ByLength ? snapshot.TalkLengths.OfSegment(leaf.Ord) : [], Rounding * (float)group.Weight, (float)group.Half);
        }

        ArrayPool<float>.Shared.Return(gained);
        Exclude(leaf, most);
    }

    private static void Add(TermsEnum cursor, WeightedKey key, IBits? live, Span<float> sums)
    {
        if (!cursor.SeekExact(new BytesRef(RelatingFields.TermOf(key.Key))))
        {
            return;
        }

        var gains = key.Gains.AsSpan();
        var byStrength = gains.Length > 1;
        var postings = cursor.Docs(live, null, byStrength ? DocsFlags.FREQS : DocsFlags.NONE);
        for (var doc = postings.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.NextDoc())
        {
            sums[doc] += byStrength ? gains[Math.Min(postings.Freq, gains.Length) - 1] : gains[0];
        }
    }

    private void Exclude(AtomicReaderContext leaf, Span<float> most)
    {
        if (query.Without is { } post)
        {
            var told = leaf.AtomicReader.GetTermDocsEnum(TalkDocuments.PostTerm(post));
            for (var doc = told?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; doc != DocIdSetIterator.NO_MORE_DOCS; doc = told!.NextDoc())
            {
                most[doc] = 0;
            }
        }

        foreach (var condition in CompiledFilter.Of(query.Filter).For(leaf))
        {
            for (var doc = 0; doc < most.Length; doc++)
            {
                most[doc] = condition.Admitted.Get(doc) ? most[doc] : 0;
            }
        }
    }

    private Neighbour Read(int document, float most)
    {
        var leaf = snapshot.Reader.Leaves[ReaderUtil.SubIndex(document, snapshot.Reader.Leaves)];
        var value = new BytesRef();
        leaf.AtomicReader.GetBinaryDocValues(RelatingFields.Profile).Get(document - leaf.DocBase, value);
        return StoredNeighbour.Read(value, document, most);
    }
}
