using System.Buffers;
using Lucene.Net.Index;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>
/// One number for each document of a segment, most of them 0. Loops over postings live here, over local arrays: they are most of
/// the work of a search. Arrays are lent, and given back clean.
/// </summary>
internal sealed class Tally(int maxDoc) : IDisposable
{
    // Arrays of this pool are always clean: whoever gives one back has cleared what was touched, which is far less than all.
    private static readonly ArrayPool<float> CleanFloats = ArrayPool<float>.Create(maxArrayLength: 1 << 24, maxArraysPerBucket: 32);

    private readonly float[] _values = CleanFloats.Rent(maxDoc);
    private readonly int[] _docs = ArrayPool<int>.Shared.Rent(maxDoc);
    private int _count;

    /// <summary>The documents that have a number, in the order they first got one.</summary>
    public ReadOnlySpan<int> Docs => _docs.AsSpan(0, _count);

    public float Of(int doc) => _values[doc];

    public void Add(int doc, float value)
    {
        if (_values[doc] == 0)
        {
            _docs[_count++] = doc;
        }

        _values[doc] += value;
    }

    /// <summary>Adds a weight for each occurrence in each document, for the document's length.</summary>
    public void Add(DocsEnum postings, float weight, float[] lengths)
    {
        var (values, docs, count) = (_values, _docs, _count);
        for (var doc = postings.NextDoc(); doc != DocsEnum.NO_MORE_DOCS; doc = postings.NextDoc())
        {
            if (values[doc] == 0)
            {
                docs[count++] = doc;
            }

            values[doc] += weight * postings.Freq / lengths[doc];
        }

        _count = count;
    }

    /// <summary>Makes of each number what it is worth once saturated.</summary>
    public void Saturate(float worth, Formula formula)
    {
        var values = _values;
        foreach (var doc in Docs)
        {
            values[doc] = worth * formula.Saturate(values[doc]);
        }
    }

    /// <summary>Raises numbers to those of another, where these are larger.</summary>
    public void RaiseTo(Tally other)
    {
        var (values, docs, count, others) = (_values, _docs, _count, other._values);
        foreach (var doc in other.Docs)
        {
            if (values[doc] == 0)
            {
                docs[count++] = doc;
            }

            values[doc] = Math.Max(values[doc], others[doc]);
        }

        _count = count;
    }

    public void Reset()
    {
        var values = _values;
        foreach (var doc in Docs)
        {
            values[doc] = 0;
        }

        _count = 0;
    }

    public void Dispose()
    {
        Reset();
        CleanFloats.Return(_values);
        ArrayPool<int>.Shared.Return(_docs);
    }
}
