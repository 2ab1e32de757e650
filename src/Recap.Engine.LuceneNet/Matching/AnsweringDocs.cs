using Recap.Engine.LuceneNet.Ordering;
using Recap.Engine.LuceneNet.Planning;
using Recap.Engine.LuceneNet.Reading;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>Says which documents of one segment answer, by words or by what they are about, and what they are worth. Goes from window to window.</summary>
internal sealed class AnsweringDocs
{
    private readonly Formula _formula;
    private readonly ScoreFactors _factors;
    private readonly TopicAgreement _agreement;
    private readonly bool _topicsSuffice;
    private readonly EntryKind[] _kinds;
    private readonly bool _withNotes;

    private readonly float[] _agreements = new float[ScoreWindow.Size];
    private readonly ulong[] _candidates = new ulong[DocBits.WordsFor(ScoreWindow.Size)];
    private ScoreWindow _window = new();

    public AnsweringDocs(Snapshot snapshot, int segment, QueryPlan plan, Formula formula, bool withNotes)
    {
        (_formula, _factors) = (formula, new ScoreFactors(segment, formula, plan.Mass));
        _agreement = new TopicAgreement(plan.Topics.Topics, snapshot.Affinities, segment);
        _topicsSuffice = plan.Topics.Suffice && _agreement.Matters;
        (_kinds, _withNotes) = (snapshot.Kinds(segment), withNotes);
    }

    /// <summary>Goes on to a window.</summary>
    /// <returns>Its places that may answer.</returns>
    public ReadOnlySpan<ulong> Enter(ScoreWindow window)
    {
        _window = window;
        if (_agreement.Matters)
        {
            _agreement.Read(window.Start, _agreements);
        }

        if (!_topicsSuffice)
        {
            return window.Touched;
        }

        TopicAgreement.MarkEnough(_agreements, _candidates);
        for (var word = 0; word < _candidates.Length; word++)
        {
            _candidates[word] |= window.Touched[word];
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
            hit = new SegmentHit(doc, _formula.Score(_window.Scores[place], _agreements[place], by), by.OfWords);
            return kind == EntryKind.Talk || (kind == EntryKind.Notes && _withNotes);
        }

        // A talk about what is asked for, in other words.
        hit = new SegmentHit(doc, _formula.Score(0, _agreements[place], by), 0);
        return kind == EntryKind.Talk && _topicsSuffice && TopicAgreement.IsEnough(_agreements[place]);
    }
}
