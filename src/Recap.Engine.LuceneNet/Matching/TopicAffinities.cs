using System.Collections.Concurrent;
using Lucene.Net.Index;
using Recap.Engine.LuceneNet.Schema;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>Affinities of all talks of one generation, in flat arrays, each read when its topic is first asked for.</summary>
internal sealed class TopicAffinities(IndexReader reader)
{
    private readonly ConcurrentDictionary<string, Lazy<ushort[][]>> _byTopic = [];

    /// <summary>Affinity to a topic of each document of a segment, in thousandths.</summary>
    public ushort[] Of(string topic, int segment) => _byTopic.GetOrAdd(topic, of => new Lazy<ushort[][]>(() => Read(of))).Value[segment];

    private ushort[][] Read(string topic) => [.. reader.Leaves.Select(leaf => Read(leaf.AtomicReader, topic))];

    private static ushort[] Read(AtomicReader reader, string topic)
    {
        var affinities = new ushort[reader.MaxDoc];
        if (reader.GetNumericDocValues(FieldNames.Affinity(topic)) is { } values)
        {
            for (var doc = 0; doc < affinities.Length; doc++)
            {
                affinities[doc] = (ushort)values.Get(doc);
            }
        }

        return affinities;
    }
}
