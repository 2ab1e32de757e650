using System.Runtime.Intrinsics;
using Recap.Engine.LuceneNet.Ordering;
using Recap.Engine.LuceneNet.Planning;
using Recap.Engine.LuceneNet.Reading;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>
/// Says which documents of one segment answer, by words or by what they are about, and what they are worth. Goes from window to
/// window, and through each some documents at a time: most that answer are counted only, and never looked at alone.
/// </summary>
internal sealed class AnsweringDocs
{
    private readonly Formula _formula;
    private readonly float _asked;
    private readonly Aboutness _about;
    private readonly bool _topicsSuffice;
    private readonly float[] _standings;

    // By document of the segment: those that may answer by words, and those that may by what they are about.
    private readonly ulong[] _entries;
    private readonly ulong[] _talks;

    private readonly ulong[] _enough = new ulong[DocBits.WordsFor(ScoreWindow.Size)];
    private readonly float[] _scores = new float[ScoreWindow.Size];
    private ScoreWindow _window = new();

    public AnsweringDocs(Snapshot snapshot, int segment, QueryPlan plan, Formula formula, Aboutness about)
    {
        (_formula, _asked, _about) = (formula, plan.Mass, about);
        _topicsSuffice = plan.Topics is { Suffice: true, Topics.IsEmpty: false };
        _standings = formula.StandingsOf(segment);
        _talks = DocBits.Of(snapshot.Talks(segment));
        _entries = _talks;
    }

    /// <summary>Entries of kind notes that may answer too; none by default.</summary>
    public ulong[] Notes
    {
        init => _entries = [.. _talks.Zip(value, (talks, notes) => talks | notes)];
    }

    /// <summary>Goes on to a window.</summary>
    public void Enter(ScoreWindow window)
    {
        _window = window;
        _enough.AsSpan().Clear();
        if (_about.Matters)
        {
            _about.Enter(window.Start);
            _about.AddEnough(_topicsSuffice, _enough);
        }
    }

    /// <summary>Those of 64 documents that answer. Works out what they are worth.</summary>
    /// <param name="word">Which 64 of the segment: some of the window.</param>
    public ulong Answering(int word)
    {
        var at = word - (_window.Start >> DocBits.Shift);
        var (byWords, alone) = (_window.Touched[at] & _entries[word], _enough[at] & _talks[word]);
        return (byWords | alone) == 0 ? 0 : (byWords & Score(at << DocBits.Shift)) | alone;
    }

    /// <summary>Those of 64 documents, some of which answer, that are worth so much or more.</summary>
    public ulong AtLeast(int word, double least)
    {
        var first = (word << DocBits.Shift) - _window.Start;
        var (found, bound) = (0UL, Vector256.Create((float)least));
        for (var lane = 0; lane < DocBits.PerWord; lane += Vector256<float>.Count)
        {
            var scores = Vector256.LoadUnsafe(ref _scores[first + lane]);
            found |= (ulong)Vector256.GreaterThanOrEqual(scores, bound).ExtractMostSignificantBits() << lane;
        }

        return found;
    }

    /// <summary>A document of the segment that answers.</summary>
    public SegmentHit HitOf(int doc)
    {
        var place = doc - _window.Start;
        var factor = _window.Scores[place] > 0 ? _formula.Coverage(_window.Masses[place], _asked) * _standings[doc] : 0;
        return new SegmentHit(doc, _scores[place], factor);
    }

    /// <summary>Scores 64 places of the window, and says which answer by words.</summary>
    private ulong Score(int first)
    {
        var byWords = 0UL;
        var (none, whole, alone) = (Vector256<float>.Zero, Vector256.Create(1f), Vector256.Create(_formula.Options.TopicsAlone));
        for (var lane = 0; lane < DocBits.PerWord; lane += Vector256<float>.Count)
        {
            var place = first + lane;
            var words = Vector256.Create(_window.Scores.Slice(place, Vector256<float>.Count));
            var masses = Vector256.Create(_window.Masses.Slice(place, Vector256<float>.Count));
            var standings = Vector256.LoadUnsafe(ref _standings[_window.Start + place]);
            var ofWords = _formula.Coverage(masses, _asked) * standings;
            var ofTopics = Vector256.ConditionalSelect(Vector256.GreaterThan(masses, none), whole, alone) * standings;
            ((words * ofWords) + (_about.At(place) * ofTopics)).StoreUnsafe(ref _scores[place]);
            byWords |= (ulong)(Vector256.GreaterThan(words, none) & Vector256.GreaterThan(ofWords, none)).ExtractMostSignificantBits() << lane;
        }

        return byWords;
    }
}
