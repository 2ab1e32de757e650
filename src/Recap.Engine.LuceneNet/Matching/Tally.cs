using System.Buffers;
using Lucene.Net.Index;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>
/// One number for each document of a segment, most of them 0. Loops over postings live here, over local arrays.
/// Arrays are lent, and given back clean.
/// </summary>
internal sealed class Tally(int maxDoc) : IDisposable
{
    // Arrays of these pools are always clean: whoever gives one back has cleared what was touched, which is far less than all.
    private static readonly ArrayPool<float> CleanFloats = ArrayPool<float>.Create(maxArrayLength: 1 << 24, maxArraysPerBucket: 8);
    private static readonly ArrayPool<ulong> CleanBits = ArrayPool<ulong>.Create(maxArrayLength: 1 << 18, maxArraysPerBucket: 8);

    private readonly float[] _values = CleanFloats.Rent(maxDoc);
    private readonly ulong[] _touched = CleanBits.Rent(DocBits.WordsFor(maxDoc));

    /// <summary>Adds to the number of a document, above 0.</summary>
    public void Add(int doc, float value)
    {
        _touched[doc >> DocBits.Shift] |= 1UL << doc;
        _values[doc] += value;
    }

    /// <summary>Adds a weight for each occurrence in each document, for the document's length.</summary>
    public void Add(DocsEnum postings, float weight, float[] lengths)
    {
        var (values, touched) = (_values, _touched);
        for (var doc = postings.NextDoc(); doc != DocsEnum.NO_MORE_DOCS; doc = postings.NextDoc())
        {
            touched[doc >> DocBits.Shift] |= 1UL << doc;
            values[doc] += weight * postings.Freq / lengths[doc];
        }
    }

    /// <summary>Raises numbers to what documents gain, where that is more.</summary>
    public void RaiseTo(FormScores form, float worth)
    {
        var (values, touched) = (_values, _touched);
        var (docs, gains) = (form.Docs, form.Values);
        for (var at = 0; at < docs.Length; at++)
        {
            var (doc, gain) = (docs[at], worth * gains[at]);
            touched[doc >> DocBits.Shift] |= 1UL << doc;
            values[doc] = gain > values[doc] ? gain : values[doc];
        }
    }

    /// <summary>The numbers of the documents that have one. They begin anew.</summary>
    public FormScores Take()
    {
        var touched = _touched.AsSpan(0, DocBits.WordsFor(maxDoc));
        var count = DocBits.Count(touched);
        if (count == 0)
        {
            return FormScores.None;
        }

        var taken = new FormScores(new int[count], new float[count]);
        DocBits.CopyTo(touched, taken.Docs);
        touched.Clear();
        var values = _values;
        for (var i = 0; i < count; i++)
        {
            ref var value = ref values[taken.Docs[i]];
            taken.Values[i] = value;
            value = 0;
        }

        return taken;
    }

    public void Dispose()
    {
        CleanFloats.Return(_values);
        CleanBits.Return(_touched);
    }
}
