using Lucene.Net.Index;
using Lucene.Net.Search;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet.Schema;

namespace Recap.Engine.LuceneNet.Reading;

/// <summary>One generation, immutable. It lives as long as somebody holds it.</summary>
internal sealed class Snapshot(Generation generation, IndexReader reader)
{
    public Generation Generation { get; } = generation;

    public IndexReader Reader { get; } = reader;

    public IndexSearcher Searcher { get; } = new(reader);

    /// <summary>Holds the generation until <see cref="Release"/>; false where it is gone already.</summary>
    public bool TryHold() => Reader.TryIncRef();

    public void Release() => Reader.DecRef();

    /// <summary>Whether the post is in the generation.</summary>
    public bool Holds(PostKey post)
    {
        var any = new TotalHitCountCollector();
        Searcher.Search(new TermQuery(TalkDocuments.PostTerm(post)), any);
        return any.TotalHits > 0;
    }

    /// <summary>Every post, in no order.</summary>
    public IEnumerable<StoredPost> Posts(CancellationToken cancellationToken) =>
        Documents(new Term(FieldNames.Type, DocumentTypes.Post), cancellationToken).Select(doc => TalkDocuments.ToPost(Searcher.Doc(doc)));

    /// <summary>The talks of a post, in the order they were put.</summary>
    public IEnumerable<IndexedTalk> TalksOf(PostKey post)
    {
        // The documents of a post are one block with the post itself first.
        var block = Documents(TalkDocuments.PostTerm(post), CancellationToken.None).Order();
        return block.Skip(1).Select(doc => TalkDocuments.ToTalk(Searcher.Doc(doc)));
    }

    /// <summary>The talk of that name; the first by source where several sources have one.</summary>
    public IndexedTalk? Find(string id) =>
        Documents(TalkDocuments.IdTerm(id), CancellationToken.None)
            .Select(doc => TalkDocuments.ToTalk(Searcher.Doc(doc)))
            .MinBy(talk => talk.Source, StringComparer.Ordinal);

    private IEnumerable<int> Documents(Term term, CancellationToken cancellationToken)
    {
        foreach (var leaf in Reader.Leaves)
        {
            var postings = leaf.AtomicReader.GetTermDocsEnum(term);
            var live = leaf.AtomicReader.LiveDocs;
            for (var doc = postings?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings!.NextDoc())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (live is null || live.Get(doc))
                {
                    yield return leaf.DocBase + doc;
                }
            }
        }
    }
}
