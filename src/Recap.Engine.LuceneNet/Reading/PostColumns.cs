using Lucene.Net.Index;
using Lucene.Net.Util;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet.Filtering;
using Recap.Engine.LuceneNet.Schema;

namespace Recap.Engine.LuceneNet.Reading;

/// <summary>Reads what is kept of all posts in columns, so that no post need be unpacked.</summary>
internal static class PostColumns
{
    public static Dictionary<PostKey, string> Fingerprints(IndexReader reader)
    {
        var fingerprints = new Dictionary<PostKey, string>();
        foreach (var (leaf, doc, key, fingerprint) in Posts(reader))
        {
            fingerprints[key] = fingerprint;
        }

        return fingerprints;
    }

    public static Dictionary<string, PostInSeries> SeriesOf(IndexReader reader, string source)
    {
        var series = new Dictionary<string, PostInSeries>(StringComparer.Ordinal);
        var bytes = new BytesRef();
        foreach (var leaf in Posts(reader).Where(post => post.Key.Source == source).GroupBy(post => post.Leaf))
        {
            var column = leaf.Key.GetBinaryDocValues(FieldNames.PostSeries);
            foreach (var post in leaf.Where(_ => column is not null))
            {
                column.Get(post.Doc, bytes);
                if (bytes.Length > 0)
                {
                    series[post.Key.Path] = StoredJson.ReadSeries(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
                }
            }
        }

        return series;
    }

    private static IEnumerable<(AtomicReader Leaf, int Doc, PostKey Key, string Fingerprint)> Posts(IndexReader reader)
    {
        var bytes = new BytesRef();
        foreach (var leaf in reader.Leaves.Select(context => context.AtomicReader))
        {
            var states = leaf.GetBinaryDocValues(FieldNames.PostState);
            var posts = DocSets.WithAny(leaf, new Term(FieldNames.Type, DocumentTypes.Post));
            for (var doc = posts.NextSetBit(0); doc >= 0; doc = doc + 1 < posts.Length ? posts.NextSetBit(doc + 1) : -1)
            {
                states.Get(doc, bytes);
                var (key, fingerprint) = PostState.Read(bytes);
                yield return (leaf, doc, key, fingerprint);
            }
        }
    }
}
