using System.Buffers;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>What the documents of one segment have gained so far. Arrays are lent, and given back clean.</summary>
internal sealed class DocScores : IDisposable
{
    // Arrays of these pools are always clean: whoever gives one back has cleared what was touched, which is far less than all.
    private static readonly ArrayPool<float> CleanFloats = ArrayPool<float>.Create(maxArrayLength: 1 << 24, maxArraysPerBucket: 32);

    private readonly float[] _scores;
    private readonly float[] _masses;
    private readonly int[] _docs;

    public DocScores(int maxDoc)
    {
        _scores = CleanFloats.Rent(maxDoc);
        _masses = CleanFloats.Rent(maxDoc);
        _docs = ArrayPool<int>.Shared.Rent(maxDoc);
    }

    /// <summary>How many documents have gained anything.</summary>
    public int Count { get; private set; }

    /// <summary>The documents that have, in the order they first did.</summary>
    public ReadOnlySpan<int> Docs => _docs.AsSpan(0, Count);

    public float ScoreOf(int doc) => _scores[doc];

    /// <summary>How much of the query's mass the document answers.</summary>
    public float MassOf(int doc) => _masses[doc];

    public void Add(int doc, float score, float mass = 0)
    {
        if (_scores[doc] == 0)
        {
            _docs[Count++] = doc;
        }

        _scores[doc] += score;
        _masses[doc] += mass;
    }

    public void Raise(int doc, float score, float mass)
    {
        if (_scores[doc] == 0)
        {
            _docs[Count++] = doc;
        }

        _scores[doc] = Math.Max(_scores[doc], score);
        _masses[doc] = Math.Max(_masses[doc], mass);
    }

    public void Reset()
    {
        foreach (var doc in Docs)
        {
            _scores[doc] = 0;
            _masses[doc] = 0;
        }

        Count = 0;
    }

    public void Dispose()
    {
        Reset();
        CleanFloats.Return(_scores);
        CleanFloats.Return(_masses);
        ArrayPool<int>.Shared.Return(_docs);
    }
}
