using Lucene.Net.Index;
using Recap.Engine.LuceneNet.Schema;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>The vectors of all talks of one generation, in flat arrays, read when a query with a vector is first asked.</summary>
internal sealed class TalkVectors
{
    /// <summary>
    /// Models differ in how near they find texts that have nothing to do with each other. How far a talk stands out from all talks,
    /// in standard deviations of their nearness to the query, does not: of talks about something else one in forty stands out by two.
    /// </summary>
    private const float LeastDeviations = 2;

    private const float MostDeviations = 5;

    private readonly Segment[] _segments;

    public TalkVectors(IndexReader reader) => _segments = [.. reader.Leaves.Select(leaf => Segment.Read(leaf.AtomicReader))];

    /// <summary>How near each document lies to a query beside all others, 0 (no nearer) to 1, by segment and document.</summary>
    /// <param name="query">The vector of the query, of length 1 and as many dimensions as those of talks.</param>
    public float[][] NearnessTo(float[] query)
    {
        var rounded = new sbyte[query.Length];
        var scale = QuantizedVector.Quantize(query, rounded);
        var cosines = Array.ConvertAll(_segments, segment => segment.CosinesTo(rounded, scale));
        var all = cosines.SelectMany(segment => segment).Where(float.IsFinite).ToList();
        var mean = all.Count > 0 ? all.Average() : 0;
        var deviation = MathF.Sqrt(all.Sum(cosine => (cosine - mean) * (cosine - mean)) / Math.Max(1, all.Count));
        return Array.ConvertAll(cosines, segment => Array.ConvertAll(segment, cosine => Nearness(cosine, mean, deviation)));
    }

    private static float Nearness(float cosine, float mean, float deviation) => deviation > 0 && float.IsFinite(cosine)
        ? Math.Clamp((((cosine - mean) / deviation) - LeastDeviations) / (MostDeviations - LeastDeviations), 0, 1)
        : 0;

    /// <param name="Dimensions">Of each vector; 0 where there is none.</param>
    /// <param name="Scales">Of each document; not a number where it has no vector.</param>
    /// <param name="Rows">The vectors one after the other, by document.</param>
    private sealed record Segment(int Dimensions, float[] Scales, sbyte[] Rows)
    {
        public static Segment Read(AtomicReader reader)
        {
            var scales = new float[reader.MaxDoc];
            Array.Fill(scales, float.NaN);
            var rows = Array.Empty<sbyte>();
            var (values, has) = (reader.GetBinaryDocValues(FieldNames.Vector), reader.GetDocsWithField(FieldNames.Vector));
            var (dimensions, live) = (0, reader.LiveDocs);
            var bytes = new Lucene.Net.Util.BytesRef();
            for (var doc = 0; values is not null && doc < scales.Length; doc++)
            {
                if (has.Get(doc) && live?.Get(doc) is not false)
                {
                    values.Get(doc, bytes);
                    scales[doc] = QuantizedVector.Read(bytes, out var vector);
                    dimensions = vector.Length;
                    rows = rows.Length == 0 ? new sbyte[scales.Length * dimensions] : rows;
                    vector.CopyTo(rows.AsSpan(doc * dimensions));
                }
            }

            return new Segment(dimensions, scales, rows);
        }

        /// <summary>The cosine of each document's vector; not a number where it has none.</summary>
        public float[] CosinesTo(sbyte[] query, float scale)
        {
            var cosines = new float[Scales.Length];
            for (var doc = 0; doc < cosines.Length; doc++)
            {
                cosines[doc] = float.IsNaN(Scales[doc]) || Dimensions != query.Length
                    ? float.NaN
                    : QuantizedVector.Dot(query, Rows.AsSpan(doc * Dimensions, Dimensions)) * scale * Scales[doc];
            }

            return cosines;
        }
    }
}
