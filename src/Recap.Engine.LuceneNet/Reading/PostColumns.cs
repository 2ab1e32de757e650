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

    public static Dictionary<string, Lazy<PostInSeries>> SeriesOf(IndexReader reader, string source)
    {
        var series = new Dictionary<string, Lazy<PostInSeries>>(StringComparer.Ordinal);
        foreach (var leaf in Posts(reader).Where(post => post.Key.Source == source).GroupBy(post => post.Leaf))
        {
            var known = leaf.Key.GetDocsWithField(FieldNames.PostSeries);
            foreach (var (atomic, doc, key, _) in leaf.Where(post => known?.Get(post.Doc) == true))
            {
                series[key.Path] = new Lazy<PostInSeries>(() => ReadSeries(atomic, doc));
            }
        }

        return series;
    }

    // A column is for one thread; the reader has one for each.
    private static PostInSeries ReadSeries(AtomicReader reader, int doc)
    {
        var bytes = new BytesRef();
        reader.GetBinaryDocValues(FieldNames.PostSeries).Get(doc, bytes);
        return StoredJson.ReadSeries(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
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
