using System.Collections.Immutable;
using Recap.Engine.LuceneNet.Planning;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>Says what documents gain by one node of a plan, window by window in ascending order.</summary>
internal abstract class NodeScorer
{
    /// <summary>Whether no document of the segment gains anything.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>Adds what the documents of a window gain.</summary>
    public abstract void AddTo(ScoreWindow sum);

    public static NodeScorer Of(PlannedNode node, FormReader forms) => node switch
    {
        PlannedWord word => new WordScorer(word, forms),
        PlannedRun run => new BestScorer([[Of(run.Together, forms)], [.. run.Words.Select(word => Of(word, forms))]]),
        PlannedChoice choice => new BestScorer([.. choice.Options.Select(option => ImmutableArray.Create(Of(option, forms)))]),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };
}

/// <summary>A word: the best of its forms counts.</summary>
internal sealed class WordScorer(PlannedWord word, FormReader forms) : NodeScorer
{
    private readonly FormScores _scores = forms.Read(word);
    private int _place;

    public override bool IsEmpty => _scores.Docs.Length == 0;

    public override void AddTo(ScoreWindow sum)
    {
        var docs = _scores.Docs;
        if (_place < docs.Length && docs[_place] < sum.Start)
        {
            _place = _scores.FirstFrom(sum.Start, _place);
        }

        _place = sum.Add(_scores, _place, word.Mass);
    }
}

/// <summary>Several ways to answer, each made of nodes that add up; the best one counts.</summary>
internal sealed class BestScorer(IEnumerable<ImmutableArray<NodeScorer>> ways) : NodeScorer
{
    private readonly ImmutableArray<NodeScorer>[] _ways = [.. ways.Where(way => way.Any(node => !node.IsEmpty))];
    private readonly ScoreWindow _best = new();
    private readonly ScoreWindow _way = new();

    public override bool IsEmpty => _ways.Length == 0;

    public override void AddTo(ScoreWindow sum)
    {
        _best.Begin(sum.Start);
        foreach (var way in _ways)
        {
            _way.Begin(sum.Start);
            foreach (var node in way)
            {
                node.AddTo(_way);
            }

            _best.RaiseTo(_way);
        }

        sum.Add(_best);
    }
}
