using System.Text.Json;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet;
using Recap.Engine.Querying;
using Recap.Engine.Querying.Understanding;
using Recap.Talks;

namespace Recap.Engine.Tests.Analysis;

/// <summary>
/// Recap is tuned for talks; on French in general it must be no worse than Lucene's FrenchAnalyzer with BM25. Wants a
/// retrieval collection in the folder that RECAP_FRENCH names: docs.jsonl (id, title, text), queries.tsv, qrels.tsv.
/// </summary>
public sealed class GeneralFrenchTests
{
    private const int Depth = 10;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Recap_finds_general_French_no_worse_than_the_FrenchAnalyzer()
    {
        var folder = Environment.GetEnvironmentVariable("RECAP_FRENCH") ?? "";
        Assert.SkipUnless(System.IO.Directory.Exists(folder), "RECAP_FRENCH names no retrieval collection.");
        var documents = Read(folder, "docs.jsonl").Select(line => JsonSerializer.Deserialize<Paragraph>(line, JsonSerializerOptions.Web)!).ToList();
        var questions = Read(folder, "queries.tsv").Select(line => line.Split('\t')).ToList();
        var relevant = Read(folder, "qrels.tsv").Select(line => line.Split('\t')).ToLookup(row => row[0], row => row[1]);

        var french = await ScoreAsync(questions, relevant, FrenchAnalyzerSearch(documents));
        await using var index = await IndexAsync(documents);
        var recap = await ScoreAsync(questions, relevant, text => RecapSearchAsync(index, text));

        TestContext.Current.TestOutputHelper?.WriteLine($"nDCG@{Depth} of {questions.Count} questions: Recap {recap:F4}, FrenchAnalyzer {french:F4}");
        recap.ShouldBeGreaterThanOrEqualTo(french, $"Recap {recap:F4}, FrenchAnalyzer {french:F4}");
    }

    private static IEnumerable<string> Read(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file)).Where(line => line.Length > 0);

    private static async Task<double> ScoreAsync(List<string[]> questions, ILookup<string, string> relevant, Func<string, Task<List<string>>> ask)
    {
        var sum = 0.0;
        foreach (var question in questions)
        {
            var found = await ask(question[1]);
            var gain = found.Take(Depth).Select((id, rank) => relevant[question[0]].Contains(id) ? 1 / Math.Log2(rank + 2) : 0).Sum();
            var ideal = Enumerable.Range(0, Math.Min(Depth, relevant[question[0]].Distinct().Count())).Sum(rank => 1 / Math.Log2(rank + 2));
            sum += ideal > 0 ? gain / ideal : 0;
        }

        return sum / questions.Count;
    }

    private static async Task<LuceneTalkIndex> IndexAsync(List<Paragraph> documents)
    {
        var glossary = Glossary.Parse("glossary.tsv", await File.ReadAllTextAsync(RulesTable.PathOf("glossary.tsv"), Stop)).Glossary;
        var index = LuceneTalkIndex.Open(new LuceneIndexOptions
        {
            Reader = new QueryReader(new NameTable(NameGroups.Of(glossary).Concat(NameGroups.CommonNouns))),
        });
        await using var writer = await index.OpenWriterAsync(Stop);
        var talks = documents.Select(document => new IndexedTalk
        {
            Source = "french",
            Talk = new Talk { Id = document.Id, Post = "post.md", Line = 1, Title = document.Title, Text = document.Text },
        });
        await writer.PutAsync(new IndexedPost { Key = new PostKey("french", "post.md"), Fingerprint = "", Talks = [.. talks] }, Stop);
        await writer.CommitAsync(Stop);
        return index;
    }

    private static async Task<List<string>> RecapSearchAsync(LuceneTalkIndex index, string text)
    {
        var page = await index.Searcher.SearchAsync(new TalkQuery { Text = text, PageSize = Depth }, Stop);
        return [.. page.Hits.Select(hit => hit.Talk.Talk.Id)];
    }

    private static Func<string, Task<List<string>>> FrenchAnalyzerSearch(List<Paragraph> documents)
    {
        var analyzer = new FrenchAnalyzer(LuceneVersion.LUCENE_48);
        var directory = new RAMDirectory();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = new BM25Similarity() }))
        {
            foreach (var document in documents)
            {
                writer.AddDocument(
                [
                    new StringField("id", document.Id, Field.Store.YES),
                    new TextField("text", $"{document.Title}\n{document.Text}", Field.Store.NO),
                ]);
            }
        }

        var searcher = new IndexSearcher(DirectoryReader.Open(directory)) { Similarity = new BM25Similarity() };
        return text => Task.FromResult(searcher.Search(AnyWordOf(analyzer, text), Depth).ScoreDocs
            .Select(hit => searcher.Doc(hit.Doc).Get("id")).ToList());
    }

    private static BooleanQuery AnyWordOf(FrenchAnalyzer analyzer, string text)
    {
        var query = new BooleanQuery();
        using var tokens = analyzer.GetTokenStream("text", text);
        var term = tokens.GetAttribute<ICharTermAttribute>();
        tokens.Reset();
        while (tokens.IncrementToken())
        {
            query.Add(new TermQuery(new Term("text", term.ToString())), Occur.SHOULD);
        }

        tokens.End();
        return query;
    }

    private sealed record Paragraph(string Id, string Title, string Text);
}
