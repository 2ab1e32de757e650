using Recap.Engine.LuceneNet.Ordering;
using Recap.Engine.LuceneNet.Planning;
using Recap.Engine.LuceneNet.Reading;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>Says which documents of one segment answer, by words or by what they are about, and what they are worth. Goes from window to window.</summary>
internal sealed class AnsweringDocs
{
    private readonly ScoreFactors _factors;
    private readonly Aboutness _about;
    private readonly bool _topicsSuffice;
    private readonly EntryKind[] _kinds;

    private readonly ulong[] _candidates = new ulong[DocBits.WordsFor(ScoreWindow.Size)];
    private ScoreWindow _window = new();

    public AnsweringDocs(Snapshot snapshot, int segment, QueryPlan plan, ScoreFactors factors, Aboutness about)
    {
        (_factors, _about, _kinds) = (factors, about, snapshot.Kinds(segment));
        _topicsSuffice = plan.Topics is { Suffice: true, Topics.IsEmpty: false };
    }

    /// <summary>Whether entries of kind notes may answer.</summary>
    public required bool WithNotes { get; init; }

    /// <summary>Goes on to a window.</summary>
    /// <returns>Its places that may answer.</returns>
    public ReadOnlySpan<ulong> Enter(ScoreWindow window)
    {
        _window = window;
        window.Touched.CopyTo(_candidates);
        if (_about.Matters)
        {
            _about.Enter(window.Start);
            _about.AddEnough(_topicsSuffice, _candidates);
        }

        return _candidates;
    }

    /// <summary>Whether the document at a place of the window, one that may answer, does.</summary>
    public bool Answers(int place, out SegmentHit hit)
    {
        var doc = _window.Start + place;
        var kind = _kinds[doc];
        var by = _factors.Of(doc, _window.Masses[place], kind == EntryKind.Notes);
        if (_window.Scores[place] > 0 && by.OfWords > 0)
        {
            hit = new SegmentHit(doc, Formula.Score(_window.Scores[place], _about.At(place), by), by.OfWords);
            return kind == EntryKind.Talk || (kind == EntryKind.Notes && WithNotes);
        }

        // A talk about what is asked for, in other words.
        hit = new SegmentHit(doc, Formula.Score(0, _about.At(place), by), 0);
        return kind == EntryKind.Talk && _about.IsEnough(place, _topicsSuffice);
    }
}
