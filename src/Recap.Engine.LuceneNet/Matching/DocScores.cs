using System.Buffers;
using System.Runtime.InteropServices;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>What the documents of one segment have gained so far, and how much of the query's mass they answer. Arrays are lent, and given back clean.</summary>
internal sealed class DocScores(int maxDoc) : IDisposable
{
    // Arrays of this pool are always clean, as those of tallies are.
    private static readonly ArrayPool<Gained> Clean = ArrayPool<Gained>.Create(maxArrayLength: 1 << 24, maxArraysPerBucket: 32);

    private readonly Gained[] _gained = Clean.Rent(maxDoc);
    private readonly int[] _docs = ArrayPool<int>.Shared.Rent(maxDoc);
    private int _count;

    /// <summary>The documents that have gained anything, in the order they first did.</summary>
    public ReadOnlySpan<int> Docs => _docs.AsSpan(0, _count);

    public float ScoreOf(int doc) => _gained[doc].Score;

    /// <summary>How much of the query's mass the document answers.</summary>
    public float MassOf(int doc) => _gained[doc].Mass;

    /// <summary>Adds what a word brought, and its mass where it brought anything.</summary>
    public void Add(Tally word, float mass)
    {
        foreach (var doc in word.Docs)
        {
            Add(doc, word.Of(doc), mass);
        }
    }

    public void Add(DocScores other)
    {
        foreach (var doc in other.Docs)
        {
            Add(doc, other.ScoreOf(doc), other.MassOf(doc));
        }
    }

    /// <summary>Raises both to those of another way to answer, where these are larger.</summary>
    public void RaiseTo(DocScores other)
    {
        foreach (var doc in other.Docs)
        {
            ref var gained = ref Touch(doc);
            gained.Score = Math.Max(gained.Score, other.ScoreOf(doc));
            gained.Mass = Math.Max(gained.Mass, other.MassOf(doc));
        }
    }

    public void Reset()
    {
        var gained = _gained;
        foreach (var doc in Docs)
        {
            gained[doc] = default;
        }

        _count = 0;
    }

    public void Dispose()
    {
        Reset();
        Clean.Return(_gained);
        ArrayPool<int>.Shared.Return(_docs);
    }

    private void Add(int doc, float score, float mass)
    {
        ref var gained = ref Touch(doc);
        gained.Score += score;
        gained.Mass += mass;
    }

    private ref Gained Touch(int doc)
    {
        ref var gained = ref _gained[doc];
        if (gained.Score == 0)
        {
            _docs[_count++] = doc;
        }

        return ref gained;
    }

    /// <summary>Side by side, since both are asked for together.</summary>
    [StructLayout(LayoutKind.Auto)]
    private record struct Gained(float Score, float Mass);
}
