using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Recap.Engine.LuceneNet.Planning;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>Says what documents gain by one node of a plan, window by window in ascending order.</summary>
internal abstract class NodeScorer
{
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
internal sealed class WordScorer : NodeScorer
{
    private readonly float _mass;
    private readonly Form[] _forms;

    /// <summary>The forms that the window holds; the first ones of the array.</summary>
    private readonly int[] _held;
    private readonly ScoreWindow _best;

    public WordScorer(PlannedWord word, FormReader forms)
    {
        (_mass, _best) = (word.Mass, forms.Scratch);
        // Of a word without gain nothing is in the index.
        _forms = word.Gain <= 0 ? [] :
        [
            .. word.Forms.Select(form => new Form(forms.Read(form, word.FieldsFor(form)), word.Gain * form.Worth, 0)).Where(form => form.Scores.Docs.Length > 0),
        ];
        _held = new int[_forms.Length];
    }

    public override void AddTo(ScoreWindow sum)
    {
        var held = FindHeld(sum.Start);
        if (held == 1)
        {
            ref var only = ref _forms[_held[0]];
            only.Place = sum.Add(only.Scores, only.Place, only.Worth, _mass);
        }
        else if (held > 1)
        {
            _best.Begin(sum.Start);
            foreach (var at in _held.AsSpan(0, held))
            {
                ref var form = ref _forms[at];
                form.Place = _best.RaiseTo(form.Scores, form.Place, form.Worth);
            }

            sum.Add(_best, _mass);
        }
    }

    private int FindHeld(int start)
    {
        var held = 0;
        for (var at = 0; at < _forms.Length; at++)
        {
            ref var form = ref _forms[at];
            var docs = form.Scores.Docs;
            if (form.Place < docs.Length && docs[form.Place] < start)
            {
                form.Place = form.Scores.FirstFrom(start, form.Place);
            }

            if (form.Place < docs.Length && docs[form.Place] - start < ScoreWindow.Size)
            {
                _held[held++] = at;
            }
        }

        return held;
    }

    /// <param name="Scores">What documents gain by it.</param>
    /// <param name="Worth">What that is multiplied with.</param>
    /// <param name="Place">Where the next window begins.</param>
    [StructLayout(LayoutKind.Auto)]
    private record struct Form(FormScores Scores, float Worth, int Place);
}

/// <summary>Several ways to answer, each made of nodes that add up; the best one counts.</summary>
internal sealed class BestScorer(ImmutableArray<ImmutableArray<NodeScorer>> ways) : NodeScorer
{
    private readonly ScoreWindow _best = new();
    private readonly ScoreWindow _way = new();

    public override void AddTo(ScoreWindow sum)
    {
        _best.Begin(sum.Start);
        foreach (var way in ways)
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
