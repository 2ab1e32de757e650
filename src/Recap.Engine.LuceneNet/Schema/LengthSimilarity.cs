using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace Recap.Engine.LuceneNet.Schema;

/// <summary>
/// Keeps the exact number of words of a field as its norm; Lucene's own similarities round it to one byte.
/// Scores are computed by <c>Matching</c>, never by Lucene.
/// </summary>
internal sealed class LengthSimilarity : Similarity
{
    /// <inheritdoc/>
    public override long ComputeNorm(FieldInvertState state) => Math.Max(1, state.Length - state.NumOverlap);

    /// <inheritdoc/>
    public override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats) =>
        throw new NotSupportedException("Queries are scored by Recap's own formula.");

    /// <inheritdoc/>
    public override SimScorer GetSimScorer(SimWeight weight, AtomicReaderContext context) =>
        throw new NotSupportedException("Queries are scored by Recap's own formula.");
}
