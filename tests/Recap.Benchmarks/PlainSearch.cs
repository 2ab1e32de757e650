using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Recap.Talks;

namespace Recap.Benchmarks;

/// <summary>The baseline: Lucene's FrenchAnalyzer and BM25 over title and text, any word of the query, ten hits and nothing else.</summary>
internal sealed class PlainSearch : IDisposable
{
    private readonly FrenchAnalyzer _analyzer = new(LuceneVersion.LUCENE_48);
    private readonly RAMDirectory _directory = new();
    private readonly IndexWriter _writer;
    private readonly Lazy<IndexSearcher> _searcher;

    public PlainSearch()
    {
        _writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, _analyzer) { Similarity = new BM25Similarity() });
        _searcher = new Lazy<IndexSearcher>(() => new IndexSearcher(_writer.GetReader(applyAllDeletes: true)) { Similarity = new BM25Similarity() });
    }

    public void Add(Talk talk) => _writer.AddDocument([new TextField("text", $"{talk.Title}\n{talk.Text}", Field.Store.NO)]);

    public int Search(string text, int hits) => _searcher.Value.Search(AnyWordOf(text), hits).TotalHits;

    public void Dispose()
    {
        _writer.Dispose();
        _directory.Dispose();
        _analyzer.Dispose();
    }

    private BooleanQuery AnyWordOf(string text)
    {
        var query = new BooleanQuery();
        using var tokens = _analyzer.GetTokenStream("text", text);
        var term = tokens.GetAttribute<ICharTermAttribute>();
        tokens.Reset();
        while (tokens.IncrementToken())
        {
            query.Add(new TermQuery(new Term("text", term.ToString())), Occur.SHOULD);
        }

        tokens.End();
        return query;
    }
}
