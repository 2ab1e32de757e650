using System.Collections.Immutable;
using Lucene.Net.Index;
using Recap.Engine.LuceneNet.Planning;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>
/// Scores the documents of one segment by nodes, of which they should answer many. What each form brings lies in arrays;
/// these are gone through together, a window of documents at a time.
/// </summary>
internal sealed class SegmentScorer
{
    private readonly int _maxDoc;
    private readonly ImmutableArray<NodeScorer> _nodes;
    private readonly ScoreWindow _sum = new();

    public SegmentScorer(AtomicReaderContext leaf, Formula formula, IEnumerable<PlannedNode> nodes)
    {
        var forms = new FormReader(leaf, formula);
        _maxDoc = leaf.AtomicReader.MaxDoc;
        _nodes = [.. nodes.Select(node => NodeScorer.Of(node, forms))];
    }

    /// <summary>All windows in ascending order, each good until the next.</summary>
    public IEnumerable<ScoreWindow> Windows(CancellationToken cancellationToken)
    {
        for (var start = 0; start < _maxDoc; start += ScoreWindow.Size)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Window(start);
        }
    }

    /// <summary>The window of documents from one on. After it only later ones may be asked for.</summary>
    public ScoreWindow Window(int start)
    {
        _sum.Begin(start);
        foreach (var node in _nodes)
        {
            node.AddTo(_sum);
        }

        return _sum;
    }
}
