using Lucene.Net.Index;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Querying;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>Words in each field of each document of a generation, read once: scoring asks for them at every posting.</summary>
internal sealed class FieldLengths
{
    private readonly ushort[][][] _lengths;
    private readonly float[] _means;

    public FieldLengths(IndexReader reader)
    {
        _lengths = [.. FieldNames.Searched.Select(field => reader.Leaves.Select(leaf => Read(leaf.AtomicReader, field)).ToArray())];
        _means = [.. FieldNames.Searched.Select(field => Mean(reader, field))];
    }

    /// <summary>Mean over the documents that have the field, 1 or more.</summary>
    public float MeanOf(TalkField field) => _means[(int)field];

    /// <summary>Lengths by document of a segment; empty where no document has the field.</summary>
    public ushort[] Of(TalkField field, int segment) => _lengths[(int)field][segment];

    private static ushort[] Read(AtomicReader reader, TalkField field)
    {
        // One length tells for both analyses of a text: that stems leave out words of grammar changes all texts alike.
        if (reader.GetNormValues(FieldNames.Of(field, TermForm.Exact)) is not { } norms)
        {
            return [];
        }

        var lengths = new ushort[reader.MaxDoc];
        for (var doc = 0; doc < lengths.Length; doc++)
        {
            lengths[doc] = (ushort)Math.Min(norms.Get(doc), ushort.MaxValue);
        }

        return lengths;
    }

    private static float Mean(IndexReader reader, TalkField field)
    {
        var name = FieldNames.Of(field, TermForm.Exact);
        var (words, talks) = (0L, 0L);
        foreach (var terms in reader.Leaves.Select(leaf => leaf.AtomicReader.GetTerms(name)).Where(terms => terms is not null))
        {
            words += terms.SumTotalTermFreq;
            talks += terms.DocCount;
        }

        return talks == 0 ? 1 : Math.Max(1, (float)words / talks);
    }
}
