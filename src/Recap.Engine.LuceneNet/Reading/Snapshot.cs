using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet.Counting;
using Recap.Engine.LuceneNet.Filtering;
using Recap.Engine.LuceneNet.Matching;
using Recap.Engine.LuceneNet.Planning;
using Recap.Engine.LuceneNet.Relating;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Querying;

namespace Recap.Engine.LuceneNet.Reading;

/// <summary>One generation, immutable. It lives as long as somebody holds it.</summary>
/// <param name="generation">What the commit says of itself.</param>
/// <param name="reader">Its documents.</param>
/// <param name="words">The words of segments: a generation shares most segments with the one before.</param>
internal sealed class Snapshot(Generation generation, IndexReader reader, ConditionalWeakTable<object, Lazy<SegmentWords>> words)
{
    private readonly ConcurrentDictionary<TalkFacet, Lazy<FacetColumn>> _columns = [];
    private readonly Lazy<FieldLengths> _lengths = new(() => new FieldLengths(reader));
    private readonly Lazy<FixedBitSet[]> _talks = new(() => OfType(reader, DocumentTypes.Talk));
    private readonly Lazy<TalkDays> _days = new(() => new TalkDays(reader));
    private readonly Lazy<TalkLengths> _talkLengths = new(() => new TalkLengths(reader));
    private readonly Lazy<TalkVectors> _vectors = new(() => new TalkVectors(reader));
    private readonly Lazy<FixedBitSet[]> _notes = new(() => OfType(reader, DocumentTypes.Notes));

    public Generation Generation { get; } = generation;

    public IndexReader Reader { get; } = reader;

    public FieldLengths Lengths => _lengths.Value;

    public TalkLengths TalkLengths => _talkLengths.Value;

    public TopicAffinities Affinities { get; } = new(reader);

    public TalkDays Days => _days.Value;

    public TalkVectors Vectors => _vectors.Value;

    /// <summary>Entries of kind notes, by segment; deleted ones are not among them.</summary>
    public IReadOnlyList<FixedBitSet> Notes => _notes.Value;

    /// <summary>Talks of a segment, by its place among the leaves; deleted ones are not among them.</summary>
    public FixedBitSet Talks(int segment) => _talks.Value[segment];

    /// <summary>The words of a segment, read when they are first asked for.</summary>
    public SegmentWords WordsOf(int segment)
    {
        var segmentReader = Reader.Leaves[segment].AtomicReader;
        return words.GetValue(segmentReader.CoreCacheKey, _ => new Lazy<SegmentWords>(() => SegmentWords.Of(segmentReader))).Value;
    }

    /// <summary>The values of a facet, read when they are first asked for.</summary>
    public FacetColumn ColumnOf(TalkFacet facet) =>
        _columns.GetOrAdd(facet, of => new Lazy<FacetColumn>(() => new FacetColumn(Reader, of))).Value;

    /// <summary>Holds the generation until <see cref="Release"/>; false where it is gone already.</summary>
    public bool TryHold() => Reader.TryIncRef();

    public void Release() => Reader.DecRef();

    /// <summary>Whether the post is in the generation.</summary>
    public bool Holds(PostKey post) => Documents(TalkDocuments.PostTerm(post)).Any();

    /// <summary>How many talks the post tells; 0 where it is not in the generation.</summary>
    public int CountTalks(PostKey post) =>
        Documents(TalkDocuments.PostTerm(post)).Count(doc => ReaderUtil.SubIndex(doc, Reader.Leaves) is var leaf && Talks(leaf).Get(doc - Reader.Leaves[leaf].DocBase));

    /// <summary>Every post, in no order.</summary>
    public IEnumerable<StoredPost> Posts(CancellationToken cancellationToken)
    {
        foreach (var doc in Documents(new Term(FieldNames.Type, DocumentTypes.Post)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return TalkDocuments.ToPost(Reader.Document(doc));
        }
    }

    /// <summary>The post; null where it is not in the generation.</summary>
    public StoredPost? Find(PostKey post) =>
        Documents(TalkDocuments.PostTerm(post)).Order().Select(doc => TalkDocuments.ToPost(Reader.Document(doc))).FirstOrDefault();

    /// <summary>Key and fingerprint of every post, in no order.</summary>
    public Dictionary<PostKey, string> Fingerprints() => PostColumns.Fingerprints(Reader);

    /// <summary>The posts of a source among each other, each read when it is first asked for; those of which that is not known are left out.</summary>
    public Dictionary<string, Lazy<PostInSeries>> SeriesOf(string source) => PostColumns.SeriesOf(Reader, source);

    /// <summary>The talks of a post, in the order they were put.</summary>
    public IEnumerable<IndexedTalk> TalksOf(PostKey post)
    {
        // The documents of a post are one block with the post itself first.
        var block = Documents(TalkDocuments.PostTerm(post)).Order();
        return block.Skip(1).Select(TalkAt);
    }

    /// <summary>The talk of that name; the first by source where several sources have one.</summary>
    public IndexedTalk? Find(string id) =>
        Documents(TalkDocuments.IdTerm(id)).Select(TalkAt).MinBy(talk => talk.Source, StringComparer.Ordinal);

    /// <summary>The talk of a document.</summary>
    public IndexedTalk TalkAt(int doc) => TalkDocuments.ToTalk(Reader.Document(doc));

    private IEnumerable<int> Documents(Term term)
    {
        foreach (var leaf in Reader.Leaves)
        {
            var docs = leaf.AtomicReader.GetTermDocsEnum(term);
            for (var doc = docs?.NextDoc() ?? DocsEnum.NO_MORE_DOCS; doc != DocsEnum.NO_MORE_DOCS; doc = docs!.NextDoc())
            {
                yield return leaf.DocBase + doc;
            }
        }
    }

    private static FixedBitSet[] OfType(IndexReader reader, string type) =>
        [.. reader.Leaves.Select(leaf => DocSets.WithAny(leaf.AtomicReader, new Term(FieldNames.Type, type)))];
}
