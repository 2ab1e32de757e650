using Lucene.Net.Index;
using Recap.Engine.Relating;

namespace Recap.Engine.LuceneNet.Relating;

/// <summary>One by <see cref="TalkProfile.Norm"/> of all talks of one generation, in flat arrays; 0 for what is no talk.</summary>
internal sealed class TalkLengths(IndexReader reader)
{
    private readonly float[][] _shares = [.. reader.Leaves.Select(leaf => Read(leaf.AtomicReader))];

    /// <summary>By document of a segment.</summary>
    public float[] OfSegment(int segment) => _shares[segment];

    private static float[] Read(AtomicReader reader)
    {
        var shares = new float[reader.MaxDoc];
        if (reader.GetNumericDocValues(RelatingFields.Length) is { } lengths)
        {
            for (var doc = 0; doc < shares.Length; doc++)
            {
                var length = BitConverter.Int32BitsToSingle((int)lengths.Get(doc));
                shares[doc] = length > 0 ? 1 / length : 0;
            }
        }

        return shares;
    }
}
