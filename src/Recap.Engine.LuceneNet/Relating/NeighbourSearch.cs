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
/// Sums up, for every talk, the weight of the keys it shares, list by list, and keeps the heaviest. Faster than a query of
/// as many clauses, since no order of documents has to be kept, and exact.
/// </summary>
internal sealed class NeighbourSearch(Snapshot snapshot, NeighbourQuery query)
{
    private readonly PriorityQueue<int, (float Weight, int Document)> _heaviest = new();

    /// <summary>What a talk must weigh more than to be kept: of equal weights the smaller number, which comes first, stays, so that the answer is always the same.</summary>
    private float _least;

    /// <summary>The neighbours, heaviest first, then by number of the document.</summary>
    public IEnumerable<Neighbour> Run(CancellationToken cancellationToken)
    {
        foreach (var leaf in snapshot.Reader.Leaves)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Weigh(leaf);
        }

        var documents = new int[_heaviest.Count];
        for (var i = documents.Length - 1; i >= 0; i--)
        {
            documents[i] = _heaviest.Dequeue();
        }

        return documents.Select(Read);
    }

    private void Weigh(AtomicReaderContext leaf)
    {
        var reader = leaf.AtomicReader;
        if (reader.GetTerms(RelatingFields.Keys) is not { } terms)
        {
            return;
        }

        var weights = ArrayPool<float>.Shared.Rent(reader.MaxDoc);
        try
        {
            var all = weights.AsSpan(0, reader.MaxDoc);
            all.Clear();
            var cursor = terms.GetEnumerator();
            foreach (var key in query.Keys)
            {
                Add(cursor, key, reader.LiveDocs, all);
            }

            Exclude(leaf, all);
            Keep(leaf.DocBase, all);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(weights);
        }
    }

    private static void Add(TermsEnum cursor, WeightedKey key, IBits? live, Span<float> weights)
    {
        if (!cursor.SeekExact(new BytesRef(TermText.Of(key.Key))))
        {
            return;
        }

        var weight = (float)key.Weight;
        var postings = cursor.Docs(live, null, DocsFlags.NONE);
        for (var doc = postings.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.NextDoc())
        {
            weights[doc] += weight;
        }
    }

    private void Exclude(AtomicReaderContext leaf, Span<float> weights)
    {
        if (query.Without is { } post)
        {
            var told = leaf.AtomicReader.GetTermDocsEnum(TalkDocuments.PostTerm(post));
            for (var doc = told?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; doc != DocIdSetIterator.NO_MORE_DOCS; doc = told!.NextDoc())
            {
                weights[doc] = 0;
            }
        }

        foreach (var condition in CompiledFilter.Of(query.Filter).For(leaf))
        {
            for (var doc = 0; doc < weights.Length; doc++)
            {
                weights[doc] = condition.Admitted.Get(doc) ? weights[doc] : 0;
            }
        }
    }

    private void Keep(int docBase, ReadOnlySpan<float> weights)
    {
        for (var doc = 0; doc < weights.Length; doc++)
        {
            if (weights[doc] <= _least)
            {
                continue;
            }

            var priority = (weights[doc], -(docBase + doc));
            if (_heaviest.Count < query.Limit)
            {
                _heaviest.Enqueue(docBase + doc, priority);
            }
            else
            {
                _heaviest.EnqueueDequeue(docBase + doc, priority);
            }

            if (_heaviest.Count == query.Limit && _heaviest.TryPeek(out _, out var least))
            {
                _least = least.Weight;
            }
        }
    }

    private Neighbour Read(int document)
    {
        var leaf = snapshot.Reader.Leaves[ReaderUtil.SubIndex(document, snapshot.Reader.Leaves)];
        var value = new BytesRef();
        leaf.AtomicReader.GetBinaryDocValues(RelatingFields.Profile).Get(document - leaf.DocBase, value);
        return StoredNeighbour.Read(value, document);
    }
}
